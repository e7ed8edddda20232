"""Work that a cancellation must not tear apart.

anyio's shields hold off anyio's own cancellation only. ``asyncio.timeout``, ``asyncio.wait_for``, ``TaskGroup`` and
Ctrl-C cancel the task itself, and that ends any ``await`` in it. So work that must be completed runs in a task of its
own, and the caller waits for that task, however often the caller is cancelled.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Generic, TypeVar

import anyio

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from contextlib import AbstractAsyncContextManager
    from types import TracebackType
    from typing import Any

__all__ = ["Background", "run_to_end"]

T = TypeVar("T")


async def run_to_end(work: Coroutine[Any, Any, T]) -> T:
    """Await a coroutine to its end. If the caller is cancelled meanwhile, raise the cancellation after that end."""
    task = asyncio.create_task(work)
    await _join(task)
    return task.result()


async def _join(task: asyncio.Task[Any]) -> None:
    cancelled: asyncio.CancelledError | None = None
    with anyio.CancelScope(shield=True):
        while not task.done():
            try:
                await asyncio.wait([task])
            except asyncio.CancelledError as error:
                cancelled = error
    if cancelled is not None:
        if not task.cancelled():
            task.exception()  # retrieved here, so that asyncio does not report it
        raise cancelled


class Background(Generic[T]):
    """Runs an asynchronous context manager in a task of its own.

    The caller enters and leaves it as usual. A cancellation of the caller makes it leave; the manager's own end is
    awaited in any case, so that no task, lock or connection stays behind.

    Args:
        manager: What to enter. While it is being entered, a cancellation of the caller cancels it.
    """

    def __init__(self, manager: AbstractAsyncContextManager[T]) -> None:
        self._manager = manager
        self._value: list[T] = []
        self._entered = asyncio.Event()
        self._leave = asyncio.Event()

    async def __aenter__(self) -> T:
        self._task = asyncio.create_task(self._run())
        try:
            await self._entered.wait()
        except BaseException:
            self._leave.set()
            if not self._value:
                self._task.cancel()
            await _join(self._task)
            if not self._task.cancelled():
                self._task.exception()
            raise
        if not self._value:
            await _join(self._task)
            self._task.result()
        return self._value[0]

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._leave.set()
        await _join(self._task)
        if error is None:
            self._task.result()
        elif not self._task.cancelled():
            # The error of the caller's block is raised; an error of the manager's end must not replace it.
            self._task.exception()

    async def _run(self) -> None:
        try:
            async with self._manager as value:
                self._value.append(value)
                self._entered.set()
                await self._leave.wait()
        finally:
            self._entered.set()
