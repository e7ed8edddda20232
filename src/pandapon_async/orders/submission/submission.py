"""Submitting: drafts out of the ledger, N calls in flight, and what came of each, in flat memory.

A draft's way: taken (its intent is durable) → sent → judged → recorded (its outcome is durable) → told. A crash
anywhere leaves at most the drafts that were taken and not recorded, half as many again as are in flight, and these
read as unknown afterwards.
"""

from __future__ import annotations

from collections import deque
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Final

import anyio

from pandapon_async.orders.errors import LedgerLostError, OrdersError
from pandapon_async.orders.ledger.states import Outcome
from pandapon_async.orders.ledger.store import Change
from pandapon_async.orders.submission.backoff import Brake, Pace
from pandapon_async.orders.submission.limits import Limits, Progress
from pandapon_async.orders.submission.outcomes import CallOutcome, OutcomeReader
from pandapon_async.orders.submission.shutdown import StopRules
from pandapon_async.orders.submission.source import Feed
from pandapon_async.orders.submission.wakeup import Signal

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable
    from types import TracebackType
    from typing import Self

    from anyio.abc import TaskGroup

    from pandapon_async._core.call.client import Client
    from pandapon_async._core.call.options import CallOptions
    from pandapon_async.orders.drafts.draft import Draft
    from pandapon_async.orders.ledger.ledger import Ledger
    from pandapon_async.orders.ledger.session import Session
    from pandapon_async.orders.ledger.store import Taken

__all__ = ["Submission"]

#: Seconds between looks at whether other processes have crashed.
_LOOK_OUT: Final = 5.0
_MOMENT: Final = 0.05
#: Seconds for which answers wait for others to be recorded with.
_GATHER: Final = 0.005


