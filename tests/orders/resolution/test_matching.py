"""Matching orders that the platform shows with drafts in doubt: only where nobody else could be meant."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from fakes import CREDENTIALS, answer, ok
from sqlalchemy import update

from pandapon_async import PandaPonClient, RetryPolicy
from pandapon_async.messages import Event, parse
from pandapon_async.orders import (
    AlibabaOrder,
    AlibabaSellersOrder,
    Draft,
    Ledger,
    Limits,
    Submission,
    match_orders,
    match_pushed_order,
    open_ledger,
)
from pandapon_async.orders.ledger.schema import DRAFTS
from pandapon_async.orders.resolution.matching import Matched
from pandapon_async.pandapon_v1 import AddressParam, CargoParam, SellerCargoParam
from pandapon_async.pandapon_v1 import AlibabaOrder as ShownOrder

SPEC, OTHER_SPEC = "b266e0726506185beaf205cbae88530d", "a266e0726506185beaf205cbae88530d"
#: 2025-06-01 12:00:00 China Standard Time.
SENT_AT = 1_748_750_400.0


class WallClock:
    def __init__(self) -> None:
        self.now = SENT_AT

    def __call__(self) -> float:
        return self.now


def address(mobile: str = "13800000000", **changes: Any) -> AddressParam:
    values = {
        "full_name": "Planted Person",
        "city_text": "杭州市",
        "province_text": "浙江省",
        "address": "1 Planted Road",
    }
    return AddressParam(mobile=mobile, **{**values, **changes})


def wish(key: str = "A-1", *, mobile: str = "13800000000", spec: str = SPEC, quantity: float = 2, **more: Any) -> Draft:
    goods = [CargoParam(offer_id="554456348334", spec_id=spec, quantity=quantity)]
    return AlibabaOrder(key=key, flow="general", address_param=address(mobile), cargo_param_list=goods, **more)


def shown(order_id: str = "100000000000000001", **changes: Any) -> dict[str, Any]:
    """An order as 1688 shows it; ``None`` leaves a part out."""
    parts = {
        "mobile": "13800000000",
        "name": "Planted Person",
        "address": "1 Planted Road",
        "created": "20250601120003000+0800",
        "goods": [(SPEC, 2)],
        "remark": None,
        **changes,
    }
    return {
        "baseInfo": {
            "idOfStr": order_id,
            "id": 1,
            "createTime": parts["created"],
            "buyerFeedback": parts["remark"],
        },
        "nativeLogistics": {
            "mobile": parts["mobile"],
            "contactPerson": parts["name"],
            "address": parts["address"],
        },
        "productItems": [
            {"productID": 554456348334, "specId": spec, "quantity": quantity} for spec, quantity in parts["goods"]
        ],
    }


async def set_times(ledger: Ledger) -> None:
    """Make it the time at which the orders are shown; PostgreSQL has a clock of its own."""
    then = update(DRAFTS).values(sent_at=SENT_AT, changed_at=SENT_AT)
    await ledger._database.write(lambda connection: connection.execute(then).close())


Doubts = Callable[..., Awaitable[Ledger]]


@pytest.fixture
async def in_doubt(address: str) -> AsyncIterator[Doubts]:
    """Return what makes a ledger whose drafts were all sent, with the given answers, or else with none."""
    clock = WallClock()

    @asynccontextmanager
    async def make(drafts: list[Draft], answers: dict[str, object]) -> AsyncIterator[Ledger]:
        asked = iter(drafts)

        def serve(request: httpx.Request) -> httpx.Response:
            return ok(answers[key]) if (key := next(asked).draft_key) in answers else answer(status=500)

        client = PandaPonClient(CREDENTIALS, transport=httpx.MockTransport(serve), retry=RetryPolicy(attempts=1))
        async with client, open_ledger(address, type(drafts[0]), client, clock=clock) as ledger:
            await ledger.add(drafts)
            async with Submission(ledger, client, limits=Limits(in_flight=1)) as submission:
                assert len([outcome async for outcome in submission]) == len(drafts)
            await set_times(ledger)
            clock.now += 3600
            yield ledger

    opened = []

    async def enter(*drafts: Draft, answers: dict[str, object] | None = None) -> Ledger:
        manager = make(list(drafts), answers or {})
        opened.append(manager)
        return await manager.__aenter__()

    yield enter
    for manager in opened:
        await manager.__aexit__(None, None, None)


async def found(ledger: Ledger) -> dict[str, str | None]:
    return {entry.key: entry.order_id async for entry in ledger.entries("created")}


async def test_an_order_with_the_same_goods_receiver_and_time_is_the_draft_s(in_doubt: Doubts) -> None:
    ledger = await in_doubt(wish("A-1"), wish("A-2", mobile="13900000000"))
    model = ShownOrder.from_dict(shown("2", mobile="13900000000"))
    matched = await match_orders(ledger, [shown("1"), model, shown("3", mobile="13700000000")])
    assert matched == Matched(created=2, unmatched=1)
    assert await found(ledger) == {"A-1": "1", "A-2": "2"}
    assert (await ledger.counts()).unknown == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"goods": [(SPEC, 3)]},
        {"goods": [(OTHER_SPEC, 2)]},
        {"goods": [(SPEC, 2), (OTHER_SPEC, 1)]},
        {"mobile": "13800000001"},
        # Older than the sending, by more than clocks differ.
        {"created": "20250601115459000+0800"},
        {"created": "2025-06-01 11:54:59"},
    ],
)
async def test_an_order_that_differs_is_none_of_the_draft_s(in_doubt: Doubts, changes: dict[str, Any]) -> None:
    ledger = await in_doubt(wish())
    assert await match_orders(ledger, [shown(**changes)]) == Matched(unmatched=1)
    assert (await ledger.counts()).unknown == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"created": None},
        {"created": "yesterday"},
        {"goods": []},
        {"goods": [(None, 2)], "mobile": None},
        {"goods": [(SPEC, None)]},
        {"goods": [(SPEC, True)]},
    ],
)
async def test_an_order_that_says_too_little_resolves_nothing(in_doubt: Doubts, changes: dict[str, Any]) -> None:
    ledger = await in_doubt(wish())
    matched = await match_orders(ledger, [shown(**changes), None, [], {"baseInfo": 1}])
    assert matched.created == 0
    assert matched.unreadable >= 3
    assert (await ledger.counts()).unknown == 1


@pytest.mark.parametrize(
    ("changes", "created"),
    [
        ({"mobile": "138****0000", "name": "Planted Person", "address": "1 Planted Road"}, 1),
        ({"mobile": "138****0000", "name": "P*****", "address": "1 Planted Road"}, 0),
        ({"mobile": None, "name": None, "address": None}, 0),
        ({"mobile": None, "name": None, "address": None, "remark": "ref A-1"}, 1),
        ({"mobile": "13800000000", "name": None, "address": None}, 1),
        ({"remark": "ref A-2"}, 0),
    ],
)
async def test_a_receiver_or_a_remark_must_be_shown(in_doubt: Doubts, changes: dict[str, Any], created: int) -> None:
    ledger = await in_doubt(wish(message="ref A-1"))
    assert (await match_orders(ledger, [shown(**changes)])).created == created


async def test_of_two_drafts_alike_neither_is_taken(in_doubt: Doubts) -> None:
    ledger = await in_doubt(wish("A-1"), wish("A-2"))
    assert await match_orders(ledger, [shown()]) == Matched(ambiguous=1)
    assert await match_orders(ledger, [shown("1"), shown("2")]) == Matched(ambiguous=2)
    assert (await ledger.counts()).unknown == 2


async def test_of_two_orders_alike_neither_is_taken(in_doubt: Doubts) -> None:
    ledger = await in_doubt(wish())
    assert await match_orders(ledger, [shown("1"), shown("2")]) == Matched(ambiguous=2)


async def test_a_remark_tells_drafts_apart_that_are_alike(in_doubt: Doubts) -> None:
    ledger = await in_doubt(wish("A-1", message="ref A-1"), wish("A-2", message="ref A-2"))
    matched = await match_orders(ledger, [shown("1", remark="ref A-1"), shown("2", remark="ref A-2")])
    assert matched == Matched(created=2)
    assert await found(ledger) == {"A-1": "1", "A-2": "2"}


async def test_an_order_that_another_draft_has_is_not_given_twice(in_doubt: Doubts) -> None:
    ledger = await in_doubt(wish("A-1"), wish("A-2"), answers={"A-1": {"orderId": "100000000000000001"}})
    assert await match_orders(ledger, [shown("100000000000000001")]) == Matched()
    assert await match_orders(ledger, [shown("100000000000000001"), shown("2")]) == Matched(created=1)
    assert await found(ledger) == {"A-1": "100000000000000001", "A-2": "2"}


async def test_a_draft_that_was_created_under_an_id_not_told_may_be_meant_as_well(in_doubt: Doubts) -> None:
    ledger = await in_doubt(wish("A-1"), wish("A-2"), answers={"A-1": "thank you"})
    assert await match_orders(ledger, [shown()]) == Matched(ambiguous=1)


async def test_an_order_may_be_a_part_of_a_draft_of_several_sellers(in_doubt: Doubts) -> None:
    def of_sellers(key: str, *specs: str) -> AlibabaSellersOrder:
        goods = [
            SellerCargoParam(offer_id="554456348334", spec_id=spec, quantity=2, seller_open_id="s") for spec in specs
        ]
        return AlibabaSellersOrder(key=key, address_param=address(), cargo_param_list=goods)

    ledger = await in_doubt(of_sellers("A-1", SPEC), of_sellers("A-2", SPEC, OTHER_SPEC))
    # Either draft may have become an order of the first goods; the whole of the second is shown by no order.
    assert await match_orders(ledger, [shown("1"), shown("2", goods=[(OTHER_SPEC, 2)])]) == Matched(ambiguous=2)


def push(kind: str, body: dict[str, Any] | str, platform: int = 1) -> Event:
    envelope = {"messageType": kind, "messageBody": body, "messagePlatform": platform, "timestamp": "1748750405000"}
    return parse(json.dumps(envelope).encode())


WHOLE = "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"
CREATED = "ORDER_CREATE"


@pytest.mark.parametrize(
    "event", [push(WHOLE, shown("7")), push(WHOLE, json.dumps(shown("7"))), push("NOT_DOCUMENTED", shown("7"))]
)
async def test_a_push_with_a_whole_order_resolves_a_doubt(in_doubt: Doubts, event: Event) -> None:
    ledger = await in_doubt(wish())
    assert await match_pushed_order(ledger, event)
    assert not await match_pushed_order(ledger, event)
    assert await found(ledger) == {"A-1": "7"}


async def test_a_push_with_an_id_is_looked_up_only_where_something_is_in_doubt(in_doubt: Doubts) -> None:
    asked: list[str] = []

    async def fetch(order_id: str) -> Any:
        asked.append(order_id)
        return shown(order_id)

    ledger = await in_doubt(wish())
    assert await match_pushed_order(ledger, push(CREATED, json.dumps({"orderId": "8"})), fetch=fetch)
    assert not await match_pushed_order(ledger, push(CREATED, json.dumps({"orderId": "9"})), fetch=fetch)
    assert asked == ["8"]
    assert await found(ledger) == {"A-1": "8"}


@pytest.mark.parametrize(
    "event", [push(CREATED, json.dumps({"orderId": "8"})), push(CREATED, "{}"), push(CREATED, "{"), push("", {})]
)
async def test_a_push_that_shows_no_order_resolves_nothing(in_doubt: Doubts, event: Event) -> None:
    ledger = await in_doubt(wish())
    assert not await match_pushed_order(ledger, event)
    assert (await ledger.counts()).unknown == 1


async def test_what_is_still_in_flight_may_be_meant_as_well(address: str) -> None:
    """An order that is shown while two drafts alike are open, one of them on its way, is nobody's for certain."""
    held = asyncio.Event()
    keys = iter(["A-1", "A-2"])

    async def serve(request: httpx.Request) -> httpx.Response:
        if next(keys) == "A-1":
            return answer(status=500)
        await held.wait()
        return ok({"orderId": "100000000000000009"})

    client = PandaPonClient(CREDENTIALS, transport=httpx.MockTransport(serve), retry=RetryPolicy(attempts=1))
    async with client, open_ledger(address, AlibabaOrder, client, clock=WallClock()) as ledger:
        await ledger.add([wish("A-1"), wish("A-2")])
        async with Submission(ledger, client, limits=Limits(in_flight=1)) as submission:
            assert (await anext(submission)).state == "unknown"
            while (await ledger.counts()).sending != 1:
                await asyncio.sleep(0)
            await set_times(ledger)
            assert await match_orders(ledger, [shown()]) == Matched(ambiguous=1)
            held.set()
            assert [outcome.state async for outcome in submission] == ["created"]
        assert await match_orders(ledger, [shown()]) == Matched(created=1)
