"""Calls over HTTP: authentication, responses and how they are sent."""
