"""Drafts out of files: JSON lines, CSV and workbooks, every row checked, errors by file, line and column.

JSON lines: one object a line, with the fields of the draft as names and nested as in Python::

    {"seller_order_number": "A-1", "purchase_amount": 400, "receiver": {"name": "..."}, "order_line_list": [...]}

Tables: a header with the same names, dotted for nested fields and with a number for items of a list; or JSON in one
cell for a whole object or list. An empty cell leaves its field out::

    seller_order_number,purchase_amount,receiver.name,order_line_list.0.item_id,order_line_list.0.quantity

The names of the wire (``sellerOrderNumber``) and usual names in Chinese and English are understood as well; a mapping
adds others. Names that begin with ``_`` are left alone: the exports write outcomes under such names, so that rejects
can be corrected and submitted again.
"""

from __future__ import annotations

import itertools
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Literal, TypeAlias

import attrs
from anyio import to_thread

from pandapon_async._core.schema.json import JsonError, dump_json_text, load_json
from pandapon_async._storage.cancellation import run_to_end
from pandapon_async.orders.drafts.csv_reading import CsvTable, RawWriter, bounded_lines
from pandapon_async.orders.drafts.fields import ValueNotes, find_field, place_from_column, place_text
from pandapon_async.orders.drafts.headers import ColumnNames, plain_name
from pandapon_async.orders.drafts.mapping import read_column_map
from pandapon_async.orders.drafts.private_files import forbid_overwriting, private_file
from pandapon_async.orders.drafts.rounding import RoundedColumns
from pandapon_async.orders.drafts.spreadsheets import open_spreadsheet
from pandapon_async.orders.drafts.table_drafts import source_of
from pandapon_async.orders.drafts.text_encoding import find_encoding
from pandapon_async.orders.errors import DraftFileError, InvalidDraftError, InvalidDraftsError, RowProblem

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Generator, Iterator, Sequence
    from contextlib import AbstractContextManager

    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async.orders.drafts.draft import Draft, StoredDraft
    from pandapon_async.orders.drafts.fields import Place
    from pandapon_async.orders.drafts.headers import Column
    from pandapon_async.orders.drafts.mapping import ColumnMap
    from pandapon_async.orders.drafts.rows import RowWriter, Table

__all__ = ["DraftFile", "FileFormat", "Repair", "format_of"]

FileFormat: TypeAlias = Literal["csv", "jsonl", "xlsx"]

_PROBLEMS_KEPT: Final = 20
_LONGEST_VALUE: Final = 60
_ROWS_AT_ONCE: Final = 200
_ACCEPTING: Final = "if it is right, accept it with --accept-suspicious"


@attrs.define
class Repair:
    """What was repaired in a column.

    Attributes:
        file: Name of the file.
        line: Line of the first of the rows.
        column: Column or nested field.
        repair: What was done.
        rows: In how many rows.
    """

    file: str
    line: int
    column: str
    repair: str
    rows: int = 1

    def __str__(self) -> str:
        more = f" (and in {self.rows - 1} more rows)" if self.rows > 1 else ""
        return f"{self.file}:{self.line}: {self.column}: {self.repair}{more}"


@attrs.frozen
class _Row:
    """A row as it stands in the file, and what is to be loaded of it."""

    line: int
    raw: str | list[str] = attrs.field(repr=False)
    source: JsonValue | InvalidDraftError = attrs.field(repr=False)
    notes: ValueNotes = attrs.field(factory=ValueNotes, repr=False)


