"""A signed request, ready to be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandapon_async._core.http.timeouts import PhaseTimeouts

__all__ = ["EFFECT_EXTENSION", "Effect", "HttpRequest"]

Effect: TypeAlias = Literal["read", "write", "pay"]
"""What a call changes on the server. This decides when it may be retried; the HTTP method does not tell."""

#: Key under which a transport finds the effect of a request in ``request.extensions``.
EFFECT_EXTENSION: Final = "pandapon_effect"


# Not frozen, like other classes that every call creates: attrs makes frozen instances more slowly.
@attrs.define(kw_only=True)
class HttpRequest:
    """A signed request."""

    method: str
    url: str = attrs.field(repr=False)
    headers: Mapping[str, str] = attrs.field(repr=False)
    body: bytes | None = attrs.field(repr=False)
    effect: Effect
    timeout: PhaseTimeouts
    max_response_bytes: int

    @property
    def extensions(self) -> dict[str, object]:
        """Extensions for an httpx request: the time-outs and the effect."""
        return {"timeout": self.timeout.as_dict(), EFFECT_EXTENSION: self.effect}
