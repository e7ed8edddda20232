"""The TCP connection beneath a call, which ASGI hides and faults need."""

import asyncio
import socket
import struct
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

from uvicorn import Config
from uvicorn.protocols.http.auto import AutoHTTPProtocol
from uvicorn.server import ServerState

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from starlette.types import ASGIApp, Receive, Scope, Send
    from uvicorn.protocols.http.h11_impl import H11Protocol
    from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

    ServerProtocol: TypeAlias = H11Protocol | HttpToolsProtocol

CONNECTION_EXTENSION = "pandapon.connection"

_CLOSE_BY_RESET = struct.pack("ii", 1, 0)


class Connection(Protocol):
    """What a fault can do to the connection of a call; found in the ASGI scope's extensions."""

    def reset(self) -> None:
        """Break the connection: what was not sent yet is lost, and the peer sees a reset."""

    def close(self) -> None:
        """Close the connection once everything written is sent."""

    def close_if_idle(self) -> None:
        """Close the connection unless another call is running on it."""


class DroppedConnectionError(ConnectionError):
    """A fault wanted to break the connection, and the call came without one, by ASGI in the same process.

    Raised out of the ASGI application, in place of the connection error that a client sees over a socket.
    """


class ConnectionApp:
    """Wraps the application for one connection: puts the connection into the scope of each of its calls."""

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
            # Only the shutdown of the server cancels calls, after it has closed their connections. The task ends here,
            # and the server has no reason to report a crash of the application.
            if not self._protocol.transport.is_closing():
                raise
        finally:
            self._running -= 1

    def reset(self) -> None:
        """Break the connection, with a TCP reset rather than an orderly end."""
        transport = self._protocol.transport
        connection: socket.socket | None = transport.get_extra_info("socket")
        if connection is not None and connection.fileno() != -1:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _CLOSE_BY_RESET)
        transport.abort()

    def close(self) -> None:
        """Close the connection once everything written is sent."""
        self._protocol.transport.close()

    def close_if_idle(self) -> None:
        """Close the connection unless another call is running on it."""
        # The call that asks is still running.
        if self._running == 1:
            self._protocol.transport.close()


def make_protocol(app: "ASGIApp", config: Config, state: ServerState, keep_alive: float) -> asyncio.Protocol:
    """Make the protocol of a new connection: uvicorn's fast one, or its portable one where httptools is missing."""
    protocol_class: type[ServerProtocol] = cast("Any", AutoHTTPProtocol)
    protocol = protocol_class(config=config, server_state=state, app_state={})
    protocol.app = cast("Any", ConnectionApp(app, protocol))
    # Lines of uvicorn's access log would hold query strings, and with them signatures.
    protocol.access_log = False
    # Declared in whole seconds, but handed to the event loop as it is.
    protocol.timeout_keep_alive = cast("int", keep_alive)
    return protocol
