"""Type lines: ``array [object {8}]  | null``, ``object (ReceiverAddressTO)``, ``integer <int64>``."""

from __future__ import annotations

import re
from typing import Final

from codegen.docs.model.fields import FieldType

__all__ = ["read_type"]

_SCALARS: Final = frozenset({"string", "integer", "number", "boolean", "object", "null", "any", "file"})
_PART: Final = re.compile(
    r"(?P<base>[a-z]+)\s*(?:\[\])?"
    r"(?:\s*\((?P<component>[\w.$\u00ab\u00bb<>\- ]{1,80})\))?"
    r"(?:\s*<(?P<format>[\w-]{1,40})>)?"
    r"(?:\s*\((?P<late>[\w.$\- ]{1,80})\))?"
    r"(?:\s*\{(?P<count>\d{1,4})\})?"
)
_ENUM: Final = re.compile(r"enum\s*(?:<(?P<base>string|integer|number)>|\((?P<other>string|integer|number)\))")
_ARRAY: Final = re.compile(r"array\s*(?:\[(?P<square>.*)\]|<(?P<angle>.*)>)", re.DOTALL)
_DEEPEST: Final = 8
_LONGEST: Final = 200


def read_type(text: str, depth: int = 0) -> FieldType | None:
    """Read a type line; None where it is none."""
    text = text.strip()
    if not text or len(text) > _LONGEST or depth > _DEEPEST:
        return None
    parts = [_part(part.strip(), depth) for part in _alternatives(text)]
    kinds = [part for part in parts if part is not None]
    if len(kinds) != len(parts) or not kinds:
        return None
    proper = [kind for kind in kinds if kind.types != ("null",)]
    nullable = len(proper) != len(kinds)
    if not proper:
        return FieldType(("null",), nullable=True)
    first = proper[0]
    types = tuple(dict.fromkeys(name for kind in proper for name in kind.types))
    items = next((kind.items for kind in proper if kind.items), None)
    return FieldType(types, nullable, first.format, first.component, first.count, items)


def _alternatives(text: str) -> list[str]:
    """Split at bars outside brackets."""
    parts, depth, start = list[str](), 0, 0
    for index, character in enumerate(text):
        depth += (character in "[(<") - (character in "])>")
        if character == "|" and depth == 0:
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]]


def _part(text: str, depth: int) -> FieldType | None:
    array = _ARRAY.fullmatch(text)
    if array:
        inner = array["square"] if array["square"] is not None else array["angle"]
        items = read_type(inner, depth + 1) if inner.strip() else FieldType()
        return FieldType(("array",), nullable=False, items=items) if items else None
    if text == "array":
        return FieldType(("array",), nullable=False)
    enum = _ENUM.fullmatch(text)
    if enum:
        return FieldType((enum["base"] or enum["other"],), nullable=False)
    found = _PART.fullmatch(text)
    if not found or found["base"] not in _SCALARS:
        return None
    if text.endswith("[]"):
        return FieldType(("array",), nullable=False, items=FieldType((found["base"],), nullable=False))
    count = int(found["count"]) if found["count"] else None
    types = () if found["base"] == "any" else (found["base"],)
    return FieldType(types, False, found["format"], found["component"] or found["late"], count)  # noqa: FBT003 - in order
