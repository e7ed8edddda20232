"""One request and its response over ASGI, including responses that break off."""

from typing import TYPE_CHECKING, Any

import anyio

from pandapon_async.sandbox.http.connection import CONNECTION_EXTENSION, DroppedConnectionError
from pandapon_async.sandbox.http.responses import Response

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from pandapon_async.sandbox.http.connection import Connection

# Long enough for a client to return the connection to its pool.
_MOMENT = 0.01


class ClientGoneError(Exception):
    """The client closed the connection before it had sent the whole request."""


class BodyTooLargeError(Exception):
    """The request body exceeds the limit."""


class Exchange:
    """One request and its response.

    Attributes:
        date: Value of the response's ``Date`` header.
    """

    def __init__(self, scope: "Scope", receive: "Receive", send: "Send", date: bytes) -> None:
        self._receive = receive
        self._send = send
        self.date = date
        self._body: bytes | None = None
        extensions: dict[str, Any] = scope.get("extensions") or {}
        self._connection: Connection | None = extensions.get(CONNECTION_EXTENSION)

    async def read_body(self, limit: int) -> bytes:
        """Read the body of the request. Later calls return the same body.

        Raises:
            BodyTooLargeError: the body exceeds the limit; the rest is not read.
            ClientGoneError: the client closed the connection before the end of the body.
        """
        if self._body is not None:
            return self._body
        body = b""
        while True:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                raise ClientGoneError
            part: bytes = message.get("body", b"")
            body += part
            if len(body) > limit:
                raise BodyTooLargeError
            if not message.get("more_body", False):
                self._body = body
                return body

    async def respond(self, response: Response, closing: str = "") -> None:
        """Send a response.

        Args:
            response: The response.
            closing: ``close`` announces the end of the connection, ``close-idle`` closes it unannounced.
        """
        await self._start(response, ((b"connection", b"close"),) if closing == "close" else ())
        await self._send({"type": "http.response.body", "body": response.body})
        if closing == "close-idle" and self._connection is not None:
            await anyio.sleep(_MOMENT)
            self._connection.close_if_idle()

    async def send_unsolicited(self, response: Response) -> None:
        """Send a response that no request asked for, once the client has put the connection back into its pool."""
        if self._connection is None:
            raise DroppedConnectionError("a fault sends a second response, which needs a socket")
        await anyio.sleep(_MOMENT)
        head = b"HTTP/1.1 200 OK\r\ndate: %b\r\ncontent-type: %b\r\ncontent-length: %d\r\n\r\n"
        self._connection.write_if_idle(head % (self.date, response.content_type, len(response.body)) + response.body)

    async def cut(self, response: Response) -> None:
        """Announce the whole response, send half of it, and close the connection."""
        await self._start(response)
        half = response.body[: len(response.body) // 2]
        await self._send({"type": "http.response.body", "body": half, "more_body": True})
        if self._connection is None:
            raise DroppedConnectionError("a fault cut the answer short")
        self._connection.close()
        await self._wait_for_disconnect()

    async def drop(self) -> None:
        """Reset the connection without a response."""
        if self._connection is None:
            raise DroppedConnectionError("a fault dropped the connection")
        self._connection.reset()
        await self._wait_for_disconnect()

    async def _start(self, response: Response, more_headers: tuple[tuple[bytes, bytes], ...] = ()) -> None:
        headers = [
            (b"date", self.date),
            (b"content-type", response.content_type),
            (b"content-length", b"%d" % len(response.body)),
            *response.headers,
            *more_headers,
        ]
        await self._send({"type": "http.response.start", "status": response.status, "headers": headers})

    async def _wait_for_disconnect(self) -> None:
        # The server would report the missing response as a crash until it notices the closed connection.
        while (await self._receive())["type"] != "http.disconnect":
            pass
