"""The extension keys and the subset of OpenAPI that specifications may use; ``openapi/README.md`` explains them."""

from __future__ import annotations

from typing import Final, get_args

from pandapon_async._core.schema import nested, times, wire_enums, wire_times, wire_types

__all__ = [
    "COMPLETENESS",
    "CORRECTION_KEYS",
    "EFFECTS",
    "ENUM_KEYS",
    "ENVELOPES",
    "EVIDENCE_KEYS",
    "FIELD_KEYS",
    "FIELD_KINDS",
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

#: The envelope styles of responses, and the component with each envelope.
ENVELOPES: Final = {"code": "CodeEnvelope", "errorCode": "ErrorCodeEnvelope"}
EFFECTS: Final = ("read", "write", "pay")
COMPLETENESS: Final = ("full", "partial", "none")
#: Query parameters that the signature adds.
SIGNED_QUERY: Final = frozenset({"timestamp", "sign"})
SECURITY_SCHEMES: Final = ("HeaderSignature", "QuerySignature")

#: Keys of an operation; true if required.
OPERATION_KEYS: Final = {
    "x-pandapon-title": True,
    "x-pandapon-envelope": True,
    "x-pandapon-effect": True,
    "x-pandapon-source": True,
    "x-pandapon-completeness": True,
    "x-pandapon-corrections": False,
    "x-pandapon-evidence": False,
    "x-pandapon-paging": False,
    "x-pandapon-path": False,
    "x-pandapon-inference": False,
}
#: What proves that a write succeeded: lists of wire names.
EVIDENCE_KEYS: Final = frozenset({"ids", "empty", "flags"})
PAGING_KEYS: Final = frozenset({"page", "size", "items", "total", "actual_size"})
#: Further arguments of methods that iterate over pages.
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
#: Keys of a correction; true if required. ``page`` is the text of the page when the correction was recorded.
CORRECTION_KEYS: Final = {"at": True, "why": True, "page": False}

FIELD_KEYS: Final = frozenset(
    {"x-pandapon-name", "x-pandapon-id", "x-pandapon-kind", "x-pandapon-personal", "x-pandapon-unit"}
)
#: Kinds of values, for the checks of order files.
FIELD_KINDS: Final = frozenset(get_args(wire_types.FieldKind))
ENUM_KEYS: Final = frozenset({"x-enum-varnames", "x-enum-descriptions"})

#: JSON Schema keywords that the generator understands or that do not affect Python. Others are rejected: ignoring one
#: would generate code that contradicts the specification.
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

#: Formats by JSON type. Those of strings and times are our own.
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
        "Inference",
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
