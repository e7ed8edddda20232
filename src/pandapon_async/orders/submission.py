"""Submitting: drafts out of the ledger, N calls in flight, and what came of each, in flat memory.

A draft's way: taken (its intent is durable) → sent → judged → recorded (its outcome is durable) → told. A crash
anywhere leaves at most the drafts that were taken and not recorded, half as many again as are in flight, and these
read as unknown afterwards.
"""

from __future__ import annotations

import time
from collections import deque
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any, Final, cast

import anyio
import attrs

from pandapon_async.orders.errors import OrdersError, SubmissionAbortedError
from pandapon_async.orders.feeding import Feed
from pandapon_async.orders.judgement import Judgement, judge_error, judge_result
from pandapon_async.orders.pace import Brake, Pace
from pandapon_async.orders.states import Outcome
from pandapon_async.orders.store import Change

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable
    from types import TracebackType
    from typing import Self

    from anyio.abc import TaskGroup

    from pandapon_async._core.client import Client
    from pandapon_async._core.json import JsonValue
    from pandapon_async._core.options import CallOptions
    from pandapon_async.orders.drafts import Draft
    from pandapon_async.orders.ledger import Ledger
    from pandapon_async.orders.session import Session
    from pandapon_async.orders.store import Taken

__all__ = ["Limits", "Progress", "Submission"]

#: Seconds between looks at whether other processes have crashed.
_LOOK_OUT: Final = 5.0
_MOMENT: Final = 0.05


