"""An event loop whose time jumps to what comes next, so that waiting takes no time."""

from __future__ import annotations

import asyncio
import contextvars
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar, TypeVarTuple

#: Seconds of real time.
_HANDED_ON = 0.002

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class VirtualLoop(asyncio.SelectorEventLoop):
    """Sockets are real. Time passes when none of them has anything to say; no thread must be waited for."""

    def __init__(self) -> None:
        self.now = 0.0
        self.timers = 0
        super().__init__(_Jumping(self))

    def time(self) -> float:
        return self.now

    def call_at(
        self,
        when: float,
        callback: Callable[[*Ts], object],
        *args: *Ts,
        context: contextvars.Context | None = None,
    ) -> asyncio.TimerHandle:
        self.timers += 1
        return super().call_at(when, callback, *args, context=context)


class _Jumping(selectors.DefaultSelector):
    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._virtual = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        # What was sent over the loopback has mostly arrived by now; the kernel may also hand it on a moment later.
        # One of the sockets is the loop's own.
        events = super().select(_HANDED_ON if timeout and len(self.get_map()) > 1 else 0)
        if not events and timeout is None:
            return super().select(None)
        if not events and timeout:
            self._virtual.now += timeout
        return events


def run_virtual(main: Coroutine[Any, Any, T]) -> T:
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main)
