"""Rules for schemas."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, TypeAlias

from pandapon_async.codegen import extensions
from pandapon_async.codegen.naming import RESERVED_FIELDS, class_name, component_class, field_name, is_name, module_name
from pandapon_async.codegen.specification import JSON_CONTENT, list_at, object_at, pointer, text_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.specification import Specification

__all__ = ["Finding", "check_names", "check_schema", "check_schemas", "unknown_keys"]

#: JSON pointer and message.
Finding: TypeAlias = tuple[str, str]

#: The place of a schema: a component, a request body, a field, or inside another schema.
Place: TypeAlias = Literal["component", "body", "field", "inner"]

_TYPES = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})


def check_schemas(specification: Specification) -> Iterator[Finding]:
    """Check the component schemas."""
    classes: dict[str, str] = {}
    modules: dict[str, str] = {}
    for name, schema in specification.schemas.items():
        where = pointer("components", "schemas", name)
        yield from check_schema(specification, object_at(schema), where, "component")
        python = component_class(name, object_at(schema))
        if python != class_name(python):
            yield where + pointer("x-pandapon-name"), f"{python!r} is not a class name such as OrderLine"
        if python in extensions.RESERVED_CLASSES:
            yield where, f"the class name {python} is taken by the runtime"
        for kind, taken, key in (("class", classes, python), ("module", modules, module_name(python))):
            other = taken.setdefault(key, name)
            if other != name:
                yield where, f"needs the same {kind} name as {other}: {key}"


def check_schema(specification: Specification, schema: JsonObject, where: str, place: Place) -> Iterator[Finding]:
    """Check one schema and everything in it."""
    known = extensions.SCHEMA_KEYWORDS | extensions.FIELD_KEYS
    yield from unknown_keys(schema, known | extensions.ENUM_KEYS if place == "component" else known, where)
    proper, nullable = specification.unwrap(schema)
    if place in ("component", "field") and not text_at(proper, "description"):
        yield where, "has no description"
    yield from _check_type(schema, proper, where)
    yield from _check_extensions(schema, proper, where)
    if place == "component" and nullable:
        yield where, "allows null; declare that at the places of use"
    if "enum" in schema:
        yield from _check_enum(schema, where, place)
    if schema.get("properties") is not None or "allOf" in schema:
        if place in ("component", "body"):
            yield from _check_fields(specification, schema, where, place)
        else:
            yield where, "an object stands inline; give it a name in components/schemas"
    for key in ("items", "contentSchema"):
        if key in schema:
            yield from check_schema(specification, object_at(schema, key), where + pointer(key), "inner")
    for index, branch in enumerate(list_at(schema, "anyOf")):
        yield from check_schema(specification, object_at(branch), where + pointer("anyOf", index), "inner")


def unknown_keys(found: JsonObject, known: Collection[str], where: str) -> Iterator[Finding]:
    """Reject unknown keys: a misspelt key would have no effect, silently."""
    for key in found:
        if key not in known:
            yield where + pointer(key), "unknown key"


def check_names(entries: list[tuple[str, str, JsonObject]], reserved: Collection[str], kind: str) -> Iterator[Finding]:
    """Check the Python names of fields or arguments.

    Args:
        entries: JSON pointer, wire name and schema of each.
        reserved: Names that none of them may have.
        kind: What they are, for messages.
    """
    taken: dict[str, str] = {}
    for where, wire_name, schema in entries:
        name = field_name(wire_name, schema)
        if not is_name(name):
            yield where, f"{name!r} is not a Python name in snake case; set x-pandapon-name"
        elif name in reserved:
            yield where, f"the {kind} name {name!r} is reserved; set x-pandapon-name"
        other = taken.setdefault(name, wire_name)
        if other != wire_name:
            yield where, f"has the same {kind} name as {other!r}: {name}; set x-pandapon-name"


def _check_fields(specification: Specification, schema: JsonObject, where: str, place: Place) -> Iterator[Finding]:
    fields = specification.properties(schema)
    if not fields:
        yield where, "an object without properties needs no name; write type: object where it is used"
    for name in specification.required(schema) - fields.keys():
        yield where + pointer("required"), f"lists {name!r}, which is not a property"
    for name, value in object_at(schema, "properties").items():
        yield from check_schema(specification, object_at(value), where + pointer("properties", name), "field")
    if place == "component":
        entries = [(where + pointer("properties", name), name, value) for name, value in fields.items()]
        yield from check_names(entries, RESERVED_FIELDS, "field")


def _check_type(schema: JsonObject, proper: JsonObject, where: str) -> Iterator[Finding]:
    kinds = _kinds(proper)
    for kind in kinds:
        if kind not in _TYPES:
            yield where + pointer("type"), f"unknown type {kind!r}"
    form = proper.get("format")
    if form is not None and not any(form in extensions.FORMATS.get(str(kind), ()) for kind in kinds):
        yield where + pointer("format"), f"the format {form!r} is none of {_formats()}"
    if len(kinds) > 1 and not (proper.get("x-pandapon-id") is True and set(kinds) == {"string", "integer"}):
        yield where + pointer("type"), "several types; only identifiers may be string or integer, and anything null"
    if "array" in kinds and "items" not in proper:
        yield where, "an array needs items"
    branches = list_at(schema, "anyOf")
    if branches and (len(branches) != 2 or {"type": "null"} not in branches):
        yield where + pointer("anyOf"), "only a schema and {type: null} may be joined"
    if ("contentSchema" in schema) != (schema.get("contentMediaType") == JSON_CONTENT):
        yield where, f"contentSchema and contentMediaType: {JSON_CONTENT} go together"
    if "contentSchema" in schema and kinds != ["string"]:
        yield where, "contentSchema needs type: string"


def _check_extensions(schema: JsonObject, proper: JsonObject, where: str) -> Iterator[Finding]:
    for key in ("x-pandapon-id", "x-pandapon-personal"):
        if key in schema and schema[key] is not True:
            yield where + pointer(key), "must be true, or be left out"
    for key in ("x-pandapon-name", "x-pandapon-unit"):
        if key in schema and not text_at(schema, key):
            yield where + pointer(key), "must be text"
    if "x-pandapon-kind" in schema and schema["x-pandapon-kind"] not in extensions.FIELD_KINDS:
        yield where + pointer("x-pandapon-kind"), f"must be one of {', '.join(sorted(extensions.FIELD_KINDS))}"
    if proper.get("x-pandapon-id") is True and not set(_kinds(proper)) <= {"string", "integer"}:
        yield where + pointer("x-pandapon-id"), "only a string or an integer can be an identifier"


def _check_enum(schema: JsonObject, where: str, place: Place) -> Iterator[Finding]:
    values = list_at(schema, "enum")
    if place != "component":
        yield where + pointer("enum"), "an enum stands inline; give it a name in components/schemas"
    if schema.get("type") not in ("string", "integer"):
        yield where + pointer("enum"), "only strings and integers can be enums"
    if len({json.dumps(value) for value in values}) != len(values):
        yield where + pointer("enum"), "holds a value twice"
    for key in extensions.ENUM_KEYS & schema.keys():
        if len(list_at(schema, key)) != len(values):
            yield where + pointer(key), "must have one entry for each value"
    for index, name in enumerate(list_at(schema, "x-enum-varnames")):
        if not isinstance(name, str) or name != name.upper() or not is_name(name.lower()):
            yield where + pointer("x-enum-varnames", index), "must be a Python name in capitals"


def _kinds(schema: JsonObject) -> list[JsonValue]:
    kind = schema.get("type")
    if kind is None:
        return []
    return kind if isinstance(kind, list) else [kind]


def _formats() -> str:
    return ", ".join(sorted(name for names in extensions.FORMATS.values() for name in names))