def _positive(_instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is not None and value <= 0:
        raise OrdersError(f"{attribute.name} must be positive")


@attrs.frozen(kw_only=True)
class Limits:
    """How a batch is submitted, and when it is stopped.

    Attributes:
        in_flight: Calls at once.
        rate: Drafts a second; ``None``: as many as there are.
        deadline: Seconds for each call, its repetitions included; ``None``: the client's own.
        stop_after_rejects: Stop once so many drafts were rejected.
        stop_reject_share: Stop once more than this share of the last hundred drafts was rejected.
        stop_after_unknown_run: Stop once so many outcomes in a row are unknown: a server that fails every write leaves
            a doubt for each, and a person may have to resolve them. ``None``: never.
        never_sent: Stop once the server could not be reached so many times in a row.
        grace: Seconds for calls in flight to end when the submission is cancelled; then they are unknown.
    """

    in_flight: int = attrs.field(default=64, validator=_positive)
    rate: float | None = attrs.field(default=None, validator=_positive)
    deadline: float | None = attrs.field(default=None, validator=_positive)
    stop_after_rejects: int | None = attrs.field(default=None, validator=_positive)
    stop_reject_share: float | None = attrs.field(default=None, validator=_positive)
    stop_after_unknown_run: int | None = attrs.field(default=100, validator=_positive)
    never_sent: int = attrs.field(default=20, validator=_positive)
    grace: float = 30.0


@attrs.define(kw_only=True)
class Progress:
    """How far a submission has come: counts of this process alone.

    Attributes:
        created: Drafts that were created.
        rejected: Drafts that were refused.
        unknown: Drafts that may have been created.
        returned: How often a draft went back to pending without having been sent.
        in_flight: Calls on their way.
        started: When it began, on a clock that never jumps.
    """

    created: int = 0
    rejected: int = 0
    unknown: int = 0
    returned: int = 0
    in_flight: int = 0
    started: float = attrs.field(factory=time.monotonic)

    @property
    def done(self) -> int:
        """Drafts with an outcome."""
        return self.created + self.rejected + self.unknown

    @property
    def rate(self) -> float:
        """Outcomes a second since the beginning."""
        return self.done / max(time.monotonic() - self.started, 1e-9)


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
        self._feed = Feed(ledger, drafts)
        self._pace = Pace(self.limits.rate)
        self._brake = Brake()
        self._stack = AsyncExitStack()
        self._stopping = anyio.Event()
        self._why: Exception | None = None
        self._held = 0
        self._freed = anyio.Event()
        self._calls: set[anyio.CancelScope] = set()
        self._recent: deque[bool] = deque(maxlen=100)
        self._unknown_run = 0
        self._never_sent_run = 0

    # -- for its user --------------------------------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        in_flight = self.limits.in_flight
        # Taken ahead of their turn, so that the disk works while the network does. Unknown after a crash as well,
        # hence few.
        self._most_held = in_flight + max(1, in_flight // 2)
        self._queue_in, self._queue = anyio.create_memory_object_stream["Taken"](self._most_held)
        self._tell, self._told = anyio.create_memory_object_stream[Outcome](in_flight)
        async with AsyncExitStack() as stack:
            self._session: Session = await stack.enter_async_context(self._ledger.session())
            self._group: TaskGroup = await stack.enter_async_context(anyio.create_task_group())
            self._stack = stack.pop_all()
        self._group.start_soon(self._run)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()
        self._told.close()
        with anyio.CancelScope(shield=True):
            with anyio.move_on_after(self.limits.grace):
                while self._held:
                    await self._wait_freed()
            self.cut_off()
        try:
            # Without the error: it is on its way already, and a task group would wrap it.
            await self._stack.aclose()
        finally:
            for stream in (self._tell, self._queue_in, self._queue):
                stream.close()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Outcome:
        try:
            return await self._told.receive()
        except anyio.EndOfStream:
            if self._why is not None:
                raise self._why from None
            raise StopAsyncIteration from None

    def stop(self) -> None:
        """Send nothing further; calls in flight end, and the iteration with them."""
        self._stopping.set()

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
        with anyio.CancelScope(shield=True), self._tell:
            try:
                async with anyio.create_task_group() as parts:
                    parts.start_soon(self._feed.run, self._stopping, self._abort)
                    parts.start_soon(self._look_out)
                    for _ in range(self.limits.in_flight):
                        parts.start_soon(self._work)
                    with self._queue_in:
                        await self._load()
                    while self._held:
                        await self._wait_freed()
                    parts.cancel_scope.cancel()
            except OrdersError as error:
                self._abort(error)

    async def _load(self) -> None:
        """Take drafts whenever there is room for them."""
        while not self._stopping.is_set():
            room = self._most_held - self._held
            # A commit for a handful would cost as much as one for many.
            if room < min(self.limits.in_flight // 2 + 1, self._most_held) and self._held:
                await self._wait_freed()
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
            for each in taken:
                self._queue_in.send_nowait(each)
            if not taken and not await self._wait_for_more():
                return

    async def _wait_for_more(self) -> bool:
        """Wait while drafts may still become pending; False where none can."""
        if self._held:
            # One of them may come back unsent.
            await self._wait_freed()
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
        async for taken in self._queue:
            judgement = await self._judged(taken)
            try:
                await self._record(taken, judgement)
            except OrdersError as error:
                self._abort(error)
            finally:
                self._held -= 1
                self._freed.set()

    async def _judged(self, taken: Taken) -> Judgement:
        """Send one draft and judge what came of it. Never raises, however the call ends."""
        if self._stopping.is_set():
            return Judgement(state="pending", note="not sent: the submission was stopped")
        self.progress.in_flight += 1
        kind = self._class.kind
        # A call that is cut off is in doubt, whatever it was doing.
        judgement = Judgement(state="unknown", note="cut off while it was in flight")
        with anyio.CancelScope() as call:
            self._calls.add(call)
            try:
                arguments = self._class.loads(taken.payload).arguments()
                raw = await self._client.raw_response(self._client.call(self._operation, arguments, self._options))
            except Exception as error:  # noqa: BLE001 - the judgement tells what it means
                judgement = judge_error(kind, error)
            else:
                judgement = judge_result(kind, raw)
            finally:
                self._calls.discard(call)
                self.progress.in_flight -= 1
        return judgement

    async def _record(self, taken: Taken, judgement: Judgement) -> None:
        outcome = Outcome(
            key=taken.key,
            state=judgement.state,
            order_id=judgement.order_id,
            code=judgement.code,
            message=judgement.message,
            request_id=judgement.request_id,
            note=judgement.note,
            attempts=taken.attempt,
            answer=cast("JsonValue", judgement.answer),
        )
        self._draw_consequences(judgement)
        await self._session.finish(Change(taken, judgement.state, outcome))
        match judgement.state:
            case "created":
                self.progress.created += 1
            case "rejected":
                self.progress.rejected += 1
            case "unknown":
                self.progress.unknown += 1
            case _:
                self.progress.returned += 1
                return
        try:
            await self._tell.send(outcome)
        except (anyio.BrokenResourceError, anyio.ClosedResourceError):
            # Nobody listens any more; it is recorded all the same.
            return

    def _draw_consequences(self, judgement: Judgement) -> None:
        """Decide what one outcome means for the rest of the batch."""
        limits = self.limits
        if judgement.consequence == "abort":
            self._abort(SubmissionAbortedError(judgement.note or "the batch cannot go on"))
        if judgement.consequence == "wait":
            self._brake.press(judgement.wait)
        never_sent = judgement.state == "pending" and judgement.consequence == "wait"
        self._never_sent_run = self._never_sent_run + 1 if never_sent else 0
        if self._never_sent_run >= limits.never_sent:
            self._abort(
                SubmissionAbortedError(f"{self._never_sent_run} times in a row nothing could be sent: {judgement.note}")
            )
        if judgement.state == "pending":
            return
        self._unknown_run = self._unknown_run + 1 if judgement.state == "unknown" else 0
        if limits.stop_after_unknown_run is not None and self._unknown_run >= limits.stop_after_unknown_run:
            self._abort(
                SubmissionAbortedError(f"{self._unknown_run} outcomes in a row are unknown; the server is not well")
            )
        if judgement.state == "created":
            self._brake.release()
        self._recent.append(judgement.state == "rejected")
        rejects = self.progress.rejected + (judgement.state == "rejected")
        if limits.stop_after_rejects is not None and rejects >= limits.stop_after_rejects:
            self._abort(SubmissionAbortedError(f"{rejects} drafts were rejected"))
        share = sum(self._recent) / len(self._recent)
        if limits.stop_reject_share is not None and len(self._recent) == 100 and share > limits.stop_reject_share:
            self._abort(SubmissionAbortedError(f"{share:.0%} of the last hundred drafts were rejected"))

    async def _wait_freed(self) -> None:
        """Wait until one of the drafts at hand is done with."""
        if self._held:
            if self._freed.is_set():
                self._freed = anyio.Event()
            await self._freed.wait()
