"""Checks that documented examples fit their schemas; tests and the sandbox use them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, cast

from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from pandapon_async._core.schema.times import ChinaTime, EpochMillisecondsText, EpochSecondsText
from pandapon_async.codegen.specification import object_at, pointer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.schema_rules import Finding
    from pandapon_async.codegen.specification import Specification

__all__ = ["check_examples"]

_DOCUMENT: Final = "urn:specification"
_LONGEST: Final = 200
_FORMATS: Final = FormatChecker(formats=())
_TEXT_FORMATS: Final[dict[str, Callable[[str], object]]] = {
    "integer": re.compile(r"-?[0-9]+").fullmatch,
    "decimal": re.compile(r"-?[0-9]+(\.[0-9]+)?").fullmatch,
    "china-time": lambda text: ChinaTime(text).datetime,
    "epoch-seconds": lambda text: EpochSecondsText(text).datetime,
    "epoch-milliseconds": lambda text: EpochMillisecondsText(text).datetime,
}


def _fits(read: Callable[[str], object]) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str) or read(value) is not None


for _name, _read in _TEXT_FORMATS.items():
    _FORMATS.checks(_name)(_fits(_read))


def check_examples(specification: Specification) -> Iterator[Finding]:
    """Check every example of bodies, responses, parameters and fields."""
    resource = DRAFT202012.create_resource(cast("Any", specification.document))
    registry = Registry[Any]().with_resource(_DOCUMENT, resource)
    for where, schema_at, value in _examples(specification.document, ""):
        validator = _Validator({"$ref": f"{_DOCUMENT}#{schema_at}"}, registry=registry, format_checker=_FORMATS)
        for error in cast("Iterator[ValidationError]", validator.iter_errors(value)):
            yield where + pointer(*error.absolute_path), error.message[:_LONGEST]


def _examples(node: JsonValue, where: str) -> Iterator[tuple[str, str, JsonValue]]:
    """Yield each example: its place, the place of its schema, its value."""
    if isinstance(node, list):
        for index, entry in enumerate(node):
            yield from _examples(entry, where + pointer(index))
    if not isinstance(node, dict):
        return
    # Media types and parameters have their schema beside the example; a schema is its own.
    schema_at = where + pointer("schema") if "schema" in node else where
    if "example" in node:
        yield where + pointer("example"), schema_at, node["example"]
    for key, entry in _named(node):
        yield where + pointer("examples", key), schema_at, entry
    for key, entry in node.items():
        if key == "properties":
            # Their names are the documentation's: one of them may well be "example".
            for name, schema in object_at(entry).items():
                yield from _examples(schema, where + pointer(key, name))
        elif key not in ("example", "examples"):
            yield from _examples(entry, where + pointer(key))


def _named(node: JsonObject) -> Iterator[tuple[str | int, JsonValue]]:
    examples = node.get("examples")
    if isinstance(examples, list):
        yield from enumerate(examples)
    elif isinstance(examples, dict):
        yield from ((name, object_at(entry).get("value")) for name, entry in examples.items())


def _check_content(
    validator: Any, content_schema: JsonObject, instance: object, schema: JsonObject
) -> Iterator[ValidationError]:
    """Check JSON inside a string, which JSON Schema itself does not check."""
    del schema
    if not isinstance(instance, str):
        return
    try:
        inner = json.loads(instance)
    except ValueError:
        yield ValidationError("is not JSON")
        return
    yield from validator.descend(inner, content_schema)


# The library's types are partly unknown.
_Validator: Final[Any] = cast("Any", validators).extend(Draft202012Validator, {"contentSchema": _check_content})
