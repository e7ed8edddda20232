"""The fields of an operation, in Python and on the wire, however deep they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import attrs

from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.wire_types import JsonText, ListOf
from pandapon_async.cli.schema_reading import (
    data_schema,
    follow,
    properties,
    required_names,
    value_texts,
    wire_type_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async._core.call.operation import Operation
    from pandapon_async._core.schema.wire_types import WireType
    from pandapon_async.cli.schema_reading import Schema
    from pandapon_async.cli.surfaces import Surface

__all__ = ["Field", "answer_fields", "python_type", "request_fields"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a request or an answer.

    Attributes:
        name: Its place in Python, such as ``order_line_list[].item_id``.
        wire_name: Its place on the wire.
        location: ``path``, ``query``, ``body`` or ``data``.
        python_type: Annotation in Python.
        wire_type: JSON type.
        required: Whether a call needs it.
        personal: Whether its value is personal data.
        unit: Unit, where one is known.
        meaning: What it is.
    """

    name: str
    wire_name: str
    location: str
    python_type: str
    wire_type: str
    required: bool
    personal: bool
    unit: str
    meaning: str


def request_fields(surface: Surface, document: Schema, source: Schema, operation: Operation[object]) -> Iterator[Field]:
    """Yield the arguments of an operation, each followed by the fields inside it."""
    annotations = surface.method(operation).__annotations__
    schemas = _request_schemas(document, source)
    for parameter in operation.parameters:
        schema = schemas.get((parameter.location, parameter.name), {})
        yield Field(
            name=parameter.argument,
            wire_name=parameter.name,
            location=parameter.location,
            python_type=python_type(annotations.get(parameter.argument, "")),
            required=parameter.required,
            personal=parameter.personal,
            **_described(document, schema),
        )
        yield from _inner(
            document, parameter.type, schema, Place(parameter.argument, parameter.name, parameter.location)
        )


def answer_fields(document: Schema, source: Schema, operation: Operation[object]) -> Iterator[Field]:
    """Yield the fields of what an operation returns."""
    yield from _inner(document, operation.result, data_schema(document, source), Place("", "", "data"))


def python_type(annotation: object) -> str:
    """Return an annotation as it stands in the source, without the mark of what may be left out."""
    return str(annotation).removesuffix(" | Unset")


@dataclass(frozen=True, slots=True)
class Place:
    """Where fields stand."""

    name: str
    wire_name: str
    location: str
    inside: tuple[type, ...] = ()

    def item(self) -> Place:
        """Return the place of the items of a list."""
        return Place(self.name + "[]", self.wire_name + "[]", self.location, self.inside)


def _request_schemas(document: Schema, source: Schema) -> dict[tuple[str, str], Schema]:
    schemas: dict[tuple[str, str], Schema] = {}
    for reference in source.get("parameters", ()):
        entry = follow(document, reference)
        schemas[entry["in"], entry["name"]] = {"description": entry.get("description", ""), **entry.get("schema", {})}
    content = source.get("requestBody", {}).get("content", {}).get("application/json", {})
    body = follow(document, content.get("schema", {}))
    for name, schema in properties(document, body).items():
        schemas["body", name] = schema
    return schemas


def _described(document: Schema, schema: Schema) -> dict[str, Any]:
    proper = follow(document, schema)
    meaning = " ".join(str(proper.get("description", "")).split())
    values = value_texts(document, schema)
    if values:
        meaning += f" Values: {', '.join(values)}."
    if "default" in proper:
        meaning += f" The server's default: {proper['default']}."
    return {
        "wire_type": wire_type_text(document, schema),
        "unit": str(proper.get("x-pandapon-unit", "")),
        "meaning": meaning.strip(),
    }


def _inner(document: Schema, wire_type: WireType, schema: Schema, place: Place) -> Iterator[Field]:
    proper = follow(document, schema)
    if isinstance(wire_type, JsonText):
        yield from _inner(document, wire_type.inner, proper.get("contentSchema", {}), place)
    elif isinstance(wire_type, ListOf):
        yield from _inner(document, wire_type.item, proper.get("items", {}), place.item())
    elif isinstance(wire_type, Nested) and wire_type.model not in place.inside:
        yield from _model_fields(document, wire_type.model, proper, place)


def _model_fields(document: Schema, model: Any, schema: Schema, place: Place) -> Iterator[Field]:
    annotations: dict[str, Any] = {attribute.name: attribute.type for attribute in attrs.fields(model)}
    schemas = properties(document, schema)
    required = required_names(document, schema)
    dot = "." if place.name else ""
    for attribute, wire in model.wire_fields():
        inner = Place(
            f"{place.name}{dot}{attribute}",
            f"{place.wire_name}{dot}{wire.name}",
            place.location,
            (*place.inside, model),
        )
        field_schema = schemas.get(wire.name, {})
        yield Field(
            name=inner.name,
            wire_name=inner.wire_name,
            location=place.location,
            python_type=python_type(annotations[attribute]),
            required=wire.name in required,
            personal=wire.personal,
            **_described(document, field_schema),
        )
        yield from _inner(document, wire.type, field_schema, inner)
