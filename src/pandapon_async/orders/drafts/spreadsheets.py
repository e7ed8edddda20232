"""Workbooks (``.xlsx``): read with the text that their cells show, and written with cells that are text.

Needs openpyxl, which the extra ``excel`` installs.
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from contextlib import ExitStack, closing, contextmanager
from typing import IO, TYPE_CHECKING, Any, Final

from pandapon_async.orders.drafts.private_files import private_path
from pandapon_async.orders.drafts.rows import LONGEST_RECORD, MOST_COLUMNS, TableRow
from pandapon_async.orders.errors import DraftFileError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from pathlib import Path

    from pandapon_async.orders.drafts.rows import Mark, RowWriter

__all__ = ["SpreadsheetTable", "SpreadsheetWriter", "open_spreadsheet", "write_spreadsheet"]

#: Bounds of what a workbook may unfold to, in bytes, and of its rows: Excel's own.
_MOST_BYTES: Final = 2 << 30
_MOST_BYTES_IN_MEMORY: Final = 256 << 20
_MOST_ROWS: Final = 1_048_576
_LONGEST_CELL: Final = 32_767
#: Digits of a number that a spreadsheet keeps.
_EXACT_DIGITS: Final = 15

_ZEROS: Final = re.compile(r"0{2,}")
_CURRENCY: Final = re.compile(r"[¥￥$€£₽₩₫฿元]|\[\$")
_ESCAPE: Final = re.compile("_x[0-9A-Fa-f]{4}_|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


@contextmanager
def open_spreadsheet(path: Path, sheet: str | None) -> Generator[SpreadsheetTable]:
    """Open a sheet of a workbook as a table.

    Args:
        path: The workbook.
        sheet: Name of the sheet; by default the first one.

    Raises:
        DraftFileError: It is no workbook, too large, or has no such sheet.
    """
    openpyxl = _openpyxl()
    try:
        with ExitStack() as stack:
            archive = stack.enter_context(zipfile.ZipFile(path))
            _check_size(archive)
            values = openpyxl.load_workbook(path, read_only=True, data_only=True)
            stack.callback(values.close)
            names: list[str] = [each.title for each in values.worksheets]
            if not names or (sheet is not None and sheet not in names):
                known = ", ".join(map(repr, names)) or "none"
                raise DraftFileError(f"the workbook has no sheet {sheet!r}; it has: {known}")
            chosen = names.index(sheet) if sheet is not None else 0
            formulas = None
            if _has_formulas(archive):
                # A second reading shows which cells are formulas without a result.
                formulas = openpyxl.load_workbook(path, read_only=True, data_only=False)
                stack.callback(formulas.close)
            table = SpreadsheetTable(
                values.worksheets[chosen], formulas.worksheets[chosen] if formulas is not None else None
            )
            stack.callback(table.close)
            if sheet is None and len(names) > 1:
                table.notes.append(f"the sheet {names[0]!r} was read, of {len(names)}; --sheet NAME reads another")
            yield table
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError, EOFError) as error:
        # What openpyxl raises for damaged workbooks; its texts may quote cells.
        raise DraftFileError(
            f"{path.name} is no workbook that can be read ({type(error).__name__}); save it again as .xlsx or as CSV"
        ) from None


def _openpyxl() -> Any:
    import openpyxl  # noqa: PLC0415 - an extra

    return openpyxl


def _check_size(archive: zipfile.ZipFile) -> None:
    """Refuse what would unfold to more than any workbook of orders needs, and XML that defines entities.

    Raises:
        DraftFileError: It is refused.
    """
    total = 0
    for part in archive.infolist():
        total += part.file_size
        in_memory = not part.filename.startswith("xl/worksheets/")
        if total > _MOST_BYTES or (in_memory and part.file_size > _MOST_BYTES_IN_MEMORY):
            raise DraftFileError("the workbook is too large; save the sheet as CSV")
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as file:
                if b"<!DOCTYPE" in file.read(1024):
                    raise DraftFileError("the workbook holds XML of a kind that spreadsheets do not write")


def _has_formulas(archive: zipfile.ZipFile) -> bool:
    for part in archive.infolist():
        if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
            with archive.open(part) as file:
                rest = b""
                while block := file.read(1 << 20):
                    if b"<f>" in (text := rest + block) or b"<f " in text:
                        return True
                    rest = block[-2:]
    return False


class SpreadsheetTable:
    """A sheet as a table.

    Args:
        values: The sheet with the results of formulas.
        formulas: The sheet with the formulas, where it has any.

    Raises:
        DraftFileError: The sheet is empty.
    """

    def __init__(self, values: Any, formulas: Any | None) -> None:
        self.notes: list[str] = []
        self._rows = self._read(values, formulas)
        header = next(self._rows, None)
        if header is None:
            raise DraftFileError("the sheet is empty; its first row must name the columns")
        self.header = header.cells

    def close(self) -> None:
        """Close what is being read of the workbook."""
        self._rows.close()

    def _read(self, values: Any, formulas: Any | None) -> Generator[TableRow]:
        with ExitStack() as stack:
            cells = stack.enter_context(_cells(values))
            beside = stack.enter_context(_cells(formulas)) if formulas is not None else iter(())
            for number, row in enumerate(cells, 1):
                if number > _MOST_ROWS or len(row) > MOST_COLUMNS:
                    raise DraftFileError("the sheet has more rows or columns than Excel allows")
                texts, marks = _texts_of(row, next(beside, ()))
                if sum(map(len, texts)) > LONGEST_RECORD:
                    raise DraftFileError(f"row {number} is longer than {LONGEST_RECORD} characters")
                if marks or any(text.strip() for text in texts):
                    yield TableRow(number, texts, texts, marks)

    def rows(self) -> Iterator[TableRow]:
        """Yield the rows below the header, without empty ones. Empty cells at the end of a row may be missing."""
        for row in self._rows:
            missing = [""] * (len(self.header) - len(row.cells))
            yield TableRow(row.line, row.cells + missing, row.raw, row.marks)

    @contextmanager
    def aside(self, path: Path) -> Generator[RowWriter]:
        """Write a workbook with the same header."""
        with write_spreadsheet(path) as writer:
            writer.write(self.header)
            yield writer


@contextmanager
def _cells(sheet: Any) -> Generator[Iterator[Sequence[Any]]]:
    """Yield the rows of a sheet; its file is closed after the block."""
    # Programs write wrong dimensions, which would cut rows off.
    sheet.reset_dimensions()
    with closing(sheet.iter_rows()) as rows:
        yield rows


def _texts_of(row: Sequence[Any], formulas: Sequence[Any]) -> tuple[list[str], dict[int, Mark]]:
    """Return the cells of a row as texts, without empty ones at its end."""
    cells: list[str] = []
    marks: dict[int, Mark] = {}
    for index, cell in enumerate(row):
        text, mark = _text_of(cell)
        if not text and index < len(formulas) and formulas[index].data_type == "f":
            mark = "no result"
        cells.append(text)
        if mark is not None:
            marks[index] = mark
    while cells and not cells[-1] and len(cells) - 1 not in marks:
        cells.pop()
    return cells, marks


def _text_of(cell: Any) -> tuple[str, Mark | None]:
    """Return a cell as the text that stands in it, and what the text does not tell."""
    value: object = cell.value
    if value is None:
        return "", None
    if isinstance(value, str):
        return _unescaped(value), None
    if isinstance(value, bool):
        return str(value).upper(), None
    if isinstance(value, dt.datetime | dt.date | dt.time | dt.timedelta):
        return str(value).removesuffix(" 00:00:00"), "date"
    form = str(cell.number_format or "")
    if isinstance(value, int):
        digits = str(value)
        if len(digits.lstrip("-")) > _EXACT_DIGITS:
            return digits, "long number"
        # A format such as 000000 shows the zeros that the number has lost.
        text = digits.zfill(len(form)) if _ZEROS.fullmatch(form) else digits
        return _with_sign(text, value, form), "currency" if _CURRENCY.search(form) else None
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 10**_EXACT_DIGITS:
            text = str(int(value))
            text = text.zfill(len(form)) if _ZEROS.fullmatch(form) else text
        elif value.is_integer():
            return format(value, "f").removesuffix(".000000"), "rounded"
        else:
            text = format(value, f".{_EXACT_DIGITS}g")
        return _with_sign(text, value, form), "currency" if _CURRENCY.search(form) else None
    return str(value), None


def _with_sign(text: str, value: float, form: str) -> str:
    return f"{value * 100:.{_EXACT_DIGITS}g}%" if "%" in form else text


def _unescaped(text: str) -> str:
    """Undo how workbooks write characters that XML cannot hold."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _escaped(text: str) -> str:
    return _ESCAPE.sub(
        lambda found: f"_x{ord(found[0]):04X}_" if len(found[0]) == 1 else f"_x005F_{found[0][1:]}", text
    )


