"""Exports: drafts of any state, in the form in which they were submitted, with what came of them beside."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING, Any, Literal, cast

from pandapon_async._core.schema.json import dump_json_text, load_json
from pandapon_async.orders.drafts.cells import write_cell
from pandapon_async.orders.drafts.private_files import private_file
from pandapon_async.orders.drafts.spreadsheets import write_spreadsheet
from pandapon_async.orders.errors import OrdersError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Sequence
    from pathlib import Path

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.orders.drafts.files import FileFormat
    from pandapon_async.orders.ledger.ledger import LedgerStore
    from pandapon_async.orders.ledger.states import Entry, State

__all__ = ["DECISION_COLUMN", "export_drafts", "export_file"]

_OUTCOME = (
    "_state",
    "_order_id",
    "_order_ids",
    "_certain",
    "_missing",
    "_code",
    "_message",
    "_request_id",
    "_note",
    "_attempts",
)
#: Filled in by a person with an order id, or with ``not-created``.
DECISION_COLUMN = "_decision"


async def export_file(ledger: LedgerStore, path: Path, file_format: FileFormat, *states: State) -> int:
    """Write drafts to a file that spreadsheets open without changing it, readable by its owner alone.

    Args:
        ledger: The ledger.
        path: Where to; an existing file is replaced once everything is written.
        file_format: ``csv``, ``jsonl`` or ``xlsx``.
        states: Which drafts; by default all.

    Returns:
        How many were written.

    Raises:
        DraftFileError: It cannot be written.
        OrdersError: The drafts changed meanwhile.
    """
    if file_format == "xlsx":
        with write_spreadsheet(path) as writer:
            return await _write_table(ledger, states, writer.write, guarded=False)
    # Excel takes CSV for UTF-8 only where it begins with a byte order mark.
    with private_file(path, "utf-8-sig" if file_format == "csv" else "utf-8") as file:
        return await export_drafts(ledger, file, file_format, *states)


async def export_drafts(
    ledger: LedgerStore, file: IO[str], file_format: Literal["csv", "jsonl"], *states: State
) -> int:
    """Write drafts, so that rejects can be corrected and submitted again.

    What came of a draft stands under names that begin with ``_``; reading the file again leaves these alone. CSV needs
    its columns first, so the ledger is read twice.

    Args:
        ledger: The ledger.
        file: Where to; opened with ``newline=""``.
        file_format: ``csv`` or ``jsonl``.
        states: Which drafts; by default all.

    Returns:
        How many were written.

    Raises:
        OrdersError: The drafts changed meanwhile.
    """
    if file_format == "csv":
        # Spreadsheets and the standard end lines so; and only so every line end within a cell is quoted.
        rows = csv.writer(file, lineterminator="\r\n")
        return await _write_table(ledger, states, rows.writerow, guarded=True)
    count = 0
    async for entry in ledger.entries(*states):
        file.write(dump_json_text({**_payload(entry), **_outcome(entry)}) + "\n")
        count += 1
    return count


async def _write_table(
    ledger: LedgerStore, states: Sequence[State], write: Callable[[Sequence[str]], object], *, guarded: bool
) -> int:
    columns: dict[str, None] = {}
    last = 0
    async for entry in ledger.entries(*states):
        columns.update(dict.fromkeys(name for name, _ in _values(_payload(entry))))
        last = entry.position
    # To be filled in, for `pandapon orders resolve --file`.
    decision = (DECISION_COLUMN,) if "unknown" in states else ()
    write([*columns, *_OUTCOME, *decision])
    count = 0
    async for entry in _until(ledger, states, last):
        values = dict(_values(_payload(entry)))
        if not values.keys() <= columns.keys():
            raise OrdersError("drafts were replaced while they were exported; export them again")
        cells = [write_cell(values[name], guarded=guarded) if name in values else "" for name in columns]
        outcome = (_joined(value) for value in _outcome(entry).values())
        texts = [write_cell(value, guarded=guarded) if value not in (None, "") else "" for value in outcome]
        write([*cells, *texts, *("" for _ in decision)])
        count += 1
    return count


async def _until(ledger: LedgerStore, states: Sequence[State], last: int) -> AsyncIterator[Entry]:
    """Yield the drafts that were there when the columns were looked for."""
    async for entry in ledger.entries(*states):
        if entry.position > last:
            return
        yield entry


def _outcome(entry: Entry) -> JsonObject:
    return {name: _json(getattr(entry, name[1:])) for name in _OUTCOME}


def _json(value: Any) -> JsonValue:
    return list(cast("tuple[JsonValue, ...]", value)) if isinstance(value, tuple) else value


def _joined(value: JsonValue) -> JsonValue:
    """Return what stands in one cell of a table."""
    if isinstance(value, list):
        return ";".join(str(item) for item in value)
    return "" if value is None else value


def _payload(entry: Entry) -> JsonObject:
    return cast("JsonObject", load_json(entry.payload))


def _values(value: JsonValue, column: str = "") -> Iterator[tuple[str, JsonValue]]:
    """Yield a draft's cells: dotted names for nested fields, numbers for items of lists.

    What has no such form is one cell of JSON: empty objects and lists, lists with gaps, names with dots in them.
    """
    if isinstance(value, dict) and value and not any(_is_no_column(name) for name in value):
        for name, item in value.items():
            yield from _values(item, f"{column}.{name}" if column else name)
    elif isinstance(value, list) and value and not any(item is None or item in ({}, []) for item in value):
        for index, item in enumerate(value):
            yield from _values(item, f"{column}.{index}")
    else:
        yield column, value


def _is_no_column(name: str) -> bool:
    return not name or "." in name or name.startswith("_") or name.isdecimal() or name != name.strip()
