"""Drafts out of files: JSON lines and CSV, every row checked, errors by file, line and column.

JSON lines: one object a line, with the fields of the draft as names and nested as in Python::

    {"seller_order_number": "A-1", "purchase_amount": 400, "receiver": {"name": "..."}, "order_line_list": [...]}

CSV: a header with the same names, dotted for nested fields and with a number for items of a list; or JSON in one cell
for a whole object or list. An empty cell leaves its field out::

    seller_order_number,purchase_amount,receiver.name,order_line_list.0.item_id,order_line_list.0.quantity

The names of the wire (``sellerOrderNumber``) are understood as well. Names that begin with ``_`` are left alone: the
exports write outcomes under such names, so that rejects can be mended and submitted again.
"""

from __future__ import annotations

import csv
import itertools
import os
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Literal, TypeAlias, cast

import attrs
from anyio import to_thread

from pandapon_async._core.schema.json import JsonError, dump_json_text, load_json
from pandapon_async.orders.drafts.fields import find_field, place_from_column
from pandapon_async.orders.errors import InvalidDraftError, InvalidDraftsError, OrdersError, RowProblem

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Generator, Iterator, Mapping, Sequence

    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async.orders.drafts.draft import Draft, StoredDraft
    from pandapon_async.orders.drafts.fields import Place

__all__ = ["DraftFile", "FileFormat"]

FileFormat: TypeAlias = Literal["csv", "jsonl"]

_PROBLEMS_KEPT: Final = 20
_LONGEST_VALUE: Final = 60
_ROWS_AT_ONCE: Final = 200
_LONGEST_CELL: Final = 16 * 1024 * 1024


@attrs.frozen
class _Row:
    """A row as it stands in the file."""

    line: int
    raw: str | list[str] = attrs.field(repr=False)
    source: JsonValue | InvalidDraftError = attrs.field(repr=False)


class DraftFile:
    """A file of drafts.

    Args:
        path: Where it is.
        drafts: Class of its drafts.
        file_format: ``csv`` or ``jsonl``; by default what the name ends in.
        encoding: Of the text; a byte order mark is understood.
        skip_invalid: File for rows that cannot be sent, in the same form; by default such rows are an error.

    Attributes:
        skipped: How many rows were written aside.
        problems: The first problems that were met.
    """

    def __init__(
        self,
        path: str | Path,
        drafts: type[Draft],
        *,
        file_format: FileFormat | None = None,
        encoding: str = "utf-8-sig",
        skip_invalid: str | Path | None = None,
    ) -> None:
        self.path = Path(path)
        self.format: FileFormat = file_format or format_of(self.path)
        self.skipped = 0
        self.problems: list[RowProblem] = []
        self._drafts = drafts
        self._encoding = encoding
        self._aside = Path(skip_invalid) if skip_invalid is not None else None

    async def __aiter__(self) -> AsyncIterator[Draft]:
        """Yield the drafts; rows are read and checked in a thread, some hundred at a time.

        Raises:
            InvalidDraftsError: At the end, where rows cannot be sent and are not written aside.
            OrdersError: The file cannot be read.
        """
        async for draft, _ in self._checked():
            yield draft

    async def stored(self) -> AsyncIterator[StoredDraft]:
        """Yield the drafts as a ledger keeps them, which they were checked for; raises what iterating does."""
        async for _, stored in self._checked():
            yield stored

    async def _checked(self) -> AsyncIterator[tuple[Draft, StoredDraft]]:
        rows = self._read()
        try:
            while chunk := await to_thread.run_sync(lambda: list(itertools.islice(rows, _ROWS_AT_ONCE))):
                for checked in chunk:
                    if checked is not None:
                        yield checked
        finally:
            rows.close()
        if self.problems and self._aside is None:
            raise InvalidDraftsError(self.problems, self.skipped)

    def _read(self) -> Generator[tuple[Draft, StoredDraft] | None]:
        """Yield the drafts, ``None`` for rows that are none."""
        with _readable(self.path), ExitStack() as stack:
            file = stack.enter_context(self.path.open(encoding=self._encoding, newline=""))
            header: list[str] = []
            rows = _json_rows(file) if self.format == "jsonl" else _csv_rows(file, header)
            aside: _Aside | None = None
            for row in rows:
                try:
                    draft = self._draft(row)
                    yield draft, draft.store()
                except InvalidDraftError as error:
                    self.skipped += 1
                    if len(self.problems) < _PROBLEMS_KEPT:
                        self.problems.append(self._problem(row, error))
                    if self._aside is not None:
                        aside = aside or stack.enter_context(_aside(self._aside, header))
                        aside.write(row.raw)
                    yield None

    def _draft(self, row: _Row) -> Draft:
        if isinstance(row.source, InvalidDraftError):
            raise row.source
        return self._drafts.load(row.source, text=self.format == "csv")

    def _problem(self, row: _Row, error: InvalidDraftError) -> RowProblem:
        place = place_from_column(error.column)
        known, personal = find_field(self._drafts.form(), place)
        value = "" if isinstance(row.source, InvalidDraftError) else _shown(row.source, place)
        # What stands under an unknown name may be anything.
        masked = "***" if value and (personal or not known) else value
        return RowProblem(file=self.path.name, line=row.line, column=error.column, value=masked, problem=error.problem)


