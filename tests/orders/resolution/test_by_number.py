"""Resolving by the caller's own number: found proves created, not found proves nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from pandapon_async.orders.ledger.states import Entry
from pandapon_async.orders.resolution.by_number import ByNumber, find_by_number
from pandapon_async.orders.resolution.resolvers import Resolution, ResolvedCreated, StillUnknown

SENT = 1_760_000_000.0
MILLISECONDS = int(SENT * 1000)


class Draft:
    draft_key = "SO-1"


async def rows(*shown: Any) -> AsyncIterator[Any]:
    for row in shown:
        yield row


async def resolve(*shown: Any, sent_at: float | None = SENT) -> Resolution:
    entry: Any = type("Known", (), {"sent_at": sent_at})()
    return await ByNumber(lambda _entry: rows(*shown))(Draft(), entry)  # type: ignore[arg-type]


def order(number: Any = "SO-1", order_id: Any = 200000000001, at: Any = MILLISECONDS + 5000, **more: Any) -> Any:
    return {"purchaseOrderId": order_id, "sellerOrderNumber": number, "createdTime": at, **more}


async def test_a_number_that_is_found_proves_created() -> None:
    assert await resolve(order("SO-0", 1), order(), order("SO-2", 3)) == ResolvedCreated("200000000001")


async def test_the_upstream_s_spelling_is_read_as_well() -> None:
    row = {"purchase_id": "7", "seller_order_number": "SO-1", "created_time": str(MILLISECONDS)}
    assert await resolve(row) == ResolvedCreated("7")


@pytest.mark.parametrize(
    ("shown", "why"),
    [
        ([], "does not show the caller's order numbers"),
        ([order("SO-10"), order("so-1"), order("SO-2")], "proves nothing"),
        ([{"purchaseOrderId": "1", "createdTime": MILLISECONDS}], "does not show the caller's order numbers"),
        ([order(order_id=None)], "proves nothing"),
        ([order(at=MILLISECONDS - 3_600_000)], "only older orders have the number: 200000000001"),
        ([order(at="yesterday")], "only older orders"),
        ([order(order_id=1), order(order_id=2)], "several orders have the number: 1, 2"),
        (["SO-1", None, ["SO-1"]], "does not show"),
    ],
    ids=["empty", "others", "no number", "no id", "older", "no readable time", "several", "no objects"],
)
async def test_all_else_proves_nothing(shown: list[Any], why: str) -> None:
    found = await resolve(*shown)
    assert isinstance(found, StillUnknown)
    assert why in found.why


async def test_the_same_order_on_two_pages_is_one_order() -> None:
    assert await resolve(order(), order()) == ResolvedCreated("200000000001")


async def test_clocks_may_differ() -> None:
    assert isinstance(await resolve(order(at=MILLISECONDS - 200_000)), ResolvedCreated)


async def test_without_a_time_of_sending_the_number_alone_counts() -> None:
    evidence = await find_by_number(rows(order(at=None)), " SO-1 ", sent_at=None)
    assert evidence.order_ids == ("200000000001",)


def test_an_entry_has_the_time_that_the_resolver_reads() -> None:
    assert "sent_at" in {attribute.name for attribute in Entry.__attrs_attrs__}
