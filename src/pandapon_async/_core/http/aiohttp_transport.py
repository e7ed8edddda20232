"""The default transport: aiohttp behind the interface of httpx.

aiohttp, because the cost of a call in httpx's own pool grows with the number of requests in flight. An adapter of our
own, because a client that spends money must know exactly what an exception says about the request:

* A connection lost after the request was sent is a read error here, never an error of connecting.
* aiohttp sends a GET again, by itself, when the server has closed a reused connection. Here it does not: the GET may be
  a payment, and it would carry a used signature.
* A write takes no connection that has been idle for long, and first lets the event loop notice those that the server
  has closed meanwhile. A healthy write does not end in doubt because of a connection's age.
"""

from __future__ import annotations

import asyncio
import os
from functools import lru_cache
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from yarl import URL

from pandapon_async._core.errors import ConfigurationError
from pandapon_async._core.http.aiohttp_response import (
    ConnectionLostError,
    Patience,
    Response,
    patience_of_requests,
    patience_timer,
)
from pandapon_async._core.http.errors import ResponseTooLargeError
from pandapon_async._core.http.httpx_adapter import DirectTransport
from pandapon_async._core.http.request import EFFECT_EXTENSION
from pandapon_async._core.http.response import HttpResponse

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Awaitable, Mapping
    from urllib.parse import SplitResult

    from pandapon_async._core.http.request import HttpRequest

__all__ = ["AiohttpTransport"]

#: Seconds that a connection may have been idle before a read still takes it.
_KEEPALIVE_READS: Final = 15.0
#: The same for writes: far below the idle time-out of any usual server, so that the two never race. A batch takes its
#: connections again within milliseconds; a lone write pays a handshake to stay out of doubt.
_KEEPALIVE_WRITES: Final = 0.1
#: Turns of the loop before a write: to finish what is due, to see that a server has closed a connection, to act on it.
_TURNS: Final = 3
_CHUNK: Final = 64 * 1024
#: What aiohttp would add where a request does not have it.
_ADDED: Final = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")


def _as_httpx(error: Exception) -> httpx.TransportError | None:
    """Translate what aiohttp raises; ``None`` where it is no failure of the network.

    The texts are ours: aiohttp's own may quote the URL.
    """
    match error:
        case aiohttp.ConnectionTimeoutError():
            return httpx.ConnectTimeout("no connection in time")
        case aiohttp.ClientProxyConnectionError() | aiohttp.ClientHttpProxyError():
            return httpx.ProxyError("the proxy did not connect")
        case aiohttp.ClientConnectorError():
            return httpx.ConnectError(f"no connection: {error.os_error.strerror or type(error.os_error).__name__}")
        case aiohttp.InvalidURL():
            return httpx.UnsupportedProtocol("no usable URL")
        case TimeoutError():
            return httpx.ReadTimeout("no answer in time")
        case ConnectionLostError() | aiohttp.ClientPayloadError() | aiohttp.ClientConnectionError() | OSError():
            return httpx.ReadError("the connection broke")
        case aiohttp.ClientError():
            return httpx.RemoteProtocolError("the answer is no HTTP")
        case _:
            return None


@lru_cache(maxsize=64)
def _timeout(connect: float | None) -> aiohttp.ClientTimeout:
    # Connecting: resolving the name, TCP and TLS together; there is no pool to wait for.
    return aiohttp.ClientTimeout(connect=connect)


class _NoCookies(aiohttp.DummyCookieJar):
    """Keeps no cookies, and makes no empty collection of them for each request either."""

    def __init__(self) -> None:
        super().__init__()
        self._none: SimpleCookie = SimpleCookie()

    def filter_cookies(self, request_url: URL) -> SimpleCookie:  # noqa: ARG002 - none for any address
        return self._none


class _Body(httpx.AsyncByteStream):
    """The body of an answer, still arriving."""

    def __init__(self, response: Response) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            while not self._response.content.at_eof():
                yield await self._response.next_part(_CHUNK)
        except Exception as error:
            if (translated := _as_httpx(error)) is None:
                raise
            raise translated from error

    async def aclose(self) -> None:
        _give_back(self._response)


async def _let_the_loop_see() -> None:
    for _ in range(_TURNS):
        await asyncio.sleep(0)


def _give_back(response: Response) -> None:
    """Return the connection to the pool where the body was read to its end, close it otherwise."""
    if response.content.at_eof():
        response.release()
    else:
        response.close()


async def _read(response: Response, limit: int) -> bytes:
    """Read a body, decompressed. Sizes are counted after that: a small body can unpack into a huge one."""
    content = response.content
    # Mostly all of it has arrived with the head, and there is nothing to wait for.
    body = content.read_nowait() if content.is_eof() else b""
    while not content.at_eof() and len(body) <= limit:
        body += await response.next_part()
    if len(body) > limit:
        raise ResponseTooLargeError
    return body


