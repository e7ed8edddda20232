"""The address that the platform pushes to, as an ASGI application without a framework.

===========================================================  ======
a push that is stored, or was before                         200
the console's "verify": empty, or an object that is no push  200
no JSON, or no JSON object                                   400
a wrong signature or none, too old, from the future          401
another method than POST                                     405
a body that does not come in time                            408
a body that is too large                                     413
a body that says that it is something else than JSON         415
the inbox cannot take it, or too many come at once           503
===========================================================  ======

Answers have no body: whoever forges pushes learns nothing. Whatever is not answered with 200 is not stored.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import anyio
import attrs

from pandapon_async._core.schema.json import JsonError, load_json
from pandapon_async.messages.errors import InboxError
from pandapon_async.messages.events import has_content, read_event

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from pandapon_async._core.call.clock import Clock
    from pandapon_async._core.schema.events import Event
    from pandapon_async.messages.verification import TimeWindow, Verifier

    Scope: TypeAlias = MutableMapping[str, Any]
    Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
    Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]

__all__ = ["Receiver", "ReceiverSettings"]

logger = logging.getLogger("pandapon_async.messages")


@attrs.frozen(kw_only=True)
class ReceiverSettings:
    """Limits of the receiver.

    Attributes:
        max_body_bytes: Largest body. Whole orders are some ten thousand bytes.
        read_seconds: Time for the body to come. The platform itself gives up after one second.
        max_at_once: How many requests are served at once; more are asked to come again.
        content_types: What a body may say that it is, beside saying nothing. The platform's is not documented.
        answer_get: Answer GET and HEAD with 200, in case the console's "verify" sends one.
    """

    max_body_bytes: int = 1_048_576
    read_seconds: float = 5.0
    max_at_once: int = 2_000
    content_types: frozenset[str] = frozenset({"application/json", "text/json"})
    answer_get: bool = False


class _Refused(Exception):  # noqa: N818 - an answer rather than an error
    def __init__(self, status: int, *headers: tuple[bytes, bytes]) -> None:
        super().__init__(status)
        self.status = status
        self.headers = headers


class _ClientGone(Exception):  # noqa: N818 - likewise
    pass


#: How many times the largest body is read off and thrown away, so that the answer is seen by who goes on sending.
_READ_OFF: Final = 8
#: The rest of the body is not read, so nothing further can come over this connection.
_CLOSE: Final = (b"connection", b"close")


@attrs.define(eq=False)
class Receiver:
    """An ASGI application; :class:`~pandapon_async.messages.service.Messages` makes one.

    Args:
        take: Stores a push.
        verifier: Tells genuine pushes.
        window: How old they may be.
        settings: Limits.
        clock: Wall time.
    """

    _take: Callable[[Event, bytes], Awaitable[bool]]
    _verifier: Verifier
    _window: TimeWindow
    _settings: ReceiverSettings
    _clock: Clock
    _at_once: int = attrs.field(default=0, init=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        self._at_once += 1
        try:
            status, headers = await self._answer(scope, receive)
        except _ClientGone:
            return
        finally:
            self._at_once -= 1
        await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0"), *headers]})
        await send({"type": "http.response.body", "body": b""})

    async def _answer(self, scope: Scope, receive: Receive) -> tuple[int, tuple[tuple[bytes, bytes], ...]]:
        try:
            await self._serve(scope, receive)
        except _Refused as refused:
            return refused.status, refused.headers
        except InboxError as error:
            # Its text names the inbox and nothing of the push. The platform tries again.
            logger.error("a push could not be stored: %s", error)  # noqa: TRY400 - the traceback says nothing more
            return 503, ()
        return 200, ()

    async def _serve(self, scope: Scope, receive: Receive) -> None:
        """Take a push, or what looks like the console's "verify".

        Raises:
            _Refused: It is neither.
            InboxError: It could not be stored.
        """
        if self._at_once > self._settings.max_at_once:
            raise _Refused(503, (b"retry-after", b"1"), _CLOSE)
        method: str = scope["method"]
        if method != "POST":
            if self._settings.answer_get and method in ("GET", "HEAD"):
                return
            raise _Refused(405, (b"allow", b"POST"), _CLOSE)
        headers = _Headers(scope["headers"])
        length = headers.only(b"content-length")
        if length is not None and length.isdigit() and int(length) > self._settings.max_body_bytes * _READ_OFF:
            raise _Refused(413, _CLOSE)
        if length != "0" and not self._is_json(headers.only(b"content-type")):
            raise _Refused(415, _CLOSE)
        body = await self._read(receive)
        if not body.strip():
            return
        event = self._checked(body, headers.only(b"authorization"))
        if event is not None:
            await self._take(event, body)

    def _checked(self, body: bytes, authorization: str | None) -> Event | None:
        """Return the message that is pushed, ``None`` where none is."""
        try:
            envelope = load_json(body)
        except JsonError:
            raise _Refused(400) from None
        if not isinstance(envelope, dict):
            raise _Refused(400)
        if not has_content(envelope):
            # What "verify" sends is not documented. Whatever it is, there is nothing in here that could get lost.
            return None
        if not self._verifier.verify(body, authorization):
            raise _Refused(401)
        event = read_event(envelope)
        moment = event.pushed_at
        if not self._window.holds(moment.timestamp() if moment is not None else None, self._clock.time()):
            raise _Refused(401)
        return event

    def _is_json(self, content_type: str | None) -> bool:
        if content_type is None:
            return True
        kind = content_type.partition(";")[0].strip().lower()
        return kind in self._settings.content_types or (kind.startswith("application/") and kind.endswith("+json"))

    async def _read(self, receive: Receive) -> bytes:
        parts: list[bytes] = []
        size = 0
        with anyio.move_on_after(self._settings.read_seconds):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise _ClientGone
                part: bytes = message.get("body", b"")
                size += len(part)
                if size <= self._settings.max_body_bytes:
                    parts.append(part)
                    if not message.get("more_body", False):
                        return b"".join(parts)
                elif size > self._settings.max_body_bytes * _READ_OFF or not message.get("more_body", False):
                    raise _Refused(413, _CLOSE)
        raise _Refused(408, _CLOSE)


class _Headers:
    """Headers of a request, by lower-case name."""

    def __init__(self, headers: list[tuple[bytes, bytes]]) -> None:
        self._headers = headers

    def only(self, name: bytes) -> str | None:
        """Return the value of a header; ``None`` where there is none, or where there are several."""
        found = [value for key, value in self._headers if key.lower() == name]
        return found[0].decode("latin-1") if len(found) == 1 else None
