"""Writes drift and new operations into the specifications."""
