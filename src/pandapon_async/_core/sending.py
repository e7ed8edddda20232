"""Sending one signed request, over the client's own transport or a caller's."""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol

import anyio
import attrs
import httpx

from pandapon_async._core.errors import ConfigurationError
from pandapon_async._core.verdict import AnswerTooLargeError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pandapon_async._core.operation import Effect

__all__ = [
    "EFFECT_EXTENSION",
    "ClientSender",
    "DefaultSender",
    "DirectTransport",
    "Outgoing",
    "Received",
    "Sender",
    "TransportSender",
]

#: Key under which a transport finds the effect of a request in ``request.extensions``.
EFFECT_EXTENSION: Final = "pandapon_effect"
#: Seconds that closing an answer may take, cancelled or not.
_CLOSING: Final = 1.0


# Not frozen, here and elsewhere on the way of a call: attrs pays for that with each one made.
@attrs.define(kw_only=True)
class Outgoing:
    """A signed request."""

    method: str
    url: str = attrs.field(repr=False)
    headers: Mapping[str, str] = attrs.field(repr=False)
    body: bytes | None = attrs.field(repr=False)
    effect: Effect
    timeout: httpx.Timeout
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
        return httpx.Headers(self._raw_headers)


class Sender(Protocol):
    """Sends a request once."""

    async def send(self, outgoing: Outgoing) -> Received:
        """Send and read the whole answer.

        Raises:
            httpx.TransportError: No answer, or only a part of one.
            AnswerTooLargeError: The answer is longer than allowed.
        """
        ...

    async def aclose(self) -> None:
        """Close what belongs to the client."""
        ...


class DirectTransport(httpx.AsyncBaseTransport):
    """An httpx transport that is a sender too, so that a call need not pass through httpx's requests and answers."""

    @abstractmethod
    async def send(self, outgoing: Outgoing) -> Received:
        """Send and read the whole answer."""


async def _read(response: httpx.Response, limit: int) -> Received:
    try:
        chunks: list[bytes] = []
        size = 0
        # Decompressed sizes are counted: a small body can unpack into a huge one.
        async for chunk in response.aiter_bytes():
            size += len(chunk)
            if size > limit:
                raise AnswerTooLargeError
            chunks.append(chunk)
        return Received(response.status_code, response.headers.raw, b"".join(chunks))
    finally:
        # Also when cancelled, so that no connection is left behind.
        with anyio.move_on_after(_CLOSING, shield=True):
            await response.aclose()


class DefaultSender:
    """Makes the default transport when the first request is sent: importing and building a client stays cheap."""

    def __init__(self) -> None:
        self._transport: DirectTransport | None = None
        self._closed = False

    async def send(self, outgoing: Outgoing) -> Received:
        """Send and read the whole answer."""
        if self._transport is None:
            if self._closed:
                raise ConfigurationError("the client is closed")
            from pandapon_async._core.transport import AiohttpTransport  # noqa: PLC0415

            self._transport = AiohttpTransport()
        return await self._transport.send(outgoing)

    async def aclose(self) -> None:
        """Close the transport."""
        self._closed = True
        if self._transport is not None:
            await self._transport.aclose()


class TransportSender:
    """Hands requests straight to an httpx transport: no redirects, no cookies, no second authentication."""

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        self._transport = transport
        self._closed = False

    async def send(self, outgoing: Outgoing) -> Received:
        """Send and read the whole answer."""
        if self._closed:
            raise ConfigurationError("the client is closed")
        request = httpx.Request(
            outgoing.method,
            outgoing.url,
            headers=outgoing.headers,
            content=outgoing.body,
            extensions=outgoing.extensions,
        )
        response = await self._transport.handle_async_request(request)
        response.request = request
        return await _read(response, outgoing.max_response_bytes)

    async def aclose(self) -> None:
        """Close the transport."""
        self._closed = True
        await self._transport.aclose()


class ClientSender:
    """Sends through a caller's ``httpx.AsyncClient``, which stays the caller's to close.

    The client's own headers, cookies, proxies, mounts and event hooks apply; its redirects and authentication do not,
    since both would send a used signature again.
    """

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def send(self, outgoing: Outgoing) -> Received:
        """Send and read the whole answer."""
        if self._client.is_closed:
            raise ConfigurationError("the http_client is closed")
        request = self._client.build_request(
            outgoing.method,
            outgoing.url,
            headers=outgoing.headers,
            content=outgoing.body,
            extensions=outgoing.extensions,
        )
        if self._client.params:
            # The client's own parameters would take the place of the query, signature included.
            request.url = httpx.URL(outgoing.url).copy_merge_params(self._client.params)
        response = await self._client.send(request, stream=True, auth=None, follow_redirects=False)
        return await _read(response, outgoing.max_response_bytes)

    async def aclose(self) -> None:
        """Do nothing: the client belongs to the caller."""
