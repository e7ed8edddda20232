"""Receiving and handling message pushes: everything together."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, overload

import anyio

from pandapon_async._core.call.clock import SystemClock
from pandapon_async._core.errors import ConfigurationError
from pandapon_async._core.schema.events import Event
from pandapon_async.messages.dispatch import Dispatcher, Handlers
from pandapon_async.messages.inbox import connect_inbox
from pandapon_async.messages.receiver import Receiver, ReceiverSettings
from pandapon_async.messages.schedule import RetrySchedule
from pandapon_async.messages.verification import HmacVerifier, TimeWindow, Unverified

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
    from pathlib import Path

    from pandapon_async._core.call.clock import Clock
    from pandapon_async.messages.inbox import Inbox
    from pandapon_async.messages.receiver import Receive, Scope, Send
    from pandapon_async.messages.verification import Verifier

__all__ = ["Messages"]

EventT = TypeVar("EventT", bound=Event)
FirstT = TypeVar("FirstT", bound=Event)
SecondT = TypeVar("SecondT", bound=Event)

_Handler: TypeAlias = "Callable[[EventT], Awaitable[object]]"
_Decorator: TypeAlias = "Callable[[_Handler[EventT]], _Handler[EventT]]"


class Messages:
    """Receives pushes, stores them, and hands them to handlers.

    ::

        messages = Messages(secret=..., access_key=..., inbox="inbox.sqlite")

        @messages.on(OrderPaid)
        async def paid(event: OrderPaid) -> None: ...

        app.mount("/pandapon", messages)   # or run it alone: it is an ASGI application
        async with messages.running():     # handlers run while open; where it runs alone, it does this itself
            ...

    A handler that raises is tried again, later and later, and the message is dead in the end. A message has been
    handled once all of its handlers have returned; after a failure all of them run again. Each message is handled at
    least once, so handlers must bear seeing one twice. Messages of one order are handled one after the other, in the
    order in which they were pushed as far as they are there; what comes late comes late, since the platform promises no
    order. A message without a handler is set aside as skipped.

    Args:
        secret: The access secret; several while it is being changed.
        access_key: The access key, part of what is signed.
        inbox: Path of a SQLite file, made where it is missing, or ``postgresql://user@host/database?schema=name``.
        verifier: Tells genuine pushes, in place of ``secret`` and ``access_key``.
        unverified: Takes pushes from anybody. Only for an address that nobody else can reach.
        window: How old a push may be.
        settings: Limits of the receiver.
        schedule: When a message is tried again.
        at_once: How many messages are handled at once.
        poll: Seconds between looks at what other processes stored or left behind.
        handler_seconds: Time for the handlers of a message; ``None`` for any.
        on_error: Told of each error that a handler raises; log it there if its text may be logged.
        grace: Seconds that handlers get to finish when ``running`` ends.
        clock: Time.

    Raises:
        ConfigurationError: No secret is given, and ``unverified`` is not either.
    """

    def __init__(  # noqa: PLR0913 - one keyword per setting
        self,
        *,
        inbox: str | Path,
        secret: str | Sequence[str] | None = None,
        access_key: str = "",
        verifier: Verifier | None = None,
        unverified: bool = False,
        window: TimeWindow | None = None,
        settings: ReceiverSettings | None = None,
        schedule: RetrySchedule | None = None,
        at_once: int = 16,
        poll: float = 1.0,
        handler_seconds: float | None = None,
        on_error: Callable[[Event, Exception], None] | None = None,
        grace: float = 10.0,
        clock: Clock | None = None,
    ) -> None:
        self._clock = clock or SystemClock()
        self._address = inbox
        self._inbox: Inbox | None = None
        self._users = 0
        self._opening = anyio.Lock()
        self._handlers = Handlers()
        self._schedule = schedule or RetrySchedule()
        self._dispatching: dict[str, Any] = {
            "at_once": at_once,
            "poll": poll,
            "handler_seconds": handler_seconds,
            "on_error": on_error,
        }
        self._grace = grace
        self._dispatcher: Dispatcher | None = None
        chosen = _verifier(secret, access_key, verifier, unverified=unverified)
        limits = settings or ReceiverSettings()
        self._receiver = Receiver(self._take, chosen, window or TimeWindow(), limits, self._clock)

    @overload
    def on(self, kind: type[FirstT], /) -> _Decorator[FirstT]: ...
    @overload
    def on(self, kind: type[FirstT], other: type[SecondT], /) -> _Decorator[FirstT | SecondT]: ...
    @overload
    def on(self, *kinds: type[Event]) -> _Decorator[Any]: ...
    def on(self, *kinds: type[Event]) -> _Decorator[Any]:
        """Register the decorated ``async def`` for events of these classes, and of those below them.

        ``Event`` is all events, ``UnknownEvent`` those of types that are not documented.

        Raises:
            ConfigurationError: It is no ``async def``.
        """

        def register(handler: _Handler[Any]) -> _Handler[Any]:
            self._handlers.add(kinds, handler)
            return handler

        return register

    @property
    def app(self) -> Messages:
        """The ASGI application: this itself."""
        return self

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or the life of a server that runs nothing else."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        else:
            await self._receiver(scope, receive, send)

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[Inbox]:
        """Open the inbox and run the handlers for the block, beginning with what was stored before.

        At its end, handlers get ``grace`` seconds to finish; what they do not finish is handled again by whoever comes
        next. Without any handler, messages are only stored.

        Raises:
            ConfigurationError: It runs already.
            InboxError: The inbox cannot be opened.
        """
        if self._dispatcher is not None:
            raise ConfigurationError("these messages are being handled already")
        async with self.opened() as inbox:
            if not self._handlers:
                yield inbox
                return
            dispatcher = Dispatcher(inbox, self._handlers, self._schedule, self._clock, **self._dispatching)
            self._dispatcher = dispatcher
            failure: Exception | None = None
            try:
                async with anyio.create_task_group() as group:
                    group.start_soon(dispatcher.run)
                    try:
                        yield inbox
                    except Exception as error:  # noqa: BLE001 - raised below as it is, rather than in a group
                        failure = error
                    dispatcher.stop()
                    with anyio.move_on_after(self._grace if failure is None else 0):
                        await dispatcher.finished.wait()
                    group.cancel_scope.cancel()
            finally:
                self._dispatcher = None
            if failure is not None:
                raise failure

    @asynccontextmanager
    async def opened(self) -> AsyncGenerator[Inbox]:
        """Keep the inbox open for the block, and handle nothing.

        Raises:
            InboxError: It cannot be opened.
        """
        inbox = await self._open()
        self._users += 1
        try:
            yield inbox
        finally:
            self._users -= 1
            if not self._users:
                self._inbox = None
                await inbox.close()

    async def close(self) -> None:
        """Close an inbox that a push has opened by itself, outside of ``running``."""
        inbox, self._inbox = self._inbox, None
        if inbox is not None:
            await inbox.close()

    async def _open(self) -> Inbox:
        async with self._opening:
            if self._inbox is None:
                self._inbox = await connect_inbox(self._address, create=True, clock=self._clock.time)
            return self._inbox

    async def _take(self, event: Event, body: bytes) -> bool:
        # A server that tells nothing of its life opens the inbox with the first push.
        inbox = self._inbox or await self._open()
        new = await inbox.store(event, body)
        if new and self._dispatcher is not None:
            self._dispatcher.wake()
        return new

    async def _live(self, receive: Receive, send: Send) -> None:
        """Follow the ASGI lifespan of a server that runs this alone."""
        await receive()
        try:
            async with self.running():
                await send({"type": "lifespan.startup.complete"})
                await receive()
        except Exception as error:
            # Texts of our own errors only; uvicorn logs what it is given.
            await send({"type": "lifespan.startup.failed", "message": str(error)})
            raise
        await send({"type": "lifespan.shutdown.complete"})


def _verifier(
    secret: str | Sequence[str] | None, access_key: str, verifier: Verifier | None, *, unverified: bool
) -> Verifier:
    if unverified:
        if secret is not None or verifier is not None:
            raise ConfigurationError("unverified goes without a secret and without a verifier")
        return Unverified()
    if verifier is not None:
        if secret is not None:
            raise ConfigurationError("pass either a secret or a verifier")
        return verifier
    if secret is None:
        raise ConfigurationError(
            "message pushes need the access secret to be verified with; "
            "unverified=True takes them from anybody, where nobody else can reach the address"
        )
    return HmacVerifier(secret, access_key)
