"""Exports: drafts of any state, in the form in which they were submitted, with what came of them beside."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING, cast

from pandapon_async._core.schema.json import dump_json_text, load_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.orders.drafts.files import FileFormat
    from pandapon_async.orders.ledger.ledger import Ledger
    from pandapon_async.orders.ledger.states import Entry, State

__all__ = ["export_drafts"]


async def export_drafts(ledger: Ledger, file: IO[str], file_format: FileFormat, *states: State) -> int:
    """Write drafts, so that rejects can be mended and submitted again.

    What came of a draft stands under names that begin with ``_``; reading the file again leaves these alone. CSV needs
    its columns first, so the ledger is read twice.

    Args:
        ledger: The ledger.
        file: Where to; opened with ``newline=""``.
        file_format: ``csv`` or ``jsonl``.
        states: Which drafts; by default all.

    Returns:
        How many were written.
    """
    count = 0
    if file_format == "jsonl":
        async for entry in ledger.entries(*states):
            file.write(dump_json_text({**_payload(entry), **_outcome(entry)}) + "\n")
            count += 1
        return count
    columns: dict[str, None] = {}
    async for entry in ledger.entries(*states):
        columns.update(dict.fromkeys(name for name, _ in _cells(_payload(entry))))
    writer = csv.DictWriter(file, [*columns, *_OUTCOME], restval="", lineterminator="\n")
    writer.writeheader()
    async for entry in ledger.entries(*states):
        cells = dict(_cells(_payload(entry)))
        # Drafts may have come in between the two readings, with columns that are not in the header.
        if cells.keys() <= columns.keys():
            writer.writerow({**cells, **{name: _cell(value) for name, value in _outcome(entry).items()}})
            count += 1
    return count


_OUTCOME = ("_state", "_order_id", "_order_ids", "_certain", "_missing")
_OUTCOME += ("_code", "_message", "_request_id", "_note", "_attempts")


def _outcome(entry: Entry) -> JsonObject:
    values = {name: getattr(entry, name[1:]) for name in _OUTCOME}
    return {
        name: cast("JsonValue", list(value) if isinstance(value, tuple) else value) for name, value in values.items()
    }


def _payload(entry: Entry) -> JsonObject:
    return cast("JsonObject", load_json(entry.payload))


def _cells(value: JsonValue, column: str = "") -> Iterator[tuple[str, str]]:
    """Yield a draft's cells: dotted names for nested fields, numbers for items of lists."""
    if isinstance(value, dict) and value:
        for name, item in value.items():
            yield from _cells(item, f"{column}.{name}" if column else name)
    elif isinstance(value, list) and value:
        for index, item in enumerate(value):
            yield from _cells(item, f"{column}.{index}")
    else:
        yield column, dump_json_text(value) if isinstance(value, dict | list) else _cell(value)


def _cell(value: JsonValue) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return ";".join(str(item) for item in value)
        case _:
            return str(value)
