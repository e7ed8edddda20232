"""Limits of a client: requests in flight, requests in a period, and the hold that a server asks an account for."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

import anyio

if TYPE_CHECKING:
    from collections.abc import Awaitable, Generator

    from pandapon_async._core.call.clock import Clock
    from pandapon_async._core.call.options import RateLimit

__all__ = ["AccountHold", "Limiter"]


class _Done:
    """An awaitable that is already done; cheaper than a coroutine."""

    def __await__(self) -> Generator[None]:
        yield from ()


_DONE: Final = _Done()


class AccountHold:
    """Until when the calls of an account wait, because the server asked for it (HTTP 429 with ``Retry-After``).

    Clients that were derived with :meth:`Client.with_options` share one. Pass the same object to several clients of one
    account (``hold=``) to let them share it, too.
    """

    def __init__(self) -> None:
        self._until = float("-inf")

    def extend(self, moment: float) -> bool:
        """Hold until a moment of the client's monotonic clock; ``False`` if the hold lasts that long already."""
        if moment <= self._until:
            return False
        self._until = moment
        return True

    def left(self, now: float) -> float:
        """Return the seconds that are left at a moment of the client's monotonic clock; 0 if there is no hold."""
        return max(0.0, self._until - now)


class Limiter:
    """Permits to send one request each. Shared by a client and all clients that were derived from it."""

    def __init__(self, *, max_concurrency: int | None, rate_limit: RateLimit | None, clock: Clock) -> None:
        self._slots = None if max_concurrency is None else anyio.Semaphore(max_concurrency, fast_acquire=True)
        self._rate = None if rate_limit is None else _RateLimiter(rate_limit, clock)

    def acquire(self) -> Awaitable[None]:
        """Wait for a permit. The caller has to release it."""
        if self._rate is not None:
            return self._wait(self._rate)
        if self._slots is None:
            return _DONE
        try:
            self._slots.acquire_nowait()
        except anyio.WouldBlock:
            return self._slots.acquire()
        return _DONE

    async def _wait(self, rate: _RateLimiter) -> None:
        if self._slots is not None:
            await self._slots.acquire()
        # After the slot, so that calls which waited for one still leave at the set rate.
        try:
            await rate.wait()
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Return the permit."""
        if self._slots is not None:
            self._slots.release()


class _RateLimiter:
    """Spaces requests evenly: each reserves the next free moment and waits for it."""

    def __init__(self, limit: RateLimit, clock: Clock) -> None:
        self._clock = clock
        self._period = limit.seconds
        self._interval = limit.seconds / limit.calls
        self._tolerance = self._interval * (limit.burst - 1)
        self._next = float("-inf")
        #: When the last requests left, as many as a period may have.
        self._left: deque[float] = deque(maxlen=max(1, int(limit.calls)))

    async def wait(self) -> None:
        now = self._clock.monotonic()
        moment = max(self._next, now - self._tolerance)
        leaves = max(moment, now)
        if len(self._left) == self._left.maxlen and (earliest := self._left[0] + self._period) > leaves:
            # After a burst, the even spacing alone would let too many leave in one period.
            moment = leaves = earliest
        # Reserved before waiting: no other task may take the same moment meanwhile.
        self._next = moment + self._interval
        self._left.append(leaves)
        if leaves > now:
            await self._clock.sleep(leaves - now)
