"""Tables of text, as spreadsheets and shops write them: separated by commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Final

from pandapon_async.orders.drafts.private_files import private_file
from pandapon_async.orders.drafts.rows import LONGEST_RECORD, MOST_COLUMNS, TableRow
from pandapon_async.orders.errors import DraftFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from pandapon_async.orders.drafts.rows import RowWriter

__all__ = ["DELIMITERS", "CsvTable", "bounded_lines"]

#: Separators, by the names that the command line has for them.
DELIMITERS: Final = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
_NAMES: Final = {sign: name for name, sign in DELIMITERS.items()}
#: DOS wrote it at the end of files.
_END_OF_FILE: Final = "\x1a"


def bounded_lines(file: IO[str]) -> Iterator[str]:
    """Yield the lines of a file, with their ends.

    Raises:
        DraftFileError: A line is far too long to be an order.
    """
    number = 1
    while line := file.readline(LONGEST_RECORD + 1):
        if len(line) > LONGEST_RECORD:
            raise DraftFileError(f"line {number} is longer than {LONGEST_RECORD} characters; is this a file of orders?")
        yield line
        number += 1


class CsvTable:
    """A table of text.

    Args:
        file: The file, opened with ``newline=""``.
        encoding: Its encoding.
        delimiter: What separates cells; by default found out from the header.
        knows: Tells whether a name of a column is known.

    Raises:
        DraftFileError: It has no header, or its separator is not certain.
    """

    def __init__(self, file: IO[str], *, encoding: str, delimiter: str | None, knows: Callable[[str], bool]) -> None:
        self.notes: list[str] = []
        self._encoding = encoding
        self._record: list[str] = []
        self._size = 0
        self._begin = 1
        self._line = 0
        self._lines = bounded_lines(file)
        prefix, first = self._first_line()
        self._delimiter = delimiter or prefix or self._find_delimiter(first, knows)
        self._reader = csv.reader(self._recorded(first), strict=True, delimiter=self._delimiter)
        header = self._next()
        if header is None:
            raise DraftFileError("the file has no header; its first line must name the columns")
        self.header = header
        if len(header) > MOST_COLUMNS:
            raise DraftFileError(f"the file has more than {MOST_COLUMNS} columns; is this a file of orders?")
        self._head = ("" if prefix is None else self._prefix) + "".join(self._record)

    def _first_line(self) -> tuple[str | None, str]:
        """Return the separator that Excel's ``sep=`` names, if any, and the line of the header."""
        self._prefix = ""
        first = next(self._lines, "")
        named = first.strip().lstrip("\ufeff")
        if named.lower().startswith("sep=") and len(named) <= len("sep=;"):
            self._prefix = first
            self._line = 1
            sign = first.strip("\r\n").lstrip("\ufeff")[len("sep=") :] or ","
            return sign, next(self._lines, "")
        return None, first

    def _find_delimiter(self, header: str, knows: Callable[[str], bool]) -> str:
        known: dict[str, int] = {}
        parts: dict[str, int] = {}
        for sign in DELIMITERS.values():
            try:
                names = next(csv.reader([header], delimiter=sign), list[str]())
            except csv.Error:
                continue
            parts[sign] = len(names)
            known[sign] = sum(knows(name.lstrip("\ufeff")) for name in names)
        best = max(known.values(), default=0)
        found = [sign for sign, number in known.items() if number == best]
        if len(found) > 1:
            # Nothing or as much is known with several: the one that occurs at all.
            found = [sign for sign in found if parts[sign] > 1] or [","]
        if len(found) > 1:
            possible = " or ".join(_NAMES[sign] for sign in found)
            raise DraftFileError(f"the columns may be separated by {possible}; say which with --delimiter")
        if found[0] != ",":
            self.notes.append(f"separated by {_NAMES[found[0]]}")
        return found[0]

    def _recorded(self, first: str) -> Iterator[str]:
        """Yield the lines, and keep those of the current row as they stand in the file."""
        line = first
        while line:
            self._record.append(line)
            self._size += len(line)
            self._line += 1
            if self._size > LONGEST_RECORD:
                raise DraftFileError(
                    f"line {self._begin}: the row is longer than {LONGEST_RECORD} characters; "
                    "look for a quotation mark that is not closed"
                )
            # A byte order mark may stand there twice, also before a quotation mark.
            yield line.lstrip("\ufeff") if line is first else line
            line = next(self._lines, "")

    def _next(self) -> list[str] | None:
        self._record.clear()
        self._size = 0
        self._begin = self._line + 1
        try:
            return next(self._reader, None)
        except csv.Error as error:
            raise DraftFileError(
                f"line {self._begin}: no valid CSV: {error}; look for a quotation mark that is not closed"
            ) from None

    def rows(self) -> Iterator[TableRow]:
        """Yield the rows below the header, without empty ones.

        Raises:
            DraftFileError: What follows is no CSV.
        """
        while (cells := self._next()) is not None:
            if any(cell.strip() for cell in cells) and cells != [_END_OF_FILE]:
                yield TableRow(self._begin, cells, "".join(self._record))

    @contextmanager
    def aside(self, path: Path) -> Generator[RowWriter]:
        """Write a file of the same encoding and separator, beginning with the same header."""
        with private_file(path, self._encoding) as file:
            writer = RawWriter(file)
            writer.write(self._head)
            yield writer


class RawWriter:
    """Writes rows of text as they came."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, raw: str | list[str]) -> None:
        """Write a row."""
        text = raw if isinstance(raw, str) else "".join(raw)
        self._file.write(text if text.endswith(("\n", "\r")) else text + "\n")
