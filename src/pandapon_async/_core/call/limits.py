"""Limits: how many requests are in flight, and how many leave in a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import anyio

if TYPE_CHECKING:
    from collections.abc import Awaitable, Generator

    from pandapon_async._core.call.clock import Clock
    from pandapon_async._core.call.options import RateLimit

__all__ = ["Limiter"]


class _Done:
    """What there is nothing to wait for. A coroutine each time would cost every call more than all else here."""

    def __await__(self) -> Generator[None]:
        yield from ()


_DONE: Final = _Done()


class Limiter:
    """The right to send one request. Shared by a client and all that were derived from it."""

    def __init__(self, *, max_concurrency: int | None, rate_limit: RateLimit | None, clock: Clock) -> None:
        self._slots = None if max_concurrency is None else anyio.Semaphore(max_concurrency, fast_acquire=True)
        self._pace = None if rate_limit is None else _Pace(rate_limit, clock)

    def acquire(self) -> Awaitable[None]:
        """Wait for the right to send one request. Who has got it gives it back."""
        if self._pace is not None:
            return self._wait(self._pace)
        if self._slots is None:
            return _DONE
        try:
            self._slots.acquire_nowait()
        except anyio.WouldBlock:
            return self._slots.acquire()
        return _DONE

    async def _wait(self, pace: _Pace) -> None:
        if self._slots is not None:
            await self._slots.acquire()
        # After the slot, so that calls which waited for one still leave at the set pace.
        try:
            await pace.wait()
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Give it back."""
        if self._slots is not None:
            self._slots.release()


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
