"""The ASGI application that receives pushes.

===========================================================  ======
a push whose signature verifies, whatever it contains        200
"verify" in the console: empty, or an object without a type  200
a missing or wrong signature                                 401
a method other than POST                                     405
a body that takes too long                                   408
a body that is too large                                     413
the inbox cannot store it, or too many requests at once      503
===========================================================  ======

Responses have no body, so that a forger learns nothing. Every push that verifies and is answered with 200 is stored.
"""

from __future__ import annotations

import logging
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import anyio
import attrs

from pandapon_async._core.schema.json import JsonError
from pandapon_async.messages.decoding import read_json, split_array
from pandapon_async.messages.errors import InboxError
from pandapon_async.messages.events import UnknownEvent, has_content, parse
from pandapon_async.messages.notices import Notices
from pandapon_async.messages.webhook import verified_content

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator, Mapping, MutableMapping, Sequence

    from pandapon_async._core.call.clock import Clock
    from pandapon_async._core.schema.events import Event
    from pandapon_async.messages.verification import Verifier

    Scope: TypeAlias = MutableMapping[str, Any]
    Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
    Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]

__all__ = ["Receiver", "ReceiverSettings"]

logger = logging.getLogger("pandapon_async.messages")


@attrs.frozen(kw_only=True)
class ReceiverSettings:
    """Limits of the receiver.

    Attributes:
        max_body_bytes: Maximum size of a body, also after decompression. Whole orders take some ten thousand bytes.
        max_buffered_bytes: Maximum size of all bodies together that are being received.
        read_seconds: Time for a body to arrive. The platform itself gives up after one second.
        concurrency: Maximum number of requests at once; further ones are answered with 503.
        answer_get: Answer GET and HEAD with 200, in case the console's "verify" sends one.
    """

    max_body_bytes: int = 4 * 1024 * 1024
    max_buffered_bytes: int = 64 * 1024 * 1024
    read_seconds: float = 5.0
    concurrency: int = 2_000
    answer_get: bool = False


class _Refused(Exception):  # noqa: N818 - a response rather than an error
    def __init__(self, status: int, reason: str, *headers: tuple[bytes, bytes]) -> None:
        super().__init__(status)
        self.status = status
        self.reason = reason
        self.headers = headers


class _ClientGone(Exception):  # noqa: N818 - likewise
    pass


#: A body that is too large is read up to this multiple of the limit and discarded: the sender then sees the response.
_DISCARD: Final = 8
#: The rest of the body is not read, so the connection cannot be used again.
_CLOSE: Final = (b"connection", b"close")
_MAX_PING: Final = 10_000
_RETRY: Final = (b"retry-after", b"1")


@attrs.define
class _Memory:
    """Limits the memory of all bodies together."""

    limit: int
    used: int = 0

    @contextmanager
    def share(self) -> Generator[Callable[[int], None]]:
        """Yield a function that reserves bytes until the end of the block.

        Raises:
            _Refused: By that function. All requests together need too much.
        """
        size = 0

        def reserve(more: int) -> None:
            nonlocal size
            if self.used + more > self.limit:
                raise _Refused(503, "too many large bodies at once", _RETRY, _CLOSE)
            size += more
            self.used += more

        try:
            yield reserve
        finally:
            self.used -= size


@attrs.define(eq=False)
class Receiver:
    """An ASGI application; :class:`~pandapon_async.messages.service.Messages` creates it.

    Args:
        store: Stores the pushes of one request.
        verifier: Verifies the signature.
        settings: Limits.
        clock: Time.
    """

    _store: Callable[[Sequence[tuple[Event, bytes]]], Awaitable[object]]
    _verifier: Verifier
    _settings: ReceiverSettings
    _clock: Clock
    refusals: Notices = attrs.field(init=False)
    _unknown: Notices = attrs.field(init=False)
    _memory: _Memory = attrs.field(init=False)
    _requests: int = attrs.field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        self.refusals = Notices("refused a push: %s", self._clock.monotonic)
        self._memory = _Memory(self._settings.max_buffered_bytes)
        self._unknown = Notices("stored a push as UnknownEvent: %s", self._clock.monotonic)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        self._requests += 1
        try:
            status, headers = await self._response(scope, receive)
        except _ClientGone:
            self.refusals.add("the client disconnected before the end of the body")
            return
        finally:
            self._requests -= 1
        await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0"), *headers]})
        await send({"type": "http.response.body", "body": b""})

    async def _response(self, scope: Scope, receive: Receive) -> tuple[int, tuple[tuple[bytes, bytes], ...]]:
        try:
            await self._serve(scope, receive)
        except _Refused as refused:
            self.refusals.add(f"{refused.status}, {refused.reason}")
            return refused.status, refused.headers
        except InboxError as error:
            # Its text names the inbox and nothing of the push. The platform retries.
            logger.error("a push could not be stored: %s", error)  # noqa: TRY400 - the traceback adds nothing
            self.refusals.add("503, the inbox could not store it")
            return 503, ()
        return 200, ()

    async def _serve(self, scope: Scope, receive: Receive) -> None:
        """Store a push, or accept the "verify" of the console.

        Raises:
            _Refused: It is neither.
            InboxError: It could not be stored.
        """
        if self._requests > self._settings.concurrency:
            raise _Refused(503, "too many requests at once", _RETRY, _CLOSE)
        method: str = scope["method"]
        if method != "POST":
            if self._settings.answer_get and method in ("GET", "HEAD"):
                return
            raise _Refused(405, "the method is not POST", (b"allow", b"POST"), _CLOSE)
        headers = _headers(scope["headers"])
        length = headers.get("content-length", "")
        if length.isdecimal() and int(length[:20]) > self._settings.max_body_bytes * _DISCARD:
            raise _Refused(413, "the body is too large", _CLOSE)
        with self._memory.share() as reserve:
            await self._accept(await self._read(receive, reserve), headers)

    async def _accept(self, body: bytes, headers: Mapping[str, str]) -> None:
        content = verified_content(body, headers, self._verifier, self._settings.max_body_bytes)
        if content is None:
            if _is_ping(body):
                # What the console's "verify" sends is not documented. Nothing in here could be lost.
                return
            raise _Refused(401, f"the signature is {'wrong' if 'authorization' in headers else 'missing'}")
        pushes = [(parse(push), push) for push in split_array(content)]
        for event, _ in pushes:
            if isinstance(event, UnknownEvent):
                self._unknown.add(event.reason)
        await self._store(pushes)

    async def _read(self, receive: Receive, reserve: Callable[[int], None]) -> bytes:
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
                    reserve(len(part))
                    parts.append(part)
                    if not message.get("more_body", False):
                        return b"".join(parts)
                elif size > self._settings.max_body_bytes * _DISCARD or not message.get("more_body", False):
                    raise _Refused(413, "the body is too large", _CLOSE)
        raise _Refused(408, "the body took too long", _CLOSE)


def _headers(headers: Sequence[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return headers by lower-case name, without those that occur more than once."""
    names = Counter(name.lower() for name, _ in headers)
    return {
        name.decode("latin-1").lower(): value.decode("latin-1") for name, value in headers if names[name.lower()] == 1
    }


def _is_ping(body: bytes) -> bool:
    if len(body) > _MAX_PING:
        return False
    try:
        return not body.strip() or (isinstance(found := read_json(body), dict) and not has_content(found))
    except JsonError:
        return False