class Submission:
    """Sends what is pending in a ledger.

    ::

        async with Submission(ledger, client, drafts) as submission:
            async for outcome in submission:
                print(outcome.key, outcome.state, outcome.order_id)

    Every outcome is durable before it is told. The iteration ends when nothing is pending any more. Leaving the block
    early, by a break, an error or a cancellation, sends nothing further, lets the calls in flight end within
    ``limits.grace``, and leaves a ledger that can be resumed.

    Args:
        ledger: The ledger.
        client: Sends the drafts; of the account and surface that the ledger belongs to.
        drafts: Drafts to add while sending, each durable and checked before it is sent; for a source that never ends
            or is not to be read twice. Use :meth:`Ledger.add` to have all of them checked before the first is sent.
        limits: How many at once, how fast, when to stop.
    """

    def __init__(
        self,
        ledger: Ledger,
        client: Client,
        drafts: Iterable[Draft] | AsyncIterable[Draft] | None = None,
        limits: Limits | None = None,
    ) -> None:
        ledger.check(client)
        self.progress = Progress()
        self.limits = limits or Limits()
        self._ledger = ledger
        self._client = client
        self._class = ledger.drafts
        self._operation = self._class.kind.operation
        self._options: CallOptions = {} if self.limits.deadline is None else {"deadline": self.limits.deadline}
        self._reader = OutcomeReader(self._class.kind)
        self._feed = Feed(ledger, drafts)
        self._pace = Pace(self.limits.rate)
        self._brake = Brake()
        self._rules = StopRules(self.limits, self._brake)
        self._stack = AsyncExitStack()
        self._stopping = anyio.Event()
        self._why: Exception | None = None
        # Taken ahead of their turn, so that the disk works while the network does. Unknown after a crash as well,
        # hence few.
        self._most_held = self.limits.in_flight + max(1, self.limits.in_flight // 2)
        #: Drafts that were taken and whose outcome is not durable yet.
        self._held = 0
        #: Those of them whose outcome is being recorded.
        self._leaving = 0
        self._calls: set[anyio.CancelScope] = set()
        # A draft's way, with a signal at the end of each stretch: taken → answered → recorded → told.
        self._taken: deque[Taken] = deque()
        self._has_taken = Signal()
        self._answered: list[tuple[Taken, CallOutcome]] = []
        self._has_answered = Signal()
        self._moved = Signal()
        self._outcomes: deque[Outcome] = deque()
        self._has_told = Signal()
        self._listening = True
        self._over = False

    # -- for its user --------------------------------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as stack:
            self._session: Session = await stack.enter_async_context(self._ledger.session())
            self._group: TaskGroup = await stack.enter_async_context(anyio.create_task_group())
            self._stack = stack.pop_all()
        self._group.start_soon(self._run)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        # Nobody listens any more; what is still to come is recorded all the same.
        self._listening = False
        self._outcomes.clear()
        self.stop()
        with anyio.CancelScope(shield=True):
            with anyio.move_on_after(self.limits.grace):
                while self._held:
                    await self._moved.wait()
            self.cut_off()
        # Without the error: it is on its way already, and a task group would wrap it.
        await self._stack.aclose()

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

    async def _run(self) -> None:
        """Run all parts until nothing is left, or until stopped."""
        # Nothing here is cancelled from outside: a call that is cut off leaves a doubt. __aexit__ ends it.
        with anyio.CancelScope(shield=True):
            try:
                async with anyio.create_task_group() as parts:
                    parts.start_soon(self._feed.run, self._stopping, self._abort)
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
        """Take drafts whenever there is room for them."""
        while not self._stopping.is_set():
            held = self._held - self._leaving
            room = self._most_held - held
            # A commit for a handful would cost as much as one for many. And who listens may be slow.
            if (held and room < self._worth_a_commit) or len(self._outcomes) > self._most_held:
                await self._moved.wait()
                continue
            room = await self._pace.permits(room, self._stopping)
            await self._brake.wait(self._stopping)
            if self._stopping.is_set():
                return
            try:
                taken = await self._session.take(room)
            except OrdersError as error:
                self._abort(error)
                return
            self._pace.used(len(taken))
            self._held += len(taken)
            self._taken.extend(taken)
            if taken:
                self._has_taken.set()
            elif not await self._wait_for_more():
                return

    @property
    def _worth_a_commit(self) -> int:
        return self.limits.in_flight // 2 + 1

    async def _wait_for_more(self) -> bool:
        """Wait while drafts may still become pending; False where none can."""
        if self._held:
            # One of them may come back unsent.
            await self._moved.wait()
            return True
        if await self._feed.wait_for_more(self._stopping):
            return True
        # Perhaps a process beside us has crashed and left drafts that it was adding, or had not sent.
        await self._recover()
        if self._stopping.is_set() or not (await self._ledger.counts()).pending:
            return False
        # Another process has its hand on them just now.
        await anyio.sleep(_MOMENT)
        return True

    async def _look_out(self) -> None:
        while True:
            await anyio.sleep(_LOOK_OUT)
            await self._recover()

    async def _recover(self) -> None:
        try:
            await self._session.recover()
        except OrdersError as error:
            self._abort(error)

    async def _work(self) -> None:
        """Send one draft after the other."""
        while True:
            while not self._taken:
                await self._has_taken.wait()
            taken = self._taken.popleft()
            judgement = await self._judged(taken)
            if (why := self._rules.count(judgement)) is not None:
                self._abort(why)
            self._answered.append((taken, judgement))
            if len(self._answered) in (1, self._worth_a_commit) or not self.progress.in_flight:
                self._has_answered.set()

    async def _judged(self, taken: Taken) -> CallOutcome:
        """Send one draft and judge what came of it. Never raises, however the call ends."""
        if self._stopping.is_set():
            return CallOutcome(state="pending", note="not sent: the submission was stopped")
        self.progress.in_flight += 1
        # A call that is cut off is in doubt, whatever it was doing.
        judgement = CallOutcome(state="unknown", note="cut off while it was in flight")
        with anyio.CancelScope() as call:
            self._calls.add(call)
            try:
                arguments = self._class.loads(taken.payload).arguments()
                raw = await self._client.raw_response(self._client.call(self._operation, arguments, self._options))
            except Exception as error:  # noqa: BLE001 - the judgement tells what it means
                judgement = self._reader.error(error, taken.key)
            else:
                judgement = self._reader.result(raw)
            finally:
                self._calls.discard(call)
                self.progress.in_flight -= 1
        return judgement

    async def _record(self) -> None:
        """Make outcomes durable, then tell them."""
        while True:
            while not self._answered:
                await self._has_answered.wait()
            with anyio.move_on_after(_GATHER):
                while len(self._answered) < self._worth_a_commit and self.progress.in_flight:
                    await self._has_answered.wait()
            answered, self._answered = self._answered, []
            changes = [Change(taken, judgement.state, _outcome(taken, judgement)) for taken, judgement in answered]
            # Others are taken in the same commit in which these leave.
            self._leaving = len(changes)
            self._moved.set()
            try:
                lost = await self._session.finish(changes)
            except OrdersError as error:
                self._abort(error)
            else:
                self._tell([change for change in changes if change not in lost])
                if lost:
                    self._abort(LedgerLostError.of(lost[0].taken.key))
            self._held -= len(changes)
            self._leaving = 0
            self._moved.set()

    def _tell(self, changes: Iterable[Change]) -> None:
        """Count what is durable, and hand it to whoever listens."""
        progress = self.progress
        for change in changes:
            match change.state:
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


def _outcome(taken: Taken, judgement: CallOutcome) -> Outcome:
    return Outcome(
        key=taken.key,
        state=judgement.state,
        order_ids=judgement.order_ids,
        certain=judgement.certain,
        code=judgement.code,
        message=judgement.message,
        request_id=judgement.request_id,
        note=judgement.note,
        missing=judgement.missing,
        attempts=taken.attempt,
        answer=judgement.response,
    )
