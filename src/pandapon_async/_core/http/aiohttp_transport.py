"""A transport on aiohttp, for what the default transport does not do. It is a transport of httpx, too.

It differs from aiohttp where a client that spends money must know what an exception says about the request:

* A connection lost after the request was sent is a read error here, never an error of connecting.
* aiohttp sends a GET again, by itself, when the server has closed a reused connection. Here it does not: the GET may be
  a payment, and it would carry a used signature.
* A write takes no connection that has been idle for long, and first lets the event loop notice those that the server
  has closed meanwhile. A healthy write does not end in doubt because of a connection's age.

aiohttp does not say how much of a request left. Once it has a connection, the request counts as sent. It measures no
silence after an interim response (1xx), and has no time limit for writing; the deadline of the call covers both.
"""

from __future__ import annotations

import asyncio
from functools import lru_cache
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import urlsplit

import aiohttp
import httpx
from yarl import URL

from pandapon_async._core.errors import ConfigurationError
from pandapon_async._core.http.aiohttp_response import ConnectionLostError, Response
from pandapon_async._core.http.errors import HttpError, ResponseTooLargeError
from pandapon_async._core.http.request import EFFECT_EXTENSION
from pandapon_async._core.http.response import HttpResponse
from pandapon_async._core.http.sender import DirectTransport
from pandapon_async._core.http.transport.proxies import environment_proxy
from pandapon_async._core.http.transport.tls import default_context, describe_tls_failure

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Mapping

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


def _as_http_error(error: Exception) -> HttpError | None:
    """Translate what aiohttp raises; ``None`` if it is no failure of the network."""
    match error:
        case aiohttp.ConnectionTimeoutError():
            return HttpError("no connection in time", progress="never_sent", phase="connect", timed_out=True)
        case aiohttp.ClientProxyConnectionError() | aiohttp.ClientHttpProxyError():
            return HttpError("the proxy did not connect", progress="never_sent", phase="proxy")
        case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientSSLError():
            # In some versions the error itself has no description.
            cause = cast("Exception", error).__cause__
            return HttpError(describe_tls_failure(cause), progress="never_sent", phase="tls")
        case aiohttp.ClientConnectorError():
            reason = error.os_error.strerror or type(error.os_error).__name__
            return HttpError(f"no connection: {reason}", progress="never_sent", phase="connect")
        case aiohttp.InvalidURL():
            return HttpError("the URL is not valid", progress="never_sent", phase="protocol")
        case TimeoutError():
            return HttpError("no answer in time", progress="sent", phase="read", timed_out=True)
        case ConnectionLostError() | aiohttp.ClientPayloadError() | aiohttp.ClientConnectionError() | OSError():
            return HttpError("the connection broke", progress="sent", phase="read")
        case aiohttp.ClientError():
            return HttpError("the response is not valid HTTP/1.1", progress="sent", phase="protocol")
        case _:
            return None


def _as_httpx(error: HttpError) -> httpx.TransportError:
    """Return what httpx raises in such a case."""
    text = str(error)
    if error.progress != "never_sent":
        if error.timed_out:
            return httpx.ReadTimeout(text)
        return httpx.RemoteProtocolError(text) if error.phase == "protocol" else httpx.ReadError(text)
    if error.timed_out:
        return httpx.ConnectTimeout(text)
    if error.phase == "protocol":
        return httpx.UnsupportedProtocol(text)
    return httpx.ProxyError(text) if error.phase == "proxy" else httpx.ConnectError(text)


@lru_cache(maxsize=64)
def _timeout(connect: float | None, read: float | None) -> aiohttp.ClientTimeout:
    # Connecting: resolving the name, TCP and TLS together; there is no pool to wait for.
    return aiohttp.ClientTimeout(connect=connect, sock_read=read)


class _NoCookies(aiohttp.DummyCookieJar):
    """Keeps no cookies, and makes no empty collection of them for each request either."""

    def __init__(self) -> None:
        super().__init__()
        self._none: SimpleCookie = SimpleCookie()

    def filter_cookies(self, request_url: URL) -> SimpleCookie:  # noqa: ARG002 - none for any address
        return self._none


class _Body(httpx.AsyncByteStream):
    """The body of a response, still arriving."""

    def __init__(self, response: Response) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        content = self._response.content
        try:
            while not content.at_eof():
                yield await content.read(_CHUNK)
        except Exception as error:
            if (translated := _as_http_error(error)) is None:
                raise
            raise _as_httpx(translated) from translated

    async def aclose(self) -> None:
        _give_back(self._response)


async def _let_the_loop_see() -> None:
    for _ in range(_TURNS):
        await asyncio.sleep(0)


def _give_back(response: Response) -> None:
    """Return the connection to the pool if the body was read to its end, close it otherwise."""
    if response.content.at_eof():
        response.release()
    else:
        response.close()


async def _read(response: Response, limit: int) -> bytes:
    """Read a body, decompressed. Sizes are counted after that: a small body can unpack into a huge one."""
    content = response.content
    body = b""
    while not content.at_eof() and len(body) <= limit:
        body += await content.readany()
    if len(body) > limit:
        raise ResponseTooLargeError
    return body


