"""Sending over a caller's transport or client, both of httpx."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Final

import anyio
import httpx

from pandapon_async._core.errors import ConfigurationError
from pandapon_async._core.http.errors import ResponseTooLargeError
from pandapon_async._core.http.response import HttpResponse

if TYPE_CHECKING:
    from pandapon_async._core.http.request import HttpRequest
    from pandapon_async._core.http.sender import Sender

__all__ = ["ClientSender", "DirectTransport", "TransportSender", "sender_for"]

#: Seconds that closing an answer may take, cancelled or not.
_CLOSING: Final = 1.0


def sender_for(http_client: httpx.AsyncClient | None, transport: httpx.AsyncBaseTransport | None) -> Sender:
    """Return what sends over one of them.

    Raises:
        ConfigurationError: The client is none of httpx.
    """
    if http_client is not None:
        if not isinstance(http_client, httpx.AsyncClient):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ConfigurationError("http_client must be an httpx.AsyncClient")
        return ClientSender(http_client)
    assert transport is not None  # noqa: S101 - one of them is given
    return transport if isinstance(transport, DirectTransport) else TransportSender(transport)


class DirectTransport(httpx.AsyncBaseTransport):
    """An httpx transport that is a sender too, so that a call need not pass through httpx's requests and answers."""

    @abstractmethod
    async def send(self, outgoing: HttpRequest) -> HttpResponse:
        """Send and read the whole answer."""


async def _read(response: httpx.Response, limit: int) -> HttpResponse:
    try:
        chunks: list[bytes] = []
        size = 0
        # Decompressed sizes are counted: a small body can unpack into a huge one.
        async for chunk in response.aiter_bytes():
            size += len(chunk)
            if size > limit:
                raise ResponseTooLargeError
            chunks.append(chunk)
        return HttpResponse(response.status_code, response.headers.raw, b"".join(chunks))
    finally:
        # Also when cancelled, so that no connection is left behind.
        with anyio.move_on_after(_CLOSING, shield=True):
            await response.aclose()


class TransportSender:
    """Hands requests straight to an httpx transport: no redirects, no cookies, no second authentication."""

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        self._transport = transport
        self._closed = False

    async def send(self, outgoing: HttpRequest) -> HttpResponse:
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

    async def send(self, outgoing: HttpRequest) -> HttpResponse:
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
