"""Lines of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pandapon_async.codegen.docs.model.fields import Unread

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Line", "filled", "split_lines", "unread_lines"]

_TAB: Final = 4
_SHOWN: Final = 200


class Line(NamedTuple):
    """A line of a page: its number from 1, its text without surrounding space, its indentation."""

    number: int
    text: str
    indent: int


def split_lines(text: str) -> list[Line]:
    """Return the lines of a text. Cells that a browser copied into one line, separated by tabs, become lines."""
    found: list[Line] = []
    for number, line in enumerate(text.split("\n"), 1):
        expanded = line.expandtabs(_TAB)
        indent = len(expanded) - len(expanded.lstrip())
        cells = [cell.strip() for cell in line.strip().split("\t")]
        found += [Line(number, cell, indent) for cell in cells if cell] or [Line(number, "", 0)]
    return found


def filled(lines: Iterable[Line]) -> list[Line]:
    """Return the lines that are not empty."""
    return [line for line in lines if line.text]


def unread_lines(lines: Iterable[Line], why: str, part: str = "") -> list[Unread]:
    """List lines that were not understood."""
    return [Unread(line.number, line.text[:_SHOWN], why, part) for line in lines if line.text]
