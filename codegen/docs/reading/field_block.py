"""A parameter block: names, types, descriptions, flags, defaults and enum values, one a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from codegen.docs.model.fields import Field, Unread
from codegen.docs.reading import labels
from codegen.docs.reading.type_text import read_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codegen.docs.model.fields import FieldType

__all__ = ["Block", "Line", "read_block"]

_NAME: Final = re.compile(r"[A-Za-z_$][\w.$-]{0,79}", re.ASCII)
_FLAGGED: Final = re.compile(r"(?P<kind>.*?)\s+(?P<flag>\S+(?: \S+)?)")


class Line(NamedTuple):
    """A line of a page: its number from 1, its text without the space around it, its indentation."""

    number: int
    text: str
    indent: int


class Block(NamedTuple):
    """The fields of a block in their order, with the indentation of each, and what could not be read."""

    fields: tuple[Field, ...]
    indents: tuple[int, ...]
    unread: tuple[Unread, ...]


@dataclass(slots=True)
class _Draft:
    line: Line
    kind: FieldType
    required: bool | None = None
    deprecated: bool = False
    description: list[str] = field(default_factory=list[str])
    default: list[str] = field(default_factory=list[str])
    example: list[str] = field(default_factory=list[str])
    enum: list[str] = field(default_factory=list[str])

    def finish(self) -> Field:
        kind = replace(self.kind, enum=tuple(self.enum)) if self.enum else self.kind
        return Field(
            self.line.text,
            kind,
            self.line.number,
            required=self.required,
            description=" ".join(self.description),
            default=" ".join(self.default) if self.default else None,
            example=" ".join(self.example) if self.example else None,
            deprecated=self.deprecated,
        )


def read_block(lines: Sequence[Line]) -> Block:
    """Read the lines below a heading."""
    lines = [line for line in lines if line.text]
    drafts: list[_Draft] = []
    unread: list[Unread] = []
    position = 0
    while position < len(lines):
        line = lines[position]
        draft = _start(line, lines[position + 1]) if position + 1 < len(lines) else None
        if draft:
            drafts.append(draft)
            position += 2
        elif not drafts:
            unread.append(Unread(line.number, line.text, "no field that it could belong to"))
            position += 1
        else:
            position = _detail(drafts[-1], lines, position, unread)
    return Block(tuple(draft.finish() for draft in drafts), tuple(draft.line.indent for draft in drafts), tuple(unread))


def _start(line: Line, following: Line) -> _Draft | None:
    if not _NAME.fullmatch(line.text) or any(labels.is_label(line.text, words) for words in _WORDS):
        return None
    kind = read_type(following.text)
    if kind:
        return _Draft(line, kind)
    flagged = _FLAGGED.fullmatch(following.text)
    required = _flag(flagged["flag"]) if flagged else None
    kind = read_type(flagged["kind"]) if flagged and required is not None else None
    return _Draft(line, kind, required) if kind else None


_WORDS: Final = (labels.REQUIRED, labels.OPTIONAL, labels.DEPRECATED)


def _flag(text: str) -> bool | None:
    if labels.is_label(text, labels.REQUIRED):
        return True
    return False if labels.is_label(text, labels.OPTIONAL) else None


def _detail(draft: _Draft, lines: Sequence[Line], position: int, unread: list[Unread]) -> int:
    """Take a line below the type; return where to go on."""
    line = lines[position]
    flag = _flag(line.text)
    if flag is not None:
        if draft.required not in (None, flag):
            unread.append(Unread(line.number, line.text, f"a second, other flag of {draft.line.text}"))
        draft.required = flag if draft.required in (None, flag) else None
        return position + 1
    if labels.is_label(line.text, labels.DEPRECATED):
        draft.deprecated = True
        return position + 1
    for words, values in (
        (labels.DEFAULT, draft.default),
        (labels.ENUM, draft.enum),
        (labels.FIELD_EXAMPLE, draft.example),
    ):
        label, colon, rest = line.text.replace("\uff1a", ":").partition(":")
        if colon and labels.is_label(label, words):
            if rest.strip():
                separated = re.split(r"\s*[,\u3001]\s*", rest.strip())
                values.extend(separated if values is draft.enum else [rest.strip()])
                return position + 1
            return _values(values, lines, position + 1, many=values is draft.enum)
    draft.description.append(line.text)
    return position + 1


def _values(values: list[str], lines: Sequence[Line], position: int, *, many: bool) -> int:
    """Take the value or the values that stand on lines of their own."""
    while position < len(lines):
        line = lines[position]
        starts = position + 1 < len(lines) and _start(line, lines[position + 1]) is not None
        if starts or _flag(line.text) is not None or (many and line.text.endswith((":", "\uff1a"))):
            break
        values.append(line.text)
        position += 1
        if not many:
            break
    return position