class AiohttpTransport(DirectTransport):
    """An httpx transport on aiohttp's connections.

    Certificates are verified and proxies of the environment (``HTTPS_PROXY``, ``NO_PROXY``...) used, as in httpx.
    A transport belongs to the event loop that first uses it.

    Args:
        ssl_context: Other certificates to trust, or a client certificate.
        proxy: URL of a proxy, instead of the environment's; ``""`` for none.
    """

    def __init__(self, *, ssl_context: ssl.SSLContext | None = None, proxy: str | None = None) -> None:
        self._ssl_context = ssl_context
        self._proxy = proxy
        self._sessions: dict[bool, aiohttp.ClientSession] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._patience = Patience(patience_timer(), None)
        self._closed = False

    async def send(self, outgoing: HttpRequest) -> HttpResponse:
        """Send a request, once, and read the whole answer.

        Raises:
            httpx.TransportError: No answer, or only a part of one.
            ResponseTooLargeError: The answer is longer than allowed.
        """
        is_read = outgoing.effect == "read"
        try:
            if not is_read:
                await _let_the_loop_see()
            response = await self._exchange(
                outgoing.method,
                outgoing.url,
                outgoing.headers,
                outgoing.body,
                # Calls bring the others along, and to look for each of them takes longer than it seems.
                skip_headers=() if outgoing.body or outgoing.method == "GET" else ("Content-Type",),
                is_read=is_read,
                connect=outgoing.timeout.connect,
                read=outgoing.timeout.read,
                decompress=True,
            )
            try:
                body = await _read(response, outgoing.max_response_bytes)
            finally:
                _give_back(response)
        except Exception as error:
            if (translated := _as_httpx(error)) is None:
                raise
            raise translated from error
        return HttpResponse(response.status, response.raw_headers, body)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, once; return the answer with its body still to be read."""
        limits = request.extensions.get("timeout", {})
        # Unless told otherwise, a request may be a write: that is the careful side.
        is_read = request.extensions.get(EFFECT_EXTENSION) == "read"
        try:
            if not is_read:
                await _let_the_loop_see()
            response = await self._exchange(
                request.method,
                str(request.url),
                request.headers.multi_items(),
                request.content,
                skip_headers=_ADDED,
                is_read=is_read,
                connect=limits.get("connect"),
                read=limits.get("read"),
                decompress=False,
            )
        except Exception as error:
            if (translated := _as_httpx(error)) is None:
                raise
            raise translated from error
        return httpx.Response(
            response.status,
            headers=response.raw_headers,
            stream=_Body(response),
            extensions={"http_version": b"HTTP/1.1"},
        )

    def _exchange(  # noqa: PLR0913 - the pieces of a request
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | list[tuple[str, str]],
        body: bytes | None,
        *,
        skip_headers: tuple[str, ...],
        is_read: bool,
        connect: float | None,
        read: float | None,
        decompress: bool,
    ) -> Awaitable[Response]:
        self._set_patience(read)
        requested = self._session(is_read=is_read).request(
            method,
            URL(url, encoded=True),
            headers=headers,
            data=body or None,
            skip_auto_headers=skip_headers or None,
            allow_redirects=False,
            auto_decompress=decompress,
            proxy=self._proxy_for(url),
            timeout=_timeout(connect),
        )
        return cast("Awaitable[Response]", requested)

    def _set_patience(self, seconds: float | None) -> None:
        # Mostly it is the same as for the last call, and there is nothing to do.
        if seconds != self._patience.seconds:
            self._patience = Patience(self._patience.timer, seconds)
        if patience_of_requests.get(None) is not self._patience:
            patience_of_requests.set(self._patience)

    def _session(self, *, is_read: bool) -> aiohttp.ClientSession:
        if self._closed:
            raise ConfigurationError("the client is closed")
        loop = asyncio.get_running_loop()
        if self._loop is None:
            self._loop = loop
            if self._ssl_context is None:
                self._ssl_context = httpx.create_ssl_context()
        elif self._loop is not loop:
            raise ConfigurationError("the client was used in another event loop; build one client per event loop")
        session = self._sessions.get(is_read)
        if session is None:
            connector = aiohttp.TCPConnector(
                # How many requests are in flight is limited above, once for both pools.
                limit=0,
                keepalive_timeout=_KEEPALIVE_READS if is_read else _KEEPALIVE_WRITES,
                ssl=self._ssl_context or True,
            )
            session = self._sessions[is_read] = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=_NoCookies(),
                response_class=Response,
            )
        return session

    def _proxy_for(self, url: str) -> str | None:
        if self._proxy is None:
            self._proxy = _environment_proxy(urlsplit(url))
        return self._proxy or None

    async def aclose(self) -> None:
        """Close all connections."""
        self._closed = True
        sessions, self._sessions = self._sessions, {}
        for session in sessions.values():
            await session.close()


def _environment_proxy(url: SplitResult) -> str:
    if not any(name.lower().endswith("_proxy") for name in os.environ) or proxy_bypass(url.hostname or ""):
        return ""
    proxies = getproxies()
    return proxies.get(url.scheme) or proxies.get("all") or ""
