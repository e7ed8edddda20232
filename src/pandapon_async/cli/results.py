"""What a call returned, as JSON without loss, or as a table for people."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from pandapon_async.cli.tables import print_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pandapon_async._core.schema.json import JsonValue

__all__ = ["print_json", "print_result_table"]


def print_json(data: JsonValue) -> None:
    """Print data as it came: field names and values of the wire, integers of any size."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def print_result_table(data: JsonValue) -> None:
    """Print data as a table: one row for each entry of a list, else one for each field."""
    match data:
        case list() if data and all(isinstance(item, dict) for item in data):
            _print_rows([item for item in data if isinstance(item, dict)])
        case dict() if (name := _rows_of(data)) is not None:
            rows = data[name]
            beside = {key: value for key, value in data.items() if key != name}
            if beside:
                _print_fields(beside)
                click.echo()
            _print_rows([item for item in rows if isinstance(item, dict)] if isinstance(rows, list) else [])
        case dict():
            _print_fields(data)
        case list():
            print_table(("value",), [(_cell(item),) for item in data])
        case _:
            click.echo(_cell(data))


def _rows_of(data: Mapping[str, JsonValue]) -> str | None:
    """Return the name of the one list of objects in a page of results."""
    names = [
        name
        for name, value in data.items()
        if isinstance(value, list) and value and all(isinstance(item, dict) for item in value)
    ]
    return names[0] if len(names) == 1 else None


def _print_rows(rows: Sequence[Mapping[str, JsonValue]]) -> None:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    print_table(columns, [[_cell(row[name]) if name in row else "" for name in columns] for row in rows])


def _print_fields(fields: Mapping[str, JsonValue]) -> None:
    print_table(("field", "value"), [(name, _cell(value)) for name, value in fields.items()])


def _cell(value: JsonValue) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
