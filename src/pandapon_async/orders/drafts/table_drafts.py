"""From the cells of a table to the object that a draft is loaded from."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, cast

from pandapon_async.orders.drafts.cells import read_cell
from pandapon_async.orders.drafts.fields import place_from_column, place_text
from pandapon_async.orders.drafts.values import check_value
from pandapon_async.orders.errors import InvalidDraftError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async.orders.drafts.fields import Place, ValueNotes
    from pandapon_async.orders.drafts.headers import Column
    from pandapon_async.orders.drafts.rows import Mark, TableRow

__all__ = ["source_of"]

_YUAN: Final = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,2}0*)?")
_MARK_PROBLEMS: Final[dict[Mark, str]] = {
    "no result": "is a formula without a result; open the file in a spreadsheet and save it",
    "date": "is a date; format the column as text and fill it in again",
    "rounded": "a spreadsheet has rounded this number; format the column as text and fill it in again",
    "currency": "is formatted as money, and the field is in fen; say the unit in the header, as in 金额(元), or --map",
}
_LONG_NUMBER: Final = "is a number of more than 15 digits, and spreadsheets keep 15; format the column as text"


def source_of(
    columns: Sequence[Column], constants: Mapping[str, str], row: TableRow, notes: ValueNotes
) -> JsonValue | InvalidDraftError:
    """Build the object that a row describes, its scalars as text; or return what is wrong with the row."""
    try:
        return _source(columns, constants, row, notes)
    except InvalidDraftError as error:
        return error


def _source(columns: Sequence[Column], constants: Mapping[str, str], row: TableRow, notes: ValueNotes) -> JsonValue:
    surplus = [cell for cell in row.cells[len(columns) :] if cell.strip()]
    if surplus or len(row.cells) < len(columns):
        raise InvalidDraftError("", f"ragged row: {len(row.cells)} cells under {len(columns)} columns")
    root: dict[str | int, object] = {}
    for index, (column, cell) in enumerate(zip(columns, row.cells, strict=False)):
        mark = row.marks.get(index)
        if not cell.strip() and mark is None:
            continue
        if not column.place and column.split is None:
            if not column.name:
                raise InvalidDraftError("", f"cell {index + 1} stands under a column without a name")
            continue
        if mark is not None:
            _check_mark(column, mark, notes)
        for place, text in _texts(column, cell, notes):
            _put(root, place, text)
    for name, text in constants.items():
        _put(root, place_from_column(name), text)
    return _lists(root)


def _check_mark(column: Column, mark: Mark, notes: ValueNotes) -> None:
    if mark == "long number":
        notes.suspicions.append((column.place, _LONG_NUMBER))
    elif (mark == "date" and column.kind == "text") or (
        mark == "currency" and (column.kind != "amount" or column.unit is not None)
    ):
        return
    else:
        raise InvalidDraftError(column.field or column.name, _MARK_PROBLEMS[mark])


def _texts(column: Column, cell: str, notes: ValueNotes) -> Iterator[tuple[Place, str | None]]:
    text = read_cell(cell)
    if column.split is not None:
        parts = column.split.parts(text or "")
        if parts is None:
            raise InvalidDraftError(column.name, f"has not the {len(column.split.fields)} parts that --map names")
        for field, part in parts:
            if part:
                yield place_from_column(field), part
    elif column.unit == "yuan" and text is not None:
        yield column.place, _fen(column, text, notes)
    else:
        yield column.place, text


def _fen(column: Column, text: str, notes: ValueNotes) -> str:
    """Turn an amount in yuan into fen, exactly."""
    checked = check_value("amount", text)
    plain = str(checked.value)
    if checked.verdict == "refused":
        raise InvalidDraftError(column.field, checked.notes[0])
    if not _YUAN.fullmatch(plain):
        raise InvalidDraftError(column.field, "is no amount in yuan with at most two decimals")
    if checked.verdict == "repaired":
        notes.repairs += ((column.place, note) for note in checked.notes)
    notes.repairs.append((column.place, "turned yuan into fen"))
    return str(int(Decimal(plain) * 100))


def _put(root: dict[str | int, object], place: Place, text: str | None) -> None:
    *way, last = place
    target = root
    for step in way:
        inner = target.setdefault(step, {})
        if not isinstance(inner, dict):
            raise InvalidDraftError(place_text(place), f"{step!r} has a column of its own as well")
        target = cast("dict[str | int, object]", inner)
    if last in target:
        raise InvalidDraftError(place_text(place), "has columns for its parts as well")
    target[last] = text


def _lists(value: object) -> JsonValue:
    """Turn objects whose names are numbers into lists."""
    if not isinstance(value, dict):
        return cast("JsonValue", value)
    entries = cast("Mapping[str | int, object]", value)
    if entries and all(isinstance(name, int) for name in entries):
        # In the order of their numbers; a number that is left out, as with empty cells, leaves no hole.
        return [_lists(entries[name]) for name in sorted(entries, key=int)]
    return {str(name): _lists(item) for name, item in entries.items()}
