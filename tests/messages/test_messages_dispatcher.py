"""Handlers: run at least once for each message, again after a failure, one after the other for one order."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from itertools import pairwise

import anyio
import anyio.lowlevel
import attrs
import pytest
from anyio import lowlevel
from pushes import PAID, PRICE, push

from pandapon_async._core.call.clock import SystemClock
from pandapon_async._core.errors import ConfigurationError
from pandapon_async._core.schema.events import Event
from pandapon_async._storage.workers import FenceTimes, Worker
from pandapon_async.messages import (
    Inbox,
    Messages,
    OrderCreated,
    OrderPaid,
    OrderPriceChanged,
    RetrySchedule,
    UnknownEvent,
    dispatcher,
    open_inbox,
    parse,
)
from pandapon_async.messages.dispatcher import Dispatcher
from pandapon_async.messages.errors import InboxLockedError, InboxLostError
from pandapon_async.messages.store import Claimed


@attrs.define
class QuickClock:
    """Time that passes as soon as somebody sleeps."""

    now: float = 1_700_000_000.0
    slept: list[float] = attrs.field(factory=list)

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        await lowlevel.checkpoint()
        self.slept.append(seconds)
        self.now += seconds


def messages_at(address: str, **options: object) -> Messages:
    return Messages(inbox=address, unverified=True, **options)  # type: ignore[arg-type]


async def put(inbox: Inbox, *bodies: bytes) -> None:
    for body in bodies:
        await inbox.store(parse(body), body)


async def settled(inbox: Inbox) -> dict[str, int]:
    """Counts by state, once nothing is pending."""
    while (counts := await inbox.counts()).pending:
        await anyio.sleep(0.01)
    return {name: number for name in ("handled", "skipped", "dead_letter") if (number := getattr(counts, name))}


async def stored(address: str, *bodies: bytes) -> None:
    async with open_inbox(address, create=True) as inbox:
        await put(inbox, *bodies)


async def test_each_event_reaches_the_handlers_of_its_class(address: str) -> None:
    messages = messages_at(address)
    seen: list[tuple[str, str]] = []

    @messages.on(OrderPaid)
    async def paid(event: OrderPaid) -> None:
        seen.append(("paid", event.message_type))

    @messages.on(OrderCreated, OrderPriceChanged)
    async def either(event: OrderCreated | OrderPriceChanged) -> None:
        seen.append(("either", event.message_type))

    @messages.on(UnknownEvent)
    async def unknown(event: UnknownEvent) -> None:
        seen.append(("unknown", event.message_type))

    @messages.on(Event)
    @messages.on(OrderPaid)
    async def all_of_them(event: Event) -> None:
        seen.append(("all", event.message_type))

    kinds = [PAID, "ORDER_CREATE", PRICE, "NEW", "ORDER_CANCEL"]
    await stored(address, *(push(str(number), kind) for number, kind in enumerate(kinds)))
    async with messages.running() as inbox:
        assert await settled(inbox) == {"handled": 5}
    # Registered twice, run once.
    assert Counter(seen) == Counter(
        [("all", kind) for kind in kinds]
        + [("paid", PAID), ("either", "ORDER_CREATE"), ("either", PRICE), ("unknown", "NEW")]
    )


async def test_what_has_no_handler_is_set_aside_and_can_be_replayed(inbox_file: str) -> None:
    await stored(inbox_file, push("1", "NEW"))
    first = messages_at(inbox_file)
    first.on(OrderPaid)(_nothing)
    async with first.running() as inbox:
        assert await settled(inbox) == {"skipped": 1}
    second = messages_at(inbox_file)
    second.on(Event)(_nothing)
    async with second.running() as inbox:
        assert await inbox.replay(states=["skipped"]) == 1
        assert await settled(inbox) == {"handled": 1}


async def _nothing(event: Event) -> None:
    """Be content with anything."""


async def test_without_any_handler_messages_wait(inbox_file: str) -> None:
    await stored(inbox_file, push("1"))
    async with messages_at(inbox_file).running() as inbox:
        await anyio.lowlevel.checkpoint()
        assert (await inbox.counts()).pending == 1


async def test_a_handler_that_fails_is_tried_again_later_and_later(address: str) -> None:
    clock = QuickClock()
    schedule = RetrySchedule(attempts=10, first=1.0, longest=8.0, jitter=0.0)
    errors: list[str] = []
    messages = messages_at(
        address, clock=clock, schedule=schedule, on_error=lambda _, error: errors.append(str(error)), poll=0.25
    )
    times: list[float] = []

    @messages.on(OrderPaid)
    async def paid(event: OrderPaid) -> None:
        times.append(clock.time())
        if len(times) < 6:
            raise RuntimeError(f"planted {event.order_id}")

    await stored(address, push("7", timestamp="1700000000000"))
    clock.now = 4_000_000_000.0  # later than the time of storing, which was the machine's
    async with messages.running() as inbox:
        assert await settled(inbox) == {"handled": 1}
        (entry,) = [entry async for entry in inbox.entries()]
        assert entry.attempts == 6
        assert entry.error is None
    assert errors == ["planted 7"] * 5
    pauses = [later - earlier for earlier, later in pairwise(times)]
    for pause, planned in zip(pauses, [1.0, 2.0, 4.0, 8.0, 8.0], strict=True):
        # Not sooner; and by how much later depends on when it was looked.
        assert pause >= planned


async def test_what_fails_too_often_becomes_a_dead_letter_and_its_error_is_named_without_its_text(
    inbox_file: str, caplog: pytest.LogCaptureFixture
) -> None:
    messages = messages_at(inbox_file, clock=QuickClock(4e9), schedule=RetrySchedule(attempts=3))

    @messages.on(Event)
    async def fail(event: Event) -> None:
        raise ValueError("planted-personal-text")

    await stored(inbox_file, push("1"))
    async with messages.running() as inbox:
        assert await settled(inbox) == {"dead_letter": 1}
        (entry,) = [entry async for entry in inbox.entries()]
    assert (entry.attempts, entry.error) == (3, "ValueError")
    assert "planted-personal-text" not in caplog.text
    assert caplog.text.count("ValueError") == 3


async def test_after_a_failure_all_handlers_run_again(inbox_file: str) -> None:
    messages = messages_at(inbox_file, clock=QuickClock(4e9))
    seen: list[str] = []

    @messages.on(Event)
    async def first(event: Event) -> None:
        seen.append("first")

    @messages.on(Event)
    async def second(event: Event) -> None:
        seen.append("second")
        if len(seen) < 4:
            raise OSError

    await stored(inbox_file, push("1"))
    async with messages.running() as inbox:
        await settled(inbox)
    assert seen == ["first", "second", "first", "second"]


async def test_a_handler_that_hangs_is_given_up_and_tried_again(inbox_file: str) -> None:
    messages = messages_at(inbox_file, handler_seconds=0.05, schedule=RetrySchedule(first=0.01))
    runs: list[int] = []

    @messages.on(Event)
    async def hang(event: Event) -> None:
        runs.append(1)
        if len(runs) == 1:
            await anyio.sleep_forever()

    await stored(inbox_file, push("1"))
    async with messages.running() as inbox:
        assert await settled(inbox) == {"handled": 1}
    assert len(runs) == 2


def test_handlers_have_a_time_limit_by_default() -> None:
    assert Dispatcher(None, None, None, None).handler_seconds == 60.0  # type: ignore[arg-type]


async def cancel_another_task() -> None:
    """What a pool or a cache does whose task was cancelled."""
    task = asyncio.create_task(anyio.sleep_forever())
    await anyio.lowlevel.checkpoint()
    task.cancel()
    await task


async def cancel_itself() -> None:
    task = asyncio.current_task()
    assert task is not None
    task.cancel()
    await anyio.sleep_forever()


async def raise_cancelled() -> None:
    raise asyncio.CancelledError


class OddError(BaseException):
    """Not an Exception."""


async def raise_base_exception() -> None:
    raise OddError


@pytest.mark.parametrize("fail", [cancel_another_task, cancel_itself, raise_cancelled, raise_base_exception])
async def test_whatever_a_handler_raises_is_a_failure_of_its_message_alone(
    address: str, fail: Callable[[], Awaitable[None]]
) -> None:
    errors: list[BaseException] = []
    messages = messages_at(
        address,
        schedule=RetrySchedule(attempts=3, first=0.01, longest=0.02),
        poll=0.01,
        on_error=lambda _, error: errors.append(error),
    )
    runs: Counter[str | None] = Counter()
    finished: list[str | None] = []

    @messages.on(Event)
    async def handle(event: Event) -> None:
        runs[event.order_id] += 1
        if event.order_id == "poison":
            await fail()
        while runs["poison"] < 3:
            await anyio.sleep(0.01)
        finished.append(event.order_id)

    await stored(address, push("poison"), push("1"), push("2"))
    async with messages.running() as inbox:
        assert await settled(inbox) == {"handled": 2, "dead_letter": 1}
        (dead_letter,) = [entry async for entry in inbox.entries("dead_letter")]
        expected = "OddError" if fail is raise_base_exception else "CancelledError"
        assert (dead_letter.order_id, dead_letter.attempts, dead_letter.error) == ("poison", 3, expected)
    assert runs == Counter({"poison": 3, "1": 1, "2": 1})
    assert sorted(map(str, finished)) == ["1", "2"]
    assert [type(error).__name__ for error in errors] == [expected] * 3


async def test_an_on_error_that_fails_is_logged(inbox_file: str, caplog: pytest.LogCaptureFixture) -> None:
    def fail(event: Event, error: BaseException) -> None:
        raise ZeroDivisionError

    messages = messages_at(inbox_file, on_error=fail, schedule=RetrySchedule(attempts=1))

    @messages.on(Event)
    async def handle(event: Event) -> None:
        raise OSError

    await stored(inbox_file, push("1"))
    async with messages.running() as inbox:
        assert await settled(inbox) == {"dead_letter": 1}
    assert "on_error failed: ZeroDivisionError" in caplog.text


@pytest.mark.parametrize("where", ["claim", "recover", "finish", "release_claims"])
@pytest.mark.parametrize("error", [InboxLockedError, InboxLostError])
async def test_an_error_of_the_inbox_cancels_no_handler(
    inbox_file: str, monkeypatch: pytest.MonkeyPatch, where: str, error: type[Exception]
) -> None:
    call: Callable[..., Awaitable[object]] = getattr(Inbox, where)
    started, failed = anyio.Event(), anyio.Event()

    async def fail_once(self: Inbox, *args: object, **kwargs: object) -> object:
        if started.is_set() and not failed.is_set():
            failed.set()
            raise error("planted")
        return await call(self, *args, **kwargs)

    monkeypatch.setattr(Inbox, where, fail_once)
    monkeypatch.setattr(dispatcher, "_FIRST_PAUSE", 0.01)
    messages = messages_at(inbox_file, poll=0.01)
    seen: list[str] = []

    @messages.on(Event)
    async def handle(event: Event) -> None:
        seen.append("begin")
        started.set()
        if where not in {"finish", "release_claims"}:
            await failed.wait()
            await anyio.sleep(0.05)
        seen.append("end")

    await stored(inbox_file, push("1"))
    async with messages.running() as inbox:
        assert await settled(inbox) == {"handled": 1}
    assert seen == ["begin", "end"]


async def test_a_claim_whose_result_was_lost_is_released_and_handled(
    inbox_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection broke during the commit: the message is claimed, and nobody knows."""
    claim = Inbox.claim
    failures = [InboxLockedError("planted")]

    async def lose(self: Inbox, owner: str, limit: int) -> list[Claimed]:
        claimed = await claim(self, owner, limit)
        if claimed and failures:
            raise failures.pop()
        return claimed

    monkeypatch.setattr(Inbox, "claim", lose)
    monkeypatch.setattr(dispatcher, "_FIRST_PAUSE", 0.01)
    messages = messages_at(inbox_file, poll=0.01)
    messages.on(Event)(_nothing)
    await stored(inbox_file, push("1"))
    async with messages.running() as inbox:
        assert await settled(inbox) == {"handled": 1}
        (entry,) = [entry async for entry in inbox.entries()]
    assert entry.attempts == 1


