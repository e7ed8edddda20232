"""The items of a list that comes page by page, as one asynchronous iterator.

A class and not an asynchronous generator: generators must be closed by hand, or leave their clean-up to the garbage
collector and the event loop. Here there is at most one task to clean up, which requests the page ahead. It has no
reference to the iterator, so it is cancelled as soon as the iterator is garbage, for example after a ``break``.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar, cast

import attrs

from pandapon_async._core.call.errors import DecodeError
from pandapon_async._core.errors import InvalidArgumentError
from pandapon_async._core.schema.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

    from pandapon_async._core.call.operation import Operation, Paging
    from pandapon_async._core.call.options import CallOptions
    from pandapon_async._core.call.resource import Caller

__all__ = ["Items"]

ItemT = TypeVar("ItemT")


@attrs.frozen(kw_only=True)
class _Source:
    """Where pages come from."""

    caller: Caller
    operation: Operation[object]
    paging: Paging
    arguments: Mapping[str, object]
    options: CallOptions

    async def request(self, page: int) -> object:
        """Call the operation for one page and return its result."""
        return await self.caller.call(self.operation, {**self.arguments, self.paging.page: page}, self.options)

    def items(self, result: object) -> list[object]:
        """Return the items of a page; a page without a list has none.

        Raises:
            DecodeError: Something else stands in the place of the list.
        """
        items = _at(result, self.paging.items)
        if items is None or isinstance(items, list):
            return cast("list[object]", items or [])
        raise DecodeError(
            f"a page came, but {'.'.join(self.paging.items)} is no list", operation=self.operation.name, attempts=1
        )

    def size(self, result: object) -> int | None:
        """Return how many items a full page has, if the server states it: it may allow fewer than it was asked for."""
        return None if self.paging.actual_size is None else _count(_at(result, self.paging.actual_size))

    def total(self, result: object) -> int | None:
        """Return how many items all pages have, where the server says so."""
        return None if self.paging.total is None else _count(_at(result, self.paging.total))


class Items(AsyncIterator[ItemT]):
    """Iterates over the items of all pages; a method named ``iter_...`` returns one.

    ::

        async for item in client.alibaba.goods.iter_search(keyword="...", page_size=20, limit=100):
            ...

    Pages are requested when their first item is asked for, or with ``prefetch`` one page ahead. The iteration ends
    after an empty page, a page equal to the one before (from a server that ignores the number), the total that the
    server states, or ``limit`` items. A short page ends it only if the server states the size of a page: it may allow
    fewer items than were asked for.

    An error of a call is raised at the first item of its page. Asking again requests that page again. Several tasks may
    share the iterator; each item goes to one of them.

    It does not have to be closed: a page that is requested ahead is cancelled together with the iterator. To do that at
    a certain point, use ``async with`` or :meth:`aclose`.
    """

    # For __del__, which also runs where the constructor raised.
    _ahead: asyncio.Task[object] | None = None

    def __init__(  # noqa: PLR0913 - a call and how to go through its pages
        self,
        caller: Caller,
        operation: Operation[object],
        arguments: Mapping[str, object],
        options: CallOptions,
        *,
        limit: int | None,
        prefetch: bool,
    ) -> None:
        if operation.paging is None:
            raise InvalidArgumentError("operation", f"{operation.name} has no pages")
        if limit is not None and (isinstance(limit, bool) or not isinstance(limit, int) or limit < 0):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgumentError("limit", "must be a whole number that is not negative, or None")
        self._source = _Source(
            caller=caller, operation=operation, paging=operation.paging, arguments=arguments, options=options
        )
        self._prefetch = prefetch
        self._left = limit
        self._ended = limit == 0
        self._page = 1
        self._seen = 0
        self._previous: list[object] | None = None
        self._waiting: deque[object] = deque()
        self._turn = asyncio.Lock()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> ItemT:
        while not self._waiting:
            async with self._turn:
                # While this task waited for its turn, another one may have got the page.
                if not self._waiting:
                    if self._ended:
                        raise StopAsyncIteration
                    await self._get_page()
        return cast("ItemT", self._waiting.popleft())

    async def aclose(self) -> None:
        """End the iteration, and give up a page that is requested ahead."""
        self._ended = True
        self._waiting.clear()
        ahead = self._ahead
        if ahead is not None:
            ahead.cancel()
            await asyncio.wait({ahead})

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def __del__(self) -> None:
        if self._ahead is not None and not self._ahead.done():
            # From whatever thread this runs in; where the loop is closed, the task is gone already.
            with suppress(RuntimeError):
                self._ahead.get_loop().call_soon_threadsafe(self._ahead.cancel)

    async def _get_page(self) -> None:
        try:
            result = await (self._ahead or self._source.request(self._page))
        except asyncio.CancelledError:
            if self._ended and not _is_being_cancelled():
                # Another task closed the iterator, which ended the request and nothing else.
                return
            raise
        finally:
            self._ahead = None
        if not self._ended:
            self._take(result)

    def _take(self, result: object) -> None:
        items = self._source.items(result)
        if items == self._previous:
            items = []
        self._previous = items
        self._page += 1
        self._seen += len(items)
        kept = items if self._left is None else items[: self._left]
        if self._left is not None:
            self._left -= len(kept)
        self._ended = self._left == 0 or self._is_last(items, result)
        if self._prefetch and not self._ended:
            self._ahead = asyncio.get_running_loop().create_task(self._source.request(self._page))
            self._ahead.add_done_callback(_notice)
        self._waiting.extend(kept)

    def _is_last(self, items: list[object], result: object) -> bool:
        size, total = self._source.size(result), self._source.total(result)
        if total is not None:
            return not items or self._seen >= total
        return not items or (size is not None and len(items) < size)


def _at(value: object, path: tuple[str, ...]) -> object:
    """Follow attributes; what is absent, null or no model on the way leads to ``None``."""
    for name in path:
        value = getattr(value, name, None)
    return None if value is UNSET else value


def _count(value: object) -> int | None:
    """Return a positive whole number; what is none says nothing about pages."""
    return value if type(value) is int and value > 0 else None


def _is_being_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


def _notice(ahead: asyncio.Task[object]) -> None:
    # An error is raised where the page is needed. Where it is not, asyncio would complain that nobody looked at it.
    if not ahead.cancelled():
        ahead.exception()
