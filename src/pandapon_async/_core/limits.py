"""Limits: how many requests are in flight, and how many leave in a period."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import anyio

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from pandapon_async._core.clock import Clock
    from pandapon_async._core.options import RateLimit

__all__ = ["Limiter"]


class Limiter:
    """Hands out the right to send one request. Shared by a client and all that were derived from it."""

    def __init__(self, *, max_concurrency: int | None, rate_limit: RateLimit | None, clock: Clock) -> None:
        self._slots = None if max_concurrency is None else anyio.Semaphore(max_concurrency, fast_acquire=True)
        self._pace = None if rate_limit is None else _Pace(rate_limit, clock)

    @asynccontextmanager
    async def slot(self) -> AsyncGenerator[None]:
        """Wait for the right to send one request, and hold it for the block."""
        if self._slots is None:
            await self._keep_pace()
            yield
            return
        async with self._slots:
            # After the slot, so that calls which waited for one still leave at the set pace.
            await self._keep_pace()
            yield

    async def _keep_pace(self) -> None:
        if self._pace is not None:
            await self._pace.wait()


class _Pace:
    """Spaces requests evenly: each reserves the next free moment and waits for it."""

    def __init__(self, limit: RateLimit, clock: Clock) -> None:
        self._clock = clock
        self._interval = limit.seconds / limit.calls
        self._tolerance = self._interval * (limit.burst - 1)
        self._next = float("-inf")

    async def wait(self) -> None:
        now = self._clock.monotonic()
        moment = max(self._next, now - self._tolerance)
        # Reserved before waiting: no other task may take the same moment meanwhile.
        self._next = moment + self._interval
        if moment > now:
            await self._clock.sleep(moment - now)
