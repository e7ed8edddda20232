"""Placing a single order: never twice, and its outcome is known afterwards."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from fakes import answer, never_sent
from ledgers import FENCE_TIMES, client_for, draft
from test_submission import ONCE, accept

from pandapon_async.orders import DraftConflictError, LedgerError, OrdersError, TaobaoOrder, open_ledger, place_once


async def test_an_order_is_placed_once_however_often_it_is_asked_for(address: str) -> None:
    sent = 0

    async def serve(request: httpx.Request) -> httpx.Response:
        nonlocal sent
        sent += 1
        await asyncio.sleep(0.05)
        return accept(request)

    async with client_for(serve) as client, open_ledger(address, TaobaoOrder, client) as ledger:
        together = await asyncio.gather(*(place_once(ledger, draft("A-1")) for _ in range(3)))
        again = await place_once(ledger, "A-1")
        assert {outcome.order_ids for outcome in [*together, again]} == {("PO-A-1",)}
        assert sent == 1
        with pytest.raises(DraftConflictError):
            await place_once(ledger, draft("A-1", purchase_amount=1))
        with pytest.raises(OrdersError, match="no draft 'A-2'"):
            await place_once(ledger, "A-2")


async def test_what_was_not_sent_is_pending_and_can_be_placed_later(address: str) -> None:
    replies = [never_sent(), None]

    def serve(request: httpx.Request) -> httpx.Response:
        if (error := replies.pop(0)) is not None:
            raise error
        return accept(request)

    async with client_for(serve, retry=ONCE) as client, open_ledger(address, TaobaoOrder, client) as ledger:
        assert (await place_once(ledger, draft("A-1"))).state == "pending"
        assert (await place_once(ledger, draft("A-1"))).state == "created"


async def test_an_order_in_doubt_is_not_sent_again(address: str) -> None:
    sent = 0

    def serve(_: httpx.Request) -> httpx.Response:
        nonlocal sent
        sent += 1
        return answer({}, 503)

    async with client_for(serve, retry=ONCE) as client, open_ledger(address, TaobaoOrder, client) as ledger:
        assert (await place_once(ledger, draft("A-1"))).state == "unknown"
        assert (await place_once(ledger, draft("A-1"))).state == "unknown"
        assert sent == 1


async def test_an_order_that_a_dead_process_was_sending_is_in_doubt(address: str) -> None:
    async with (
        client_for(accept) as client,
        open_ledger(address, TaobaoOrder, client, fence_times=FENCE_TIMES) as ledger,
    ):
        await ledger.add([draft("A-1")])
        async with ledger.session() as session:
            await session.claim(1)
            session.worker.abandon()
        assert (await place_once(ledger, "A-1")).state == "unknown"


async def test_a_ledger_without_a_client_places_nothing(address: str) -> None:
    async with open_ledger(address, TaobaoOrder, client_for()):
        pass
    async with open_ledger(address) as ledger:
        with pytest.raises(LedgerError, match="opened without a client"):
            await place_once(ledger, draft("A-1"))