class AiohttpTransport(DirectTransport, httpx.AsyncBaseTransport):
    """HTTP over aiohttp's connections; needs the extra ``aiohttp``. Also a transport of httpx.

    Certificates are verified and proxies of the environment (``HTTPS_PROXY``, ``NO_PROXY``...) used, as in the default
    transport. A transport belongs to the event loop that first uses it.

    Args:
        ssl_context: Other certificates to trust, or a client certificate.
        proxy: URL of a proxy, instead of the environment's; ``""`` for none.
    """

    def __init__(self, *, ssl_context: ssl.SSLContext | None = None, proxy: str | None = None) -> None:
        self._ssl_context = ssl_context
        self._making_context = asyncio.Lock()
        self._proxy = proxy
        self._sessions: dict[bool, aiohttp.ClientSession] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False

    async def send(self, request: HttpRequest, /) -> HttpResponse:
        """Send a request, once, and read the whole response.

        Raises:
            HttpError: There is no usable response.
            ConfigurationError: The transport cannot be used. Nothing was sent.
        """
        is_read = request.effect == "read"
        try:
            response = await self._exchange(
                await self._session(is_read=is_read),
                request.method,
                request.url,
                request.headers,
                request.body,
                # Calls bring the others along, and to look for each of them takes longer than it seems.
                skip_headers=() if request.body or request.method == "GET" else ("Content-Type",),
                limits=_timeout(request.timeout.connect, request.timeout.read),
                decompress=True,
            )
            try:
                body = await _read(response, request.max_response_bytes)
            finally:
                _give_back(response)
        except HttpError:
            raise
        except Exception as error:
            if (translated := _as_http_error(error)) is None:
                raise
            raise translated from error
        return HttpResponse(response.status, response.raw_headers, body)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, once; return the response with its body still to be read."""
        seconds = request.extensions.get("timeout", {})
        # Unless told otherwise, a request may be a write: that is the careful side.
        is_read = request.extensions.get(EFFECT_EXTENSION) == "read"
        try:
            response = await self._exchange(
                await self._session(is_read=is_read),
                request.method,
                str(request.url),
                request.headers.multi_items(),
                request.content,
                skip_headers=_ADDED,
                limits=_timeout(seconds.get("connect"), seconds.get("read")),
                decompress=False,
            )
        except Exception as error:
            if (translated := _as_http_error(error)) is None:
                raise
            raise _as_httpx(translated) from translated
        return httpx.Response(
            response.status,
            headers=response.raw_headers,
            stream=_Body(response),
            extensions={"http_version": b"HTTP/1.1"},
        )

    async def _exchange(  # noqa: PLR0913 - the pieces of a request
        self,
        session: aiohttp.ClientSession,
        method: str,
        url: str,
        headers: Mapping[str, str] | list[tuple[str, str]],
        body: bytes | None,
        *,
        skip_headers: tuple[str, ...],
        limits: aiohttp.ClientTimeout,
        decompress: bool,
    ) -> Response:
        if self._ssl_context is None and url.startswith("https"):
            async with self._making_context:
                self._ssl_context = self._ssl_context or await asyncio.to_thread(default_context)
        response = await session.request(
            method,
            URL(url, encoded=True),
            headers=headers,
            data=body or None,
            skip_auto_headers=skip_headers or None,
            allow_redirects=False,
            auto_decompress=decompress,
            proxy=self._proxy_for(url),
            ssl=self._ssl_context or True,
            timeout=limits,
        )
        return cast("Response", response)

    async def _session(self, *, is_read: bool) -> aiohttp.ClientSession:
        """Return the session for reads or for writes, once no connection in it is known to be closed."""
        if self._closed:
            raise ConfigurationError("the client is closed")
        loop = asyncio.get_running_loop()
        if self._loop is None:
            self._loop = loop
        elif self._loop is not loop:
            raise ConfigurationError("the client was used in another event loop; build one client per event loop")
        if not is_read:
            await _let_the_loop_see()
        session = self._sessions.get(is_read)
        if session is None:
            connector = aiohttp.TCPConnector(
                # How many requests are in flight is limited above, once for both pools.
                limit=0,
                keepalive_timeout=_KEEPALIVE_READS if is_read else _KEEPALIVE_WRITES,
            )
            session = self._sessions[is_read] = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=_NoCookies(),
                response_class=Response,
            )
        return session

    def _proxy_for(self, url: str) -> str | None:
        if self._proxy is None:
            parts = urlsplit(url)
            port = parts.port or (443 if parts.scheme == "https" else 80)
            self._proxy = environment_proxy(parts.scheme, parts.hostname or "", port)
        return self._proxy or None

    async def aclose(self) -> None:
        """Close all connections."""
        self._closed = True
        sessions, self._sessions = self._sessions, {}
        for session in sessions.values():
            await session.close()
        # Sockets are closed in the next turns of the loop.
        await _let_the_loop_see()
