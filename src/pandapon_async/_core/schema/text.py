"""Texts that go over the wire."""

from __future__ import annotations

__all__ = ["can_be_sent", "plain_text"]


def plain_text(value: str) -> str:
    """Return a text as an exact ``str``; that of a member of a string enum is its value, never ``Class.NAME``."""
    return value if type(value) is str else str.__str__(value)


def can_be_sent(text: str) -> bool:
    """Return whether UTF-8 can carry a text; it cannot carry half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
