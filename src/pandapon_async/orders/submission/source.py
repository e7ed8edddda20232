"""Drafts that are added while others are being sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import anyio

from pandapon_async.orders.drafts.draft import StoredDraft
from pandapon_async.orders.iteration import each_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Callable, Iterable

    from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream

    from pandapon_async.orders.drafts.draft import Draft
    from pandapon_async.orders.ledger.ledger import LedgerStore

__all__ = ["Source"]

_CHUNK: Final = 250


class Source:
    """Adds drafts from an iterable to a ledger; they can be sent as soon as they are added."""

    def __init__(self, ledger: LedgerStore, drafts: Iterable[Draft] | AsyncIterable[Draft] | None) -> None:
        self._ledger = ledger
        self._drafts = drafts
        self._over = drafts is None
        self._news = anyio.Event()
        self._error: Exception | None = None

    async def run(self, stopping: anyio.Event, abort: Callable[[Exception], None]) -> None:
        """Add everything. An error of the iterable ends the submission, after what it had yielded was added."""
        if self._drafts is None:
            return
        try:
            batch = await self._ledger.open_batch(worker=None, sealed=True)
            into, out = anyio.create_memory_object_stream[StoredDraft](_CHUNK)
            async with into, out, anyio.create_task_group() as group:
                group.start_soon(self._read, into, stopping)
                await self._add(out, batch)
        except* Exception as errors:  # noqa: BLE001 - the ledger's errors, wrapped by the task group
            abort(_first(errors))
        finally:
            self._over = True
            self._news.set()
        if self._error is not None:
            abort(self._error)

    async def _read(self, into: MemoryObjectSendStream[StoredDraft], stopping: anyio.Event) -> None:
        with into:
            try:
                async for draft in each_of(self._drafts or ()):
                    if stopping.is_set():
                        return
                    await into.send(draft.store())
            except Exception as error:  # noqa: BLE001 - the iterable is the caller's code
                # Not raised here: the task group would cancel the other task, which still adds what came before.
                self._error = error

    async def _add(self, out: MemoryObjectReceiveStream[StoredDraft], batch: int) -> None:
        with out:
            async for draft in out:
                # All that have arrived by now: a slow source is not kept waiting, and a quick one fills transactions.
                chunk = [draft]
                while len(chunk) < _CHUNK:
                    try:
                        chunk.append(out.receive_nowait())
                    except (anyio.WouldBlock, anyio.EndOfStream):
                        break
                await self._ledger.add_to_batch(chunk, batch, retry_rejected=False)
                self._news.set()

    async def wait_for_more(self, stopping: anyio.Event) -> bool:
        """Wait until drafts were added; False if no more will be."""
        if self._news.is_set():
            self._news = anyio.Event()
            return True
        if self._over or stopping.is_set():
            return False
        async with anyio.create_task_group() as group:

            async def first(event: anyio.Event) -> None:
                await event.wait()
                group.cancel_scope.cancel()

            group.start_soon(first, self._news)
            group.start_soon(first, stopping)
        return not stopping.is_set()


def _first(error: Exception) -> Exception:
    """Return the first of the errors of a task group."""
    if isinstance(error, ExceptionGroup):
        group = cast("ExceptionGroup[Exception]", error)
        return _first(group.exceptions[0])
    return error
