"""The default transport."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Final

from pandapon_async._core.errors import ConfigurationError
from pandapon_async._core.http.errors import HttpError, ResponseTooLargeError
from pandapon_async._core.http.response import HttpResponse
from pandapon_async._core.http.sender import DirectTransport
from pandapon_async._core.http.shared_timer import SharedTimer
from pandapon_async._core.http.transport.connection import CAN_POLL, Connection
from pandapon_async._core.http.transport.decoding import decode_body
from pandapon_async._core.http.transport.opening import open_connection
from pandapon_async._core.http.transport.proxies import parse_proxy
from pandapon_async._core.http.transport.request_bytes import encode_request
from pandapon_async._core.http.transport.response_reader import BadResponseError, ResponseReader
from pandapon_async._core.http.transport.route import route_to
from pandapon_async._core.http.transport.tls import default_context

if TYPE_CHECKING:
    import ssl
    from collections.abc import Coroutine
    from typing import Any

    from pandapon_async._core.http.request import HttpRequest
    from pandapon_async._core.http.transport.route import Route

__all__ = ["HttpTransport"]

#: Seconds that a connection may have been idle before a write takes it: far below the idle time-out of any usual
#: server, so that the two never race. A batch takes its connections again within milliseconds; a lone write pays a
#: handshake to stay out of doubt.
_IDLE_BEFORE_WRITE: Final = 0.1
#: Turns of the loop in which it closes sockets, and notices what has arrived where the kernel cannot be asked.
_TURNS: Final = 3


class HttpTransport(DirectTransport):
    """HTTP/1.1 with keep-alive, TLS and HTTP proxies. It sends each request once.

    A failure says how far the request got: see :class:`HttpError`. Certificates are verified against the system's
    roots and certifi's, or those that ``SSL_CERT_FILE`` or ``SSL_CERT_DIR`` names. Proxies of the environment
    (``HTTPS_PROXY``, ``NO_PROXY``...) are used. A transport belongs to the event loop that first uses it.

    Args:
        ssl_context: Other certificates to trust, or a client certificate.
        proxy: URL of an HTTP proxy, with credentials if it needs them, instead of the environment's; ``""`` for none.
        max_connections: Most connections to one server; a request waits for one as long as its ``pool`` limit allows.
            ``None``: as many as there are requests in flight.
        idle_timeout: Seconds after which an idle connection is closed.

    Raises:
        ConfigurationError: An argument has an impossible value.
    """

    def __init__(
        self,
        *,
        ssl_context: ssl.SSLContext | None = None,
        proxy: str | None = None,
        max_connections: int | None = None,
        idle_timeout: float = 15.0,
    ) -> None:
        if proxy:
            parse_proxy(proxy)
        if max_connections is not None and (isinstance(max_connections, bool) or max_connections < 1):
            raise ConfigurationError("max_connections must be at least 1, or None for no limit")
        if isinstance(idle_timeout, bool) or not 0 < idle_timeout < float("inf"):
            raise ConfigurationError("idle_timeout must be a positive finite number of seconds")
        self._ssl_context = ssl_context
        self._making_context = asyncio.Lock()
        self._proxy = proxy
        self._max_connections = max_connections
        self._idle_timeout = idle_timeout
        self._routes: dict[str, Route] = {}
        self._connections: set[Connection] = set()
        self._timer: SharedTimer[Connection] = SharedTimer(Connection.on_silence)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False

    # Returns the coroutine instead of awaiting it, to save a frame.
    def send(self, request: HttpRequest, /) -> Coroutine[Any, Any, HttpResponse]:
        """Send a request, once, and read the whole response.

        Raises:
            HttpError: There is no usable response.
            ConfigurationError: The request cannot be put into HTTP, or the transport cannot be used. Nothing was sent.
        """
        route, data = self._encode(request)
        if route.slots is None:
            return self._exchange(route, request, data)
        return self._exchange_in_turn(route, route.slots, request, data)

    async def aclose(self) -> None:
        """Close all connections. Requests in flight fail."""
        self._closed = True
        for route in self._routes.values():
            route.pool.close()
        for connection in list(self._connections):
            connection.abort()
        # The loop closes the sockets in its next turns.
        for _ in range(_TURNS):
            await asyncio.sleep(0)

    def _encode(self, request: HttpRequest) -> tuple[Route, bytes]:
        if self._closed:
            raise ConfigurationError("the client is closed")
        if self._loop is not (loop := asyncio.get_running_loop()):
            if self._loop is not None:
                raise ConfigurationError("the client was used in another event loop; build one client per event loop")
            self._loop = loop
        url = request.url
        path = url.find("/", url.find("://") + 3)
        origin, target = (url[:path], url[path:]) if path >= 0 else (url, "/")
        route = self._routes.get(origin)
        if route is None:
            route = self._routes[origin] = self._new_route(origin)
        extra = ""
        if route.proxy is not None and not route.tls:
            # A proxy is given the whole URL.
            target, extra = f"http://{route.authority}{target}", route.proxy.authorization
        data = encode_request(request.method, target, request.headers, request.body, host=route.authority, extra=extra)
        return route, data

    def _new_route(self, origin: str) -> Route:
        slots = None if self._max_connections is None else asyncio.Semaphore(self._max_connections)
        return route_to(origin, proxy=self._proxy, idle_timeout=self._idle_timeout, slots=slots)

    async def _exchange_in_turn(
        self, route: Route, slots: asyncio.Semaphore, request: HttpRequest, data: bytes
    ) -> HttpResponse:
        try:
            async with asyncio.timeout(request.timeout.pool):
                await slots.acquire()
        except TimeoutError:
            raise HttpError("no free connection in time", progress="never_sent", phase="pool", timed_out=True) from None
        try:
            return await self._exchange(route, request, data)
        finally:
            slots.release()

    async def _exchange(self, route: Route, request: HttpRequest, data: bytes) -> HttpResponse:
        loop = self._loop
        assert loop is not None  # noqa: S101 - set with the first request
        limits, limit = request.timeout, request.max_response_bytes
        if not CAN_POLL:
            for _ in range(_TURNS):
                await asyncio.sleep(0)
        most_idle = self._idle_timeout if request.effect == "read" else _IDLE_BEFORE_WRITE
        connection = route.pool.take(loop.time(), most_idle) or await self._open(route, limits.connect)
        try:
            # Nothing is awaited between the last look at the connection and the first byte.
            reader = await connection.exchange(
                data, ResponseReader(request.method, limit), read=limits.read, write=limits.write
            )
        except BaseException:
            connection.abort()
            raise
        if connection.reusable and not connection.is_closing and not self._closed:
            route.pool.put(connection, loop)
        else:
            connection.close()
        try:
            body = decode_body(reader.body, reader.content_encoding, limit) if reader.content_encoding else reader.body
        except BadResponseError as fault:
            error = ResponseTooLargeError if fault.too_large else HttpError
            raise error(str(fault), progress="answer_begun", phase="protocol") from None
        return HttpResponse(reader.status, reader.headers, body)

    async def _open(self, route: Route, seconds: float) -> Connection:
        # What is idle, if anything, is too old for this request. There must not be more and more of it.
        route.pool.close_oldest()
        connection = await open_connection(route, partial(self._new_connection, route), self._tls_context, seconds)
        if self._closed:
            connection.abort()
            raise ConfigurationError("the client is closed")
        if not connection.is_untouched():
            connection.abort()
            raise HttpError(
                "the server closed the connection, or sent something unasked",
                progress="never_sent",
                phase="connect" if route.proxy is None else "proxy",
            )
        self._connections.add(connection)
        return connection

    def _new_connection(self, route: Route) -> Connection:
        assert self._loop is not None  # noqa: S101 - set with the first request
        return Connection(self._loop, self._timer, partial(self._forget, route))

    def _forget(self, route: Route, connection: Connection) -> None:
        self._connections.discard(connection)
        route.pool.discard(connection)

    async def _tls_context(self) -> ssl.SSLContext:
        async with self._making_context:
            context = self._ssl_context
            if context is None:
                # Reading the roots takes tens of milliseconds.
                context = self._ssl_context = await asyncio.to_thread(default_context)
            return context
