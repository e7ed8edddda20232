"""Keeping secrets and personal data out of texts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, cast

from pandapon_async._core.schema.models import Model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pandapon_async._core.call.operation import Parameter

__all__ = ["MOBILE_NUMBER", "personal_values", "scrub", "text_leaves"]

MASK: Final = "***"
_LONGEST_TEXT: Final = 300
_SHORTEST_VALUE: Final = 2
#: Chinese mobile numbers, including ones that the request did not contain.
MOBILE_NUMBER: Final = re.compile(r"(?<![0-9])(?:\+?86[ -]?)?1[3-9][0-9]{9}(?![0-9])")


def scrub(text: str | None, values: Iterable[str]) -> str:
    """Return a text fit for logs and exception texts: values masked, one line, of bounded length."""
    if not text:
        return ""
    # The longest first, so that a value inside another one does not leave the rest of it standing.
    for value in sorted({value for value in values if len(value) >= _SHORTEST_VALUE}, key=len, reverse=True):
        text = text.replace(value, MASK)
    text = MOBILE_NUMBER.sub(MASK, text)
    text = "".join(character if character.isprintable() else " " for character in text)
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"


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
