"""Counts refused pushes, and logs them without flooding the log."""

from __future__ import annotations

import logging
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Notices"]

logger = logging.getLogger("pandapon_async.messages")

#: Seconds between two log lines for the same reason.
_INTERVAL: Final = 60.0


class Notices:
    """Counts events by their reason and logs at most one line a minute for each reason.

    Args:
        format: Log message with ``%s`` for the reason.
        monotonic: Seconds that never jump.
    """

    def __init__(self, message: str, monotonic: Callable[[], float]) -> None:
        self._message = message
        self._monotonic = monotonic
        self._counts: Counter[str] = Counter()
        self._logged: dict[str, tuple[float, int]] = {}

    @property
    def counts(self) -> Mapping[str, int]:
        """Number of events by reason."""
        return dict(self._counts)

    def add(self, reason: str) -> None:
        """Count an event and log it, unless one with this reason was logged less than a minute ago.

        Args:
            reason: One of a few fixed texts; never a part of a push.
        """
        self._counts[reason] += 1
        now = self._monotonic()
        logged_at, logged_count = self._logged.get(reason, (float("-inf"), 0))
        if now - logged_at < _INTERVAL:
            return
        self._logged[reason] = (now, self._counts[reason])
        silent = self._counts[reason] - logged_count - 1
        more = f"; {silent} more since the last line" if silent else ""
        logger.warning(f"{self._message}%s", reason, more)  # noqa: G004 - the message is a constant of ours
