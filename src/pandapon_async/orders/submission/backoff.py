"""How fast drafts are claimed: an even rate, and a backoff while the server is overloaded or unreachable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import anyio
from anyio import current_time

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Backoff", "RateLimiter"]

#: Seconds' worth of drafts that may leave together, so that a high rate does not need a commit for each draft.
_BURST: Final = 0.05
_FIRST_PAUSE: Final = 0.25
_LONGEST_PAUSE: Final = 30.0


class RateLimiter:
    """Lets drafts be claimed at a rate. The limit counts drafts; the client limits retries within a call.

    It delays the claim and not the sending, so that a draft whose turn is far off is not among those that a crash makes
    unknown.
    """

    def __init__(self, rate: float | None, clock: Callable[[], float] | None = None) -> None:
        self._rate = rate
        self._clock = clock or current_time
        self._burst = max(1.0, (rate or 0.0) * _BURST)
        self._tokens = self._burst
        self._at: float | None = None

    async def acquire(self, wanted: int, stopping: anyio.Event) -> int:
        """Wait until at least one draft may leave; return how many may, at most ``wanted``."""
        if self._rate is None:
            return wanted
        self._refill(self._rate)
        if self._tokens < 1:
            with anyio.move_on_after((1 - self._tokens) / self._rate):
                await stopping.wait()
            self._refill(self._rate)
        return max(1, min(wanted, int(self._tokens)))

    def spend(self, count: int) -> None:
        """Count drafts that were claimed."""
        self._tokens -= count

    def _refill(self, rate: float) -> None:
        now = self._clock()
        if self._at is not None:
            self._tokens = min(self._burst, self._tokens + (now - self._at) * rate)
        self._at = now


class Backoff:
    """Pauses that double for as long as the server cannot be reached or refuses for too many requests."""

    def __init__(self) -> None:
        self._pause = 0.0
        self._until = 0.0

    @property
    def remaining(self) -> float:
        """Seconds until drafts may be sent again."""
        return max(0.0, self._until - current_time())

    def fail(self, retry_after: float = 0.0) -> None:
        """Pause for as long as the server asked, or for twice as long as last time."""
        now = current_time()
        if now >= self._until:
            # Of many calls that fail together, one counts.
            self._pause = min(_LONGEST_PAUSE, max(_FIRST_PAUSE, self._pause * 2))
        self._until = max(self._until, now + max(self._pause, retry_after))

    def succeed(self) -> None:
        """Note that the server works; the next pause is short again."""
        self._pause = 0.0

    async def wait(self, stopping: anyio.Event) -> None:
        """Wait until the pause is over, or until stopped."""
        while (left := self.remaining) > 0 and not stopping.is_set():
            with anyio.move_on_after(left):
                await stopping.wait()
