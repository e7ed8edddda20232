"""Texts that can be sent as an HTTP header."""

from __future__ import annotations

__all__ = ["header_problem"]


def header_problem(name: str, value: object) -> str | None:
    """Return why a value cannot be sent as a header of one word, or ``None``. Never holds the value."""
    if not isinstance(value, str):
        return f"{name} must be str, got {type(value).__name__}"
    if not value:
        return f"{name} is empty"
    if not value.isascii() or not value.isprintable() or " " in value:
        return f"{name} holds blanks, line breaks or characters outside ASCII"
    return None
