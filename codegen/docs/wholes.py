"""Drift of a whole operation, written into its specification: path, title, date, envelope, signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codegen.docs.editing import scalar
from codegen.specification import JSON_CONTENT, list_at, object_at
from codegen.vocabulary import ENVELOPES

if TYPE_CHECKING:
    from codegen.docs.drift import Drift
    from codegen.docs.editing import YamlText
    from codegen.specification import SourceOperation, Specification

__all__ = ["WHOLE", "apply_whole"]

#: Places of drifts that concern a whole operation.
WHOLE = frozenset({"path", "title", "modified", "envelope", "signing"})


def apply_whole(specification: Specification, operation: SourceOperation, drift: Drift, text: YamlText) -> str | None:
    """Write one drift.

    Returns:
        Why it was not written, where it was not.
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
                return "is written in another way than by its component; change it by hand"
            text.replace((*whole, *schema, parts.index({"$ref": before}), "$ref"), scalar(after))
            text.replace((*whole, "x-pandapon-envelope"), scalar(drift.after))
        case _:
            text.rename((*whole, "security", 0, drift.before), drift.after)
    return None


def _move(specification: Specification, operation: SourceOperation, drift: Drift, text: YamlText) -> str | None:
    method, _, path = drift.after.partition(" ")
    paths = object_at(specification.document, "paths")
    if path != operation.path and (path in paths or len(object_at(paths, operation.path)) > 1):
        return "shares its path, old or new, with another operation; move it by hand"
    if path != operation.path:
        text.rename(("paths", operation.path), path)
    if method.lower() != operation.method:
        text.rename(("paths", operation.path, operation.method), method.lower())
    return None
