"""Asking somebody about every draft of unknown outcome."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import pytest
from ledgers import client_for, draft

from pandapon_async.orders import (
    Draft,
    Entry,
    Ledger,
    NotCreated,
    OrdersError,
    Resolution,
    ResolvedCreated,
    StillUnknown,
    TaobaoOrder,
    open_ledger,
    resolve_by_hand,
    resolve_unknown,
)
from pandapon_async.orders.resolution import resolution as resolution_module


class WallClock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def ledger_at(address: str, clock: Callable[[], float]) -> AbstractAsyncContextManager[Ledger]:
    return open_ledger(address, TaobaoOrder, client_for(), clock=clock)


async def doubt(ledger: Ledger, *keys: str) -> None:
    """Leave drafts as a killed process does."""
    await ledger.add([draft(key) for key in keys])
    async with ledger.session() as session:
        assert len(await session.take(len(keys))) == len(keys)
        session.owner.abandon()
    assert await ledger.recover() == len(keys)


async def test_each_answer_has_its_effect(address: str) -> None:
    clock = WallClock()
    asked: list[tuple[str, str]] = []
    answers = {"A-1": ResolvedCreated("PO-1"), "A-2": NotCreated(), "A-3": StillUnknown("no idea")}

    async def look_up(found: Draft, entry: Entry) -> Resolution:
        asked.append((found.draft_key, entry.state))
        return answers[entry.key]

    async with ledger_at(address, clock) as ledger:
        await doubt(ledger, "A-1", "A-2", "A-3")
        clock.now += 120
        done = await resolve_unknown(ledger, look_up, name="a colleague")
        assert (done.created, done.not_created, done.still_unknown, done.too_early) == (1, 1, 1, 0)
        found = {entry.key: (entry.state, entry.order_id, entry.note) async for entry in ledger.entries()}
    assert asked == [("A-1", "unknown"), ("A-2", "unknown"), ("A-3", "unknown")]
    assert found == {
        "A-1": ("created", "PO-1", "found by a colleague"),
        "A-2": ("pending", None, "not created, says a colleague"),
        "A-3": ("unknown", None, "the process that was sending it ended"),
    }


async def test_nobody_is_asked_while_the_request_may_be_on_its_way(address: str) -> None:
    clock = WallClock()

    async def look_up(found: Draft, entry: Entry) -> Resolution:
        raise AssertionError("too early")

    async with ledger_at(address, clock) as ledger:
        await doubt(ledger, "A-1", "A-2")
        clock.now += 119.9
        done = await resolve_unknown(ledger, look_up)
        assert (done.too_early, (await ledger.counts()).unknown) == (2, 2)


async def test_it_can_wait_until_the_time_has_come(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = WallClock()
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        clock.now += seconds

    async def look_up(found: Draft, entry: Entry) -> Resolution:
        assert clock.now >= entry.changed_at + 600
        return NotCreated()

    async with ledger_at(address, clock) as ledger:
        await doubt(ledger, "A-1", "A-2")
        with monkeypatch.context() as patched:
            patched.setattr(resolution_module.anyio, "sleep", sleep)
            done = await resolve_unknown(ledger, look_up, settle=600, wait=True)
        assert done.not_created == 2
    assert slept == [600, 0]


async def test_an_error_of_the_resolver_leaves_the_doubt(address: str) -> None:
    clock = WallClock()

    async def look_up(found: Draft, entry: Entry) -> Resolution:
        raise OrdersError("the console is down")

    async with ledger_at(address, clock) as ledger:
        await doubt(ledger, "A-1")
        with pytest.raises(OrdersError, match="console is down"):
            await resolve_unknown(ledger, look_up, settle=0)
        assert (await ledger.counts()).unknown == 1


async def test_what_changed_while_somebody_was_asked_stays_as_it_is(address: str) -> None:
    clock = WallClock()
    async with ledger_at(address, clock) as ledger:

        async def look_up(found: Draft, entry: Entry) -> Resolution:
            await resolve_by_hand(ledger, entry.key, created="PO-7")
            return NotCreated()

        await doubt(ledger, "A-1")
        done = await resolve_unknown(ledger, look_up, settle=0)
        entry = await ledger.find("A-1")
    assert done.not_created == 0
    assert entry is not None
    assert (entry.state, entry.order_id, entry.note) == ("created", "PO-7", "found by a person")


async def test_a_person_can_only_resolve_what_is_in_doubt(address: str) -> None:
    clock = WallClock()
    async with ledger_at(address, clock) as ledger:
        await ledger.add([draft("A-1")])
        with pytest.raises(OrdersError, match="no draft 'A-9'"):
            await resolve_by_hand(ledger, "A-9", created="1")
        with pytest.raises(OrdersError, match="'A-1' is pending; only one of unknown outcome"):
            await resolve_by_hand(ledger, "A-1", created=None)
