"""Opens connections: name resolution, TCP, the proxy's tunnel, TLS."""

from __future__ import annotations

import asyncio
import ipaddress
import os
import socket
from typing import TYPE_CHECKING, Final

from pandapon_async._core.http.errors import HttpError
from pandapon_async._core.http.transport.request_bytes import encode_request
from pandapon_async._core.http.transport.response_reader import HEAD_LIMIT, ResponseReader

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable, Callable

    from pandapon_async._core.http.errors import Phase
    from pandapon_async._core.http.transport.connection import Connection
    from pandapon_async._core.http.transport.route import Route

__all__ = ["open_connection"]

#: Seconds after which the next address is tried beside one that does not answer (RFC 8305).
_HAPPY_EYEBALLS_DELAY: Final = 0.25


async def open_connection(
    route: Route,
    make: Callable[[], Connection],
    tls_context: Callable[[], Awaitable[ssl.SSLContext]],
    seconds: float | None,
) -> Connection:
    """Open a connection to a server, over its proxy if there is one.

    Args:
        route: The way to the server.
        make: Makes a connection that is not connected yet.
        tls_context: Returns the settings of TLS.
        seconds: Time limit for all of it.

    Raises:
        HttpError: There is no connection; nothing of a request was sent.
    """
    connection: Connection | None = None
    phase: Phase = "connect" if route.proxy is None else "proxy"
    try:
        async with asyncio.timeout(seconds):
            connection = await _connect(route, make)
            if route.proxy is not None and route.proxy.tls:
                await connection.start_tls(await tls_context(), route.proxy.host)
            if route.tls:
                if route.proxy is not None:
                    await _open_tunnel(connection, route)
                phase = "tls"
                await connection.start_tls(await tls_context(), route.host)
                # The loop reads what has arrived: session tickets, or something that nobody asked for.
                await asyncio.sleep(0)
    except TimeoutError:
        if connection is not None:
            connection.abort()
        raise HttpError("no connection in time", progress="never_sent", phase=phase, timed_out=True) from None
    except BaseException:
        if connection is not None:
            connection.abort()
        raise
    return connection


async def _connect(route: Route, make: Callable[[], Connection]) -> Connection:
    loop = asyncio.get_running_loop()
    host, port = route.connect_to
    try:
        if _is_address(host) or not isinstance(loop, asyncio.BaseEventLoop):
            # uvloop tries one address after the other.
            _, connection = await loop.create_connection(make, host, port)
        else:
            _, connection = await loop.create_connection(make, host, port, happy_eyeballs_delay=_HAPPY_EYEBALLS_DELAY)
    except TimeoutError:
        raise
    except (OSError, UnicodeError) as error:
        # A label of the name may be too long for DNS.
        reason = _describe(error)
    else:
        return connection
    if route.proxy is not None:
        raise HttpError(f"no connection to the proxy: {reason}", progress="never_sent", phase="proxy")
    raise HttpError(f"no connection: {reason}", progress="never_sent", phase="connect")


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _describe(error: Exception) -> str:
    if isinstance(error, socket.gaierror | UnicodeError):
        return "the host name was not found"
    number = error.errno if isinstance(error, OSError) else None
    return "no address of the server could be reached" if number is None else os.strerror(number)


async def _open_tunnel(connection: Connection, route: Route) -> None:
    proxy = route.proxy
    assert proxy is not None  # noqa: S101 - the caller has looked
    bracketed = f"[{route.host}]" if ":" in route.host else route.host
    target = f"{bracketed}:{route.port}"
    request = encode_request("CONNECT", target, {}, None, host=target, extra=proxy.authorization)
    try:
        # The time for connecting covers this too.
        response = await connection.exchange(request, ResponseReader("CONNECT", HEAD_LIMIT), read=None, write=None)
    except HttpError as error:
        reason = str(error)
    else:
        if 200 <= response.status < 300:
            return
        reason = f"HTTP status {response.status}"
    raise HttpError(f"the proxy did not connect: {reason}", progress="never_sent", phase="proxy")
