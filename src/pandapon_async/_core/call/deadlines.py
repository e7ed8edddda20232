"""Blocks that are left when their time has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio

from pandapon_async._core.http.shared_timer import SharedTimer

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["Deadlines"]


class Deadlines:
    """Makes blocks with a deadline: cancel scopes of anyio that share a timer of the event loop.

    Cancelling stays anyio's. It cancels until the block is left; asyncio's time-out cancels once, and a transport that
    swallows that would go on for ever.
    """

    def __init__(self) -> None:
        self._timer: SharedTimer[anyio.CancelScope] = SharedTimer(_cancel)

    def over(self, seconds: float | None) -> _Block:
        """Return a block that is cancelled after some seconds; ``None`` for no limit."""
        return _Block(self._timer, seconds)


class _Block:
    __slots__ = ("_scope", "_seconds", "_timer")

    def __init__(self, timer: SharedTimer[anyio.CancelScope], seconds: float | None) -> None:
        self._timer = timer
        self._seconds = seconds
        self._scope = anyio.CancelScope()

    def __enter__(self) -> anyio.CancelScope:
        if self._seconds is not None:
            self._timer.start(self._scope, self._seconds)
        return self._scope.__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> bool:
        self._timer.stop(self._scope)
        return self._scope.__exit__(kind, error, traceback)


def _cancel(scope: anyio.CancelScope) -> None:
    scope.cancel()
