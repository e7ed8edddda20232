"""Limits: how many requests are in flight, how many leave in a period, and who waits for whom."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from fakes import CREDENTIALS, FakeClock, ScriptedTransport, answer, ok
from hypothesis import given
from hypothesis import strategies as st

from pandapon_async import ConfigurationError, DeadlineError, PandaPonClient, RateLimit, RetryPolicy
from pandapon_async._core.call.limits import Limiter


class TimedTransport(httpx.AsyncBaseTransport):
    """Notes when each request leaves."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.times: list[float] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.times.append(self.clock.monotonic())
        return ok()


class WaitingClock(FakeClock):
    """Time that jumps to the next moment that somebody waits for, once everybody waits."""

    def __init__(self) -> None:
        super().__init__(1000.0)
        self._waiting: list[tuple[float, asyncio.Event]] = []

    async def sleep(self, seconds: float) -> None:
        event = asyncio.Event()
        self._waiting.append((self.now + seconds, event))
        await event.wait()

    async def run(self, task: asyncio.Task[object]) -> None:
        while not task.done():
            for _ in range(20):
                await asyncio.sleep(0)
            if self._waiting:
                moment, event = min(self._waiting, key=lambda each: each[0])
                self._waiting.remove((moment, event))
                self.now = max(self.now, moment)
                event.set()
        await task


async def leave_times(limit: RateLimit, calls: int, **settings: object) -> list[float]:
    clock = WaitingClock()
    transport = TimedTransport(clock)
    client = PandaPonClient(CREDENTIALS, transport=transport, clock=clock, rate_limit=limit, deadline=None, **settings)

    async def all_calls() -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(calls):
                group.create_task(client.request("POST", "/x", json={}))

    await clock.run(asyncio.create_task(all_calls()))
    return [moment - 1000 for moment in transport.times]


async def test_requests_leave_evenly_spaced() -> None:
    assert await leave_times(RateLimit(2), 5) == pytest.approx([0, 0.5, 1, 1.5, 2])


async def test_a_burst_may_leave_at_once() -> None:
    assert await leave_times(RateLimit(60, seconds=60, burst=3), 5) == pytest.approx([0, 0, 0, 1, 2])


async def test_the_pace_holds_for_those_who_waited_for_a_slot() -> None:
    assert await leave_times(RateLimit(2), 5, max_concurrency=1) == pytest.approx([0, 0.5, 1, 1.5, 2])


@given(calls=st.integers(1, 40), rate=st.integers(1, 20), burst=st.integers(1, 5))
async def test_no_period_has_more_than_its_share(calls: int, rate: int, burst: int) -> None:
    times = await leave_times(RateLimit(rate, burst=burst), calls)
    assert len(times) == calls
    for start in times:
        assert sum(start <= moment < start + 1 - 1e-9 for moment in times) <= rate + burst


@pytest.mark.parametrize("arguments", [{"calls": 0}, {"calls": 1, "seconds": 0}, {"calls": 1, "burst": 0}])
def test_an_impossible_rate_is_refused(arguments: dict[str, float]) -> None:
    with pytest.raises(ConfigurationError, match="RateLimit"):
        RateLimit(**arguments)  # type: ignore[arg-type]


async def test_a_call_that_pauses_before_repeating_holds_no_slot() -> None:
    """One slot; the first call backs off, the second is sent meanwhile."""
    order: list[str] = []
    resume = asyncio.Event()

    class Clock(FakeClock):
        async def sleep(self, seconds: float) -> None:
            order.append("pause")
            await resume.wait()

    def handler(request: httpx.Request) -> httpx.Response:
        order.append(request.url.path)
        return answer(b"", 429) if order == ["/first"] else ok()

    transport = httpx.MockTransport(handler)
    async with PandaPonClient(CREDENTIALS, transport=transport, clock=Clock(), max_concurrency=1) as client:
        first = asyncio.create_task(client.request("POST", "/first", json={}))
        while "pause" not in order:
            await asyncio.sleep(0)
        await client.request("POST", "/second", json={})
        resume.set()
        await first
    assert order == ["/first", "pause", "/second", "/first"]


async def test_waiting_for_a_slot_counts_toward_the_deadline_and_sends_nothing() -> None:
    held = asyncio.Event()
    sent: list[str] = []

    async def handler(request: httpx.Request) -> httpx.Response:
        sent.append(request.url.path)
        await held.wait()
        return ok()

    async with PandaPonClient(CREDENTIALS, transport=httpx.MockTransport(handler), max_concurrency=1) as client:
        first = asyncio.create_task(client.request("POST", "/first", json={}))
        await asyncio.sleep(0)
        with pytest.raises(DeadlineError, match="before it was the call's turn") as caught:
            await client.request("POST", "/second", json={}, deadline=0.02)
        held.set()
        await first
    assert sent == ["/first"]
    assert caught.value.attempts == 0


async def test_cancelled_waiters_give_their_place_away() -> None:
    limiter = Limiter(max_concurrency=1, rate_limit=None, clock=FakeClock())
    await limiter.acquire()
    tasks = [asyncio.ensure_future(limiter.acquire()) for _ in range(5)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert all(task.cancelled() for task in tasks)
    limiter.release()
    async with asyncio.timeout(1):
        await limiter.acquire()


async def test_no_limits_at_all() -> None:
    transport = ScriptedTransport([ok() for _ in range(200)])
    async with PandaPonClient(CREDENTIALS, transport=transport, max_concurrency=None, retry=RetryPolicy()) as client:
        await asyncio.gather(*(client.request("POST", "/x", json={}) for _ in range(200)))
    assert transport.sent == 200
