"""How fast drafts leave: an even pace, and a brake for a server that has enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import anyio
from anyio import current_time

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Brake", "Pace"]

#: Seconds' worth of drafts that may leave together, so that a high rate does not need a commit for each draft.
_TOGETHER: Final = 0.05
_FIRST_PAUSE: Final = 0.25
_LONGEST_PAUSE: Final = 30.0


class Pace:
    """Lets drafts be taken at a rate. The limit counts drafts; repetitions within a call are the client's to limit.

    It holds back the taking and not the sending, so that a draft whose turn is far off is not among those that a crash
    makes unknown.
    """

    def __init__(self, rate: float | None, clock: Callable[[], float] | None = None) -> None:
        self._rate = rate
        self._clock = clock or current_time
        self._most = max(1.0, (rate or 0.0) * _TOGETHER)
        self._tokens = self._most
        self._at: float | None = None

    async def permits(self, wanted: int, stopping: anyio.Event) -> int:
        """Wait until at least one draft may leave, and return how many may, at most as many as wanted."""
        if self._rate is None:
            return wanted
        self._refill(self._rate)
        if self._tokens < 1:
            with anyio.move_on_after((1 - self._tokens) / self._rate):
                await stopping.wait()
            self._refill(self._rate)
        return max(1, min(wanted, int(self._tokens)))

    def used(self, count: int) -> None:
        """Count drafts that were taken."""
        self._tokens -= count

    def _refill(self, rate: float) -> None:
        now = self._clock()
        if self._at is not None:
            self._tokens = min(self._most, self._tokens + (now - self._at) * rate)
        self._at = now


class Brake:
    """Pauses that double for as long as the server cannot be reached or says that it is too much."""

    def __init__(self) -> None:
        self._pause = 0.0
        self._until = 0.0

    def press(self, seconds: float = 0.0) -> None:
        """Hold back: for what the server asked, or for twice as long as last time."""
        now = current_time()
        if now >= self._until:
            # Of many calls that fail together, one counts.
            self._pause = min(_LONGEST_PAUSE, max(_FIRST_PAUSE, self._pause * 2))
        self._until = max(self._until, now + max(self._pause, seconds))

    def release(self) -> None:
        """Note that the server is well."""
        self._pause = 0.0

    async def wait(self, stopping: anyio.Event) -> None:
        """Wait until the brake is off, or until stopped."""
        while (left := self._until - current_time()) > 0 and not stopping.is_set():
            with anyio.move_on_after(left):
                await stopping.wait()