def format_of(path: Path) -> FileFormat:
    """Return the format that a file's name ends in.

    Raises:
        OrdersError: It ends in neither.
    """
    match path.suffix.lower():
        case ".csv":
            return "csv"
        case ".jsonl" | ".ndjson":
            return "jsonl"
        case _:
            raise OrdersError(f"{path.name}: name the format, or let the file's name end in .csv or .jsonl")


@contextmanager
def _readable(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise OrdersError(f"cannot read {path}: {error.strerror}") from None
    except UnicodeError:
        raise OrdersError(f"{path} is not in the encoding that was named (UTF-8 by default)") from None


def _json_rows(file: IO[str]) -> Iterator[_Row]:
    for number, line in enumerate(file, 1):
        text = line.rstrip("\r\n")
        if not text.strip():
            continue
        try:
            source: JsonValue | InvalidDraftError = load_json(text)
        except JsonError:
            source = InvalidDraftError("", "no valid JSON")
        if isinstance(source, dict):
            source = {name: value for name, value in source.items() if not name.startswith("_")}
        yield _Row(number, text, source)


def _csv_rows(file: IO[str], header: list[str]) -> Iterator[_Row]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(file, strict=True)
    begin = 1
    try:
        header.extend(next(reader, list[str]()))
        if not header:
            raise OrdersError("the file has no header")
        names = [name.strip() for name in header]
        repeated = {name for name in names if names.count(name) > 1}
        if repeated:
            raise OrdersError(f"the header names {min(repeated)!r} twice")
        begin = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _Row(begin, cells, _nested(names, cells))
            begin = reader.line_num + 1
    except csv.Error as error:
        raise OrdersError(f"line {begin}: no valid CSV: {error}") from None


def _nested(names: Sequence[str], cells: Sequence[str]) -> JsonValue | InvalidDraftError:
    """Build the object that the columns describe."""
    if len(cells) > len(names):
        return InvalidDraftError("", f"{len(cells)} cells under {len(names)} columns")
    root: dict[str | int, object] = {}
    for name, cell in zip(names, cells, strict=False):
        if not cell or not name or name.startswith("_"):
            continue
        *way, last = place_from_column(name)
        target = root
        for step in way:
            inner = target.setdefault(step, {})
            if not isinstance(inner, dict):
                return InvalidDraftError(name, f"{step!r} has a column of its own as well")
            target = cast("dict[str | int, object]", inner)
        if last in target:
            return InvalidDraftError(name, "has columns for its parts as well")
        target[last] = cell
    return _lists(root)


def _lists(value: object) -> JsonValue:
    """Turn objects whose names are numbers into lists."""
    if not isinstance(value, dict):
        return cast("JsonValue", value)
    entries = cast("Mapping[str | int, object]", value)
    if entries and all(isinstance(name, int) for name in entries):
        # In the order of their numbers; a number that is left out, as with empty cells, leaves no hole.
        return [_lists(entries[name]) for name in sorted(entries, key=int)]
    return {str(name): _lists(item) for name, item in entries.items()}


def _shown(source: JsonValue, place: Place) -> str:
    """Return what stands at a place, shortened; empty where nothing does."""
    value = source
    for step in place:
        if isinstance(value, dict) and str(step) in value:
            value = value[str(step)]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return ""
    if not place or isinstance(value, dict | list):
        return ""
    text = dump_json_text(value)
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"


class _Aside:
    """The file of rows that were left out."""

    def __init__(self, file: IO[str], header: list[str]) -> None:
        self._file = file
        self._writer = csv.writer(file, lineterminator="\n")
        if header:
            self._writer.writerow(header)

    def write(self, raw: str | list[str]) -> None:
        """Write a row as it came."""
        if isinstance(raw, str):
            self._file.write(raw + "\n")
        else:
            self._writer.writerow(raw)


@contextmanager
def _aside(path: Path, header: list[str]) -> Generator[_Aside]:
    with private_file(path) as file:
        yield _Aside(file, header)


@contextmanager
def private_file(path: Path) -> Generator[IO[str]]:
    """Write a file that only its owner may read: it holds addresses of people.

    Raises:
        OrdersError: It cannot be written.
    """
    try:
        handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    except OSError as error:
        raise OrdersError(f"cannot write {path}: {error.strerror}") from None
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        yield file
