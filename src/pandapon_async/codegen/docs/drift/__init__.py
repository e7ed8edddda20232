"""Compares pages with the specifications, the catalogue and other pages."""
