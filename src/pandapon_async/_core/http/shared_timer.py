"""One timer of the event loop for many moments."""

from __future__ import annotations

import asyncio
import contextvars
from math import inf
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["SharedTimer"]

WaitingT = TypeVar("WaitingT")


class SharedTimer(Generic[WaitingT]):
    """Calls back for each of many things when its moment has come.

    Nearly every limit of time is taken back long before it is due. A timer of the loop for each costs more than to note
    its moment, and the loop goes through those that were taken back again and again; see ``docs/performance.md``.

    Args:
        ring: Called with a thing whose moment has come, and which is forgotten by then. It may start it again, and must
            not raise.
    """

    def __init__(self, ring: Callable[[WaitingT], None]) -> None:
        self._ring = ring
        self._moments: dict[WaitingT, float] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._due = inf

    def start(self, waiting: WaitingT, seconds: float) -> None:
        """Call back for a thing after some seconds; where it waits already, counted from now."""
        loop = asyncio.get_running_loop()
        moment = self._moments[waiting] = loop.time() + seconds
        if moment < self._due or loop is not self._loop:
            self._arm(loop, moment)

    def stop(self, waiting: WaitingT) -> None:
        """Forget a thing, whether it waits or not."""
        # The loop's timer stays: the next call would only need it again.
        self._moments.pop(waiting, None)

    def _arm(self, loop: asyncio.AbstractEventLoop, moment: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        # Without a context of its own it would keep that of the call which happens to be first.
        self._timer = loop.call_at(moment, self._look, loop, context=contextvars.Context())
        self._loop, self._due = loop, moment

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        now = loop.time()
        for waiting in [waiting for waiting, moment in self._moments.items() if moment <= now]:
            # Unless the end of another one has stopped it.
            if self._moments.pop(waiting, None) is not None:
                self._ring(waiting)
        self._due = inf
        if self._moments:
            self._arm(loop, min(self._moments.values()))
