"""Rules for message pushes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async.codegen import extensions
from pandapon_async.codegen.naming import class_name, component_class
from pandapon_async.codegen.operation_rules import check_extensions
from pandapon_async.codegen.paging import steps
from pandapon_async.codegen.schema_rules import check_schema
from pandapon_async.codegen.specification import JSON_CONTENT, list_at, object_at, pointer, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async.codegen.schema_rules import Finding
    from pandapon_async.codegen.specification import Specification

__all__ = ["check_messages", "message_body"]

_SCHEMAS = "#/components/schemas/"


def message_body(specification: Specification, push: JsonObject) -> str:
    """Return the name of the component that ``messageBody`` holds, as an object or as JSON in a string; else nothing.

    Args:
        specification: The specification of the push.
        push: Schema of the push.
    """
    schema = specification.properties(push).get("messageBody", {})
    return specification.component(object_at(schema, "contentSchema") or schema) or ""


def check_messages(specification: Specification) -> Iterator[Finding]:
    """Check all message pushes."""
    taken = {
        component_class(name, object_at(schema)): pointer("components", "schemas", name)
        for name, schema in specification.schemas.items()
    }
    for name, item in object_at(specification.document, "webhooks").items():
        where = pointer("webhooks", name, "post")
        data = object_at(item, "post")
        if not data or len(object_at(item)) > 1:
            yield pointer("webhooks", name), "a message is a post and nothing else"
            continue
        yield from check_extensions(data, extensions.MESSAGE_KEYS, where)
        yield from _check_class(data, where, taken)
        yield from _check_answer(data, where)
        content = where + pointer("requestBody", "content", JSON_CONTENT)
        push = object_at(data, "requestBody", "content", JSON_CONTENT)
        schema = object_at(push, "schema")
        yield from check_schema(specification, schema, content + pointer("schema"), "body")
        yield from _check_fields(specification, schema, content + pointer("schema"))
        yield from _check_order_id(specification, data, schema, where + pointer("x-pandapon-order-id"))
        if object_at(push, "example").get("messageType") != name:
            yield content + pointer("example"), f"must be a push of the type {name}"


def _check_class(data: JsonObject, where: str, taken: dict[str, str]) -> Iterator[Finding]:
    if not text_at(data, "summary").endswith("."):
        yield where + pointer("summary"), "must be a sentence"
    name = text_at(data, "x-pandapon-event")
    if not name or class_name(name) != name:
        yield where + pointer("x-pandapon-event"), f"{name!r} is not a class name such as OrderPaid"
    elif name in extensions.RESERVED_CLASSES:
        yield where + pointer("x-pandapon-event"), f"the class name {name} is taken by the runtime"
    other = taken.setdefault(name, where)
    if other != where:
        yield where + pointer("x-pandapon-event"), f"the class name {name} is taken by {other}"
    if "x-pandapon-once" in data and data["x-pandapon-once"] is not True:
        yield where + pointer("x-pandapon-once"), "must be true, or be left out"


def _check_answer(data: JsonObject, where: str) -> Iterator[Finding]:
    if object_at(data, "responses").keys() != {"200"}:
        yield where + pointer("responses"), "200 is the only response that the platform accepts"


def _check_fields(specification: Specification, schema: JsonObject, where: str) -> Iterator[Finding]:
    found = specification.properties(schema)
    if tuple(found) != extensions.MESSAGE_FIELDS:
        yield where + pointer("properties"), f"must be {', '.join(extensions.MESSAGE_FIELDS)}"
    if not specification.is_model(object_at(specification.schemas, message_body(specification, schema))):
        yield where + pointer("properties", "messageBody"), "must hold an object of components/schemas"


def _check_order_id(
    specification: Specification, data: JsonObject, schema: JsonObject, where: str
) -> Iterator[Finding]:
    body: JsonObject = {"$ref": _SCHEMAS + message_body(specification, schema)}
    paths = list_at(data, "x-pandapon-order-id")
    if not paths:
        yield where, "must list dotted paths of wire names inside messageBody"
    for index, path in enumerate(paths):
        found = steps(specification, body, path) if isinstance(path, str) and path else None
        if not found or specification.unwrap(found[-1].schema)[0].get("x-pandapon-id") is not True:
            yield where + pointer(index), f"{path!r} does not lead to an identifier"
