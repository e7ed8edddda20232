"""Sending one signed request. How that goes over transports and clients of httpx is told by :mod:`httpx_sending`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol

import attrs

from pandapon_async._core.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping, Sequence
    from typing import Any

    import httpx

    from pandapon_async._core.operation import Effect
    from pandapon_async._core.options import PhaseTimeouts

__all__ = ["EFFECT_EXTENSION", "DefaultSender", "Outgoing", "Received", "Sender"]

#: Key under which a transport finds the effect of a request in ``request.extensions``.
EFFECT_EXTENSION: Final = "pandapon_effect"


# Not frozen, here and elsewhere on the way of a call: attrs pays for that with each one made.
@attrs.define(kw_only=True)
class Outgoing:
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
        """What transports are told beside the request itself."""
        return {"timeout": self.timeout.as_dict(), EFFECT_EXTENSION: self.effect}


class Received:
    """An answer, read to its end."""

    def __init__(self, status: int, raw_headers: Sequence[tuple[bytes, bytes]], body: bytes) -> None:
        self.status = status
        self.body = body
        self._raw_headers = raw_headers

    @cached_property
    def headers(self) -> httpx.Headers:
        """Headers; built when first looked at, since nobody looks at those of a success."""
        import httpx  # noqa: PLC0415

        return httpx.Headers(self._raw_headers)


class Sender(Protocol):
    """Sends a request once."""

    def send(self, outgoing: Outgoing) -> Coroutine[Any, Any, Received]:
        """Send and read the whole answer.

        Raises:
            httpx.TransportError: No answer, or only a part of one.
            AnswerTooLargeError: The answer is longer than allowed.
        """
        ...

    async def aclose(self) -> None:
        """Close what belongs to the client."""
        ...


class DefaultSender:
    """Makes the default transport when the first request is sent: importing and building a client stays cheap."""

    def __init__(self) -> None:
        self._transport: Sender | None = None
        self._closed = False

    # Hands on what is to be awaited: each coroutine around another costs every call in flight.
    def send(self, outgoing: Outgoing) -> Coroutine[Any, Any, Received]:
        """Send and read the whole answer."""
        if self._transport is None:
            if self._closed:
                raise ConfigurationError("the client is closed")
            from pandapon_async._core.transport import AiohttpTransport  # noqa: PLC0415

            self._transport = AiohttpTransport()
        return self._transport.send(outgoing)

    async def aclose(self) -> None:
        """Close the transport."""
        self._closed = True
        if self._transport is not None:
            await self._transport.aclose()
