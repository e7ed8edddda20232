"""uvicorn's protocol, with the connection made available to each call."""

import asyncio
import socket
import struct
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from uvicorn import Config
from uvicorn.protocols.http.auto import AutoHTTPProtocol
from uvicorn.server import ServerState

from pandapon_async.sandbox.http.connection import CONNECTION_EXTENSION

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from starlette.types import ASGIApp, Receive, Scope, Send
    from uvicorn.protocols.http.h11_impl import H11Protocol
    from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

    ServerProtocol: TypeAlias = H11Protocol | HttpToolsProtocol

_CLOSE_BY_RESET = struct.pack("ii", 1, 0)


class ConnectionApp:
    """Wraps the application for one connection and puts the connection into the scope of each call."""

    def __init__(self, app: "ASGIApp", protocol: "ServerProtocol") -> None:
        self._app = app
        self._protocol = protocol
        self._running = 0

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Serve one call."""
        extensions: MutableMapping[str, Any] = scope.setdefault("extensions", {})
        extensions[CONNECTION_EXTENSION] = self
        self._running += 1
        try:
            await self._app(scope, receive, send)
        except asyncio.CancelledError:
            # Only the server's shutdown cancels calls, after closing their connections. Re-raising would make the
            # server report a crash of the application.
            if not self._protocol.transport.is_closing():
                raise
        finally:
            self._running -= 1

    def reset(self) -> None:
        """Send a TCP reset."""
        transport = self._protocol.transport
        connection: socket.socket | None = transport.get_extra_info("socket")
        if connection is not None and connection.fileno() != -1:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _CLOSE_BY_RESET)
        transport.abort()

    def close(self) -> None:
        """Close the connection after all written bytes are sent."""
        self._protocol.transport.close()

    def close_if_idle(self) -> None:
        """Close the connection unless another call runs on it."""
        # The calling call itself still runs.
        if self._running == 1:
            self._protocol.transport.close()

    def write_if_idle(self, content: bytes) -> None:
        """Send bytes that belong to no call, unless another call runs on the connection."""
        if self._running == 1:
            self._protocol.transport.write(content)


def make_protocol(app: "ASGIApp", config: Config, state: ServerState, keep_alive: float) -> asyncio.Protocol:
    """Return the protocol of a new connection: uvicorn's fast one, or its portable one without httptools."""
    protocol_class: type[ServerProtocol] = cast("Any", AutoHTTPProtocol)
    protocol = protocol_class(config=config, server_state=state, app_state={})
    protocol.app = cast("Any", ConnectionApp(app, protocol))
    # uvicorn's access log would contain query strings, and with them signatures.
    protocol.access_log = False
    # Declared as int, but passed to the event loop unchanged.
    protocol.timeout_keep_alive = cast("int", keep_alive)
    return protocol
