"""Rules for ``x-pandapon-paging``: lists that are received page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pandapon_async.codegen import extensions
from pandapon_async.codegen.naming import field_name
from pandapon_async.codegen.schema_rules import unknown_keys
from pandapon_async.codegen.specification import object_at, pointer, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async.codegen.schema_rules import Finding
    from pandapon_async.codegen.specification import SourceOperation, Specification

__all__ = ["PAGING", "Step", "check_paging", "item_method", "steps"]

PAGING: Final = "x-pandapon-paging"


class Step(NamedTuple):
    """One field on the path from a result to a value inside it."""

    wire_name: str
    attribute: str
    schema: JsonObject


def item_method(method: str) -> str:
    """Return the name of the method that iterates over all pages of a method."""
    return f"iter_{method}"


def steps(specification: Specification, schema: JsonObject, path: str) -> list[Step] | None:
    """Follow a dotted path of wire names; ``None`` if a name does not exist."""
    found: list[Step] = []
    for name in path.split(".") if path else ():
        fields = specification.properties(specification.content(schema))
        if name not in fields:
            return None
        schema = fields[name]
        found.append(Step(name, field_name(name, schema), schema))
    return found


def check_paging(specification: Specification, operation: SourceOperation) -> Iterator[Finding]:
    """Check the paging of an operation."""
    where = operation.pointer + pointer(PAGING)
    paging = object_at(operation.data, PAGING)
    if not paging or not all(isinstance(value, str) for value in paging.values()):
        yield where, "must be an object of strings"
        return
    yield from unknown_keys(paging, extensions.PAGING_KEYS, where)
    if operation.data.get("x-pandapon-effect") != "read":
        yield where, "only a read can be repeated for each page"
    for key in ("page", "items"):
        if key not in paging:
            yield where + pointer(key), "is missing"
    yield from _check_names(specification, operation, where)
    yield from _check_arguments(specification, operation, where)
    yield from _check_result(specification, operation, where)


def _check_arguments(specification: Specification, operation: SourceOperation, where: str) -> Iterator[Finding]:
    arguments = specification.arguments(operation)
    paging = object_at(operation.data, PAGING)
    for key in sorted({"page", "size"} & paging.keys()):
        name = text_at(paging, key)
        if name not in arguments:
            yield where + pointer(key), f"{name!r} is not an argument"
        elif not _is_count(specification, arguments[name]):
            yield where + pointer(key), f"{name!r} is not an integer"


def _check_result(specification: Specification, operation: SourceOperation, where: str) -> Iterator[Finding]:
    result = specification.result(operation)
    paging = object_at(operation.data, PAGING)
    for key in sorted({"actual_size", "items", "total"} & paging.keys()):
        path = text_at(paging, key)
        found = steps(specification, result, path)
        if found is None:
            yield where + pointer(key), f"{path!r} is not a field of the result"
            continue
        target = found[-1].schema if found else result
        if key == "items" and specification.content(target).get("type") != "array":
            yield where + pointer(key), f"{path!r} is not a list of the result"
        elif key != "items" and not _is_count(specification, target):
            yield where + pointer(key), f"{path!r} is not an integer of the result"


def _check_names(specification: Specification, operation: SourceOperation, where: str) -> Iterator[Finding]:
    names = {field_name(name, schema) for name, schema in specification.arguments(operation).items()}
    for name in sorted(names & extensions.PAGING_ARGUMENTS):
        yield where, f"the argument name {name!r} is reserved for paging; set x-pandapon-name"
    method = f"{operation.group}.{item_method(operation.name.rpartition('.')[2])}"
    if any(other.name == method or f"{other.name}.".startswith(f"{method}.") for other in specification.operations()):
        yield where, f"needs the method name {method!r}, which is taken"


def _is_count(specification: Specification, schema: JsonObject) -> bool:
    proper = specification.content(schema)
    return proper.get("type") == "integer" or (proper.get("type"), proper.get("format")) == ("string", "integer")
