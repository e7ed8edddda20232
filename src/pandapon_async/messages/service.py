"""Receives, stores and handles message pushes."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, overload

import anyio

from pandapon_async._core.call.clock import SystemClock
from pandapon_async._core.errors import ConfigurationError
from pandapon_async._core.schema.events import Event
from pandapon_async.messages.dispatcher import Dispatcher
from pandapon_async.messages.handlers import Handlers
from pandapon_async.messages.inbox import connect_inbox
from pandapon_async.messages.receiver import Receiver, ReceiverSettings
from pandapon_async.messages.schedule import RetrySchedule
from pandapon_async.messages.verification import HmacVerifier, Unverified
from pandapon_async.messages.webhook import MAX_AGE

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
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
    """Receives pushes, stores them, and passes them to handlers.

    ::

        messages = Messages(secret=..., access_key=..., inbox="inbox.sqlite")

        @messages.on(OrderPaid)
        async def paid(event: OrderPaid) -> None: ...

        app.mount("/pandapon", messages)   # or run it alone: it is an ASGI application
        async with messages.running():     # runs the handlers; a server that runs it alone needs no such block
            ...

    A message is handled when all its handlers have returned. If one raises, all of them are retried after a pause that
    grows; after the last attempt the message becomes a dead letter. Each message is handled at least once, so handlers
    must tolerate seeing one twice. Messages of one order are handled one after the other, in the order of their push
    times as far as they have arrived; the platform promises no order. A message without a handler becomes ``skipped``.

    Args:
        secret: The access secret; several while it is being changed.
        access_key: The access key, which may be part of what is signed.
        inbox: Path of a SQLite file, created if missing, or ``postgresql://user@host/database?schema=name``.
        verifier: Verifies pushes in place of ``secret`` and ``access_key``.
        unverified: Accept pushes from anybody. Only for an address that nobody else can reach.
        max_age: Seconds. An older push is stored as a dead letter instead of being handled, as a protection against
            pushes that somebody recorded and sends again. ``None`` for no limit.
        retention: Seconds after which handled and skipped messages are deleted; ``None`` keeps them. At least
            ``max_age``: a deleted message is not recognised as a duplicate.
        settings: Limits of the receiver.
        schedule: When a message is retried.
        concurrency: Maximum number of messages that are handled at once.
        poll: Seconds between two looks for messages that other processes stored or left.
        handler_seconds: Time limit for the handlers of a message; ``None`` for no limit.
        on_error: Called with each error that a handler raises; log it there if its text may be logged.
        grace: Seconds that handlers get to finish when ``running`` ends.
        clock: Time.

    Raises:
        ConfigurationError: No secret is given and ``unverified`` is not set, or ``retention`` is less than ``max_age``.
    """

    def __init__(  # noqa: PLR0913 - one keyword per setting
        self,
        *,
        inbox: str | Path,
        secret: str | Sequence[str] | None = None,
        access_key: str = "",
        verifier: Verifier | None = None,
        unverified: bool = False,
        max_age: float | None = MAX_AGE,
        retention: float | None = None,
        settings: ReceiverSettings | None = None,
        schedule: RetrySchedule | None = None,
        concurrency: int = 16,
        poll: float = 1.0,
        handler_seconds: float | None = 60.0,
        on_error: Callable[[Event, BaseException], None] | None = None,
        grace: float = 10.0,
        clock: Clock | None = None,
    ) -> None:
        if retention is not None and retention < (max_age or 0):
            raise ConfigurationError(
                f"retention is {retention:.0f} s and max_age {max_age:.0f} s: a push that is sent again after its "
                "message was deleted would be handled again; make retention at least max_age"
            )
        self._clock = clock or SystemClock()
        self._address = inbox
        self._inbox: Inbox | None = None
        self._users = 0
        self._opening = anyio.Lock()
        self._handlers = Handlers()
        self._schedule = schedule or RetrySchedule()
        self._dispatching: dict[str, Any] = {
            "concurrency": concurrency,
            "poll": poll,
            "handler_seconds": handler_seconds,
            "retention": retention,
            "on_error": on_error,
        }
        self._max_age = max_age
        self._grace = grace
        self._dispatcher: Dispatcher | None = None
        chosen = _verifier(secret, access_key, verifier, unverified=unverified)
        self._receiver = Receiver(self._store, chosen, settings or ReceiverSettings(), self._clock)

    @overload
    def on(self, kind: type[FirstT], /) -> _Decorator[FirstT]: ...
    @overload
    def on(self, kind: type[FirstT], other: type[SecondT], /) -> _Decorator[FirstT | SecondT]: ...
    @overload
    def on(self, *kinds: type[Event]) -> _Decorator[Any]: ...
    def on(self, *kinds: type[Event]) -> _Decorator[Any]:
        """Register the decorated ``async def`` for events of these classes and their subclasses.

        ``Event`` stands for all events, ``UnknownEvent`` for those that are not documented.

        Raises:
            ConfigurationError: It is not an ``async def``.
        """

        def register(handler: _Handler[Any]) -> _Handler[Any]:
            self._handlers.add(kinds, handler)
            return handler

        return register

    @property
    def app(self) -> Messages:
        """The ASGI application: this object itself."""
        return self

    @property
    def refusals(self) -> Mapping[str, int]:
        """Number of refused requests by status and reason, since this object was created."""
        return self._receiver.refusals.counts

    def count_refusal(self, reason: str) -> None:
        """Count and log a connection that the server closed; for servers that have limits of their own.

        Args:
            reason: A fixed text; never a part of a request.
        """
        self._receiver.refusals.add(reason)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or the lifespan of a server that runs this alone."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        else:
            await self._receiver(scope, receive, send)

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[Inbox]:
        """Open the inbox and run the handlers for the block, also for messages that were stored before.

        At the end of the block, handlers get ``grace`` seconds to finish; unfinished messages are handled again by the
        next process. Without any handler, messages are only stored.

        Raises:
            ConfigurationError: It is running already.
            InboxError: The inbox cannot be opened.
        """
        if self._dispatcher is not None:
            raise ConfigurationError("running() is active already; use one block for each Messages object")
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
                    except Exception as error:  # noqa: BLE001 - raised below, rather than in a group
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
        """Open the inbox for the block, without running handlers.

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
        """Close an inbox that a push has opened outside of ``running``."""
        inbox, self._inbox = self._inbox, None
        if inbox is not None:
            await inbox.close()

    async def _open(self) -> Inbox:
        async with self._opening:
            if self._inbox is None:
                self._inbox = await connect_inbox(self._address, create=True, clock=self._clock.time)
            return self._inbox

    async def _store(self, pushes: Sequence[tuple[Event, bytes]]) -> None:
        # A server that runs no lifespan opens the inbox with the first push.
        inbox = self._inbox or await self._open()
        news = await inbox.store_all(pushes, max_age=self._max_age)
        if any(news) and self._dispatcher is not None:
            self._dispatcher.wake()

    async def _live(self, receive: Receive, send: Send) -> None:
        """Follow the lifespan protocol of a server that runs this alone."""
        await receive()
        try:
            async with self.running():
                await send({"type": "lifespan.startup.complete"})
                await receive()
        except Exception as error:
            # Error texts of this package contain nothing secret; uvicorn logs them.
            await send({"type": "lifespan.startup.failed", "message": str(error)})
            raise
        await send({"type": "lifespan.shutdown.complete"})


def _verifier(
    secret: str | Sequence[str] | None, access_key: str, verifier: Verifier | None, *, unverified: bool
) -> Verifier:
    if unverified:
        if secret is not None or verifier is not None:
            raise ConfigurationError("unverified=True cannot be combined with a secret or a verifier")
        return Unverified()
    if verifier is not None:
        if secret is not None:
            raise ConfigurationError("pass either a secret or a verifier")
        return verifier
    if secret is None:
        raise ConfigurationError(
            "pass the access secret, which verifies message pushes; "
            "unverified=True accepts them from anybody, where nobody else can reach the address"
        )
    return HmacVerifier(secret, access_key)
