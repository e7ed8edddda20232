"""Reduces a specification to what openapi-python-client understands.

The parser knows neither JSON inside strings nor envelopes, and drops extension keys. In the reduced document, JSON in a
string is its inner schema, a response is its ``data``, and ``null`` and the second JSON type of an identifier are
absent. :mod:`ir_builder` reads the removed parts from the specification.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from pandapon_async.codegen.specification import JSON_CONTENT, list_at, object_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.specification import SourceOperation, Specification

__all__ = ["reduce_specification"]

_KEPT: Final = ("type", "enum", "required", "x-enum-varnames")


def reduce_specification(specification: Specification) -> JsonObject:
    """Return the reduced document."""
    paths: JsonObject = {}
    for operation in specification.operations():
        item = paths.setdefault(operation.path, {})
        cast("JsonObject", item)[operation.method] = _operation(specification, operation)
    used = specification.reachable(_roots(specification))
    return {
        "openapi": "3.1.0",
        "info": {"title": "reduced", "version": "0"},
        "paths": paths,
        "components": {
            "schemas": {
                name: _component(specification, object_at(schema))
                for name, schema in specification.schemas.items()
                if name in used
            }
        },
    }


def _roots(specification: Specification) -> Sequence[JsonObject]:
    roots = [schema for _, schema in specification.messages()]
    for operation in specification.operations():
        roots.append(specification.result(operation))
        roots += [object_at(entry, "schema") for entry in specification.parameters(operation)]
        body = specification.body(operation)
        if body is not None:
            roots.append(body)
    return roots


def _operation(specification: Specification, operation: SourceOperation) -> JsonObject:
    reduced: JsonObject = {
        "operationId": operation.name,
        "tags": [operation.group],
        "parameters": [
            {
                "name": entry.get("name"),
                "in": entry.get("in"),
                "required": entry.get("required", False),
                "schema": _schema(specification, object_at(entry, "schema")),
            }
            for entry in specification.parameters(operation)
        ],
        "responses": {
            "200": {
                "description": "",
                "content": {JSON_CONTENT: {"schema": _schema(specification, specification.result(operation))}},
            }
        },
    }
    body = specification.body(operation)
    if body is not None:
        flat = _component(specification, specification.unwrap(body)[0])
        reduced["requestBody"] = {"required": True, "content": {JSON_CONTENT: {"schema": flat}}}
    return reduced


def _component(specification: Specification, schema: JsonObject) -> JsonObject:
    """Reduce a component; the fields of its ``allOf`` are listed in place."""
    if "$ref" in schema or not specification.is_model(schema):
        return _schema(specification, schema)
    return {
        "type": "object",
        "required": cast("list[JsonValue]", sorted(specification.required(schema))),
        "properties": {name: _schema(specification, value) for name, value in specification.properties(schema).items()},
    }


def _schema(specification: Specification, schema: JsonObject) -> JsonObject:
    """Reduce a schema at its place of use."""
    if "$ref" in schema:
        return {"$ref": schema["$ref"]}
    branches = [object_at(branch) for branch in list_at(schema, "anyOf") if branch != {"type": "null"}]
    if len(branches) == 1:
        return _schema(specification, branches[0])
    if "contentSchema" in schema:
        return _schema(specification, object_at(schema, "contentSchema"))
    proper, _ = specification.unwrap(schema)
    if specification.is_model(proper):
        return _component(specification, proper)
    if proper.get("type") == "object":
        return {}
    reduced: JsonObject = {key: proper[key] for key in _KEPT if key in proper}
    types = proper.get("type")
    if isinstance(types, list) and proper.get("x-pandapon-id") is True:
        reduced["type"] = types[0]
    for key in ("anyOf", "oneOf"):
        if key in proper:
            reduced[key] = [_schema(specification, object_at(branch)) for branch in list_at(proper, key)]
    if "items" in proper:
        reduced["items"] = _schema(specification, object_at(proper, "items"))
    return reduced
