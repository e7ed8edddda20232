"""Rows of files of orders, whatever the format of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

__all__ = ["LONGEST_RECORD", "MOST_COLUMNS", "Mark", "RowWriter", "Table", "TableRow"]

#: Bounds, so that a file that is none of orders is refused at once: of columns, and of characters in a row.
MOST_COLUMNS: Final = 16_384
LONGEST_RECORD: Final = 1 << 20

Mark: TypeAlias = Literal["date", "rounded", "long number", "currency", "no result"]
"""What a cell of a workbook is, where its text does not tell."""


@attrs.frozen
class TableRow:
    """A row of a table.

    Attributes:
        line: Its line or row in the file, from 1.
        cells: Its cells as text.
        raw: The row as it stands in the file.
        marks: What cells are, by their index.
    """

    line: int
    cells: list[str] = attrs.field(repr=False)
    raw: str | list[str] = attrs.field(repr=False)
    marks: Mapping[int, Mark] = attrs.field(factory=dict[int, Mark])


class RowWriter(Protocol):
    """Writes rows as they came."""

    def write(self, raw: str | list[str]) -> None:
        """Write a row."""
        ...


class Table(Protocol):
    """A file that is a table."""

    header: list[str]
    #: What was found out about the file, for the user.
    notes: list[str]

    def rows(self) -> Iterator[TableRow]:
        """Yield the rows below the header, without empty ones."""
        ...

    def aside(self, path: Path) -> AbstractContextManager[RowWriter]:
        """Write a file of the same form, beginning with the same header."""
        ...
