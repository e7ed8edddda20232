"""Parses a block of fields: names, types, descriptions, flags, defaults and enum values, one on each line.

A name is a line that is followed by a type. Every other line belongs to the field above it. A line that contradicts
that, such as a second flag, shows that a field in between was not understood; such lines are listed, not guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from pandapon_async.codegen.docs.model.fields import Field
from pandapon_async.codegen.docs.reading import labels
from pandapon_async.codegen.docs.reading.lines import filled, unread_lines
from pandapon_async.codegen.docs.reading.type_text import is_type, read_type, read_type_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pandapon_async.codegen.docs.model.fields import FieldType, Unread
    from pandapon_async.codegen.docs.reading.lines import Line

__all__ = ["Block", "Draft", "draft_block", "finish_block", "repeated_texts"]

_LONGEST_NAME: Final = 120
_LONGEST_LABEL: Final = 40
_FLAGGED: Final = re.compile(r"(?P<type>.*?)\s+(?P<flag>\S+(?: \S+)?)")
_BULLET: Final = re.compile(r"[\u2022\u25e6\u25aa*-]\s|\d+\.\s|[{}\"']")
_JSON: Final = re.compile(r"[{\[]\s*$|[{\[]\s*[{\[\"]")
_SEPARATOR: Final = re.compile(r"\s*[,\u3001\uff0c]\s*")
_FLAGS: Final = (labels.REQUIRED, labels.OPTIONAL, labels.DEPRECATED)
_VALUE_LABELS: Final = (labels.DEFAULT, labels.ENUM, labels.FIELD_EXAMPLE)


class Block(NamedTuple):
    """The fields of a block in their order, the indentation of each, and the lines that were not understood."""

    fields: tuple[Field, ...]
    indents: tuple[int, ...]
    unread: tuple[Unread, ...]
    root: FieldType | None = None


@dataclass(slots=True)
class Draft:
    """A field whose lines are being collected."""

    line: Line
    type: FieldType
    required: bool | None = None
    flag_line: Line | None = None
    deprecated: bool = False
    description: list[Line] = field(default_factory=list["Line"])
    default: list[str] = field(default_factory=list[str])
    example: list[str] = field(default_factory=list[str])
    enum: list[str] = field(default_factory=list[str])

    def finish(self) -> Field:
        """Return the field."""
        enum = tuple(dict.fromkeys(self.enum))
        return Field(
            self.line.text,
            _with_enum(self.type, enum) if enum else self.type,
            self.line.number,
            required=self.required,
            description=" ".join(line.text for line in self.description),
            default=" ".join(self.default) if self.default else None,
            example=" ".join(self.example) if self.example else None,
            deprecated=self.deprecated,
        )


def _with_enum(outer: FieldType, enum: tuple[str, ...]) -> FieldType:
    """Set the enum values of a type; of an array, those of its items."""
    if outer.items is not None:
        return replace(outer, items=_with_enum(outer.items, enum))
    return replace(outer, enum=enum)


@dataclass(slots=True)
class DraftBlock:
    """A parsed block before descriptions are checked against the rest of the page."""

    drafts: list[Draft]
    unread: list[Unread]
    part: str
    root: FieldType | None = None


def draft_block(lines: Sequence[Line], part: str) -> DraftBlock:
    """Parse the lines below a heading.

    Args:
        lines: The lines.
        part: ``request`` or ``response``, for the list of lines that were not understood.
    """
    lines = filled(lines)
    block = DraftBlock([], [], part)
    position = 0
    if lines and is_type(lines[0].text) and not (len(lines) > 1 and is_type(lines[1].text)):
        # A body that is not an object begins with its type.
        block.root = read_type(lines[0].text)
        position = 1
    while position < len(lines):
        line = lines[position]
        if _is_unknown_heading(lines, position):
            why = "looks like a heading in an unknown language; nothing is read up to the next known one"
            block.unread += unread_lines(lines[position:], why, part)
            break
        draft = _start(lines, position, block)
        if draft:
            block.drafts.append(draft)
            position += 2
        elif _has_spaced_name(lines, position):
            end = _skipped_end(lines, position)
            block.unread += unread_lines(lines[position:end], "followed by a type, but not a field name", part)
            position = end
        elif not block.drafts:
            block.unread += unread_lines([line], "no field above it", part)
            position += 1
        else:
            position = _detail(block, lines, position)
    return block


def repeated_texts(blocks: Iterable[DraftBlock]) -> frozenset[str]:
    """Return description lines that look like labels in an unknown language.

    A page prints a flag on every field or on none. If no flag was understood, but most fields share a few short
    lines, those lines are flags or other labels.
    """
    drafts = [draft for block in blocks for draft in block.drafts]
    counts = Counter(text for draft in drafts for text in {line.text for line in draft.description})
    repeated = {text for text, count in counts.items() if count > 1 and len(text) <= _LONGEST_LABEL}
    found = {text for text in repeated if text.endswith((":", "\uff1a"))}
    if not any(draft.required is not None for draft in drafts):
        sharing = sum(1 for draft in drafts if any(line.text in repeated for line in draft.description))
        found |= repeated if sharing * 2 >= len(drafts) else set()
    return frozenset(found)


def finish_block(block: DraftBlock, suspicious: frozenset[str]) -> Block:
    """Return the fields of a block; description lines in ``suspicious`` are listed instead."""
    unread = list(block.unread)
    flagged = any(draft.required is not None for draft in block.drafts)
    for draft in block.drafts:
        kept, why = draft.description, ""
        if any(line.text in suspicious for line in kept):
            # The lines beside an unknown label may be its value, or another field.
            why = "repeated below several fields; possibly an unknown label"
        elif flagged and draft.required is None and kept:
            why = f"{draft.line.text} has no flag, unlike other fields; possibly an unknown label"
        elif not flagged and len(kept) > 1:
            why = f"several lines below {draft.line.text} without a flag; possibly another field"
        if why:
            unread += unread_lines(kept, why, block.part)
        draft.description = [] if why else kept
    fields = tuple(draft.finish() for draft in block.drafts)
    return Block(fields, tuple(draft.line.indent for draft in block.drafts), tuple(unread), block.root)


def _is_flag(text: str) -> bool:
    return any(labels.is_label(text, words) for words in _FLAGS)


def _flag(text: str) -> bool | None:
    if labels.is_label(text, labels.REQUIRED):
        return True
    return False if labels.is_label(text, labels.OPTIONAL) else None


def _is_unknown_heading(lines: Sequence[Line], position: int) -> bool:
    text = lines[position].text
    below = lines[position + 1].text if position + 1 < len(lines) else ""
    if _is_flag(text) and not is_type(below):
        return False
    if labels.STATUS.search(text) or _JSON.match(text) or _JSON.match(below):
        return True
    if is_type(below):
        return False  # the name of a field
    return labels.ends_with_media_type(text) or (labels.may_be_heading(text) and _begins(lines, position + 1))


def _begins(lines: Sequence[Line], position: int) -> bool:
    return position + 1 < len(lines) and is_type(lines[position + 1].text) and not is_type(lines[position].text)


def _could_be_name(text: str) -> bool:
    return (
        len(text) <= _LONGEST_NAME
        and not any(character.isspace() for character in text)
        and not text.endswith((":", "\uff1a"))
        and not _BULLET.match(text)
    )


def _types_below(lines: Sequence[Line], position: int) -> int:
    """Count the consecutive type lines below a line."""
    count = 0
    while position + 1 + count < len(lines) and is_type(lines[position + 1 + count].text):
        count += 1
    return count


def _start(lines: Sequence[Line], position: int, block: DraftBlock) -> Draft | None:
    """Return the field that begins here.

    Names such as ``object`` and ``string`` are types as well. Names and types alternate, so a name is followed by an
    odd number of type lines.
    """
    line = lines[position]
    if position + 1 >= len(lines) or not _could_be_name(line.text):
        return None
    below = lines[position + 1]
    if is_type(below.text):
        found = read_type(below.text) if _types_below(lines, position) % 2 else None
        return Draft(line, found) if found else None
    if _is_flag(line.text):
        return None
    flagged = _FLAGGED.fullmatch(below.text)
    required = _flag(flagged["flag"]) if flagged else None
    found = read_type(flagged["type"]) if flagged and required is not None else None
    if found:
        return Draft(line, found, required, below)
    partly = read_type_line(below.text)
    if partly is None:
        return None
    block.unread += unread_lines([below], f"the type of {line.text}: not understood: {partly.rest}", block.part)
    return Draft(line, partly.type)


def _has_spaced_name(lines: Sequence[Line], position: int) -> bool:
    return (
        position + 1 < len(lines)
        and is_type(lines[position + 1].text)
        and bool(_types_below(lines, position) % 2)
        and not _could_be_name(lines[position].text)
    )


def _skipped_end(lines: Sequence[Line], position: int) -> int:
    """Return where the next field begins."""
    position += 2
    while position < len(lines) and not _begins(lines, position):
        position += 1
    return position


def _detail(block: DraftBlock, lines: Sequence[Line], position: int) -> int:
    """Add a line to the field above it; return the position of the next line."""
    draft, line = block.drafts[-1], lines[position]
    flag = _flag(line.text)
    if flag is not None:
        _add_flag(block, draft, line, required=flag)
        return position + 1
    if labels.is_label(line.text, labels.DEPRECATED):
        draft.deprecated = True
        return position + 1
    for words, values in zip(_VALUE_LABELS, (draft.default, draft.enum, draft.example), strict=True):
        label, colon, rest = line.text.replace("\uff1a", ":").partition(":")
        if not labels.is_label(label, words):
            continue
        if rest.strip():
            separated = _SEPARATOR.split(rest.strip())
            values.extend(separated if values is draft.enum else [rest.strip()])
            return position + 1
        if colon or _is_value(lines, position + 1):
            return _values(values, lines, position + 1, many=values is draft.enum)
    if draft.default or draft.example:
        # A description stands above the values, so this line does not belong to the field.
        why = "below the values of a field; possibly a heading in an unknown language"
        block.unread += unread_lines(lines[position:], why, block.part)
        return len(lines)
    draft.description.append(line)
    return position + 1


def _is_value(lines: Sequence[Line], position: int) -> bool:
    """Tell whether a line can be the value of a label without a colon above it."""
    return position < len(lines) and not _is_flag(lines[position].text) and not _begins(lines, position)


def _add_flag(block: DraftBlock, draft: Draft, line: Line, *, required: bool) -> None:
    if draft.flag_line is None:
        draft.required, draft.flag_line = required, line
        return
    # Between two flags stands the beginning of a field that was not understood.
    after = [each for each in draft.description if each.number > draft.flag_line.number]
    why = f"a second flag below {draft.line.text}; a field before it was not understood"
    block.unread += unread_lines([*after, line], why, block.part)
    draft.description = [each for each in draft.description if each.number <= draft.flag_line.number]
    if draft.required != required and not after:
        draft.required = None


def _values(values: list[str], lines: Sequence[Line], position: int, *, many: bool) -> int:
    """Add the value or values on the lines below a label; return the position of the next line."""
    while position < len(lines):
        text = lines[position].text
        if _begins(lines, position) or _is_flag(text) or (many and text.endswith((":", "\uff1a"))):
            break
        values.append(text)
        position += 1
        if not many:
            break
    return position
