"""Specifications and catalogue as compact JSON: one line per operation, schema or entry.

The files are committed, so a change of one operation is a change of one line.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["compact_json"]

#: How deep objects and lists are spread over lines, by their place at the top of the document.
_DEPTHS: Final = {"components": 3, "paths": 2, "webhooks": 2, "tags": 2}


def compact_json(document: JsonValue) -> bytes:
    """Return a document as JSON text with few lines and a stable order.

    Args:
        document: A list, of which each item gets a line, or an OpenAPI document.
    """
    if not isinstance(document, dict):
        return _spread(document, 1).encode() + b"\n"
    lines = [f"{_flat(key)}:{_spread(value, _DEPTHS.get(key, 1) - 1)}" for key, value in document.items()]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _spread(value: JsonValue, depth: int) -> str:
    if depth > 0 and isinstance(value, dict) and value:
        lines = [f"{_flat(key)}:{_spread(entry, depth - 1)}" for key, entry in value.items()]
        return "{\n" + ",\n".join(lines) + "\n}"
    if depth > 0 and isinstance(value, list) and value:
        return "[\n" + ",\n".join(_spread(entry, depth - 1) for entry in value) + "\n]"
    return _flat(value)


def _flat(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