class SpreadsheetWriter:
    """Writes rows of text cells."""

    def __init__(self, sheet: Any) -> None:
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - an extra

        self._sheet = sheet
        self._cell = WriteOnlyCell
        self._count = 0

    def write(self, raw: str | Sequence[str]) -> None:
        """Write a row.

        Raises:
            DraftFileError: A cell or the sheet would be larger than Excel allows.
        """
        self._count += 1
        if self._count > _MOST_ROWS:
            raise DraftFileError(f"a sheet takes {_MOST_ROWS} rows; write the format csv or jsonl instead")
        row: list[Any] = []
        for text in raw:
            escaped = _escaped(text)
            if len(escaped) > _LONGEST_CELL:
                raise DraftFileError(
                    f"a cell takes {_LONGEST_CELL} characters, and row {self._count} has more in one; "
                    "write the format csv or jsonl instead"
                )
            if not escaped:
                row.append(None)
                continue
            cell = self._cell(self._sheet, value="")
            cell.value = escaped
            # Text, also where it looks like a formula or a number.
            cell.data_type = "s"
            cell.number_format = "@"
            row.append(cell)
        self._sheet.append(row)


@contextmanager
def write_spreadsheet(path: Path) -> Generator[SpreadsheetWriter]:
    """Write a workbook of one sheet, readable by its owner alone.

    Raises:
        DraftFileError: It cannot be written.
    """
    openpyxl = _openpyxl()
    with private_path(path) as made:
        workbook = openpyxl.Workbook(write_only=True)
        sheet = workbook.create_sheet("orders")
        yield SpreadsheetWriter(sheet)
        file: IO[bytes]
        with made.open("wb") as file:
            workbook.save(file)