async def test_finished_messages_are_purged_after_the_retention(inbox_file: str) -> None:
    clock = QuickClock(4e9)
    await stored(inbox_file, push("1"), push("2"))
    messages = messages_at(inbox_file, clock=clock, max_age=None, retention=3_000.0)

    @messages.on(OrderPaid)
    async def handle(event: OrderPaid) -> None:
        if event.order_id == "1":
            raise OSError

    async with messages.running() as inbox:
        while (await inbox.counts()).total > 1:
            await anyio.sleep(0.01)
        while not (await inbox.counts()).dead_letter:
            await anyio.sleep(0.01)


async def test_messages_of_one_order_are_handled_in_turn_also_by_several_processes(address: str) -> None:
    """Two sets of handlers on one inbox, which do not know of each other, as two processes do not."""
    seen: list[tuple[str | None, int]] = []
    at_work: Counter[str | None] = Counter()
    failed: set[str | None] = set()

    async def handle(event: Event) -> None:
        at_work[event.order_id] += 1
        try:
            assert at_work[event.order_id] == 1, "two messages of one order at once"
            await anyio.sleep(random.random() / 200)
            if event.order_id not in failed:
                failed.add(event.order_id)
                raise OSError("once for each order")
            seen.append((event.order_id, int(event.timestamp or 0)))
        finally:
            at_work[event.order_id] -= 1

    bodies = [push(str(number % 8), PRICE, timestamp=str(number)) for number in range(64)]
    random.Random(5).shuffle(bodies)
    await stored(address, *bodies)
    both = [messages_at(address, schedule=RetrySchedule(first=0.01), poll=0.05) for _ in range(2)]
    for messages in both:
        messages.on(Event)(handle)
    async with both[0].running() as inbox, both[1].running():
        assert await settled(inbox) == {"handled": 64}
    assert len(seen) == len(set(seen)) == 64
    for order in range(8):
        times = [time for order_id, time in seen if order_id == str(order)]
        assert times == sorted(times)