class DraftFile:
    """A file of drafts.

    Args:
        path: Where it is.
        drafts: Class of its drafts.
        file_format: ``csv``, ``jsonl`` or ``xlsx``; by default what the name ends in.
        encoding: Of the text; by default UTF-8, UTF-16 with a byte order mark or GB18030, whichever is certain.
        delimiter: What separates the cells of CSV; by default found out from the header.
        sheet: Name of the sheet of a workbook; by default the first one.
        column_map: TOML file with the shop's own names of columns; see :mod:`mapping`.
        skip_invalid: File for rows that cannot be sent, in the same form; by default such rows are an error.
        accept_suspicious: Whether values that may be damaged are taken as they are.

    Attributes:
        skipped: How many rows were left out.
        problems: The first problems that were met.
        repairs: What was repaired.
        notes: What was found out about the file: its encoding, separator, sheet.
        suspicious: How many suspicious values were taken as they are.
    """

    def __init__(  # noqa: PLR0913 - one parameter per property of a file
        self,
        path: str | Path,
        drafts: type[Draft],
        *,
        file_format: FileFormat | None = None,
        encoding: str | None = None,
        delimiter: str | None = None,
        sheet: str | None = None,
        column_map: str | Path | None = None,
        skip_invalid: str | Path | None = None,
        accept_suspicious: bool = False,
    ) -> None:
        self.path = Path(path)
        self.format: FileFormat = file_format or format_of(self.path)
        self.skipped = 0
        self.suspicious = 0
        self.problems: list[RowProblem] = []
        self.notes: list[str] = []
        self._repairs: dict[tuple[str, str], Repair] = {}
        self._drafts = drafts
        self._encoding = encoding
        self._delimiter = delimiter
        self._sheet = sheet
        self._map_path = Path(column_map) if column_map is not None else None
        self._aside = Path(skip_invalid) if skip_invalid is not None else None
        self._accept_suspicious = accept_suspicious
        self._headers: dict[str, str] = {}

    @property
    def repairs(self) -> list[Repair]:
        """What was repaired, by column and repair."""
        return list(self._repairs.values())

    async def check(self) -> None:
        """Make sure that the file can be read as one of drafts, as far as its beginning shows, and nothing is lost.

        Raises:
            DraftFileError: It cannot, or the file for invalid rows is the file itself.
        """

        def check() -> None:
            self._check_aside()
            # A pipe can be read once only.
            if self.path.is_file() or not self.path.exists():
                with _explained(self.path), ExitStack() as stack:
                    self._open(stack)

        await to_thread.run_sync(check)

    async def __aiter__(self) -> AsyncIterator[Draft]:
        """Yield the drafts; rows are read and checked in a thread, some hundred at a time.

        Raises:
            InvalidDraftsError: At the end, where rows cannot be sent and are not written aside.
            DraftFileError: The file cannot be read.
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
            # To its end, also when cancelled: a generator that runs in a thread cannot be closed.
            while chunk := await run_to_end(to_thread.run_sync(lambda: list(itertools.islice(rows, _ROWS_AT_ONCE)))):
                for checked in chunk:
                    if checked is not None:
                        yield checked
        finally:
            rows.close()

    def _read(self) -> Generator[tuple[Draft, StoredDraft] | None]:
        """Yield the drafts, ``None`` for rows that are none."""
        self.skipped = self.suspicious = 0
        self.problems.clear()
        self._repairs.clear()
        self._check_aside()
        rounded = RoundedColumns()
        with _explained(self.path), ExitStack() as stack:
            rows, open_aside = self._open(stack)
            aside: RowWriter | None = None
            for row in rows:
                try:
                    draft = self._draft(row)
                    stored = draft.store_checked()
                except InvalidDraftError as error:
                    self.skipped += 1
                    if len(self.problems) < _PROBLEMS_KEPT:
                        self.problems.append(self._problem(row, error))
                    if self._aside is not None:
                        aside = aside or stack.enter_context(open_aside(self._aside))
                        aside.write(row.raw)
                    yield None
                else:
                    self._note(row, rounded)
                    yield draft, stored
            # Before the file for invalid rows takes its place.
            self._judge(rounded)

    def _open(self, stack: ExitStack) -> tuple[Iterator[_Row], Callable[[Path], AbstractContextManager[RowWriter]]]:
        """Open the file; return its rows, and what opens the file for invalid ones."""
        if self.format == "xlsx":
            table: Table = stack.enter_context(open_spreadsheet(self.path, self._sheet))
            self.notes = table.notes
            mapping = self._column_map()
            return self._table_rows(table, ColumnNames(self._drafts.form(), mapping), mapping), table.aside
        encoding, note = find_encoding(self.path, self._encoding)
        self.notes = [note] if note else []
        file = stack.enter_context(self.path.open(encoding=encoding, newline=""))
        if self.format == "jsonl":
            return _json_rows(file), lambda path: _json_aside(path, encoding)
        mapping = self._column_map()
        names = ColumnNames(self._drafts.form(), mapping)
        table = CsvTable(file, encoding=encoding, delimiter=self._delimiter, knows=names.knows)
        self.notes += table.notes
        return self._table_rows(table, names, mapping), table.aside

    def _column_map(self) -> ColumnMap | None:
        return None if self._map_path is None else read_column_map(self._map_path, self._drafts.form(), plain_name)

    def _table_rows(self, table: Table, names: ColumnNames, mapping: ColumnMap | None) -> Iterator[_Row]:
        columns = names.columns(table.header)
        # Problems are told with the names that the file has.
        self._headers = {column.field: column.name for column in columns if column.field != column.name}
        return self._rows_of(table, columns, {} if mapping is None else dict(mapping.constants))

    @staticmethod
    def _rows_of(table: Table, columns: Sequence[Column], constants: dict[str, str]) -> Iterator[_Row]:
        for row in table.rows():
            notes = ValueNotes()
            yield _Row(row.line, row.raw, source_of(columns, constants, row, notes), notes)

    def _draft(self, row: _Row) -> Draft:
        if isinstance(row.source, InvalidDraftError):
            raise row.source
        draft = self._drafts.load(row.source, text=self.format != "jsonl", notes=row.notes)
        if row.notes.suspicions and not self._accept_suspicious:
            place, suspicion = row.notes.suspicions[0]
            raise InvalidDraftError(place_text(place), f"{suspicion}; {_ACCEPTING}")
        return draft

    def _note(self, row: _Row, rounded: RoundedColumns) -> None:
        self.suspicious += len(row.notes.suspicions)
        for place, text in row.notes.repairs:
            column = self._shown_column(place_text(place))
            repair = self._repairs.get((column, text))
            if repair is None:
                self._repairs[column, text] = Repair(self.path.name, row.line, column, text)
            else:
                repair.rows += 1
        for place, digits in row.notes.long_numbers:
            rounded.add(place, digits, row.line)

    def _judge(self, rounded: RoundedColumns) -> None:
        """Raise what is wrong with the file."""
        columns = [] if self._accept_suspicious else rounded.rounded()
        problems = [
            RowProblem(
                file=self.path.name,
                line=line,
                column=self._shown_column(column),
                value="",
                problem=f"all long numbers of this column look rounded, as spreadsheets do; {_ACCEPTING}",
            )
            for column, line in columns
        ]
        if self._aside is None:
            problems = [*self.problems, *problems]
        if problems:
            raise InvalidDraftsError(problems, self.skipped + len(columns) if self._aside is None else len(columns))

    def _problem(self, row: _Row, error: InvalidDraftError) -> RowProblem:
        place = place_from_column(error.column)
        known, personal = find_field(self._drafts.form(), place)
        value = "" if isinstance(row.source, InvalidDraftError) else _shown(row.source, place)
        # What stands under an unknown name may be anything.
        masked = "***" if value and (personal or known is None) else value
        column = self._shown_column(error.column)
        return RowProblem(file=self.path.name, line=row.line, column=column, value=masked, problem=error.problem)

    def _shown_column(self, column: str) -> str:
        name = self._headers.get(column)
        return f"{name} ({column})" if name and column else column

    def _check_aside(self) -> None:
        if self._aside is None:
            return
        inputs = [self.path, *([self._map_path] if self._map_path else [])]
        forbid_overwriting(self._aside, inputs, "--skip-invalid")
        named = _FORMATS.get(self._aside.suffix.lower())
        if named is not None and named != self.format:
            raise DraftFileError(
                f"--skip-invalid writes rows in the form of {self.path.name}; let the name end in .{self.format}"
            )


_FORMATS: Final[dict[str, FileFormat]] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
}


def format_of(path: Path) -> FileFormat:
    """Return the format that a file's name ends in.

    Raises:
        DraftFileError: It ends in none.
    """
    found = _FORMATS.get(path.suffix.lower())
    if found is None:
        old = "; save old workbooks as .xlsx" if path.suffix.lower() == ".xls" else ""
        raise DraftFileError(f"{path.name}: name the format, or let the file's name end in .csv, .xlsx or .jsonl{old}")
    return found


@contextmanager
def _explained(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise DraftFileError(f"cannot read {path}: {error.strerror}; check the name of the file") from None
    except UnicodeError:
        raise DraftFileError(
            f"{path} is not in the encoding that was named; leave --encoding out, or name another one"
        ) from None


def _json_rows(file: IO[str]) -> Iterator[_Row]:
    for number, line in enumerate(bounded_lines(file), 1):
        text = line.strip("\r\n\ufeff\x1a")
        if not text.strip():
            continue
        try:
            source: JsonValue | InvalidDraftError = load_json(text)
        except JsonError:
            source = InvalidDraftError("", "no valid JSON")
        if isinstance(source, dict):
            source = {name: value for name, value in source.items() if not name.startswith("_")}
        yield _Row(number, text + "\n", source)


@contextmanager
def _json_aside(path: Path, encoding: str) -> Generator[RowWriter]:
    with private_file(path, encoding) as file:
        yield RawWriter(file)


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
    # Invisible characters are shown as JSON can escape them.
    text = "".join(
        character if character.isprintable() else f"\\u{ord(character):04x}" for character in dump_json_text(value)
    )
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"
