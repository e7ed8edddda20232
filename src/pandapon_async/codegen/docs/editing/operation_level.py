"""Writes drift of an operation itself: path, title, date, envelope, signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async.codegen.docs.editing.yaml_text import scalar
from pandapon_async.codegen.extensions import ENVELOPES
from pandapon_async.codegen.specification import JSON_CONTENT, list_at, object_at

if TYPE_CHECKING:
    from pandapon_async.codegen.docs.drift.comparison import Drift
    from pandapon_async.codegen.docs.editing.yaml_text import YamlText
    from pandapon_async.codegen.specification import SourceOperation, Specification

__all__ = ["OPERATION_PLACES", "apply_to_operation"]

#: Places of drift that concerns the operation itself.
OPERATION_PLACES = frozenset({"path", "title", "modified", "envelope", "signing"})


def apply_to_operation(
    specification: Specification, operation: SourceOperation, drift: Drift, text: YamlText
) -> str | None:
    """Write one drift.

    Returns:
        The reason if it was not written.
    """
    whole = ("paths", operation.path, operation.method)
    match drift.place:
        case "path":
            return _move(specification, operation, drift, text)
        case "title":
            text.replace((*whole, "x-pandapon-title"), scalar(drift.after))
        case "modified":
            text.replace((*whole, "x-pandapon-source", "modified"), scalar(drift.after))
        case "envelope":
            schema = ("responses", "200", "content", JSON_CONTENT, "schema", "allOf")
            before, after = (f"#/components/schemas/{ENVELOPES[name]}" for name in (drift.before, drift.after))
            parts = list_at(object_at(operation.data, *schema[:-1]), "allOf")
            if {"$ref": before} not in parts:
                return "the specification does not refer to the envelope component; change it by hand"
            text.replace((*whole, *schema, parts.index({"$ref": before}), "$ref"), scalar(after))
            text.replace((*whole, "x-pandapon-envelope"), scalar(drift.after))
        case _:
            text.rename((*whole, "security", 0, drift.before), drift.after)
    return None


def _move(specification: Specification, operation: SourceOperation, drift: Drift, text: YamlText) -> str | None:
    method, _, path = drift.after.partition(" ")
    paths = object_at(specification.document, "paths")
    if path != operation.path and (path in paths or len(object_at(paths, operation.path)) > 1):
        return "the old or the new path has another operation; move it by hand"
    if path != operation.path:
        text.rename(("paths", operation.path), path)
    if method.lower() != operation.method:
        text.rename(("paths", operation.path, operation.method), method.lower())
    return None
