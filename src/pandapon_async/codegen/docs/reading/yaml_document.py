"""Access to a YAML document that keeps line numbers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["TooLargeError", "key_text", "line_of", "plain", "scalar_text"]

#: Aliases of aliases can unfold without end.
_MOST_VALUES: Final = 20_000
_DEEPEST: Final = 100
_WORDS: Final = {None: "null", True: "true", False: "false"}


class TooLargeError(ValueError):
    """A value unfolds to more than an example contains."""


def line_of(node: object, key: Any, default: int, first: int) -> int:
    """Return the line of a key.

    Args:
        node: A mapping or a list of the document.
        key: Its key or index.
        default: The line if the position is unknown, as for merged keys.
        first: The line on which the document begins.
    """
    try:
        position = cast("Any", node).lc
        found = position.key(key) if isinstance(node, dict) else position.item(key)
        return first + int(found[0])
    except (AttributeError, KeyError, TypeError, IndexError):
        return default


def key_text(key: object) -> str:
    """Return a key as the text that JSON has for it."""
    if key is None or isinstance(key, bool):
        return _WORDS[key]
    return str(key)


def scalar_text(value: JsonValue) -> str | None:
    """Return a default or example as text; None if there is none."""
    if value is None:
        return None
    if isinstance(value, str):
        return str(value)
    simple = plain(value)
    return str(simple) if not isinstance(simple, dict | list) else json.dumps(simple, ensure_ascii=False)


def plain(value: object) -> JsonValue:
    """Return a value as plain JSON.

    Raises:
        TooLargeError: It has too many values or is nested too deeply.
    """
    return _plain(value, [_MOST_VALUES], 0)


def _plain(value: object, left: list[int], depth: int) -> JsonValue:
    left[0] -= 1
    if left[0] < 0 or depth > _DEEPEST:
        raise TooLargeError
    if isinstance(value, dict):
        entries = cast("dict[object, object]", value).items()
        return {key_text(key): _plain(entry, left, depth + 1) for key, entry in entries}
    if isinstance(value, list):
        return [_plain(entry, left, depth + 1) for entry in cast("list[object]", value)]
    if value is None or isinstance(value, bool):
        return value
    for kind in (int, float, str):
        if isinstance(value, kind):
            return kind(value)
    return str(value)
