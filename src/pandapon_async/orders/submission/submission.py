"""Submitting: drafts out of the ledger, N calls in flight, and an outcome for each, in constant memory.

A draft is claimed (its intent is durable), sent, recorded (its outcome is durable) and told, in this order. A
crash anywhere leaves at most the drafts that were claimed and not recorded, half as many again as are in flight; they
read as unknown afterwards.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import anyio

from pandapon_async._storage.cancellation import Background
from pandapon_async.orders.errors import LedgerLostError, OrdersError
from pandapon_async.orders.ledger.claims import Change
from pandapon_async.orders.submission.backoff import Backoff, RateLimiter
from pandapon_async.orders.submission.limits import Limits, Progress
from pandapon_async.orders.submission.outcomes import CallOutcome
from pandapon_async.orders.submission.sending import DraftSender, call_deadline, outcome_of
from pandapon_async.orders.submission.shutdown import StopRules
from pandapon_async.orders.submission.source import Source
from pandapon_async.orders.submission.wakeup import Wakeup

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable, Iterable
    from types import TracebackType
    from typing import Self

    from pandapon_async._core.call.client import Client
    from pandapon_async.orders.drafts.draft import Draft
    from pandapon_async.orders.ledger.claims import Claimed
    from pandapon_async.orders.ledger.ledger import LedgerStore
    from pandapon_async.orders.ledger.session import Session
    from pandapon_async.orders.ledger.states import Outcome

__all__ = ["Submission", "Until"]

logger = logging.getLogger("pandapon_async.orders")

Until: TypeAlias = Literal["sent", "settled", "stopped"]
"""When a submission ends by itself: once nothing is pending; once nothing is being sent by other processes either; or
never, for a worker that waits for more."""

#: Seconds between looks at whether other workers have died.
_LOOK_OUT: Final = 5.0
#: Seconds between looks for drafts that other processes hold or will add.
_MOMENT: Final = 0.2
#: Seconds for which outcomes wait for others to be recorded with.
_GATHER: Final = 0.005
#: A pause of more seconds than this is logged.
_LONG_PAUSE: Final = 5.0


class Submission:
    """Sends the pending drafts of a ledger. :meth:`Ledger.submit` is the convenient way to make one.

    ::

        async with Submission(ledger, client, drafts) as outcomes:
            async for outcome in outcomes:
                print(outcome.key, outcome.state, outcome.order_id)

    Every outcome is durable before it is told. The iteration ends when nothing is pending any more. If the block is
    left early, by a break, an error or any cancellation, nothing further is sent, the calls in flight may end within
    ``limits.grace``, and the ledger can be resumed.

    Args:
        ledger: The ledger.
        client: Sends the drafts; of the account and server that the ledger belongs to.
        drafts: Drafts to add while sending, each durable and checked before it is sent; for a source that never ends
            or must not be read twice. Use :meth:`Ledger.add` to have all of them checked before the first is sent.
        limits: Concurrency, rate, and when to stop.
        until: When the submission ends by itself.
    """

    def __init__(
        self,
        ledger: LedgerStore,
        client: Client,
        drafts: Iterable[Draft] | AsyncIterable[Draft] | None = None,
        limits: Limits | None = None,
        *,
        until: Until = "sent",
    ) -> None:
        ledger.check(client)
        self.progress = Progress()
        self.limits = limits or Limits()
        self._ledger = ledger
        self._until = until
        self._client = client
        self._source = Source(ledger, drafts)
        self._rate_limiter = RateLimiter(self.limits.rate)
        self._backoff = Backoff()
        self._rules = StopRules(self.limits, self._backoff)
        self._background = Background(self._running())
        self._stopping = anyio.Event()
        self._why: Exception | None = None
        # Claimed ahead of their turn, so that the disk works while the network does. Unknown after a crash as well,
        # hence few.
        self._most_held = self.limits.in_flight + max(1, self.limits.in_flight // 2)
        #: Drafts that were claimed and whose outcome is not durable yet.
        self._held = 0
        #: Those of them whose outcome is being recorded.
        self._leaving = 0
        self._calls: set[anyio.CancelScope] = set()
        # A draft goes from stage to stage, with a wakeup at the end of each: claimed, ended, recorded, told.
        self._claimed: deque[Claimed] = deque()
        self._has_claimed = Wakeup()
        self._ended: list[tuple[Claimed, CallOutcome]] = []
        self._has_ended = Wakeup()
        self._moved = Wakeup()
        self._outcomes: deque[Outcome] = deque()
        self._has_told = Wakeup()
        self._listening = True
        self._over = False

    # -- for its user --------------------------------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        await self._background.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        # Nobody listens any more; what is still to come is recorded all the same.
        self._listening = False
        self._outcomes.clear()
        self.stop()
        await self._background.__aexit__(kind, error, traceback)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Outcome:
        while not self._outcomes:
            if self._over or not self._listening:
                if self._why is not None:
                    raise self._why from None
                raise StopAsyncIteration
            await self._has_told.wait()
        outcome = self._outcomes.popleft()
        self._moved.set()
        return outcome

    def stop(self) -> None:
        """Send nothing further; calls in flight end, and the iteration with them."""
        self._stopping.set()
        self._moved.set()

    def cut_off(self) -> None:
        """Stop, and do not wait for the calls in flight either: their outcomes are unknown."""
        self.stop()
        for call in self._calls:
            call.cancel()

    # -- how it works --------------------------------------------------------------------------------------------------

    def _abort(self, why: Exception) -> None:
        self._why = self._why or why
        self.stop()

    @asynccontextmanager
    async def _running(self) -> AsyncGenerator[Self]:
        """Run everything; in a task of its own, so that no cancellation of the user's task tears it apart."""
        deadline = call_deadline(self._client, self.limits.deadline)
        async with self._ledger.session(deadline=deadline) as session, anyio.create_task_group() as group:
            self._session: Session = session
            self._sender = DraftSender(self._ledger.drafts, self._client, session.worker, self.limits.deadline)
            group.start_soon(self._run)
            try:
                yield self
            finally:
                self.stop()
                with anyio.move_on_after(self.limits.grace):
                    while self._held:
                        await self._moved.wait()
                self.cut_off()

    async def _run(self) -> None:
        """Run all parts until nothing is left, or until stopped."""
        try:
            async with anyio.create_task_group() as parts:
                parts.start_soon(self._source.run, self._stopping, self._abort)
                parts.start_soon(self._look_out)
                parts.start_soon(self._record)
                for _ in range(self.limits.in_flight):
                    parts.start_soon(self._work)
                await self._load()
                while self._held:
                    await self._moved.wait()
                parts.cancel_scope.cancel()
        except OrdersError as error:
            self._abort(error)
        finally:
            self._over = True
            self._has_told.set()

    async def _load(self) -> None:
        """Claim drafts whenever there is room for them."""
        while not self._stopping.is_set():
            held = self._held - self._leaving
            room = self._most_held - held
            # A commit for a handful would cost as much as one for many. And the listener may be slow.
            if (held and room < self._worth_a_commit) or len(self._outcomes) > self._most_held:
                await self._moved.wait()
                continue
            room = await self._rate_limiter.acquire(room, self._stopping)
            await self._pause()
            if self._stopping.is_set():
                return
            try:
                claimed = await self._session.claim(room)
            except OrdersError as error:
                self._abort(error)
                return
            self._rate_limiter.spend(len(claimed))
            self._held += len(claimed)
            self._claimed.extend(claimed)
            if claimed:
                self._has_claimed.set()
            elif not await self._wait_for_more():
                return

    async def _pause(self) -> None:
        """Wait while the server is overloaded or unreachable, and show that."""
        seconds = self._backoff.remaining
        if not seconds:
            return
        if seconds > _LONG_PAUSE:
            logger.warning("paused for %.0f seconds: the server asked for it or cannot be reached", seconds)
        self.progress.paused_until = time.monotonic() + seconds
        await self._backoff.wait(self._stopping)
        self.progress.paused_until = 0.0

    @property
    def _worth_a_commit(self) -> int:
        return self.limits.in_flight // 2 + 1

    async def _wait_for_more(self) -> bool:
        """Wait while drafts may still become pending; False if none can."""
        if self._held:
            # One of them may come back unsent.
            await self._moved.wait()
            return True
        if await self._source.wait_for_more(self._stopping):
            return True
        # A worker beside this one may have died and left drafts that it was adding, or had not sent.
        waiting = await self._take_over()
        if self._stopping.is_set():
            return False
        if not waiting and self._until != "stopped" and not await self._others_have_some():
            return False
        with anyio.move_on_after(_MOMENT):
            await self._stopping.wait()
        return not self._stopping.is_set()

    async def _others_have_some(self) -> bool:
        if await self._session.has_pending():
            return True  # another worker is claiming them at this moment
        return self._until == "settled" and await self._session.others_are_sending()

    async def _look_out(self) -> None:
        while True:
            await anyio.sleep(_LOOK_OUT)
            await self._take_over()

    async def _take_over(self) -> bool:
        """Take over from dead workers; True if one of them may not be taken over from yet."""
        try:
            return bool((await self._session.take_over()).waiting)
        except OrdersError as error:
            self._abort(error)
            return False

    async def _work(self) -> None:
        """Send one draft after the other."""
        while True:
            while not self._claimed:
                await self._has_claimed.wait()
            claimed = self._claimed.popleft()
            outcome = await self._send(claimed)
            if (why := self._rules.count(outcome)) is not None:
                self._abort(why)
            self._ended.append((claimed, outcome))
            if len(self._ended) in (1, self._worth_a_commit) or not self.progress.in_flight:
                self._has_ended.set()

    async def _send(self, claimed: Claimed) -> CallOutcome:
        """Send one draft. Never raises, however the call ends."""
        if self._stopping.is_set():
            return CallOutcome(state="pending", note="not sent: the submission was stopped")
        self.progress.in_flight += 1
        # A call that is cut off is in doubt, whatever it was doing.
        outcome = CallOutcome(state="unknown", note="cut off while it was in flight")
        with anyio.CancelScope() as call:
            self._calls.add(call)
            try:
                outcome = await self._sender.send(claimed)
            finally:
                self._calls.discard(call)
                self.progress.in_flight -= 1
        return outcome

    async def _record(self) -> None:
        """Make outcomes durable, then tell them."""
        while True:
            while not self._ended:
                await self._has_ended.wait()
            with anyio.move_on_after(_GATHER):
                while len(self._ended) < self._worth_a_commit and self.progress.in_flight:
                    await self._has_ended.wait()
            ended, self._ended = self._ended, []
            changes = [Change(claimed, outcome_of(claimed, call)) for claimed, call in ended]
            # Others are claimed in the same commit in which these leave.
            self._leaving = len(changes)
            self._moved.set()
            try:
                recorded = await self._session.finish(changes)
            except OrdersError as error:
                self._abort(error)
            else:
                self._tell(recorded.changes)
                if recorded.lost:
                    self._abort(LedgerLostError.of(recorded.lost[0].claimed.key))
            self._held -= len(changes)
            self._leaving = 0
            self._moved.set()

    def _tell(self, changes: Iterable[Change]) -> None:
        """Count what is durable, and hand it to the listener."""
        progress = self.progress
        for change in changes:
            match change.outcome.state:
                case "created":
                    progress.created += 1
                case "partial":
                    progress.partial += 1
                case "rejected":
                    progress.rejected += 1
                case "unknown":
                    progress.unknown += 1
                case _:
                    progress.returned += 1
                    continue
            if self._listening:
                self._outcomes.append(change.outcome)
        self._has_told.set()
