"""Sends over a caller's transport or client of httpx or httpx2.

Both are used by their interface alone. Neither is imported before the caller has passed one of its objects.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final, Protocol

import anyio

from pandapon_async._core.errors import ConfigurationError
from pandapon_async._core.http.errors import ResponseTooLargeError
from pandapon_async._core.http.httpx_errors import nothing_sent, translated_errors
from pandapon_async._core.http.response import HttpResponse
from pandapon_async._core.http.sender import DirectTransport

if TYPE_CHECKING:
    from types import ModuleType

    from pandapon_async._core.http.request import HttpRequest
    from pandapon_async._core.http.sender import Sender

__all__ = ["AsyncHttpClient", "AsyncHttpTransport", "ClientSender", "TransportSender", "sender_for"]

#: Seconds that closing an answer may take, cancelled or not.
_CLOSING: Final = 1.0
_FAMILIES: Final = ("httpx", "httpx2")


class AsyncHttpClient(Protocol):
    """What is used of an ``AsyncClient`` of httpx or httpx2."""

    @property
    def is_closed(self) -> bool:
        """Whether it was closed."""
        ...

    @property
    def params(self) -> Any:
        """Query parameters of every request."""
        ...

    def build_request(self, method: str, url: str, *, content: Any, headers: Any, extensions: Any) -> Any:
        """Return a request."""
        ...

    async def send(self, request: Any, *, stream: bool, auth: None, follow_redirects: bool) -> Any:
        """Return a response whose body is still to be read."""
        ...


class AsyncHttpTransport(Protocol):
    """What is used of an asynchronous transport of httpx or httpx2."""

    async def handle_async_request(self, request: Any) -> Any:
        """Return a response whose body is still to be read."""
        ...

    async def aclose(self) -> None:
        """Close all connections."""
        ...


def sender_for(http_client: AsyncHttpClient | None, transport: AsyncHttpTransport | DirectTransport | None) -> Sender:
    """Return what sends over one of them.

    Raises:
        ConfigurationError: It is neither a client nor a transport that can be used.
    """
    if http_client is not None:
        if not all(hasattr(http_client, name) for name in ("build_request", "send", "aclose", "is_closed")):
            raise ConfigurationError("http_client must be an AsyncClient of httpx or httpx2")
        return ClientSender(http_client)
    if isinstance(transport, DirectTransport):
        return transport
    if transport is None or not hasattr(transport, "handle_async_request"):
        raise ConfigurationError(
            "transport must be HttpTransport, AiohttpTransport, or an asynchronous transport of httpx or httpx2"
        )
    return TransportSender(transport)


async def _read(response: Any, limit: int) -> HttpResponse:
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
    """Hands requests straight to a transport: no redirects, no cookies, no second authentication."""

    def __init__(self, transport: AsyncHttpTransport) -> None:
        self._transport = transport
        self._request: Any = _family_of(transport).Request
        self._closed = False

    async def send(self, request: HttpRequest, /) -> HttpResponse:
        """Send and read the whole answer."""
        if self._closed:
            raise ConfigurationError("the client is closed")
        with translated_errors():
            with nothing_sent():
                theirs = self._request(
                    request.method,
                    request.url,
                    headers=request.headers,
                    content=request.body,
                    extensions=request.extensions,
                )
            response = await self._transport.handle_async_request(theirs)
            response.request = theirs
            return await _read(response, request.max_response_bytes)

    async def aclose(self) -> None:
        """Close the transport."""
        self._closed = True
        await self._transport.aclose()


class ClientSender:
    """Sends through a caller's ``AsyncClient``, which stays the caller's to close.

    The client's own headers, cookies, proxies, mounts and event hooks apply; its redirects and authentication do not,
    since both would send a used signature again.
    """

    def __init__(self, client: AsyncHttpClient) -> None:
        self._client = client

    async def send(self, request: HttpRequest, /) -> HttpResponse:
        """Send and read the whole answer."""
        if self._client.is_closed:
            raise ConfigurationError("the http_client is closed")
        with translated_errors():
            with nothing_sent():
                theirs = self._client.build_request(
                    request.method,
                    request.url,
                    headers=request.headers,
                    content=request.body,
                    extensions=request.extensions,
                )
                if self._client.params:
                    # The client's own parameters would replace the query, signature included.
                    theirs.url = type(theirs.url)(request.url).copy_merge_params(self._client.params)
            response = await self._client.send(theirs, stream=True, auth=None, follow_redirects=False)
            return await _read(response, request.max_response_bytes)

    async def aclose(self) -> None:
        """Do nothing: the client belongs to the caller."""


def _family_of(transport: object) -> ModuleType:
    """Return the package whose requests a transport takes: that of its base class, else the one that is installed."""
    packages = [cls.__module__.partition(".")[0] for cls in type(transport).__mro__]
    named = [package for package in packages if package in _FAMILIES]
    for family in (*named, *_FAMILIES):
        try:
            return importlib.import_module(family)
        except ImportError:
            continue
    raise ConfigurationError("this transport needs httpx or httpx2; install one of them")
