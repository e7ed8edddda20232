"""One request and its response over ASGI, including responses that break off."""

from typing import TYPE_CHECKING, Any

import anyio

from pandapon_async.sandbox.faults.rules import Fault
from pandapon_async.sandbox.http.connection import CONNECTION_EXTENSION, DroppedConnectionError
from pandapon_async.sandbox.http.responses import Response, error_page, failure
from pandapon_async.sandbox.json_text import read_json, write_json
from pandapon_async.sandbox.specification.operations import EnvelopeStyle

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
    """One request and its response."""

    def __init__(self, scope: "Scope", receive: "Receive", send: "Send", date: bytes) -> None:
        self._receive = receive
        self._send = send
        self._date = date
        extensions: dict[str, Any] = scope.get("extensions") or {}
        self._connection: Connection | None = extensions.get(CONNECTION_EXTENSION)

    async def read_body(self, limit: int) -> bytes:
        """Read the body of the request.

        Raises:
            BodyTooLargeError: the body exceeds the limit; the rest is not read.
            ClientGoneError: the client closed the connection before the end of the body.
        """
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
            (b"date", self._date),
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


def damaged(
    response: Response, fault: Fault, envelope: EnvelopeStyle, headers: tuple[tuple[bytes, bytes], ...]
) -> Response:
    """Return a successful response as a fault changes it.

    Args:
        response: The successful response.
        fault: The fault.
        envelope: Style of the operation.
        headers: Headers of errors that replace the response.
    """
    match fault.kind:
        case "status-after":
            return error_page(fault.number, headers)
        case "code-after":
            return injected_failure(fault, envelope, headers)
        case "truncate":
            return Response(response.body[: len(response.body) // 2])
        case "malformed":
            return error_page(200)
        case "empty":
            return Response(b"")
        case "wrong-types":
            fields = read_json(response.body)
            return Response(write_json({**fields, "data": _with_wrong_types(fields["data"])}))
        case _:
            raise ValueError(f"{fault.kind} leaves no response")


def injected_failure(fault: Fault, envelope: EnvelopeStyle, headers: tuple[tuple[bytes, bytes], ...]) -> Response:
    """Return an envelope with the code of a fault."""
    response = failure(envelope, fault.number, "injected by the sandbox")
    return Response(response.body, headers=headers)


def _with_wrong_types(value: Any) -> Any:
    """Change every scalar to another JSON type that preserves its meaning where possible."""
    match value:
        case {**fields}:
            return {name: _with_wrong_types(item) for name, item in fields.items()}
        case [*items]:
            return [_with_wrong_types(item) for item in items]
        case bool():
            return str(value).lower()
        case int() | float():
            return str(value)
        case str():
            return int(value) if value.isascii() and value.isdigit() else [value]
        case _:
            return []
