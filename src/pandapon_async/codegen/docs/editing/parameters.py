"""Writes drift of query and path parameters into the parameter list of an operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async.codegen.docs.editing.schema_writer import default_of
from pandapon_async.codegen.docs.editing.yaml_text import scalar
from pandapon_async.codegen.specification import list_at, object_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.docs.drift.comparison import Drift
    from pandapon_async.codegen.docs.editing.schema_writer import SchemaWriter
    from pandapon_async.codegen.docs.editing.yaml_text import Place, YamlText
    from pandapon_async.codegen.docs.model.fields import Field
    from pandapon_async.codegen.docs.model.page import Page
    from pandapon_async.codegen.specification import SourceOperation

__all__ = ["apply_parameter", "parameter_entry"]


def parameter_entry(field: Field, place: str, writer: SchemaWriter) -> JsonObject:
    """Return a parameter in the form of the specification. A type that a URL cannot carry becomes a string."""
    schema = writer.field(field, argument=True)
    description = schema.pop("description")
    if not isinstance(schema.get("type"), str):
        schema["type"] = "string"
    entry: JsonObject = {"name": field.name, "in": place, "schema": schema, "description": description}
    if field.required or place == "path":
        entry["required"] = True
    return entry


def apply_parameter(
    operation: SourceOperation, page: Page, drift: Drift, writer: SchemaWriter, text: YamlText
) -> str | None:
    """Write one drift.

    Returns:
        The reason if it was not written.
    """
    whole = ("paths", operation.path, operation.method)
    entries = [object_at(entry) for entry in list_at(operation.data, "parameters")]
    field = _field(page, drift)
    if drift.kind == "added" and field and drift.fact:
        entry = parameter_entry(field, drift.fact.part, writer)
        if entries:
            text.append((*whole, "parameters"), entry)
        else:
            text.insert_after((*whole, "x-pandapon-source"), "parameters", [entry])
        return None
    name = (drift.before if drift.kind == "renamed" else drift.place).removeprefix("request.")
    index = _index(entries, name)
    if index is None:
        return "the specification does not have it"
    place = (*whole, "parameters", index)
    if drift.kind == "removed":
        if len(entries) == 1:
            text.remove((*whole, "parameters"))
        else:
            text.remove_entry(place)
        return None
    return _change(entries[index], place, drift, field, text)


def _index(entries: Iterable[JsonObject], name: str) -> int | None:
    return next((index for index, entry in enumerate(entries) if entry.get("name") == name), None)


def _field(page: Page, drift: Drift) -> Field | None:
    name = drift.place.removeprefix("request.")
    fields = page.parameters.get(drift.fact.part, ()) if drift.fact else ()
    return next((field for field in fields if field.name == name), None)


def _change(entry: JsonObject, place: Place, drift: Drift, field: Field | None, text: YamlText) -> str | None:
    schema = object_at(entry, "schema")
    match drift.kind:
        case "renamed" if field:
            text.replace((*place, "name"), scalar(field.name))
        case "required" if drift.after == "required":
            text.insert_after((*place, "in"), "required", value=True)
        case "required":
            text.remove((*place, "required"))
        case "type" | "format" | "default" | "deprecated" if field and isinstance(schema.get("type"), str):
            values: dict[str, JsonValue] = {
                "type": field.type.types[0] if len(field.type.types) == 1 else None,
                "format": field.type.format,
                "default": default_of(field),
                "deprecated": True,
            }
            value = values[drift.kind]
            if value is None or (drift.kind == "type" and value not in ("string", "integer", "number", "boolean")):
                return "not a scalar type; change it by hand"
            if drift.kind in schema:
                text.replace((*place, "schema", drift.kind), scalar(value))
            else:
                text.insert_after((*place, "schema", "type"), drift.kind, value)
        case _:
            return "change it by hand"
    return None
