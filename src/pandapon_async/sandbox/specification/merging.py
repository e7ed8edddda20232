"""One OpenAPI document of everything that a sandbox serves, for tools and servers in other languages."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pandapon_async.catalogue import read_specification, specification_names
from pandapon_async.sandbox.specification.operations import METHODS, server_path

_PREFIXED = ("schemas", "parameters", "responses", "requestBodies", "examples", "headers")


def merged_document(
    url: str, *, inferred: bool = False, documents: Iterable[tuple[str, Mapping[str, Any]]] = ()
) -> dict[str, Any]:
    """Return one OpenAPI 3.1 document with the operations and message pushes of all surfaces.

    Component names and operation ids get the name of their surface, because surfaces share names.

    Args:
        url: Address of the sandbox.
        inferred: Include operations whose path is inferred.
        documents: Further documents, as for :func:`~pandapon_async.sandbox.specification.operations.load_operations`.
    """
    sources: dict[str, Mapping[str, Any]] = {name: read_specification(name) for name in specification_names()}
    sources |= dict(documents)
    merged: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "PandaPon sandbox", "version": "1", "description": "All operations that the sandbox serves."},
        "servers": [{"url": url}],
        "paths": {},
        "webhooks": {},
        "components": {},
    }
    for surface, source in sources.items():
        document = _prefixed(surface, source)
        prefix = server_path(source)
        for path, item in document["paths"].items():
            kept = {key: node for key, node in item.items() if inferred or not _is_inferred(node)}
            if any(key in METHODS for key in kept):
                merged["paths"].setdefault(prefix + path, {}).update(_named(surface, kept))
        for name, item in document.get("webhooks", {}).items():
            merged["webhooks"][f"{surface}.{name}"] = _named(surface, item)
        for kind, components in document.get("components", {}).items():
            merged["components"].setdefault(kind, {}).update(components)
    return merged


def _is_inferred(node: Any) -> bool:
    match node:
        case {"x-pandapon-path": "inferred"}:
            return True
        case _:
            return False


def _named(surface: str, item: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: {**node, "operationId": f"{surface}.{node['operationId']}"}
        if key in METHODS and "operationId" in node
        else node
        for key, node in item.items()
    }


def _prefixed(surface: str, document: Mapping[str, Any]) -> dict[str, Any]:
    text = json.dumps(document)
    for kind in _PREFIXED:
        text = text.replace(f'"#/components/{kind}/', f'"#/components/{kind}/{surface}.')
    prefixed: dict[str, Any] = json.loads(text)
    components = prefixed.get("components", {})
    for kind in _PREFIXED:
        if kind in components:
            components[kind] = {f"{surface}.{name}": node for name, node in components[kind].items()}
    return prefixed
