"""The rate limiter and the backoff."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import anyio
import pytest

from pandapon_async.orders.submission import backoff as backoff_module
from pandapon_async.orders.submission.backoff import Backoff, RateLimiter


class Time:
    def __init__(self) -> None:
        self.now = 1000.0
        self.waited: list[float] = []

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Iterator[Time]:
    """Time that passes by waiting only."""
    time = Time()

    class Scope:
        def __init__(self, seconds: float) -> None:
            self._scope = anyio.CancelScope()
            self._seconds = seconds

        def __enter__(self) -> None:
            self._scope.__enter__()
            time.waited.append(self._seconds)
            time.now += self._seconds
            self._scope.cancel()

        def __exit__(self, *error: object) -> bool | None:
            return self._scope.__exit__(*error)  # type: ignore[arg-type]

    monkeypatch.setattr(backoff_module, "current_time", time)
    monkeypatch.setattr(backoff_module.anyio, "move_on_after", Scope)
    return time


async def take(limiter: RateLimiter, wanted: int) -> int:
    count = await limiter.acquire(wanted, anyio.Event())
    limiter.spend(count)
    return count


async def test_without_a_rate_everything_may_leave(time: Time) -> None:
    assert await take(RateLimiter(None), 10_000) == 10_000
    assert time.waited == []


@pytest.mark.parametrize(("rate", "count"), [(0.5, 10), (10.0, 50), (1000.0, 3000)])
async def test_drafts_leave_at_the_rate(time: Time, rate: float, count: int) -> None:
    limiter = RateLimiter(rate, time)
    started, taken = time.now, 0
    while taken < count:
        taken += await take(limiter, min(64, count - taken))
    assert (count - max(1.0, rate * 0.05) - 1) / rate <= time.now - started <= count / rate


async def test_a_rest_does_not_become_a_rush(time: Time) -> None:
    limiter = RateLimiter(100.0, time)
    assert await take(limiter, 64) == 5
    time.now += 3600
    assert await take(limiter, 64) == 5


async def test_drafts_that_were_not_there_are_not_counted(time: Time) -> None:
    limiter = RateLimiter(100.0, time)
    assert await limiter.acquire(64, anyio.Event()) == 5
    limiter.spend(0)
    assert await limiter.acquire(64, anyio.Event()) == 5
    assert time.waited == []


async def test_pauses_double_while_the_server_is_not_well_and_end_when_it_is(time: Time) -> None:
    backoff = Backoff()
    for _ in range(9):
        backoff.fail()
        await backoff.wait(anyio.Event())
    assert time.waited == pytest.approx([0.25, 0.5, 1, 2, 4, 8, 16, 30, 30])
    backoff.succeed()
    backoff.fail()
    await backoff.wait(anyio.Event())
    assert time.waited[-1] == 0.25


async def test_many_calls_that_fail_together_count_once(time: Time) -> None:
    backoff = Backoff()
    for _ in range(64):
        backoff.fail()
    await backoff.wait(anyio.Event())
    assert time.waited == [0.25]


async def test_the_server_s_own_word_counts_where_it_is_longer(time: Time) -> None:
    backoff = Backoff()
    backoff.fail(7.0)
    backoff.fail(2.0)
    await backoff.wait(anyio.Event())
    assert time.waited == [7.0]


async def test_stopping_does_not_wait_for_the_brake_or_the_pace() -> None:
    backoff, limiter, stopping = Backoff(), RateLimiter(0.001), anyio.Event()
    backoff.fail(3600.0)
    assert await limiter.acquire(1, stopping) == 1
    limiter.spend(1)
    waiting = [asyncio.create_task(backoff.wait(stopping)), asyncio.create_task(limiter.acquire(1, stopping))]
    await asyncio.sleep(0)
    stopping.set()
    await asyncio.gather(*waiting)
