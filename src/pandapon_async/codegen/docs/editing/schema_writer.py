"""Turns fields of a page into schemas: types, names, identifiers, personal data, components."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pandapon_async.codegen import extensions
from pandapon_async.codegen.docs.model.samples import type_of
from pandapon_async.codegen.docs.reading.examples import read_json
from pandapon_async.codegen.naming import RESERVED_ARGUMENTS, RESERVED_FIELDS, class_name, field_name, is_name
from pandapon_async.codegen.specification import object_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.docs.model.fields import Field, FieldType

__all__ = ["PLACEHOLDERS", "SchemaWriter", "anonymized", "default_of"]

_FORMATS: Final = frozenset({"int32", "int64", "float", "double"})
_ID: Final = re.compile(r"(^id|Id|ID|_id)s?$")
_PERSONAL: Final = re.compile(
    r"phone|mobile|e?mail$|address|receiver|consignee|full_?name|post_?code|zip|tax_?id|id_?card|contact", re.IGNORECASE
)
#: Replacements for personal data in examples, by a part of the field name.
PLACEHOLDERS: Final = (
    ("mail", "buyer@example.com"),
    ("phone", "13800000000"),
    ("mobile", "13800000000"),
    ("zip", "11111"),
    ("postcode", "11111"),
    ("address", "1 Example Road"),
)


class SchemaWriter:
    """Creates schemas; nested objects become components.

    Attributes:
        in_request: Whether the next schema belongs to a request.
        components: The new component schemas.
    """

    def __init__(self, existing: JsonObject, prefix: str) -> None:
        self._existing = existing
        self._prefix = prefix
        self.in_request = True
        self.components: JsonObject = {}

    def field(self, field: Field, *, argument: bool) -> JsonObject:
        """Return the schema of a field, with its description."""
        schema = self._schema(field.type, field.fields, field.name)
        if _PERSONAL.search(field.name):
            schema["x-pandapon-personal"] = True
        inner = schema.get("type")
        kinds = {str(kind) for kind in (inner if isinstance(inner, list) else [inner])} - {"null"}
        if _ID.search(field.name) and kinds and kinds <= {"string", "integer"}:
            schema["x-pandapon-id"] = True
        name = field_name(field.name, {})
        reserved = RESERVED_ARGUMENTS if argument else RESERVED_FIELDS
        if name in reserved or not is_name(name):
            schema["x-pandapon-name"] = _ascii_name(name, field.line)
        default = default_of(field)
        if default is not None:
            schema["default"] = default
        if field.deprecated:
            schema["deprecated"] = True
        schema["description"] = " ".join(field.description.split()) or "Not described on the page."
        return schema

    def model(self, fields: Iterable[Field], *, argument: bool = False) -> JsonObject:
        """Return an object schema; ``argument`` if its fields become arguments of the method."""
        fields = list(fields)
        # Fields of a response are never required.
        required: list[JsonValue] = [field.name for field in fields if field.required and self.in_request]
        schema: JsonObject = {"type": "object"}
        if required:
            schema["required"] = required
        schema["properties"] = {field.name: self.field(field, argument=argument) for field in fields}
        return schema

    def result(self, field: Field | None) -> JsonObject:
        """Return the schema of ``data``; it allows any value if nothing is known about it."""
        return self._schema(field.type, field.fields, "Result") if field else {}

    def _schema(self, kind: FieldType, fields: tuple[Field, ...], name: str) -> JsonObject:
        if "array" in kind.types:
            items = self._schema(kind.items, fields, name) if kind.items else {}
            return {"type": _nullable("array", kind), "items": items}
        if "object" in kind.types and fields:
            reference: JsonObject = {"$ref": f"#/components/schemas/{self._component(kind, fields, name)}"}
            return {"anyOf": [reference, {"type": "null"}]} if kind.nullable else reference
        if kind.enum and kind.types in (("string",), ("integer",)):
            values = [int(str(value)) if kind.types == ("integer",) else value for value in kind.enum]
            body: JsonObject = {"type": kind.types[0], "description": "Values that the page lists.", "enum": values}
            reference = {"$ref": f"#/components/schemas/{self._add(self._name(kind, name), body)}"}
            return {"anyOf": [reference, {"type": "null"}]} if kind.nullable else reference
        types = [name for name in kind.types if name != "null"]
        if len(types) != 1 or types[0] not in ("string", "integer", "number", "boolean", "object"):
            return {"type": "null"} if kind.types == ("null",) else {}
        schema: JsonObject = {"type": _nullable(types[0], kind)}
        if kind.format in _FORMATS and kind.format in extensions.FORMATS.get(types[0], ()):
            schema["format"] = kind.format
        return schema

    def _name(self, kind: FieldType, name: str) -> str:
        chosen = class_name(kind.component) if kind.component else ""
        if not is_name(chosen.lower() or "_"):
            # Sites name schemas in their own language, or after a type with arguments.
            own = class_name(name if name.isascii() else _ascii_name(name, 0))
            prefix = class_name(self._prefix)
            chosen = own if own.startswith(prefix) else class_name(f"{prefix}_{own}")
        return chosen

    def _component(self, kind: FieldType, fields: tuple[Field, ...], name: str) -> str:
        body = self.model(fields)
        return self._add(self._name(kind, name), {"type": "object", "description": f"Fields of {name}.", **body})

    def _add(self, name: str, body: JsonObject) -> str:
        known = {class_name(each): each for each in (*self._existing, *self.components)}
        # A component with the same name and fields is the same object; with other fields it is another object.
        for candidate in (name, class_name(f"{self._prefix}_{name}"), *(f"{name}{number}" for number in range(2, 99))):
            if candidate in extensions.RESERVED_CLASSES:
                continue
            other = known.get(candidate)
            if other is None:
                self.components[candidate] = body
                return candidate
            present = object_at(self._existing.get(other) or self.components.get(other))
            mine, theirs = object_at(body, "properties").keys(), object_at(present, "properties").keys()
            if mine and mine <= theirs:
                return other
        return name


def default_of(field: Field) -> JsonValue:
    """Return the default as a JSON value; None if it does not have the type on the page."""
    if field.default is None or field.type.types == ("string",):
        return field.default
    _, value = read_json(field.default)
    return value if value is not None and type_of(value).types == field.type.types else None


def _ascii_name(name: str, number: int) -> str:
    """Return a Python name for a field whose own name cannot be one."""
    words = re.sub(r"\W+", "_", name.lower(), flags=re.ASCII).strip("_")
    if not words:
        return f"field_{number}"
    return words if is_name(words) and words != name.lower() else words + "_"


def _nullable(name: str, kind: FieldType) -> JsonValue:
    return [name, "null"] if kind.nullable else name


def anonymized(value: JsonValue, name: str = "") -> JsonValue:
    """Return an example with personal data replaced by made-up values."""
    if isinstance(value, dict):
        return {key: anonymized(entry, key) for key, entry in value.items()}
    if isinstance(value, list):
        return [anonymized(entry, name) for entry in value]
    if isinstance(value, str) and value and _PERSONAL.search(name):
        return next((text for part, text in PLACEHOLDERS if part in name.casefold()), "Test Buyer")
    return value
