"""Writes drift into the specifications. What cannot be written safely is reported instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pandapon_async.codegen.docs.editing.operation_level import OPERATION_PLACES, apply_to_operation
from pandapon_async.codegen.docs.editing.parameters import apply_parameter
from pandapon_async.codegen.docs.editing.schema_writer import SchemaWriter, default_of
from pandapon_async.codegen.docs.editing.yaml_text import scalar
from pandapon_async.codegen.naming import module_name
from pandapon_async.codegen.specification import JSON_CONTENT, list_at, object_at

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.docs.drift.comparison import Drift
    from pandapon_async.codegen.docs.editing.yaml_text import Place, YamlText
    from pandapon_async.codegen.docs.model.fields import Field
    from pandapon_async.codegen.docs.model.page import Page
    from pandapon_async.codegen.specification import SourceOperation, Specification

__all__ = ["apply_drift", "is_envelope"]

_SCHEMAS: Final = ("components", "schemas")
_INTEGER: Final = re.compile(r"-?[0-9]{1,18}")


class _Target(NamedTuple):
    """The object schema that contains a field, and the name of the field in it."""

    holder: Place
    schema: JsonObject
    name: str

    @property
    def field(self) -> Place:
        return (*self.holder, "properties", self.name)


def apply_drift(
    specification: Specification, operation: SourceOperation, page: Page, drift: Drift, text: YamlText
) -> str | None:
    """Write one drift.

    Returns:
        The reason if it was not written.
    """
    if drift.place in OPERATION_PLACES:
        return apply_to_operation(specification, operation, drift, text)
    if drift.fact is not None and drift.fact.part in ("path", "query"):
        writer = SchemaWriter(specification.schemas, operation.name.rpartition(".")[2])
        return apply_parameter(operation, page, drift, writer, text)
    if drift.fact is None or drift.fact.part not in ("body", "answer") or drift.place.count(".") < 1:
        return "change it by hand"
    if is_envelope(drift.place):
        return "belongs to the envelope, which all operations share"
    fields = _Writer(specification, operation, page, text)
    target = fields.locate(drift.before if drift.kind == "renamed" else drift.place)
    if target is None:
        return "the specification does not have it"
    return fields.write(drift, target)


def is_envelope(place: str) -> bool:
    """Tell whether a field belongs to the envelope around the data of a response."""
    part, _, rest = place.partition(".")
    return part == "response" and rest.partition(".")[0] not in ("", "data")


class _Writer:
    def __init__(self, specification: Specification, operation: SourceOperation, page: Page, text: YamlText) -> None:
        self._specification = specification
        self._operation = operation
        self._page = page
        self._text = text

    def locate(self, place: str) -> _Target | None:
        """Find the schema that contains the field, or to which it will be added."""
        part, *names = place.split(".")
        whole: Place = ("paths", self._operation.path, self._operation.method)
        rest: Place = ("requestBody",) if part == "request" else ("responses", "200")
        holder = self._object((*whole, *rest, "content", JSON_CONTENT, "schema"))
        for name in names[:-1]:
            if holder is None:
                return None
            holder = self._object((*holder[0], "properties", name))
        return _Target(holder[0], holder[1], names[-1]) if holder else None

    def _object(self, path: Place) -> tuple[Place, JsonObject] | None:
        """Follow references, arrays and null to the object schema."""
        for _ in range(32):
            node: JsonValue = self._specification.document
            for key in path:
                node = node[key] if isinstance(node, list) and isinstance(key, int) else object_at(node).get(str(key))
            schema = object_at(node)
            name = self._specification.component(schema)
            branches = list_at(schema, "anyOf")
            if name is not None:
                path = (*_SCHEMAS, name)
            elif branches:
                index = next((i for i, branch in enumerate(branches) if branch != {"type": "null"}), 0)
                path = (*path, "anyOf", index)
            elif "items" in schema:
                path = (*path, "items")
            else:
                return (path, schema) if "properties" in schema else None
        return None

    def write(self, drift: Drift, target: _Target) -> str | None:
        """Write a change of a field."""
        if drift.kind == "added":
            return self._add(drift, target)
        field = object_at(target.schema, "properties", target.name)
        if not field:
            return "the specification does not have it"
        match drift.kind:
            case "removed":
                if len(object_at(target.schema, "properties")) == 1:
                    return "it is the only field; remove it by hand"
                self._text.remove(target.field)
                self._require(target, required=False)
            case "renamed":
                self._text.rename(target.field, drift.place.rpartition(".")[2])
                self._require(target, required=False, instead=drift.place.rpartition(".")[2])
            case "required":
                self._require(target, required=drift.after == "required")
            case "default" | "deprecated":
                return self._mark(drift, target, field)
            case "type" | "nullable" | "format":
                return self._type(drift, target, field)
            case "enum":
                return self._enum(drift, field)
            case _:
                return "change it by hand"
        return None

    def _mark(self, drift: Drift, target: _Target, field: JsonObject) -> str | None:
        written = self._field_of_page(drift.place)
        value = True if drift.kind == "deprecated" else default_of(written) if written else None
        if value is None:
            return "the default does not have the type on the page"
        self._set(target.field, field, drift.kind, value)
        return None

    def _field_of_page(self, place: str) -> Field | None:
        part, *names = place.split(".")
        response = self._page.response
        fields = self._page.body if part == "request" else response.fields if response else None
        found: Field | None = None
        for name in names:
            found = next((field for field in fields or () if field.name == name), None)
            fields = found.fields if found else ()
        return found

    def _add(self, drift: Drift, target: _Target) -> str | None:
        field = self._field_of_page(drift.place)
        if field is None or field.evidence != "schema":
            return "only an example shows it; add it by hand if callers can rely on it"
        is_argument = drift.place.startswith("request.") and drift.place.count(".") == 1
        writer = SchemaWriter(self._specification.schemas, self._operation.name.rpartition(".")[2])
        writer.in_request = drift.place.startswith("request.")
        schema = writer.field(field, argument=is_argument)
        self._text.insert((*target.holder, "properties"), field.name, schema)
        for name, body in writer.components.items():
            self._text.insert(_SCHEMAS, name, body)
        if field.required and drift.place.startswith("request."):
            self._require(target, required=True)
        return None

    def _set(self, place: Place, schema: JsonObject, key: str, value: JsonValue) -> None:
        if key in schema:
            self._text.replace((*place, key), scalar(value))
        else:
            self._text.insert_before((*place, next(iter(schema))), key, value)

    def _require(self, target: _Target, *, required: bool, instead: str | None = None) -> None:
        names = [name for name in list_at(target.schema, "required") if isinstance(name, str)]
        changed = [instead if name == target.name else name for name in names if instead or name != target.name]
        changed += [target.name] if required and target.name not in changed else []
        if changed == names:
            return
        place = (*target.holder, "required")
        if not changed:
            self._text.remove(place)
        elif names:
            self._text.replace(place, scalar([name for name in changed if name is not None]))
        else:
            self._text.insert_before((*target.holder, "properties"), "required", [str(name) for name in changed])

    def _type(self, drift: Drift, target: _Target, field: JsonObject) -> str | None:
        if drift.fact is None or not isinstance(field.get("type"), str | list):
            return "its type is a component or a union; change it by hand"
        page = drift.fact.type
        types = [name for name in page.types if name != "null"]
        known = field["type"] if isinstance(field["type"], list) else [field["type"]]
        if drift.kind == "format":
            self._set(target.field, field, "format", drift.after)
            return None
        if drift.kind == "nullable":
            types = [str(name) for name in known if name != "null"]
        scalars = {"string", "integer", "number", "boolean"}
        if len(types) != 1 or (drift.kind == "type" and not {*types, *map(str, known)} <= scalars | {"null"}):
            return "not a scalar type; change it by hand"
        self._text.replace((*target.field, "type"), scalar([types[0], "null"] if page.nullable else types[0]))
        if drift.kind == "type" and "format" in field:
            self._text.remove((*target.field, "format"))
        return None

    def _enum(self, drift: Drift, field: JsonObject) -> str | None:
        """Add values, named after themselves. Values that the page no longer lists stay, because they were in use."""
        name = str(self._specification.component(field))
        schema = object_at(self._specification.schemas, name)
        values = list_at(schema, "enum")
        listed = drift.fact.type.inner.enum if drift.fact else None
        new = [value for value in listed or () if str(value) not in map(str, values)]
        whole = (*_SCHEMAS, name)
        if not values or not new:
            return (
                "the specification lists no values; change it by hand" if not values else "the page lists no new value"
            )
        if schema.get("type") == "integer":
            if not all(_INTEGER.fullmatch(str(value)) for value in new):
                return "the page lists values that are not integers"
            new = [int(str(value)) for value in new]
        for value in new:
            self._text.append((*whole, "enum"), value)
            if "x-enum-varnames" in schema:
                self._text.append((*whole, "x-enum-varnames"), module_name(str(value)).upper())
            if "x-enum-descriptions" in schema:
                self._text.append((*whole, "x-enum-descriptions"), "Not described on the page.")
        return None
