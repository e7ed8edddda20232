"""A clock that tests can move."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeAlias

Sleep: TypeAlias = Callable[[float], Awaitable[object]]


class MovableClock:
    """Wall time that follows another clock and can be moved forward or set.

    Sleepers wake when the time they wait for has come, also by a move of the clock.

    Args:
        source: The clock that it follows, in seconds since the epoch.
        stopped: Stand still between moves.
    """

    def __init__(self, source: Callable[[], float] = time.time, *, stopped: bool = False) -> None:
        self._source = source
        self._stopped_at = source() if stopped else None
        self._offset = 0.0
        self._moved: set[asyncio.Event] = set()

    def __call__(self) -> float:
        """Return the time in seconds since the epoch."""
        return (self._source() if self._stopped_at is None else self._stopped_at) + self._offset

    def advance(self, seconds: float) -> None:
        """Move the clock forward, or backward for a negative number. Call it in the event loop of the sleepers."""
        self._offset += seconds
        for event in self._moved:
            event.set()

    def set(self, seconds: float) -> None:
        """Set the clock to a time in seconds since the epoch."""
        self.advance(seconds - self())

    async def sleep(self, seconds: float) -> None:
        """Sleep until the clock shows the current time plus a number of seconds."""
        wake_at = self() + seconds
        moved = asyncio.Event()
        self._moved.add(moved)
        try:
            while (left := wake_at - self()) > 0:
                try:
                    # A clock that stands still is moved by others only.
                    async with asyncio.timeout(left if self._stopped_at is None else None):
                        await moved.wait()
                except TimeoutError:
                    # The event loop decides that the time has passed: it may run on virtual time.
                    return
                moved.clear()
        finally:
            self._moved.discard(moved)
