"""Validates a specification: references, OpenAPI, our own rules, examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from openapi_spec_validator import OpenAPIV31SpecValidator

from pandapon_async.codegen import extensions
from pandapon_async.codegen.errors import Problem
from pandapon_async.codegen.examples import check_examples
from pandapon_async.codegen.message_rules import check_messages
from pandapon_async.codegen.operation_rules import check_operations
from pandapon_async.codegen.schema_rules import check_schemas
from pandapon_async.codegen.specification import object_at, pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.schema_rules import Finding
    from pandapon_async.codegen.specification import Specification

__all__ = ["validate"]

_LONGEST: Final = 300
_EXTENSIONS: Final = frozenset(
    {
        *extensions.OPERATION_KEYS,
        *extensions.MESSAGE_KEYS,
        *extensions.FIELD_KEYS,
        *extensions.ENUM_KEYS,
    }
)
_REFERABLE: Final = ("schemas", "parameters")


def validate(specification: Specification) -> list[Problem]:
    """Return all problems of a specification.

    Later checks rely on earlier ones and run only if those found nothing.
    """
    for check in (_check_references, _check_openapi, _check_rules, check_examples):
        problems = [Problem(specification.file, where, message) for where, message in check(specification)]
        if problems:
            return list(dict.fromkeys(problems))
    return []


def _check_references(specification: Specification) -> Iterator[Finding]:
    yield from _references(specification.document, specification.document, "")
    for name in specification.schemas:
        if specification.component(object_at(specification.schemas, name)) is not None:
            # An alias would give one class two names, and a circle of aliases would never end.
            yield pointer("components", "schemas", name), "is an alias; use the schema that it refers to"


def _references(document: JsonObject, node: JsonValue, where: str) -> Iterator[Finding]:
    if isinstance(node, list):
        for index, entry in enumerate(node):
            yield from _references(document, entry, where + pointer(index))
    if not isinstance(node, dict):
        return
    for key, entry in node.items():
        here = where + pointer(key)
        if key == "$ref":
            parts = entry.split("/") if isinstance(entry, str) else []
            if parts[:2] != ["#", "components"] or len(parts) != 4 or parts[2] not in _REFERABLE:
                yield here, f"only schemas and parameters under #/components can be referred to, not {entry!r}"
            elif parts[3] not in object_at(document, "components", parts[2]):
                yield here, f"{entry!r} does not exist"
        elif key not in ("example", "examples"):
            yield from _references(document, entry, here)


def _check_openapi(specification: Specification) -> Iterator[Finding]:
    validator = OpenAPIV31SpecValidator(cast("Any", specification.document))
    for error in validator.iter_errors():
        # The validator's engine may be one that quotes the schema and the document below the first line.
        yield pointer(*error.absolute_path), error.message.partition("\n")[0][:_LONGEST]


def _check_rules(specification: Specification) -> Iterator[Finding]:
    yield from _extensions(specification.document, "")
    yield from check_schemas(specification)
    yield from check_operations(specification)
    yield from check_messages(specification)


def _extensions(node: JsonValue, where: str) -> Iterator[Finding]:
    """Find unknown extension keys anywhere; the rules of each place check more."""
    if isinstance(node, list):
        for index, entry in enumerate(node):
            yield from _extensions(entry, where + pointer(index))
    if not isinstance(node, dict):
        return
    for key, entry in node.items():
        # Headers and properties could have such names, too; this documentation has none.
        if key.startswith("x-") and key not in _EXTENSIONS:
            yield where + pointer(key), "unknown key"
        elif key not in ("example", "examples"):
            yield from _extensions(entry, where + pointer(key))
