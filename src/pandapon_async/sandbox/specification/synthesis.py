"""Values that fit a schema, for responses without a documented example."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from pandapon_async.sandbox.json_text import write_json
from pandapon_async.sandbox.specification.schemas import Schema

_TEXTS = {
    "china-time": "2025-01-01 00:00:00",
    "decimal": "1.00",
    "epoch-milliseconds": "1735660800000",
    "epoch-seconds": "1735660800",
    "integer": "1",
}
_NUMBERS = {"epoch-milliseconds": 1_735_660_800_000, "epoch-seconds": 1_735_660_800}


def fitting_value(schema: Schema) -> Any:
    """Return a value that a prepared schema allows: null if allowed, an empty list, or made-up values."""
    return _value(schema, ())


def fitting_object(schema: Schema) -> Any:
    """Like :func:`fitting_value`, but null only if nothing else is allowed."""
    return _value(_without_null(schema), ())


def _without_null(schema: Schema) -> Schema:
    if isinstance(schema, bool):
        return schema
    alternatives: Sequence[Any] = schema.get("anyOf") or schema.get("oneOf") or ()
    if alternatives:
        return _without_null(next(each for each in alternatives if each.get("type") != "null"))
    if isinstance(schema.get("type"), list):
        return {**schema, "type": next(each for each in schema["type"] if each != "null")}
    return schema


def _value(schema: Schema, outer: tuple[int, ...]) -> Any:
    if isinstance(schema, bool):
        return None
    if "const" in schema:
        return schema["const"]
    alternatives: Sequence[Any] = schema.get("anyOf") or schema.get("oneOf") or ()
    if alternatives:
        is_nullable = any(each is not True and each is not False and "null" in _types(each) for each in alternatives)
        return None if is_nullable else _value(alternatives[0], outer)
    types = _types(schema)
    if "null" in types or not (types or "properties" in schema or "allOf" in schema):
        return None
    if "array" in types:
        return []
    if "allOf" in schema or "properties" in schema or "object" in types:
        return _object(schema, outer)
    return _scalar(types[0], schema)


def _types(schema: Mapping[str, Any]) -> Sequence[str]:
    found: str | Sequence[str] = schema.get("type", ())
    return [found] if isinstance(found, str) else found


def _object(schema: dict[str, Any], outer: tuple[int, ...]) -> Any:
    # Recursive prepared schemas are cyclic: track the identities on the way down.
    inner = (*outer, id(schema))
    fields: dict[str, Any] = {}
    for part in schema.get("allOf", ()):
        value = _value(part, inner)
        if isinstance(value, dict):
            fields |= cast("dict[str, Any]", value)
        elif not schema.get("properties") and value is not None:
            # A scalar wrapped in allOf only to get its own description.
            return value
    for name, part in schema.get("properties", {}).items():
        if id(part) not in inner:
            fields[name] = _value(part, inner)
    return fields


def _scalar(kind: str, schema: Mapping[str, Any]) -> Any:
    form: str = schema.get("format", "")
    match kind:
        case "boolean":
            return True
        case "integer" | "number":
            return max(_NUMBERS.get(form, 1), schema.get("minimum", 1))
        case _ if "contentSchema" in schema:
            return write_json(fitting_value(schema["contentSchema"])).decode()
        case _:
            return _TEXTS.get(form, "text")