async def test_what_another_process_stores_is_found(inbox_file: str) -> None:
    messages = messages_at(inbox_file, poll=0.01)
    messages.on(Event)(_nothing)
    async with messages.running() as inbox:
        await stored(inbox_file, push("1"))
        while not (await inbox.counts()).handled:
            await anyio.sleep(0.01)


async def test_the_end_lets_handlers_finish(inbox_file: str) -> None:
    messages = messages_at(inbox_file, grace=60.0)
    started, go_on = anyio.Event(), anyio.Event()

    @messages.on(Event)
    async def wait(event: Event) -> None:
        started.set()
        await go_on.wait()

    async with messages.running() as inbox:
        await put(inbox, push("1"))
        messages._dispatcher.wake()  # type: ignore[union-attr]
        await started.wait()
        go_on.set()
    async with open_inbox(inbox_file) as inbox:
        assert (await inbox.counts()).handled == 1


@pytest.mark.parametrize("how", ["grace is over", "cancelled", "an error"])
async def test_what_is_cut_off_is_given_back_untried(address: str, how: str) -> None:
    messages = messages_at(address, grace=0.0, poll=0.01)
    started = anyio.Event()

    @messages.on(Event)
    async def hang(event: Event) -> None:
        started.set()
        await anyio.sleep_forever()

    await stored(address, push("1"))
    try:
        with anyio.CancelScope() as scope:
            async with messages.running():
                await started.wait()
                if how == "cancelled":
                    scope.cancel()
                    await anyio.sleep_forever()
                if how == "an error":
                    raise ZeroDivisionError
    except ZeroDivisionError:
        assert how == "an error"
    async with open_inbox(address) as inbox:
        (entry,) = [entry async for entry in inbox.entries()]
    assert (entry.state, entry.handling, entry.attempts) == ("pending", False, 0)


