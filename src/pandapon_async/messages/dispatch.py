"""Handing stored messages to their handlers, until one says that it is done or there is nothing left to try.

At least once: a message is handled again where the process ended between its handler and the commit that records it.
Handlers must bear that.
"""

from __future__ import annotations

import inspect
import logging
import random
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

import anyio
import attrs

from pandapon_async._core.errors import ConfigurationError
from pandapon_async._core.schema.events import Event
from pandapon_async.messages.errors import InboxError
from pandapon_async.messages.events import parse
from pandapon_async.messages.store import Finished

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from pandapon_async._core.call.clock import Clock
    from pandapon_async.messages.inbox import Inbox, Worker
    from pandapon_async.messages.schedule import RetrySchedule
    from pandapon_async.messages.store import Claimed

__all__ = ["Dispatcher", "Handlers"]

logger = logging.getLogger("pandapon_async.messages")

EventT = TypeVar("EventT", bound=Event)
Handler: TypeAlias = "Callable[[Any], Awaitable[object]]"

#: Seconds before the inbox is tried again after it failed.
_PAUSE: Final = 1.0


class Handlers:
    """What is to be done about which events."""

    def __init__(self) -> None:
        self._registered: list[tuple[type[Event], Handler]] = []

    def __bool__(self) -> bool:
        return bool(self._registered)

    def add(self, kinds: tuple[type[Event], ...], handler: Handler) -> None:
        """Register a handler for events of any of the classes, and of those below them.

        Raises:
            ConfigurationError: It is no ``async def``, or no class is given.
        """
        called = getattr(handler, "__call__", None)  # noqa: B004 - of an object that is called like a function
        if not (inspect.iscoroutinefunction(handler) or inspect.iscoroutinefunction(called)):
            raise ConfigurationError("a handler of messages must be an async def")
        if not kinds:
            raise ConfigurationError("on() needs the class of an event, such as OrderPaid; Event for all of them")
        self._registered += [(kind, handler) for kind in kinds]

    def of(self, event: Event) -> Iterator[Handler]:
        """Yield the handlers of an event, each once, in the order in which they were registered."""
        seen: list[Handler] = []
        for kind, handler in self._registered:
            if isinstance(event, kind) and handler not in seen:
                seen.append(handler)
                yield handler


@attrs.define(eq=False)
class Dispatcher:
    """Runs handlers until it is stopped.

    Args:
        inbox: Where the messages are.
        handlers: What is to be done about them.
        schedule: When a message is tried again.
        clock: Time, also that of pauses.
        at_once: How many messages are handled at once.
        poll: Seconds between looks at what other processes stored or left behind, and at what is due again.
        handler_seconds: Time for the handlers of a message; ``None`` for any.
        on_error: Told of each error that a handler raises.
        chance: Source of the jitter.
    """

    inbox: Inbox
    handlers: Handlers
    schedule: RetrySchedule
    clock: Clock
    at_once: int = 16
    poll: float = 1.0
    handler_seconds: float | None = None
    on_error: Callable[[Event, Exception], None] | None = None
    chance: random.Random = attrs.field(factory=random.Random)
    finished: anyio.Event = attrs.field(factory=anyio.Event, init=False)
    _wake: anyio.Event = attrs.field(factory=anyio.Event, init=False)
    _stopping: bool = attrs.field(default=False, init=False)
    _active: int = attrs.field(default=0, init=False)

    def wake(self) -> None:
        """Look for messages now."""
        self._wake.set()

    def stop(self) -> None:
        """Take no further messages; ``finished`` is set once those that were taken are handled."""
        self._stopping = True
        self._wake.set()

    async def run(self) -> None:
        """Hand out messages until stopped. An inbox that fails is tried again."""
        try:
            while not self._stopping:
                try:
                    await self._work()
                except* InboxError as errors:
                    # Texts of these name the inbox and nothing of a message.
                    logger.error("the inbox failed: %s", _first(errors))  # noqa: TRY400 - the traceback says no more
                    if not self._stopping:
                        await self._rest(_PAUSE)
        finally:
            self.finished.set()

    async def _work(self) -> None:
        async with self.inbox.worker() as worker, anyio.create_task_group() as group:
            looked_after = float("-inf")
            while not self._stopping:
                # Whatever happens from here on is seen in the next round.
                self._wake = anyio.Event()
                if self.clock.monotonic() - looked_after >= self.poll:
                    looked_after = self.clock.monotonic()
                    await worker.liveness.check()
                    await self.inbox.recover(worker, self.schedule.attempts)
                free = self.at_once - self._active
                claimed = await self.inbox.claim(worker.id, free) if free else []
                for message in claimed:
                    self._active += 1
                    group.start_soon(self._handle, worker, message)
                if not self._stopping:
                    await self._rest(self.poll)

    async def _rest(self, seconds: float) -> None:
        """Wait for that long, or until there is something to do."""

        async def sleep(scope: anyio.CancelScope) -> None:
            await self.clock.sleep(seconds)
            scope.cancel()

        if self._stopping:
            return
        async with anyio.create_task_group() as group:
            group.start_soon(sleep, group.cancel_scope)
            await self._wake.wait()
            group.cancel_scope.cancel()

    async def _handle(self, worker: Worker, message: Claimed) -> None:
        try:
            finished = await self._outcome(worker, message)
            with anyio.CancelScope(shield=True):
                await self.inbox.finish(finished)
        finally:
            self._active -= 1
            # There is room for another one, perhaps the next one of the same order.
            self._wake.set()

    async def _outcome(self, worker: Worker, message: Claimed) -> Finished:
        event = parse(message.body)
        now = self.clock.time()
        done = False
        try:
            with anyio.fail_after(self.handler_seconds):
                for handler in self.handlers.of(event):
                    await handler(event)
                    done = True
        except Exception as error:  # noqa: BLE001 - whatever a handler raises
            return self._failure(worker, message, event, error)
        return Finished(worker.id, message.position, "handled" if done else "skipped", now)

    def _failure(self, worker: Worker, message: Claimed, event: Event, error: Exception) -> Finished:
        name = type(error).__qualname__
        # The error's text may hold anything, people's data included; on_error gets all of it.
        logger.warning("message %d: attempt %d failed: %s", message.position, message.attempt, name)
        if self.on_error is not None:
            with suppress(Exception):
                self.on_error(event, error)
        now = self.clock.time()
        if message.attempt >= self.schedule.attempts:
            return Finished(worker.id, message.position, "dead", now, name)
        pause = self.schedule.pause(message.attempt, self.chance)
        return Finished(worker.id, message.position, "pending", now + pause, name)


def _first(errors: BaseExceptionGroup[InboxError]) -> InboxError:
    found: BaseException = errors
    while isinstance(found, BaseExceptionGroup):
        found = found.exceptions[0]
    assert isinstance(found, InboxError)  # noqa: S101 - for type checkers
    return found
