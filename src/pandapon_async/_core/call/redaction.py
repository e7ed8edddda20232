"""Keeps secrets and personal data out of texts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, cast

from pandapon_async._core.schema.models import Model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pandapon_async._core.call.operation import Parameter

__all__ = ["MOBILE_NUMBER", "personal_values", "scrub", "scrub_code", "text_leaves"]

MASK: Final = "***"
_LONGEST_TEXT: Final = 300
#: Characters of a text that are looked at. Masking makes texts shorter or a little longer, never this much.
_LOOKED_AT: Final = 3000
_SHORTEST_VALUE: Final = 2
#: Chinese mobile numbers, including ones the request did not contain.
MOBILE_NUMBER: Final = re.compile(r"(?<![0-9])(?:\+?86[ -]?)?1[3-9][0-9]{9}(?![0-9])")


def scrub(text: str | None, values: Iterable[str]) -> str:
    """Return a text fit for logs and exception texts: values masked, one line, of bounded length.

    A long text is cut first, so that the time for masking is bounded as well.
    """
    if not text:
        return ""
    is_cut = len(text) > _LOOKED_AT
    if is_cut:
        text = text[:_LOOKED_AT]
    # The longest first, so that a value inside another one does not leave the rest of it standing.
    for value in sorted({value for value in values if len(value) >= _SHORTEST_VALUE}, key=len, reverse=True):
        text = text.replace(value, MASK)
        # The cut may have split an occurrence.
        if is_cut and (start := _split_occurrence(text, value)) is not None:
            text = text[:start] + MASK
    text = MOBILE_NUMBER.sub(MASK, text)
    text = "".join(character if character.isprintable() else " " for character in text)
    return text if len(text) <= _LONGEST_TEXT and not is_cut else text[: _LONGEST_TEXT - 1] + "…"


def _split_occurrence(text: str, value: str) -> int | None:
    """Return where the text ends with the beginning of a value."""
    for length in range(min(len(value) - 1, len(text)), _SHORTEST_VALUE - 1, -1):
        if text.endswith(value[:length]):
            return len(text) - length
    return None


def scrub_code(code: int | str | None, values: Iterable[str]) -> int | str | None:
    """Return a code that a server sent without secrets and personal data; numbers of a few digits stay numbers."""
    if code is None or (isinstance(code, int) and abs(code) < 10_000_000):
        return code
    text = str(code)
    scrubbed = scrub(text, values)
    return code if scrubbed == text else scrubbed


def personal_values(parameters: Iterable[Parameter], arguments: Mapping[str, object]) -> Iterator[str]:
    """Yield the texts among an operation's arguments that are personal data."""
    for parameter in parameters:
        value = arguments.get(parameter.argument)
        yield from text_leaves(value) if parameter.personal else _personal_leaves(value)


def _personal_leaves(value: object) -> Iterator[str]:
    if isinstance(value, Model):
        for attribute, wire in value.wire_fields():
            inner: object = getattr(value, attribute)
            yield from text_leaves(inner) if wire.personal else _personal_leaves(inner)
        # What the documentation does not name may be anything.
        yield from text_leaves(value.unknown_fields)
    elif isinstance(value, Sequence) and not isinstance(value, str | bytes):
        for item in cast("Sequence[object]", value):
            yield from _personal_leaves(item)


def text_leaves(value: object) -> Iterator[str]:
    """Yield every text inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Model):
        for attribute, _ in value.wire_fields():
            yield from text_leaves(getattr(value, attribute))
        yield from text_leaves(value.unknown_fields)
    elif isinstance(value, Mapping):
        for item in cast("Mapping[object, object]", value).values():
            yield from text_leaves(item)
    elif isinstance(value, Sequence) and not isinstance(value, bytes):
        for item in cast("Sequence[object]", value):
            yield from text_leaves(item)
    elif isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10_000:
        yield str(value)
