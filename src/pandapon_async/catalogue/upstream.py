"""Calls of upstream platforms that entries without a page most likely wrap."""

from __future__ import annotations

import functools
import json
from importlib import resources
from typing import Final

import attrs

__all__ = ["UpstreamCall", "read_upstream_calls"]

_FILE: Final = "upstream.json"


@attrs.frozen(kw_only=True)
class UpstreamCall:
    """A call of the Taobao Global platform; a hint, not confirmed for PandaPon.

    Attributes:
        call: Path of the call.
        request: Names of the request's fields.
        response: Names of the response's fields.
        likely_for: Surface, group and title of the catalogue entries that most likely wrap it.
    """

    call: str
    request: tuple[str, ...]
    response: tuple[str, ...]
    likely_for: frozenset[tuple[str, str, str]]


@functools.cache
def read_upstream_calls() -> tuple[UpstreamCall, ...]:
    """Return all known calls."""
    text = resources.files("pandapon_async.catalogue").joinpath(_FILE).read_text(encoding="utf-8")
    return tuple(
        UpstreamCall(
            call=each["call"],
            request=tuple(each["request"]),
            response=tuple(each["response"]),
            likely_for=frozenset((surface, group, title) for surface, group, title in each["likely_for"]),
        )
        for each in json.loads(text)
    )
