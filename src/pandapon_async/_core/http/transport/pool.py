"""The idle connections to one server."""

from __future__ import annotations

import contextvars
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio

    from pandapon_async._core.http.transport.connection import Connection

__all__ = ["Pool"]


class Pool:
    """Idle connections; the one that went idle last is taken first.

    Args:
        idle_timeout: Seconds after which an idle connection is closed.
    """

    __slots__ = ("_idle", "_idle_timeout", "_reaper")

    def __init__(self, idle_timeout: float) -> None:
        self._idle: list[Connection] = []
        self._idle_timeout = idle_timeout
        self._reaper: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return len(self._idle)

    def take(self, now: float, most_idle: float) -> Connection | None:
        """Take a connection that has been idle for at most ``most_idle`` seconds, and quiet all the time."""
        idle = self._idle
        while idle:
            connection = idle[-1]
            since = connection.idle_since
            if since is None or now - since > most_idle:
                # The others have been idle for longer.
                return None
            idle.pop()
            if connection.is_quiet():
                return connection
            connection.abort()
        return None

    def put(self, connection: Connection, loop: asyncio.AbstractEventLoop) -> None:
        """Keep a connection that can be used again."""
        connection.idle_since = loop.time()
        self._idle.append(connection)
        if self._reaper is None:
            self._arm(loop, self._idle_timeout)

    def discard(self, connection: Connection) -> None:
        """Forget a connection that was closed."""
        if connection.idle_since is not None and connection in self._idle:
            self._idle.remove(connection)

    def close_oldest(self) -> None:
        """Close the connection that has been idle for longest, if there is one."""
        if self._idle:
            self._idle.pop(0).close()

    def close(self) -> None:
        """Close all."""
        if self._reaper is not None:
            self._reaper.cancel()
            self._reaper = None
        while self._idle:
            self._idle.pop().close()

    def _arm(self, loop: asyncio.AbstractEventLoop, seconds: float) -> None:
        # Without a context of its own it would keep that of the call which happens to be first.
        self._reaper = loop.call_later(seconds, self._reap, loop, context=contextvars.Context())

    def _reap(self, loop: asyncio.AbstractEventLoop) -> None:
        self._reaper = None
        while self._idle:
            rest = (self._idle[0].idle_since or 0.0) + self._idle_timeout - loop.time()
            if rest > 0:
                self._arm(loop, rest)
                return
            self.close_oldest()
