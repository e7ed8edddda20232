"""Waking tasks that wait for a change."""

from __future__ import annotations

import anyio

__all__ = ["Wakeup"]


class Wakeup:
    """Wakes current waiters; later callers wait for the next :meth:`set`.

    A waiter checks its condition before and after: ``while not ready: await changed.wait()``.
    """

    def __init__(self) -> None:
        self._event: anyio.Event | None = None

    def set(self) -> None:
        """Wake the waiters; costs nothing if there are none."""
        if self._event is not None:
            self._event.set()
            self._event = None

    async def wait(self) -> None:
        """Wait for the next :meth:`set`."""
        if self._event is None:
            self._event = anyio.Event()
        await self._event.wait()
