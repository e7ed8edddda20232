"""Runs handlers for stored messages, until they succeed or have used up their attempts.

At least once: a message is handled again if the process ends between its handler and the commit that records it.
Handlers must tolerate that.
"""

from __future__ import annotations

import asyncio
import logging
import random
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import anyio
import attrs

from pandapon_async.messages.errors import InboxError, InboxLostError
from pandapon_async.messages.events import parse
from pandapon_async.messages.store import Finished

if TYPE_CHECKING:
    from collections.abc import Callable

    from anyio.abc import TaskGroup

    from pandapon_async._core.call.clock import Clock
    from pandapon_async._core.schema.events import Event
    from pandapon_async._storage.workers import Worker
    from pandapon_async.messages.handlers import Handlers
    from pandapon_async.messages.inbox import Inbox
    from pandapon_async.messages.schedule import RetrySchedule
    from pandapon_async.messages.store import Claimed

__all__ = ["Dispatcher"]

logger = logging.getLogger("pandapon_async.messages")

#: Seconds before the inbox is used again after it failed; doubles with each failure in a row.
_FIRST_PAUSE: Final = 1.0
_MAX_PAUSE: Final = 30.0
#: Seconds between two purges.
_PURGE_INTERVAL: Final = 3_600.0


@attrs.define(eq=False)
class Dispatcher:
    """Runs handlers until it is stopped.

    Args:
        inbox: Where the messages are.
        handlers: The handlers.
        schedule: When a message is retried.
        clock: Time, also for pauses.
        concurrency: Maximum number of messages that are handled at once.
        poll: Seconds between two looks for messages that other processes stored or left, and for retries that are due.
        handler_seconds: Time limit for the handlers of a message; ``None`` for no limit.
        retention: Seconds after which handled and skipped messages are purged; ``None`` for never.
        on_error: Called with each error that a handler raises.
        chance: Source of the jitter.
    """

    inbox: Inbox
    handlers: Handlers
    schedule: RetrySchedule
    clock: Clock
    concurrency: int = 16
    poll: float = 1.0
    handler_seconds: float | None = 60.0
    retention: float | None = None
    on_error: Callable[[Event, BaseException], None] | None = None
    chance: random.Random = attrs.field(factory=random.Random)
    finished: anyio.Event = attrs.field(factory=anyio.Event, init=False)
    _wake: anyio.Event = attrs.field(factory=anyio.Event, init=False)
    _stop: anyio.Event = attrs.field(factory=anyio.Event, init=False)
    _active: set[int] = attrs.field(factory=set[int], init=False)
    _failures: int = attrs.field(default=0, init=False)
    _polled_at: float = attrs.field(default=float("-inf"), init=False)

    def wake(self) -> None:
        """Look for messages now."""
        self._wake.set()

    def stop(self) -> None:
        """Claim no further messages; ``finished`` is set when those that were claimed are handled."""
        self._stop.set()
        self._wake.set()

    async def run(self) -> None:
        """Handle messages until stopped. A failure of the inbox pauses this and cancels no handler."""
        try:
            async with anyio.create_task_group() as group:
                if self.retention is not None:
                    group.start_soon(self._purge, self.retention)
                while not self._stop.is_set():
                    try:
                        async with self.inbox.worker(self.schedule.attempts) as worker:
                            await self._work(worker)
                    except InboxError as error:
                        await self._pause(error)
        finally:
            self.finished.set()

    async def _work(self, worker: Worker) -> None:
        """Handle messages until stopped, or until the worker lock is lost. Returns when all handlers have ended."""
        try:
            async with anyio.create_task_group() as group:
                await self._claim_until_stopped(worker, group)
        finally:
            # Cut off, or not recorded. The attempt does not count.
            if not worker.abandoned:
                with suppress(InboxError):
                    await self.inbox.release_claims(worker.id)

    async def _claim_until_stopped(self, worker: Worker, group: TaskGroup) -> None:
        while not self._stop.is_set():
            # Whatever happens from here on is noticed in the next round.
            self._wake = anyio.Event()
            try:
                await self._claim(worker, group)
            except InboxLostError as error:
                await self._pause(error)
                return
            except InboxError as error:
                await self._pause(error)
            else:
                self._failures = 0
                await self._wait(self._wake, self.poll)

    async def _claim(self, worker: Worker, group: TaskGroup) -> None:
        worker.check()
        now = self.clock.monotonic()
        if now - self._polled_at >= self.poll:
            await self.inbox.recover(worker)
            self._polled_at = now
        if self._failures:
            # Where the connection broke during a commit, messages may be claimed that this process does not know of.
            await self.inbox.release_claims(worker.id, keep=self._active)
        free = self.concurrency - len(self._active)
        for message in await self.inbox.claim(worker.id, free) if free else []:
            self._active.add(message.position)
            group.start_soon(self._handle, worker, message)

    async def _purge(self, retention: float) -> None:
        while not self._stop.is_set():
            try:
                await self.inbox.purge(retention)
            except InboxError as error:
                logger.error("the inbox could not be purged: %s", error)  # noqa: TRY400 - the traceback adds nothing
            await self._wait(self._stop, _PURGE_INTERVAL)

    async def _pause(self, error: InboxError) -> None:
        # Its text names the inbox and nothing of a message.
        logger.error("the inbox failed: %s", error)
        pause = min(_MAX_PAUSE, _FIRST_PAUSE * 2**self._failures)
        self._failures = min(self._failures + 1, 10)
        await self._wait(self._stop, pause)

    async def _wait(self, event: anyio.Event, seconds: float) -> None:
        """Wait for an event, but not longer than that."""

        async def sleep(scope: anyio.CancelScope) -> None:
            await self.clock.sleep(seconds)
            scope.cancel()

        async with anyio.create_task_group() as group:
            group.start_soon(sleep, group.cancel_scope)
            await event.wait()
            group.cancel_scope.cancel()

    async def _handle(self, worker: Worker, message: Claimed) -> None:
        try:
            event = parse(message.body)
            # A task of its own: whatever a handler raises, CancelledError included, ends there.
            task = asyncio.create_task(self._run_handlers(event))
            try:
                await asyncio.wait([task])
            except asyncio.CancelledError:
                # Where a handler raises SystemExit, it ends first, and then everything is cancelled.
                ended = task.done()
                await _cancel(task)
                if ended or not (task.cancelled() or task.exception()):
                    with anyio.CancelScope(shield=True), suppress(InboxError):
                        await self.inbox.finish(self._outcome(worker, message, event, task))
                raise
            await self._record(self._outcome(worker, message, event, task))
        finally:
            self._active.discard(message.position)
            # There is room for another message, perhaps the next one of the same order.
            self._wake.set()

    async def _run_handlers(self, event: Event) -> bool:
        """Return whether the event has a handler."""
        found = False
        with anyio.fail_after(self.handler_seconds):
            for handler in self.handlers.of(event):
                found = True
                await handler(event)
        return found

    async def _record(self, finished: Finished) -> None:
        """Record an outcome, however long the inbox fails; until then the message stays claimed."""
        while True:
            try:
                with anyio.CancelScope(shield=True):
                    await self.inbox.finish(finished)
            except InboxError as error:
                if self._stop.is_set():
                    return
                await self._pause(error)
            else:
                return

    def _outcome(self, worker: Worker, message: Claimed, event: Event, task: asyncio.Task[bool]) -> Finished:
        error = asyncio.CancelledError() if task.cancelled() else task.exception()
        now = self.clock.time()
        if error is None:
            return Finished(worker.id, message.position, "handled" if task.result() else "skipped", now)
        name = type(error).__qualname__
        # Without its text, which may contain personal data; on_error gets the whole error.
        logger.warning("message %d: attempt %d failed: %s", message.position, message.attempt, name)
        if self.on_error is not None:
            try:
                self.on_error(event, error)
            except Exception as failure:  # noqa: BLE001 - must not affect the outcome
                logger.warning("on_error failed: %s", type(failure).__qualname__)
        if message.attempt >= self.schedule.attempts:
            return Finished(worker.id, message.position, "dead_letter", now, name)
        pause = self.schedule.pause(message.attempt, self.chance)
        return Finished(worker.id, message.position, "pending", now + pause, name)


async def _cancel(task: asyncio.Task[bool]) -> None:
    """Cancel a task and wait for its end, again if it goes on."""
    with anyio.CancelScope(shield=True):
        while not task.done():
            task.cancel()
            with suppress(asyncio.CancelledError):
                await asyncio.wait([task], timeout=1)