async def _crash(address: str, claims: int) -> None:
    """Leave what a process leaves that is killed while it handles messages."""
    async with open_inbox(address) as inbox, inbox.worker(3, times=FenceTimes(fence=0.1)) as worker:
        assert await inbox.claim(worker.id, claims)
        worker.abandon()


async def test_what_a_killed_process_was_at_is_handled_by_the_next(address: str) -> None:
    await stored(address, push("1"), push("2"))
    await _crash(address, 1)
    messages = messages_at(address)
    messages.on(Event)(_nothing)
    async with messages.running() as inbox:
        assert await settled(inbox) == {"handled": 2}


async def test_a_message_that_kills_its_process_again_and_again_becomes_a_dead_letter(inbox_file: str) -> None:
    await stored(inbox_file, push("1"))
    for _ in range(3):
        async with open_inbox(inbox_file) as inbox, inbox.worker(3) as worker:
            await inbox.recover(worker)
        await _crash(inbox_file, 1)
    messages = messages_at(inbox_file, schedule=RetrySchedule(attempts=3))
    messages.on(Event)(_nothing)
    async with messages.running() as inbox:
        assert await settled(inbox) == {"dead_letter": 1}
        (entry,) = [entry async for entry in inbox.entries()]
        assert entry.error == "ProcessEnded"


