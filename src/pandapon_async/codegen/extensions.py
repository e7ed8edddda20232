"""The words that a specification may use beyond plain OpenAPI; ``openapi/README.md`` explains them."""

from __future__ import annotations

from typing import Final

from pandapon_async._core.schema import nested, times, wire_enums, wire_times, wire_types

__all__ = [
    "COMPLETENESS",
    "CORRECTION_KEYS",
    "EFFECTS",
    "ENUM_KEYS",
    "ENVELOPES",
    "FIELD_KEYS",
    "FORMATS",
    "MESSAGE_FIELDS",
    "MESSAGE_KEYS",
    "OPERATION_KEYS",
    "PAGING_ARGUMENTS",
    "PAGING_KEYS",
    "RESERVED_CLASSES",
    "RESERVED_METHODS",
    "SCHEMA_KEYWORDS",
    "SECURITY_SCHEMES",
    "SIGNED_QUERY",
    "SOURCE_KEYS",
    "WIRE_MODULES",
]

#: The modules of wire types, which expressions in generated code name.
WIRE_MODULES: Final = (nested, wire_types, wire_enums, wire_times)

#: The styles of answers, and the component that holds the envelope of each.
ENVELOPES: Final = {"code": "CodeEnvelope", "errorCode": "ErrorCodeEnvelope"}
EFFECTS: Final = ("read", "write", "pay")
COMPLETENESS: Final = ("full", "partial", "none")
#: Query parameters that the signature adds.
SIGNED_QUERY: Final = frozenset({"timestamp", "sign"})
SECURITY_SCHEMES: Final = ("HeaderSignature", "QuerySignature")

#: Keys of an operation; true where it must have them.
OPERATION_KEYS: Final = {
    "x-pandapon-title": True,
    "x-pandapon-envelope": True,
    "x-pandapon-effect": True,
    "x-pandapon-source": True,
    "x-pandapon-completeness": True,
    "x-pandapon-corrections": False,
    "x-pandapon-paging": False,
}
PAGING_KEYS: Final = frozenset({"page", "size", "items", "total", "actual_size"})
#: Arguments that a method has beside those of its operation where it goes through pages.
PAGING_ARGUMENTS: Final = frozenset({"limit", "prefetch"})
#: Keys of a message push, likewise.
MESSAGE_KEYS: Final = {
    "x-pandapon-title": True,
    "x-pandapon-event": True,
    "x-pandapon-order-id": True,
    "x-pandapon-once": False,
    "x-pandapon-source": True,
    "x-pandapon-completeness": False,
    "x-pandapon-corrections": False,
}
#: The fields of a message push.
MESSAGE_FIELDS: Final = ("messageType", "messageBody", "messagePlatform", "timestamp")
SOURCE_KEYS: Final = frozenset({"pages", "modified", "upstream"})
#: Keys of a correction; true where it must have them. ``page`` is what the page said when it was recorded.
CORRECTION_KEYS: Final = {"at": True, "why": True, "page": False}

FIELD_KEYS: Final = frozenset({"x-pandapon-name", "x-pandapon-id", "x-pandapon-personal", "x-pandapon-unit"})
ENUM_KEYS: Final = frozenset({"x-enum-varnames", "x-enum-descriptions"})

#: JSON Schema keywords that the generator understands or that change nothing in Python. Others are refused, because
#: ignoring one would generate code that says something else than the specification.
SCHEMA_KEYWORDS: Final = frozenset(
    {
        "$ref",
        "additionalProperties",
        "allOf",
        "anyOf",
        "contentMediaType",
        "contentSchema",
        "default",
        "deprecated",
        "description",
        "enum",
        "example",
        "examples",
        "exclusiveMaximum",
        "exclusiveMinimum",
        "format",
        "items",
        "maxItems",
        "maxLength",
        "maximum",
        "minItems",
        "minLength",
        "minimum",
        "multipleOf",
        "pattern",
        "properties",
        "required",
        "type",
        "uniqueItems",
    }
)

_EPOCHS: Final = frozenset({"epoch-seconds", "epoch-milliseconds"})

#: Formats by JSON type. Those of strings and of times are ours: numbers that travel as text, points in time.
FORMATS: Final = {
    "string": frozenset({"integer", "decimal", "china-time"}) | _EPOCHS,
    "integer": frozenset({"int32", "int64"}) | _EPOCHS,
    "number": frozenset({"float", "double"}),
}

#: Class names that generated modules import from elsewhere.
RESERVED_CLASSES: Final = frozenset(
    {
        *(name for module in WIRE_MODULES for name in module.__all__),
        *times.__all__,
        "CallOptions",
        "Caller",
        "ClassVar",
        "Decimal",
        "EVENTS",
        "Event",
        "Final",
        "IntEnum",
        "Items",
        "JsonObject",
        "JsonValue",
        "Mapping",
        "Model",
        "Operation",
        "Paging",
        "Parameter",
        "Resource",
        "Sequence",
        "StrEnum",
        "Unpack",
        "Unset",
    }
)

#: Method names that would hide a builtin type from the annotations of the methods below them.
RESERVED_METHODS: Final = frozenset({"bool", "builtins", "cached_property", "float", "int", "str"})
