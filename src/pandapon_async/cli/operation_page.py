"""The page of ``pandapon ops show``: everything that is known of one operation."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any, Final

from pandapon_async.catalogue import read_catalogue, read_specification
from pandapon_async.cli.examples import answer_example, documented_values, example_arguments
from pandapon_async.cli.field_list import answer_fields, python_type, request_fields
from pandapon_async.cli.schema_reading import data_schema as data_schema_of
from pandapon_async.cli.schema_reading import wire_type_text
from pandapon_async.cli.snippet import program

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pandapon_async.cli.field_list import Field
    from pandapon_async.cli.schema_reading import Schema
    from pandapon_async.cli.surfaces import KnownOperation

__all__ = ["operation_page", "operation_program"]

_WIDTH: Final = 100
_EFFECTS: Final = {
    "read": "read: retried when an attempt fails",
    "write": "write: never sent again when the server may have received it",
    "pay": "payment: never sent again when the server may have received it",
}
_SIGNED: Final = {"header": "in the headers", "query": "in the query (timestamp, sign), and in the headers"}


def operation_page(known: KnownOperation) -> str:
    """Return the page of an operation as text."""
    document = read_specification(known.surface.specification)
    source = _source(known, document)
    sections = [
        "\n".join(_head(known, source)),
        "\n".join(_section("Parameters", request_fields(known.surface, document, source, known.operation), "none")),
        "\n".join(_answer(known, document, source)),
        "\n".join(_examples(document, source)),
        "Program (the account comes from the environment)\n\n" + _program(known, document, source).rstrip(),
    ]
    return "\n\n".join(section for section in sections if section)


def operation_program(known: KnownOperation) -> str:
    """Return the program at the end of the page: it makes the documented call."""
    document = read_specification(known.surface.specification)
    return _program(known, document, _source(known, document))


def _program(known: KnownOperation, document: Schema, source: Schema) -> str:
    return program(known.surface, known.operation, example_arguments(document, source, known.operation))


def _source(known: KnownOperation, document: Schema) -> Schema:
    operation: Schema = document["paths"][known.operation.path][known.operation.method.lower()]
    return operation


def _head(known: KnownOperation, source: Schema) -> Iterator[str]:
    operation = known.operation
    yield f"{operation.name}  ({known.surface.name})"
    yield ""
    yield from _wrapped(source.get("summary", ""), "")
    yield from _wrapped(source.get("description", ""), "")
    yield ""
    yield f"Request        {operation.method} {operation.path}"
    iterator = f"iter_{operation.name.rpartition('.')[2]}"
    if hasattr(known.surface.resource(operation), iterator):
        yield f"Page by page   {operation.name.rpartition('.')[0]}.{iterator}(...): async for each item of all pages"
    if operation.inference is not None:
        yield "Status         inferred: no known page prints the path; a call needs inferred=True or --inferred"
        yield f"Inferred from  {operation.inference.source}"
        yield from _wrapped(f"{operation.inference.rule}: {operation.inference.evidence}", "Rule           ", " " * 15)
    yield f"Effect         {_EFFECTS[operation.effect]}"
    yield f"Signature      {_SIGNED[operation.signing]}"
    yield f"Envelope       {operation.envelope}"
    completeness = source.get("x-pandapon-completeness", {})
    yield f"Documented     request {completeness.get('request')}, answer {completeness.get('response')}"
    pages = source.get("x-pandapon-source", {})
    yield f'Page           "{source.get("x-pandapon-title")}", {_changed(pages)}'
    for page in pages.get("pages", ()):
        yield f"               {page}"
    if pages.get("upstream"):
        yield f"Shape of       {pages['upstream']}, which the platform forwards; not confirmed"
    for entry in read_catalogue():
        if (entry.surface, entry.path, entry.method) == (known.surface.name, operation.path, operation.method):
            yield f"Listed as      {entry.group}: {entry.title} ({entry.status})"
    for correction in source.get("x-pandapon-corrections", ()):
        yield from _wrapped(f"{correction['at']}: {correction['why']}", "Corrected      ", " " * 15)


def _changed(pages: dict[str, Any]) -> str:
    return f"changed {pages['modified']}" if pages.get("modified") else "date unknown"


def _answer(known: KnownOperation, document: Schema, source: Schema) -> Iterator[str]:
    data_schema = data_schema_of(document, source)
    annotation = python_type(known.surface.method(known.operation).__annotations__.get("return", ""))
    yield from _section("Answer", answer_fields(document, source, known.operation), "")
    yield f"  Returns {annotation}; on the wire {wire_type_text(document, data_schema)} in data."
    yield from _wrapped(source["responses"]["200"].get("description", ""), "  ")


def _section(title: str, fields: Iterable[Field], empty: str) -> Iterator[str]:
    yield title
    yield ""
    found = list(fields)
    for field in found:
        # Required flags of responses are not reliable.
        required = ", required" if field.required and field.location != "data" else ""
        yield f"  {field.name}: {field.python_type}{required}"
        yield f"      {field.location} {field.wire_name}: {field.wire_type}"
        unit = f" Unit: {field.unit}." if field.unit else ""
        personal = " Personal data." if field.personal else ""
        yield from _wrapped(f"{field.meaning}{unit}{personal}", "      ")
    if not found and empty:
        yield f"  {empty}"


def _examples(document: Schema, source: Schema) -> Iterator[str]:
    values = documented_values(document, source)
    answer = answer_example(source)
    if values:
        yield "Documented request"
        yield ""
        yield from _json({name: value for (_, name), value in values.items()})
    if answer is not None:
        yield from [""] * bool(values)
        yield "Documented answer"
        yield ""
        yield from _json(answer)


def _json(value: Any) -> Iterator[str]:
    for line in json.dumps(value, ensure_ascii=False, indent=2).splitlines():
        yield f"  {line}"


def _wrapped(text: str, lead: str, next_lead: str | None = None) -> list[str]:
    indent = lead if next_lead is None else next_lead
    return textwrap.wrap(
        text, _WIDTH, initial_indent=lead, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
