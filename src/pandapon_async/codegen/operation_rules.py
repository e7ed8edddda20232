"""Rules for operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async.codegen import extensions
from pandapon_async.codegen.evidence import EVIDENCE, check_evidence
from pandapon_async.codegen.naming import RESERVED_ARGUMENTS, is_name
from pandapon_async.codegen.paging import PAGING, check_paging
from pandapon_async.codegen.schema_rules import check_names, check_schema, unknown_keys
from pandapon_async.codegen.specification import JSON_CONTENT, METHODS, list_at, object_at, pointer, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async.codegen.schema_rules import Finding
    from pandapon_async.codegen.specification import SourceOperation, Specification

__all__ = ["check_extensions", "check_operations"]


def check_operations(specification: Specification) -> Iterator[Finding]:
    """Check all operations."""
    for path, item in object_at(specification.document, "paths").items():
        # Tools differ in how they join these with the operations below.
        yield from unknown_keys(object_at(item), METHODS, pointer("paths", path))
    taken: dict[str, str] = {}
    groups = {entry.group for entry in specification.operations()}
    for operation in specification.operations():
        yield from _check_name(operation, groups)
        other = taken.setdefault(operation.name, operation.pointer)
        if other != operation.pointer:
            yield operation.pointer + pointer("operationId"), f"{operation.name!r} is taken by {other}"
        yield from _check_description(specification, operation)
        yield from check_extensions(operation.data, extensions.OPERATION_KEYS, operation.pointer)
        yield from _check_values(operation)
        yield from _check_arguments(specification, operation)
        yield from _check_answer(specification, operation)
        if EVIDENCE in operation.data:
            yield from check_evidence(operation)
        if PAGING in operation.data:
            yield from check_paging(specification, operation)


def _check_name(operation: SourceOperation, groups: set[str]) -> Iterator[Finding]:
    where = operation.pointer + pointer("operationId")
    parts = operation.name.split(".")
    if len(parts) < 2 or not all(part and is_name(part) for part in parts):
        yield where, f"{operation.name!r} is not a dotted Python name such as taobao.orders.create"
        return
    if parts[-1] in extensions.RESERVED_METHODS:
        yield where, f"a method named {parts[-1]!r} would hide the type of that name"
    if any(group == operation.name or group.startswith(operation.name + ".") for group in groups):
        yield where, f"{operation.name!r} is a resource as well"


def _check_description(specification: Specification, operation: SourceOperation) -> Iterator[Finding]:
    data, where = operation.data, operation.pointer
    if not text_at(data, "summary").endswith("."):
        yield where + pointer("summary"), "must be a sentence"
    if data.get("tags") != [operation.group]:
        yield where + pointer("tags"), f"must be [{operation.group}], the resource that operationId names"
    tags = [object_at(tag) for tag in list_at(specification.document, "tags")]
    if not any(text_at(tag, "name") == operation.group and text_at(tag, "description") for tag in tags):
        yield where + pointer("tags"), f"{operation.group} is not described under the top-level tags"
    schemes = [list(object_at(entry)) for entry in list_at(data, "security")]
    if schemes not in ([[scheme]] for scheme in extensions.SECURITY_SCHEMES):
        yield where + pointer("security"), f"must name one of {', '.join(extensions.SECURITY_SCHEMES)}"


def check_extensions(data: JsonObject, keys: Mapping[str, bool], where: str) -> Iterator[Finding]:
    """Check the extension keys that operations and message pushes share."""
    own_keys: JsonObject = {key: value for key, value in data.items() if key.startswith("x-")}
    yield from unknown_keys(own_keys, keys, where)
    for key, required in keys.items():
        if required and key not in own_keys:
            yield where + pointer(key), "is missing"
    if "x-pandapon-title" in data and not text_at(data, "x-pandapon-title"):
        yield where + pointer("x-pandapon-title"), "must be text"
    if "x-pandapon-source" in data:
        yield from _check_source(object_at(data, "x-pandapon-source"), where + pointer("x-pandapon-source"))
    if "x-pandapon-completeness" in data:
        found = object_at(data, "x-pandapon-completeness")
        parts = ("request", "response")
        if set(found) != set(parts) or any(found.get(part) not in extensions.COMPLETENESS for part in parts):
            levels = ", ".join(extensions.COMPLETENESS)
            yield where + pointer("x-pandapon-completeness"), f"must give for request and response one of {levels}"
    for index, entry in enumerate(list_at(data, "x-pandapon-corrections")):
        found = object_at(entry)
        needed = {key for key, required in extensions.CORRECTION_KEYS.items() if required}
        if not needed <= found.keys() <= extensions.CORRECTION_KEYS.keys() or not all(
            text_at(found, key) for key in found
        ):
            place = where + pointer("x-pandapon-corrections", index)
            yield place, "must have at and why, may have page, and nothing else"


def _check_source(source: JsonObject, where: str) -> Iterator[Finding]:
    yield from unknown_keys(source, extensions.SOURCE_KEYS, where)
    pages = list_at(source, "pages")
    if not pages or not all(isinstance(page, str) and page for page in pages):
        yield where + pointer("pages"), "must list at least one page"
    if "modified" not in source or not isinstance(source["modified"], str | None):
        yield where + pointer("modified"), "must be the date that the page shows, or null"
    if "upstream" in source and not text_at(source, "upstream"):
        yield where + pointer("upstream"), "must name the upstream interface"


def _check_values(operation: SourceOperation) -> Iterator[Finding]:
    for key, allowed in (("x-pandapon-effect", extensions.EFFECTS), ("x-pandapon-envelope", extensions.ENVELOPES)):
        if key in operation.data and operation.data[key] not in tuple(allowed):
            yield operation.pointer + pointer(key), f"must be one of {', '.join(allowed)}"


def _check_arguments(specification: Specification, operation: SourceOperation) -> Iterator[Finding]:
    entries: list[tuple[str, str, JsonObject]] = []
    for index, parameter in enumerate(specification.parameters(operation)):
        where = operation.pointer + pointer("parameters", index)
        schema = {"description": parameter.get("description"), **object_at(parameter, "schema")}
        entries.append((where, text_at(parameter, "name"), schema))
        yield from check_schema(specification, schema, where + pointer("schema"), "field")
        yield from unknown_keys({key: None for key in parameter if key.startswith("x-")}, (), where)
        proper, nullable = specification.unwrap(schema)
        if parameter.get("in") not in ("path", "query"):
            yield where + pointer("in"), "only path and query; signature headers are no arguments"
        if nullable:
            yield where + pointer("schema"), "null cannot be sent outside a body"
        if proper.get("type") not in ("boolean", "integer", "number", "string"):
            yield where + pointer("schema"), "only text, a number or a boolean can be sent outside a body"
        if text_at(parameter, "name") in extensions.SIGNED_QUERY:
            yield where + pointer("name"), "is set by the signature"
    yield from _check_body(specification, operation, entries)
    yield from check_names(entries, RESERVED_ARGUMENTS, "argument")


def _check_body(
    specification: Specification, operation: SourceOperation, entries: list[tuple[str, str, JsonObject]]
) -> Iterator[Finding]:
    where = operation.pointer + pointer("requestBody")
    if "requestBody" not in operation.data:
        return
    if set(object_at(operation.data, "requestBody", "content")) != {JSON_CONTENT}:
        yield where + pointer("content"), f"must be {JSON_CONTENT} and nothing else"
        return
    where += pointer("content", JSON_CONTENT, "schema")
    body = specification.body(operation) or {}
    proper, _ = specification.unwrap(body)
    if not specification.is_model(proper):
        yield where, "must be an object with properties: they become the arguments"
    if "$ref" not in body:
        yield from check_schema(specification, body, where, "body")
    for name, schema in specification.properties(proper).items():
        entries.append((where + pointer("properties", name), name, schema))


def _check_answer(specification: Specification, operation: SourceOperation) -> Iterator[Finding]:
    where = operation.pointer + pointer("responses")
    if set(object_at(operation.data, "responses")) != {"200"}:
        yield where, "must be 200 and nothing else: failures come in the same envelope"
        return
    where += pointer("200")
    content = object_at(specification.response(operation), "content")
    if set(content) != {JSON_CONTENT}:
        yield where + pointer("content"), f"must be {JSON_CONTENT} and nothing else"
        return
    where += pointer("content", JSON_CONTENT, "schema")
    schema = object_at(content, JSON_CONTENT, "schema")
    envelope = extensions.ENVELOPES.get(text_at(operation.data, "x-pandapon-envelope"), "")
    reference = {"$ref": f"#/components/schemas/{envelope}"}
    if set(schema) != {"allOf", "properties"} or schema["allOf"] != [reference]:
        yield where, f"must be allOf: [{reference['$ref']}] and properties: {{data: ...}}"
        return
    if set(object_at(schema, "properties")) != {"data"}:
        yield where + pointer("properties"), "must be data and nothing else"
        return
    data = specification.result(operation)
    yield from check_schema(specification, data, where + pointer("properties", "data"), "inner")
