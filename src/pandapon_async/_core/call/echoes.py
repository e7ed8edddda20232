"""Ids in a response that only repeat what the request holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async._core.schema.json import JsonError, load_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async._core.call.encoding import UnsignedRequest
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["without_echoes"]

#: An id of fewer characters can be anything else that the request holds.
_SHORTEST_ECHO: Final = 5


def without_echoes(ids: tuple[str, ...], request: UnsignedRequest) -> tuple[str, ...]:
    """Leave out ids that the caller sent: that a response repeats them proves nothing."""
    try:
        sent: set[str] = set(_scalars(load_json(request.body))) if request.body is not None else set()
    except JsonError:  # pragma: no cover - we have written it
        sent = set()
    sent |= set(request.query.values())
    sent |= set(request.path.split("/"))
    return tuple(each for each in ids if len(each) < _SHORTEST_ECHO or each not in sent)


def _scalars(value: JsonValue) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _scalars(item)
    elif isinstance(value, list):
        for item in value:
            yield from _scalars(item)
    elif isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
        try:
            yield from _scalars(load_json(value))
        except JsonError:
            yield value
    elif isinstance(value, str | int):
        yield str(value)
