"""Sending the drafts of a ledger, concurrently and each at most once."""
