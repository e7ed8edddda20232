"""Items of paged lists: all of them, once, in order, with no request too many and nothing left behind."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import aclosing
from types import SimpleNamespace
from typing import Any

import anyio
import pytest
from fakes import CREDENTIALS, FakeClock, ScriptedTransport, ok
from hypothesis import given
from hypothesis import strategies as st

from pandapon_async import UNSET, DecodeError, InvalidArgumentError, PandaPonClient
from pandapon_async._core.call.operation import Operation, Paging, Parameter
from pandapon_async._core.call.paging import Items
from pandapon_async._core.schema.wire_types import INTEGER, TEXT, ListOf

ROWS = Paging(page="page", size="size", items=("rows",), total=("total",), actual_size=("used",))
BARE = Paging(page="page", size="size")


def paged(paging: Paging | None = BARE) -> Operation[Any]:
    return Operation(
        name="things.search",
        method="GET",
        path="/things",
        signing="header",
        envelope="code",
        effect="read",
        parameters=tuple(
            Parameter(argument=name, name=name, location="query", type=INTEGER) for name in ("page", "size")
        ),
        result=ListOf(TEXT),
        paging=paging,
    )


class Shop:
    """Stands for a client: answers from a function of page and size, and keeps what is asked."""

    def __init__(self, answer: Callable[[int], object], paging: Paging = BARE) -> None:
        self.answer = answer
        self.paging = paging
        self.asked: list[int] = []
        self.cancelled: list[int] = []
        #: Pages that wait for this before they come.
        self.gates: dict[int, asyncio.Event] = {}

    async def call(self, operation: Any, arguments: Mapping[str, object], options: Any) -> Any:
        page = arguments["page"]
        assert isinstance(page, int)
        self.asked.append(page)
        try:
            await asyncio.sleep(0)
            if page in self.gates:
                await self.gates[page].wait()
        except asyncio.CancelledError:
            self.cancelled.append(page)
            raise
        result = self.answer(page)
        if isinstance(result, Exception):
            raise result
        return result

    def items(
        self, size: object = UNSET, *, limit: int | None = None, prefetch: bool = False, **arguments: object
    ) -> Items[Any]:
        arguments = {**arguments, "size": size}
        return Items(self, paged(self.paging), arguments, {}, limit=limit, prefetch=prefetch)


def numbers(count: int, size: int) -> Callable[[int], list[int]]:
    """Pages of the numbers below ``count``."""
    return lambda page: list(range(count))[(page - 1) * size : page * size]


async def collect(items: AsyncIterator[Any]) -> list[Any]:
    return [item async for item in items]


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.fixture(params=[False, True], ids=["on demand", "prefetch"])
def prefetch(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(autouse=True)
async def _nothing_is_left_behind() -> AsyncIterator[None]:
    """No task outlives a test, and no complaint comes from the garbage collector."""
    complaints: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
    before = asyncio.all_tasks()
    yield
    gc.collect()
    await settle()
    assert asyncio.all_tasks() - before <= {asyncio.current_task()}
    assert not complaints


# --- where it ends ---------------------------------------------------------------------------------------------------


@given(count=st.integers(0, 30), size=st.integers(1, 8), limit=st.none() | st.integers(0, 40), ahead=st.booleans())
def test_every_item_comes_once_and_in_order(count: int, size: int, limit: int | None, ahead: bool) -> None:
    shop = Shop(numbers(count, size))
    found = asyncio.run(collect(shop.items(size, limit=limit, prefetch=ahead)))
    assert found == list(range(count))[:limit]
    assert shop.asked == list(range(1, len(shop.asked) + 1))
    needed = count if limit is None else min(count, limit)
    # A short page does not end the list: the server may allow fewer items than were asked for.
    assert len(shop.asked) <= -(-needed // size) + 1


async def test_the_first_page_is_1_and_arguments_and_options_go_with_each() -> None:
    calls: list[Any] = []

    class Caller:
        async def call(self, *call: Any) -> Any:
            calls.append(call)
            return [[1, 2], [3], []][len(calls) - 1]

    operation = paged()
    arguments = {"keyword": "k", "size": 2}
    assert await collect(Items(Caller(), operation, arguments, {"timeout": 3}, limit=None, prefetch=False)) == [1, 2, 3]
    assert calls == [(operation, {**arguments, "page": page}, {"timeout": 3}) for page in (1, 2, 3)]


async def test_a_short_page_is_the_last_one_if_the_server_states_the_size(prefetch: bool) -> None:
    shop = Shop(rows(5, 3, used=3), ROWS)
    assert await collect(shop.items(3, prefetch=prefetch)) == [0, 1, 2, 3, 4]
    assert shop.asked == [1, 2]


async def test_a_server_that_caps_the_size_without_saying_so_loses_no_item(prefetch: bool) -> None:
    shop = Shop(numbers(500, 50))
    assert await collect(shop.items(100, prefetch=prefetch)) == list(range(500))
    assert shop.asked == list(range(1, 12))


async def test_an_empty_page_is_the_end_where_the_size_is_not_known(prefetch: bool) -> None:
    shop = Shop(numbers(5, 3))
    assert await collect(shop.items(prefetch=prefetch)) == [0, 1, 2, 3, 4]
    assert shop.asked == [1, 2, 3]


async def test_a_server_that_ignores_the_number_is_noticed_by_a_repeating_page(prefetch: bool) -> None:
    shop = Shop(lambda page: [7, 8])
    assert await collect(shop.items(2, prefetch=prefetch)) == [7, 8]
    assert shop.asked == [1, 2]


@pytest.mark.parametrize("result", [None, SimpleNamespace(rows=None), SimpleNamespace(rows=UNSET), SimpleNamespace()])
async def test_a_page_without_a_list_is_the_end(result: object) -> None:
    shop = Shop(lambda page: result, ROWS)
    assert await collect(shop.items(2)) == []
    assert shop.asked == [1]


async def test_something_else_in_place_of_the_list_is_an_error() -> None:
    shop = Shop(lambda page: SimpleNamespace(rows="none"), ROWS)
    with pytest.raises(DecodeError, match=r"things\.search: a page came, but rows is no list"):
        await collect(shop.items(2))


def rows(count: int, size: int, **fields: object) -> Callable[[int], SimpleNamespace]:
    pages = numbers(count, size)
    return lambda page: SimpleNamespace(rows=pages(page), **fields)


async def test_the_documented_total_is_the_end(prefetch: bool) -> None:
    shop = Shop(rows(6, 3, total=6), ROWS)
    assert await collect(shop.items(3, prefetch=prefetch)) == [0, 1, 2, 3, 4, 5]
    assert shop.asked == [1, 2]


@pytest.mark.parametrize("total", [None, UNSET, 0, -1, "6", True, 100])
async def test_a_total_that_says_nothing_or_too_much_ends_nothing(total: object) -> None:
    shop = Shop(rows(6, 3, total=total), ROWS)
    assert await collect(shop.items(3)) == [0, 1, 2, 3, 4, 5]
    assert shop.asked == [1, 2, 3]


async def test_a_server_that_allows_fewer_items_than_asked_for_loses_none() -> None:
    shop = Shop(rows(7, 3, used=3), ROWS)
    assert await collect(shop.items(100)) == list(range(7))
    assert shop.asked == [1, 2, 3]


@pytest.mark.parametrize(("limit", "asked"), [(0, []), (1, [1]), (3, [1]), (4, [1, 2]), (6, [1, 2])])
async def test_a_limit_asks_for_no_page_too_many(limit: int, asked: list[int], prefetch: bool) -> None:
    shop = Shop(numbers(100, 3))
    assert await collect(shop.items(3, limit=limit, prefetch=prefetch)) == list(range(limit))
    await settle()
    assert shop.asked == asked


@pytest.mark.parametrize("limit", [-1, True, 1.0, "1"])
def test_an_impossible_limit_is_refused_at_once(limit: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="limit"):
        Shop(numbers(1, 1)).items(limit=limit)


def test_an_operation_without_pages_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match=r"things\.search has no pages"):
        Items(Shop(numbers(1, 1)), paged(None), {}, {}, limit=None, prefetch=True)


async def test_after_the_end_there_is_nothing_more(prefetch: bool) -> None:
    items = Shop(numbers(1, 3)).items(3, prefetch=prefetch)
    assert await collect(items) == [0]
    assert await anext(items, "end") == "end"


# --- the page ahead --------------------------------------------------------------------------------------------------


async def test_the_next_page_is_requested_while_this_one_is_worked_on() -> None:
    shop = Shop(numbers(9, 3))
    items = shop.items(3, prefetch=True)
    assert shop.asked == []
    assert await anext(items) == 0
    await settle()
    assert shop.asked == [1, 2]
    assert [await anext(items) for _ in range(2)] == [1, 2]
    assert shop.asked == [1, 2]
    assert await anext(items) == 3
    await settle()
    assert shop.asked == [1, 2, 3]


async def test_without_prefetch_a_page_is_requested_for_its_first_item() -> None:
    shop = Shop(numbers(9, 3))
    items = shop.items(3)
    for _ in range(3):
        await anext(items)
    await settle()
    assert shop.asked == [1]


async def test_an_error_comes_in_the_place_of_the_item_that_it_withholds(prefetch: bool) -> None:
    pages: dict[int, Any] = {1: [0, 1], 2: ValueError("second page"), 3: []}
    shop = Shop(pages.__getitem__)
    items = shop.items(2, prefetch=prefetch)
    assert await anext(items) == 0
    await settle()
    assert await anext(items) == 1
    with pytest.raises(ValueError, match="second page"):
        await anext(items)
    # Asking again goes on where it failed.
    pages[2] = [2, 3]
    assert await collect(items) == [2, 3]
    assert shop.asked == [1, 2, 2, 3]


# --- ways out --------------------------------------------------------------------------------------------------------


async def test_a_break_gives_the_page_ahead_up() -> None:
    shop = Shop(numbers(9, 3))
    shop.gates[2] = asyncio.Event()
    async for _ in shop.items(3, prefetch=True):
        await settle()
        break
    await settle()
    assert shop.cancelled == [2]


async def test_a_break_before_the_page_ahead_has_begun_leaves_nothing() -> None:
    shop = Shop(numbers(9, 3))
    async for _ in shop.items(3, prefetch=True):
        break
    await settle()
    assert shop.asked in ([1], [1, 2])


async def test_a_failed_page_ahead_that_nobody_needs_goes_unnoticed() -> None:
    shop = Shop(lambda page: [0, 1] if page == 1 else ValueError("nobody needs it"))
    async for _ in shop.items(2, prefetch=True):
        await settle()
        break


async def test_an_error_of_the_consumer_gives_the_page_ahead_up() -> None:
    shop = Shop(numbers(9, 3))
    shop.gates[2] = asyncio.Event()

    async def consume() -> None:
        async for _ in shop.items(3, prefetch=True):
            await settle()
            raise KeyError

    with pytest.raises(KeyError):
        await consume()
    await settle()
    assert shop.cancelled == [2]


@pytest.mark.parametrize("waits_for", ["an item", "something else"])
async def test_a_cancelled_consumer_gives_the_page_ahead_up(waits_for: str) -> None:
    shop = Shop(numbers(9, 1 if waits_for == "an item" else 3))
    shop.gates[2] = asyncio.Event()

    async def consume() -> None:
        async for _ in shop.items(1 if waits_for == "an item" else 3, prefetch=True):
            await asyncio.sleep(0 if waits_for == "an item" else 60)

    consumer = asyncio.create_task(consume())
    await settle()
    await settle()
    consumer.cancel()
    with pytest.raises(asyncio.CancelledError):
        await consumer
    await settle()
    assert shop.cancelled == [2]


async def test_a_time_limit_on_one_item_loses_none(prefetch: bool) -> None:
    shop = Shop(numbers(4, 2))
    gate = shop.gates[2] = asyncio.Event()
    items = shop.items(2, prefetch=prefetch)
    assert [await anext(items), await anext(items)] == [0, 1]
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.001):
            await anext(items)
    with anyio.move_on_after(0.001) as scope:
        await anext(items)
    assert scope.cancelled_caught
    gate.set()
    assert await collect(items) == [2, 3]


@pytest.mark.parametrize("close", [aclosing, lambda items: items], ids=["aclosing", "async with"])
async def test_closing_waits_until_the_page_ahead_is_given_up(close: Callable[[Items[Any]], Any]) -> None:
    shop = Shop(numbers(9, 3))
    shop.gates[2] = asyncio.Event()
    items = shop.items(3, prefetch=True)
    async with close(items):
        assert await anext(items) == 0
        await settle()
    assert shop.cancelled == [2]
    assert await collect(items) == []
    await items.aclose()


async def test_closing_ends_the_wait_of_another_task_and_nothing_else(prefetch: bool) -> None:
    shop = Shop(numbers(9, 1))
    gate = shop.gates[2] = asyncio.Event()
    items = shop.items(1, prefetch=prefetch)
    consumer = asyncio.create_task(collect(items))
    await settle()
    await items.aclose()
    gate.set()
    assert await consumer == [0]
    assert shop.asked == [1, 2]


async def test_several_tasks_may_share_the_items(prefetch: bool) -> None:
    shop = Shop(numbers(20, 3))
    items = shop.items(3, prefetch=prefetch)
    shares = await asyncio.gather(*(collect(items) for _ in range(4)))
    assert sorted(item for share in shares for item in share) == list(range(20))
    assert shop.asked == [1, 2, 3, 4, 5, 6, 7, 8]


def test_an_iterator_that_outlives_its_loop_does_no_harm() -> None:
    kept: list[Items[Any]] = []

    async def leave() -> None:
        shop = Shop(numbers(9, 3))
        shop.gates[2] = asyncio.Event()
        kept.append(shop.items(3, prefetch=True))
        await anext(kept[0])

    asyncio.run(leave())
    kept.clear()
    gc.collect()


async def test_an_iterator_cannot_be_awaited() -> None:
    with pytest.raises(TypeError):
        await Shop(numbers(1, 1)).items()  # type: ignore[misc]


async def test_pages_come_through_a_client() -> None:
    transport = ScriptedTransport([ok(["a", "b"]), ok(["c"]), ok([])])
    client = PandaPonClient(CREDENTIALS, transport=transport, clock=FakeClock())
    items: Items[str] = Items(client, paged(), {"size": 2}, {}, limit=None, prefetch=True)
    assert await collect(items) == ["a", "b", "c"]
    assert [request.url.query for request in transport.requests] == [
        b"page=1&size=2",
        b"page=2&size=2",
        b"page=3&size=2",
    ]
