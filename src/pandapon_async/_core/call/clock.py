"""Time: that of the machine, which tests can replace, and that of the server, measured from its responses."""

from __future__ import annotations

import time
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final, Protocol

import anyio

if TYPE_CHECKING:
    from pandapon_async._core.http.headers import Headers

__all__ = ["Clock", "ServerTime", "SystemClock", "parse_http_date"]

#: The server refuses timestamps further than 600 s off; a little less, since ``Date`` has whole seconds and travels.
_SURELY_REFUSED: Final = 590.0
#: Two differences closer than this are the same one.
_SAME: Final = 60.0


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
    """Return the seconds since the epoch of an HTTP date; ``None`` if it is none. Without a time zone, it is UTC."""
    if not text:
        return None
    try:
        moment = parsedate_to_datetime(text)
        return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


class ServerTime:
    """The server's clock as far as it is known: the machine's, until the server shows that it is wrong.

    The server accepts timestamps that are at most 600 s off. If it refuses the signature of a request whose timestamp
    differs from its own ``Date`` by more, that difference is learned and added to the machine's clock. It counts as
    confirmed once a call has succeeded with it. If calls are still refused, it is discarded, and is not learned again
    unless it was confirmed: the ``Date`` may be that of a proxy.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        #: Seconds that the server is ahead of the machine.
        self.offset = 0.0
        self._confirmed = False
        self._distrusted: float | None = None

    def now(self) -> float:
        """Return the seconds since the epoch that a signature should carry."""
        return self._clock.time() + self.offset

    def confirm(self, offset: float) -> None:
        """Note that a request which was signed with this offset succeeded."""
        if offset == self.offset:
            self._confirmed = True

    def correct(self, *, signed_at: float, offset: float, headers: Headers) -> bool:
        """Learn from a refused signature.

        Args:
            signed_at: The time that the refused request carried.
            offset: The offset that it was signed with.
            headers: Headers of the refusal.

        Returns:
            Whether the same request would now carry another time, which the server may accept.
        """
        if abs(offset - self.offset) > _SAME:
            # Another call has learned meanwhile.
            return True
        # A response out of a cache tells an old time.
        served_at = None if "age" in headers else parse_http_date(headers.get("date"))
        if served_at is not None and abs(served_at - signed_at) >= _SURELY_REFUSED:
            learned = served_at - self._clock.time()
            if self._distrusted is None or abs(learned - self._distrusted) > _SAME:
                self._set(learned)
                return True
        if self.offset:
            if not self._confirmed:
                self._distrusted = self.offset
            self._set(0.0)
            return True
        return False

    def _set(self, offset: float) -> None:
        self.offset = offset
        self._confirmed = False
