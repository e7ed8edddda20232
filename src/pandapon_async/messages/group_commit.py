"""Group commit: many small writes in one transaction."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import anyio
import attrs

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

__all__ = ["GroupCommit"]

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

_MAX_BATCH: Final = 500


@attrs.frozen(eq=False)
class _Write(Generic[ItemT, ResultT]):
    item: ItemT
    result: asyncio.Future[ResultT]


class GroupCommit(Generic[ItemT, ResultT]):
    """Writes what several tasks want to write in one transaction.

    A commit waits for the disk. Items that arrive meanwhile are written together in the next transaction.

    Args:
        write: Writes items in one transaction, and returns a result for each.
    """

    def __init__(self, write: Callable[[Sequence[ItemT]], Awaitable[Sequence[ResultT]]]) -> None:
        self._write = write
        self._waiting: list[_Write[ItemT, ResultT]] = []
        self._committer: asyncio.Task[None] | None = None

    async def __call__(self, item: ItemT) -> ResultT:
        """Write an item; it is durable when this returns.

        A caller that is cancelled before its transaction begins writes nothing. Later, it waits for the end of the
        transaction, so that nothing continues after it was cancelled.
        """
        write = _Write[ItemT, ResultT](item, asyncio.get_running_loop().create_future())
        self._waiting.append(write)
        if self._committer is None:
            # Its own task: cancelling one caller must not affect the writes of the others.
            self._committer = asyncio.create_task(self._commit_waiting())
        try:
            await asyncio.wait([write.result])
        except asyncio.CancelledError:
            if write in self._waiting:
                self._waiting.remove(write)
            else:
                await _wait_shielded(write.result)
            raise
        return write.result.result()

    async def _commit_waiting(self) -> None:
        try:
            while self._waiting:
                await self._commit()
        finally:
            self._committer = None
            # Only where the event loop is being closed, which cancels all tasks.
            for write in self._waiting:
                write.result.cancel()

    async def _commit(self) -> None:
        batch, self._waiting = self._waiting[:_MAX_BATCH], self._waiting[_MAX_BATCH:]
        try:
            results = await self._write([write.item for write in batch])
        except Exception as error:  # noqa: BLE001 - raised in each caller
            for write in batch:
                write.result.set_exception(error)
        except BaseException:
            for write in batch:
                write.result.cancel()
            raise
        else:
            for write, result in zip(batch, results, strict=True):
                write.result.set_result(result)


async def _wait_shielded(result: asyncio.Future[Any]) -> None:
    """Wait for a result, whoever cancels; nobody receives it."""
    with anyio.CancelScope(shield=True):
        while not result.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([result])
    if not result.cancelled():
        # Marks an error as seen.
        result.exception()
