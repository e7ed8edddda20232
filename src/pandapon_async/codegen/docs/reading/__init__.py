"""Parses documentation pages: rendered text, Apifox Markdown, saved HTML."""
