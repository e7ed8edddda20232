"""Waking tasks that wait for something to change."""

from __future__ import annotations

import anyio

__all__ = ["Signal"]


class Signal:
    """Wakes everybody who waits now; who comes later waits for the next time.

    Whoever waits looks at what it waits for before and after: ``while not ready: await changed.wait()``.
    """

    def __init__(self) -> None:
        self._event: anyio.Event | None = None

    def set(self) -> None:
        """Wake everybody; costs nothing where nobody waits."""
        if self._event is not None:
            self._event.set()
            self._event = None

    async def wait(self) -> None:
        """Wait for the next time."""
        if self._event is None:
            self._event = anyio.Event()
        await self._event.wait()
