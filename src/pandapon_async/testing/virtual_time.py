"""Time that passes only when something waits for it.

:class:`VirtualLoop` makes every wait of an event loop instant, whoever waits: client, ledger, inbox, sandbox
or the test. :class:`VirtualClock` is the wall clock to pass to them, so that all of them agree on the time.
"""

from __future__ import annotations

import asyncio
import selectors
from typing import TYPE_CHECKING, Any, Final, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    import contextvars
    from collections.abc import Callable, Coroutine

__all__ = ["VirtualClock", "VirtualLoop", "run_virtual"]

#: Seconds of real time in which the kernel delivers what was sent over the loopback.
_LOOPBACK: Final = 0.002

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class VirtualClock:
    """A clock that moves only when it is told to, or when something sleeps by it.

    It fits every place that takes a clock: ``PandaPonClient(clock=)``, ``open_ledger(clock=)``, ``Messages(clock=)``
    and ``Sandbox(clock=)``.

    Args:
        now: Seconds since the epoch.
    """

    def __init__(self, now: float = 1_700_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        """Return seconds since the epoch."""
        return self.now

    def time(self) -> float:
        """Return seconds since the epoch."""
        return self.now

    def monotonic(self) -> float:
        """Return seconds that never jump backwards, unless :meth:`move` moves the clock back."""
        return self.now

    def move(self, seconds: float) -> None:
        """Move the clock forward, or back if ``seconds`` is negative."""
        self.now += seconds

    async def sleep(self, seconds: float) -> None:
        """Move the clock instead of waiting, and let other tasks run once."""
        self.now += max(0.0, seconds)
        await asyncio.sleep(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop whose time jumps to the next timer when there is nothing else to do.

    Sockets are real. Work in threads is not waited for: do not use it with SQLite ledgers.
    """

    def __init__(self) -> None:
        self.now = 0.0
        #: How many timers were started.
        self.timers = 0
        super().__init__(_JumpingSelector(self))

    def time(self) -> float:
        """Return the virtual time in seconds."""
        return self.now

    def call_at(
        self,
        when: float,
        callback: Callable[[*Ts], object],
        *args: *Ts,
        context: contextvars.Context | None = None,
    ) -> asyncio.TimerHandle:
        """Start a timer."""
        self.timers += 1
        return super().call_at(when, callback, *args, context=context)


class _JumpingSelector(selectors.DefaultSelector):
    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        # One of the registered sockets is the loop's own.
        events = super().select(_LOOPBACK if timeout and len(self.get_map()) > 1 else 0)
        if not events and timeout is None:
            return super().select(None)
        if not events and timeout:
            self._loop.now += timeout
        return events


def run_virtual(main: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine on a :class:`VirtualLoop`; like ``asyncio.run``."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main)
