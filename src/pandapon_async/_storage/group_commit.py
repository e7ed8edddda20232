"""Many small writes in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

import anyio
import attrs

from pandapon_async._storage.cancellation import run_to_end

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

__all__ = ["GroupCommit"]

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

_LARGEST: Final = 500


@attrs.define(eq=False)
class _Slot(Generic[ItemT, ResultT]):
    item: ItemT
    result: list[ResultT] = attrs.field(factory=list)  # pyright: ignore[reportUnknownVariableType]
    error: Exception | None = None

    @property
    def done(self) -> bool:
        return bool(self.result) or self.error is not None


class GroupCommit(Generic[ItemT, ResultT]):
    """Writes what several tasks ask for in one transaction.

    A commit waits for the disk. Items that arrive while one commit is in progress go into the next commit together. The
    first task that waits writes for all, so this needs no task of its own.

    Args:
        write: Writes some items and returns one result for each.
    """

    def __init__(self, write: Callable[[Sequence[ItemT]], Awaitable[Sequence[ResultT]]]) -> None:
        self._write = write
        self._waiting: list[_Slot[ItemT, ResultT]] = []
        self._turn = anyio.Lock()

    async def __call__(self, item: ItemT) -> ResultT:
        """Write an item; when this returns, it is durable."""
        slot = _Slot[ItemT, ResultT](item)
        self._waiting.append(slot)
        try:
            async with self._turn:
                while not slot.done:
                    # A task that is cancelled while it writes for others must not leave them without a result.
                    await run_to_end(self._write_waiting())
        finally:
            if not slot.done and slot in self._waiting:
                # Cancelled before its turn.
                self._waiting.remove(slot)
        if slot.error is not None:
            raise slot.error
        return slot.result[0]

    async def _write_waiting(self) -> None:
        batch, self._waiting = self._waiting[:_LARGEST], self._waiting[_LARGEST:]
        try:
            results = await self._write([slot.item for slot in batch])
        except Exception as error:  # noqa: BLE001 - raised to each task that waits for it
            for slot in batch:
                slot.error = error
        else:
            for slot, result in zip(batch, results, strict=True):
                slot.result.append(result)
