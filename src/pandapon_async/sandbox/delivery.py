"""How an answer reaches the caller, or fails to."""

from typing import TYPE_CHECKING, Any

import anyio

from pandapon_async.sandbox.answers import Answer, error_page, failure
from pandapon_async.sandbox.connection import CONNECTION_EXTENSION, DroppedConnectionError
from pandapon_async.sandbox.faults import Fault
from pandapon_async.sandbox.json_text import read_json, write_json
from pandapon_async.sandbox.specification import EnvelopeStyle

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from pandapon_async.sandbox.connection import Connection

# Long enough for a client to have put the connection back into its pool.
_MOMENT = 0.01


class ClientGoneError(Exception):
    """The client closed the connection before its request was complete."""


class BodyTooLargeError(Exception):
    """The request has a body beyond the limit."""


class Exchange:
    """One request and the answer to it, over whatever carries them."""

    def __init__(self, scope: "Scope", receive: "Receive", send: "Send", date: bytes) -> None:
        self._receive = receive
        self._send = send
        self._date = date
        extensions: dict[str, Any] = scope.get("extensions") or {}
        self._connection: Connection | None = extensions.get(CONNECTION_EXTENSION)

    async def read_body(self, limit: int) -> bytes:
        """Read the body of the request.

        Raises:
            BodyTooLargeError: it has more bytes than the limit; the rest is left unread.
            ClientGoneError: it never came as a whole.
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

    async def answer(self, answer: Answer, closing: str = "") -> None:
        """Send an answer.

        Args:
            answer: What to send.
            closing: ``close`` to say that the connection ends and end it, ``close-idle`` to end it unsaid.
        """
        await self._start(answer, ((b"connection", b"close"),) if closing == "close" else ())
        await self._send({"type": "http.response.body", "body": answer.body})
        if closing == "close-idle" and self._connection is not None:
            await anyio.sleep(_MOMENT)
            self._connection.close_if_idle()

    async def cut(self, answer: Answer) -> None:
        """Promise an answer, send half of it, and close the connection."""
        await self._start(answer)
        half = answer.body[: len(answer.body) // 2]
        await self._send({"type": "http.response.body", "body": half, "more_body": True})
        if self._connection is None:
            raise DroppedConnectionError("a fault cut the answer short")
        self._connection.close()
        await self._wait_for_disconnect()

    async def drop(self) -> None:
        """Reset the connection without an answer."""
        if self._connection is None:
            raise DroppedConnectionError("a fault dropped the connection")
        self._connection.reset()
        await self._wait_for_disconnect()

    async def _start(self, answer: Answer, more_headers: tuple[tuple[bytes, bytes], ...] = ()) -> None:
        headers = [
            (b"date", self._date),
            (b"content-type", answer.content_type),
            (b"content-length", b"%d" % len(answer.body)),
            *answer.headers,
            *more_headers,
        ]
        await self._send({"type": "http.response.start", "status": answer.status, "headers": headers})

    async def _wait_for_disconnect(self) -> None:
        # Until the server knows that the connection is gone it would take the missing answer for a crash.
        while (await self._receive())["type"] != "http.disconnect":
            pass


def damaged(answer: Answer, fault: Fault, envelope: EnvelopeStyle, headers: tuple[tuple[bytes, bytes], ...]) -> Answer:
    """Return what a fault makes of a good answer, as far as that is still an answer.

    Args:
        answer: The good one.
        fault: The damage.
        envelope: Style of the operation.
        headers: For errors that take the answer's place.
    """
    match fault.kind:
        case "status-after":
            return error_page(fault.number, headers)
        case "code-after":
            return injected_failure(fault, envelope, headers)
        case "truncate":
            return Answer(answer.body[: len(answer.body) // 2])
        case "malformed":
            return error_page(200)
        case "empty":
            return Answer(b"")
        case "wrong-types":
            fields = read_json(answer.body)
            return Answer(write_json({**fields, "data": _with_wrong_types(fields["data"])}))
        case _:
            raise ValueError(f"{fault.kind} leaves no answer")


def injected_failure(fault: Fault, envelope: EnvelopeStyle, headers: tuple[tuple[bytes, bytes], ...]) -> Answer:
    """Answer the code of a fault in the envelope of the operation."""
    answer = failure(envelope, fault.number, "injected by the sandbox")
    return Answer(answer.body, headers=headers)


def _with_wrong_types(value: Any) -> Any:
    """Change every scalar to another JSON type, so that its meaning can still be recognised where it had one."""
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
