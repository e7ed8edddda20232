"""Parses type lines: ``array [object {8}]  | null``, ``object (ReceiverAddressTO)``, ``integer <int64>``."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from pandapon_async.codegen.docs.model.fields import FieldType

__all__ = ["TypeLine", "is_type", "read_type", "read_type_line"]

_SCALARS: Final = frozenset({"string", "integer", "number", "boolean", "object", "null", "any", "file"})
_BASE: Final = re.compile(r"[a-z]+")
_COUNT: Final = re.compile(r"\d{1,4}")
_OPENING: Final = {"(": ")", "[": "]", "<": ">", "{": "}"}
_DEEPEST: Final = 8
_LONGEST: Final = 300


class TypeLine(NamedTuple):
    """A type, and the part of its line that was not understood."""

    type: FieldType
    rest: str


def read_type(text: str) -> FieldType | None:
    """Parse a type line; None if the line is not a type or is not understood completely."""
    found = read_type_line(text)
    return found.type if found and not found.rest else None


def is_type(text: str) -> bool:
    """Tell whether a line is a type that is understood completely."""
    return read_type(text) is not None


def read_type_line(text: str) -> TypeLine | None:
    """Parse a line that begins like a type; None if it does not. The parts that are not understood are returned."""
    return _read(text.strip(), 0)


def _read(text: str, depth: int) -> TypeLine | None:
    if not text or len(text) > _LONGEST or depth > _DEEPEST:
        return None
    written = _alternatives(text)
    parts = [_part(part.strip(), depth) for part in written]
    known = [part for part in parts if part is not None]
    if not known or (parts[0] is None and known[0].type.types != ("null",)):
        return None
    rest = [part.strip() or "|" for part, read in zip(written, parts, strict=True) if read is None]
    rest += [part.rest for part in known if part.rest]
    types = [part.type for part in known]
    proper = [each for each in types if each.types != ("null",)]
    if not proper:
        # `CustomName | null`: only that null is allowed is understood.
        return TypeLine(FieldType((), nullable=True) if rest else FieldType(("null",), nullable=True), " ".join(rest))
    first = proper[0]
    names = tuple(dict.fromkeys(name for each in proper for name in each.types))
    items = next((each.items for each in proper if each.items), None)
    nullable = len(proper) != len(types)
    return TypeLine(FieldType(names, nullable, first.format, first.component, first.count, items), " ".join(rest))


def _alternatives(text: str) -> list[str]:
    """Split at bars outside brackets."""
    parts, depth, start = list[str](), 0, 0
    for index, character in enumerate(text):
        depth += (character in _OPENING) - (character in _OPENING.values())
        if character == "|" and depth == 0:
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]]


def _part(text: str, depth: int) -> TypeLine | None:
    base = _BASE.match(text)
    if not base or base[0] not in {*_SCALARS, "array", "enum"}:
        return None
    groups, rest = _groups(text[base.end() :])
    if rest and not groups and rest[0] not in _OPENING:
        return None  # prose that begins with the name of a type
    match base[0]:
        case "array":
            return _array(groups, rest, depth)
        case "enum":
            return _enum(groups, rest)
        case _:
            return _scalar(base[0], groups, rest)


def _groups(text: str) -> tuple[list[tuple[str, str]], str]:
    """Split text into balanced bracket groups; return the groups and the text after them."""
    found: list[tuple[str, str]] = []
    text = text.strip()
    while text[:1] in _OPENING:
        end = _closing(text)
        if end is None:
            return found, text
        found.append((text[0], text[1:end].strip()))
        text = text[end + 1 :].strip()
    return found, text


def _closing(text: str) -> int | None:
    """Return the index of the bracket that closes the first one. Other kinds of brackets must be balanced as well."""
    stack: list[str] = []
    for index, character in enumerate(text):
        if character in _OPENING:
            stack.append(_OPENING[character])
        elif character in _OPENING.values():
            if not stack or stack.pop() != character:
                return None
            if not stack:
                return index
    return None


def _array(groups: list[tuple[str, str]], rest: str, depth: int) -> TypeLine:
    items: FieldType | None = None
    left = [rest] if rest else []
    for bracket, content in groups:
        if bracket in "[<" and items is None:
            inner = _read(content, depth + 1) if content else TypeLine(FieldType(), "")
            items = inner.type if inner else FieldType()
            left += [inner.rest] if inner and inner.rest else [] if inner else [content]
        else:
            left.append(f"{bracket}{content}{_OPENING[bracket]}")
    return TypeLine(FieldType(("array",), nullable=False, items=items), " ".join(left))


def _enum(groups: list[tuple[str, str]], rest: str) -> TypeLine:
    types: tuple[str, ...] = ()
    left = [rest] if rest else []
    for bracket, content in groups:
        if bracket in "<(" and content in ("string", "integer", "number", "boolean"):
            types = (content,)
        else:
            left.append(f"{bracket}{content}{_OPENING[bracket]}")
    return TypeLine(FieldType(types, nullable=False), " ".join(left))


def _scalar(base: str, groups: list[tuple[str, str]], rest: str) -> TypeLine:
    form: str | None = None
    component: str | None = None
    count: int | None = None
    arrays = 0
    left = [rest] if rest else []
    for bracket, content in groups:
        if bracket == "(" and component is None and content:
            component = content
        elif bracket == "<" and form is None and content:
            form = content
        elif bracket == "{" and count is None and _COUNT.fullmatch(content):
            count = int(content)
        elif bracket == "[" and not content:
            arrays += 1
        else:
            left.append(f"{bracket}{content}{_OPENING[bracket]}")
    found = FieldType(() if base == "any" else (base,), nullable=False, format=form, component=component, count=count)
    for _ in range(arrays):
        found = FieldType(("array",), nullable=False, items=found)
    return TypeLine(found, " ".join(left))
