"""Applies OpenAPI Overlays (version 1.0) to a specification.

An overlay is a document with a list of actions. The ``target`` of an action is a JSONPath (RFC 9535) that selects
objects and arrays of the specification; ``update`` is merged into each of them, ``remove: true`` deletes them. Actions
run in order. A target that selects nothing changes nothing.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final, cast

from jsonpath import JSONPathEnvironment, JSONPathError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["OverlayError", "apply_overlays", "check_overlay"]

#: Strict: RFC 9535 without the library's own additions, so that other overlay tools agree.
_PATHS: Final = JSONPathEnvironment(strict=True)
_OVERLAY_KEYS: Final = frozenset({"overlay", "info", "extends", "actions"})
_ACTION_KEYS: Final = frozenset({"target", "description", "update", "remove"})


class OverlayError(ValueError):
    """An overlay is not valid, or does not fit the specification. The message names the action."""


def apply_overlays(spec: JsonObject, overlays: Iterable[JsonObject]) -> JsonObject:
    """Return a copy of a specification with overlays applied in their order.

    Args:
        spec: An OpenAPI document. It is not changed.
        overlays: Overlay documents.

    Raises:
        OverlayError: An overlay is not valid, or an update does not fit its target.
    """
    merged = copy.deepcopy(spec)
    for overlay in overlays:
        for number, action in enumerate(check_overlay(overlay)):
            merged = _apply(merged, action, f"actions[{number}]")
    return merged


def check_overlay(overlay: JsonObject) -> list[JsonObject]:
    """Check the form of an overlay and return its actions.

    Raises:
        OverlayError: The overlay is not valid.
    """
    version = overlay.get("overlay")
    if not isinstance(version, str) or not version.startswith("1.0."):
        raise OverlayError(f"overlay: {version!r} is not a version of Overlay 1.0")
    info = overlay.get("info")
    if not isinstance(info, dict) or not all(isinstance(info.get(key), str) for key in ("title", "version")):
        raise OverlayError("info: needs title and version, both strings")
    _check_keys(overlay, _OVERLAY_KEYS, "overlay")
    actions = overlay.get("actions")
    if not isinstance(actions, list) or not actions:
        raise OverlayError("actions: needs at least one action")
    return [_check_action(action, f"actions[{number}]") for number, action in enumerate(actions)]


def _check_keys(value: JsonObject, known: frozenset[str], where: str) -> None:
    unknown = sorted(key for key in value.keys() - known if not key.startswith("x-"))
    if unknown:
        raise OverlayError(f"{where}: unknown key {unknown[0]!r}")


def _check_action(action: JsonValue, where: str) -> JsonObject:
    if not isinstance(action, dict):
        raise OverlayError(f"{where}: is not an object")
    _check_keys(action, _ACTION_KEYS, where)
    target = action.get("target")
    if not isinstance(target, str):
        raise OverlayError(f"{where}: needs a target, a JSONPath")
    if not isinstance(action.get("remove", False), bool):
        raise OverlayError(f"{where}.remove: is not true or false")
    if "update" not in action and action.get("remove") is not True:
        raise OverlayError(f"{where}: needs update, or remove: true")
    return action


def _apply(document: JsonObject, action: JsonObject, where: str) -> JsonObject:
    target = str(action["target"])
    try:
        found = {match.parts: match.obj for match in _PATHS.finditer(target, document)}
    except JSONPathError as error:
        raise OverlayError(f"{where}.target: {target!r} is not a valid JSONPath: {error}") from error
    if action.get("remove") is True:
        _remove(document, list(found), where)
        return document
    for node in found.values():
        _update(cast("JsonValue", node), copy.deepcopy(action["update"]), f"{where}.update")
    return document


def _remove(document: JsonObject, found: list[tuple[str | int, ...]], where: str) -> None:
    if () in found:
        raise OverlayError(f"{where}.target: cannot remove the whole document")
    # Children before parents and later items before earlier ones, so that the remaining paths stay valid.
    for parts in sorted(found, key=_removal_order, reverse=True):
        parent: JsonValue = document
        for part in parts[:-1]:
            parent = cast("dict[str | int, JsonValue]", parent)[part]
        del cast("dict[str | int, JsonValue]", parent)[parts[-1]]


def _removal_order(parts: tuple[str | int, ...]) -> tuple[int, list[tuple[int, str]]]:
    return len(parts), [(part, "") if isinstance(part, int) else (-1, part) for part in parts]


def _update(node: JsonValue, update: JsonValue, where: str) -> None:
    """Merge an update into a node: an array gets it as a new item, an object its properties."""
    if isinstance(node, list):
        node.append(update)
    elif not isinstance(node, dict):
        raise OverlayError(f"{where}: the target must be an object or an array")
    elif not isinstance(update, dict):
        raise OverlayError(f"{where}: the target is an object, so the update must be an object")
    else:
        _merge(node, update, where)


def _merge(node: JsonObject, update: JsonObject, where: str) -> None:
    for key, value in update.items():
        here = f"{where}.{key}"
        current = node.get(key)
        if isinstance(current, dict) and isinstance(value, dict):
            _merge(current, value, here)
        elif isinstance(current, list) and isinstance(value, list):
            current += value
        elif isinstance(current, dict | list) or (isinstance(value, dict | list) and current is not None):
            raise OverlayError(f"{here}: an object, an array and a plain value cannot replace each other")
        else:
            node[key] = value