async def test_what_a_living_process_is_at_is_left_to_it(address: str) -> None:
    await stored(address, push("1"))
    async with open_inbox(address) as inbox, inbox.worker(3) as worker, inbox.worker(3) as other:
        assert len(await inbox.claim(worker.id, 1)) == 1
        await inbox.recover(other)
        assert await inbox.claim(other.id, 1) == []


@pytest.mark.parametrize("error", [InboxLockedError, InboxLostError])
async def test_an_inbox_that_fails_is_tried_again(
    inbox_file: str, monkeypatch: pytest.MonkeyPatch, error: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    await stored(inbox_file, push("1"))
    recover: Callable[[Inbox, Worker], object] = Inbox.recover
    failures = [error("planted"), error("planted")]

    async def failing(self: Inbox, worker: Worker) -> None:
        if failures:
            raise failures.pop()
        await recover(self, worker)  # type: ignore[misc]

    monkeypatch.setattr(Inbox, "recover", failing)
    messages = messages_at(inbox_file, clock=QuickClock(4e9))
    messages.on(Event)(_nothing)
    async with messages.running() as inbox:
        assert await settled(inbox) == {"handled": 1}
    assert caplog.text.count("the inbox failed: planted") == 2


async def test_handlers_must_be_async_and_have_a_class() -> None:
    messages = messages_at("inbox.sqlite")

    class Handler:
        async def __call__(self, event: Event) -> None: ...

    messages.on(Event)(Handler())
    messages.on(Event)(partial(_nothing))
    with pytest.raises(ConfigurationError, match="async def"):
        messages.on(Event)(print)  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match="class of an event"):
        messages.on()(_nothing)


async def test_it_runs_once_at_a_time(inbox_file: str) -> None:
    messages = messages_at(inbox_file)
    messages.on(Event)(_nothing)
    async with messages.running():
        with pytest.raises(ConfigurationError, match="already"):
            async with messages.running():
                pass
    async with messages.running():
        pass


def pauses(schedule: RetrySchedule, attempts: Sequence[int]) -> list[float]:
    return [schedule.pause(attempt, random.Random(attempt)) for attempt in attempts]


def test_pauses_double_up_to_a_limit_and_chance_takes_off_up_to_half() -> None:
    assert pauses(RetrySchedule(jitter=0), [1, 2, 3, 12, 13, 5_000]) == [1, 2, 4, 2_048, 3_600, 3_600]
    for attempt, pause in zip(range(1, 40), pauses(RetrySchedule(), range(1, 40)), strict=True):
        full = min(3_600.0, 2.0 ** (attempt - 1))
        assert full / 2 <= pause <= full


@pytest.mark.parametrize("name", ["attempts", "first", "longest", "factor"])
def test_a_schedule_that_makes_no_sense_is_refused(name: str) -> None:
    with pytest.raises(ConfigurationError, match=name):
        RetrySchedule(**{name: 0})


def test_the_machine_has_the_clock_that_is_used() -> None:
    assert isinstance(messages_at("inbox.sqlite")._clock, SystemClock)
