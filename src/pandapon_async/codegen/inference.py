"""Adds inferred operations to the specifications: ``openapi/inferred.yaml`` says which, and by which rule.

An inferred operation is a copy of the documented operation that it follows from, under another path and with the
components that it needs. It is never written into the YAML of a surface, so it follows every correction of its source.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final, cast

from pandapon_async.codegen.component_copy import ComponentCopy
from pandapon_async.codegen.errors import CodegenError, Problem
from pandapon_async.codegen.specification import Specification, list_at, object_at, pointer, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.specification import SourceOperation

__all__ = ["INFERRED_SOURCE", "add_inferred", "inferred_entries"]

INFERRED_SOURCE: Final = "openapi/inferred.yaml"
_KINDS: Final = ("inferred", "candidates")
_KEYS: Final = frozenset({"group", "title", "method", "path", "from", "rule", "goods", "note"})
_GOODS: Final = "The goods ids of the request are doubtful: v2 uses mapped goods ids where v1 uses the platforms' own."


def inferred_entries(root: Path) -> dict[str, dict[str, list[JsonObject]]]:
    """Return the entries of ``inferred`` and ``candidates``, by surface; none without the file.

    Each entry has its rule as an object with ``name``, ``says`` and ``evidence``.

    Raises:
        CodegenError: The file has a mistake.
    """
    if not (root / INFERRED_SOURCE).exists():
        return {kind: {} for kind in _KINDS}
    source = Specification.read(root, INFERRED_SOURCE)
    found: dict[str, dict[str, list[JsonObject]]] = {}
    for kind in _KINDS:
        found[kind] = {}
        for surface in object_at(source.document, kind):
            for index, value in enumerate(list_at(object_at(source.document, kind), surface)):
                entry = object_at(value)
                where = pointer(kind, surface, index)
                for message in _mistakes(source, entry, kind):
                    raise CodegenError(Problem(source.file, where, message))
                rule = {"name": entry["rule"], **object_at(source.document, "rules", text_at(entry, "rule"))}
                found[kind].setdefault(surface, []).append({**entry, "rule": rule, "where": where})
    return found


def _mistakes(source: Specification, entry: JsonObject, kind: str) -> Iterator[str]:
    if unknown := entry.keys() - _KEYS:
        yield f"unknown key {min(unknown)!r}"
    needed = ["group", "title", "method", "path", "rule", *(["from"] if kind == "inferred" else [])]
    for key in needed:
        if key not in entry:
            yield f"{key} is missing"
    if not text_at(object_at(source.document, "rules", text_at(entry, "rule")), "evidence"):
        yield f"{entry.get('rule')!r} is not a rule with evidence"


def add_inferred(root: Path, specifications: Mapping[str, Specification]) -> dict[str, Specification]:
    """Return the specifications with their inferred operations.

    Args:
        root: Root folder of the repository.
        specifications: The specifications by surface.

    Raises:
        CodegenError: The file has a mistake, or an entry names an operation that does not exist.
    """
    result = dict(specifications)
    for surface, entries in inferred_entries(root)["inferred"].items():
        target = specifications.get(surface)
        if target is None:
            continue
        document = copy.deepcopy(target.document)
        for entry in entries:
            # A documented operation replaces the inferred one.
            if not object_at(document, "paths", text_at(entry, "path"), text_at(entry, "method").lower()):
                _add(document, surface, entry, specifications)
        result[surface] = Specification(target.file, document)
    return result


def _add(document: JsonObject, surface: str, entry: JsonObject, specifications: Mapping[str, Specification]) -> None:
    origin = object_at(entry, "from")
    source_surface = text_at(origin, "surface")
    source = specifications.get(source_surface)
    operation = _find(source, text_at(entry, "method"), text_at(origin, "path")) if source else None
    if source is None or operation is None:
        message = f"{source_surface} has no operation {entry['method']} {origin.get('path')}"
        raise CodegenError(Problem(INFERRED_SOURCE, text_at(entry, "where"), message))
    copied = ComponentCopy(source, Specification(surface, document), _suffix(source_surface)).of(operation.data)
    item = cast("JsonObject", object_at(document, "paths").setdefault(text_at(entry, "path"), {}))
    item[operation.method] = _marked(object_at(copied), entry, operation, source_surface)
    _add_tag(document, source, operation.group)


def _find(source: Specification, method: str, path: str) -> SourceOperation | None:
    return next((o for o in source.operations() if (o.method.upper(), o.path) == (method, path)), None)


def _suffix(surface: str) -> str:
    """Return the ending of components that differ from the target's own of the same name."""
    return "From" + surface.rpartition("-")[2].upper()


def _marked(data: JsonObject, entry: JsonObject, operation: SourceOperation, source_surface: str) -> JsonObject:
    rule = object_at(entry, "rule")
    description = text_at(data, "description")
    marked: JsonObject = {key: value for key, value in data.items() if key != "x-pandapon-corrections"}
    if entry.get("goods") is True:
        description = f"{description} {_GOODS}".strip()
    if description:
        marked["description"] = description
    marked["x-pandapon-title"] = entry["title"]
    marked["x-pandapon-path"] = "inferred"
    marked["x-pandapon-inference"] = {
        "rule": rule["name"],
        "says": text_at(rule, "says"),
        "evidence": text_at(rule, "evidence"),
        "from": {
            "surface": source_surface,
            "operation": operation.name,
            "method": operation.method.upper(),
            "path": operation.path,
        },
    }
    return marked


def _add_tag(document: JsonObject, source: Specification, group: str) -> None:
    tags = cast("list[JsonValue]", document["tags"])
    if not any(object_at(tag).get("name") == group for tag in tags):
        tags += [tag for tag in list_at(source.document, "tags") if object_at(tag).get("name") == group]
