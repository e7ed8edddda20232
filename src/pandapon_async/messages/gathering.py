"""Many small writes as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

import anyio
import attrs

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

__all__ = ["Gathering"]

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


class Gathering(Generic[ItemT, ResultT]):
    """Writes what several tasks ask for in one transaction.

    A commit waits for the disk. Whatever is asked for while one is on its way goes into the next one together. Whoever
    comes first writes for all who wait by then; so it needs no task of its own, and runs wherever it is called.

    Args:
        write: Writes some items, and returns a result for each.
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
                    await self._write_waiting()
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
        except Exception as error:  # noqa: BLE001 - told to each who waits for it
            for slot in batch:
                slot.error = error
        except BaseException:
            # Cancelled before anything was written: the next one writes for the others.
            self._waiting = batch + self._waiting
            raise
        else:
            for slot, result in zip(batch, results, strict=True):
                slot.result.append(result)
