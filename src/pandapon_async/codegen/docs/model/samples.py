"""The types and fields that an example shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async.codegen.docs.model.fields import Field, FieldType

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["sample_fields", "type_of"]

_DEEPEST: Final = 32


def type_of(value: JsonValue) -> FieldType:
    """Return the type of a value in an example. A null shows only that null is allowed."""
    match value:
        case None:
            return FieldType(nullable=True)
        case bool():
            return FieldType(("boolean",))
        case int():
            return FieldType(("integer",))
        case float():
            return FieldType(("number",))
        case str():
            return FieldType(("string",))
        case list():
            return FieldType(("array",), items=next((type_of(entry) for entry in value), None))
        case _:
            return FieldType(("object",))


def sample_fields(value: JsonValue, line: int, depth: int = 0) -> tuple[Field, ...]:
    """Return the fields that an example shows; of a list, those of all its items."""
    while isinstance(value, list):
        merged: dict[str, JsonValue] = {}
        for entry in value:
            if isinstance(entry, dict):
                merged |= {key: found for key, found in entry.items() if found is not None or key not in merged}
            elif isinstance(entry, list):
                merged = {}
                break
        value = merged or (value[0] if value and isinstance(value[0], list) else None)
    if not isinstance(value, dict) or depth > _DEEPEST:
        return ()
    return tuple(
        Field(name, type_of(found), line, "sample", fields=sample_fields(found, line, depth + 1))
        for name, found in value.items()
    )
