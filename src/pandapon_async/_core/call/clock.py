"""Time: the machine's, replaceable for tests, and the server's, measured from its answers."""

from __future__ import annotations

import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Protocol

import anyio

if TYPE_CHECKING:
    from pandapon_async._core.http.headers import Headers

__all__ = ["Clock", "ServerTime", "SystemClock", "parse_http_date"]

#: The server refuses timestamps further than 600 s off; a little less, since ``Date`` has whole seconds and travels.
_SURELY_REFUSED = 590.0


class Clock(Protocol):
    """Where a client gets its time from."""

    def time(self) -> float:
        """Return seconds since the epoch."""
        ...

    def monotonic(self) -> float:
        """Return seconds that never jump."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class SystemClock:
    """The machine's clock."""

    def time(self) -> float:
        """Return seconds since the epoch."""
        return time.time()

    def monotonic(self) -> float:
        """Return seconds that never jump."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await anyio.sleep(seconds)


def parse_http_date(text: str | None) -> float | None:
    """Return the seconds since the epoch of an HTTP date, or ``None`` where it is none."""
    if not text:
        return None
    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


class ServerTime:
    """The server's clock as far as it is known: the machine's, until the server proves that one wrong.

    The server accepts timestamps that are at most 600 s off. When it refuses a request whose timestamp differs from its
    own ``Date`` by more, that difference is the reason, and from then on it is added to the machine's clock.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        #: Seconds that the server is ahead of the machine.
        self.offset = 0.0

    def now(self) -> float:
        """Return the seconds since the epoch that a signature should carry."""
        return self._clock.time() + self.offset

    def correct(self, *, signed_at: float, headers: Headers) -> bool:
        """Learn from a refusal.

        Args:
            signed_at: The time that the refused request carried.
            headers: The refusal's headers.

        Returns:
            Whether the refused request's time was certainly unacceptable and has been corrected.
        """
        # An answer out of a cache tells an old time.
        served_at = None if "age" in headers else parse_http_date(headers.get("date"))
        if served_at is None or abs(served_at - signed_at) < _SURELY_REFUSED:
            return False
        self.offset = served_at - self._clock.time()
        return True
