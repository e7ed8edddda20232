"""Asking somebody about every draft of unknown outcome."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager

import pytest
from ledgers import FENCE_TIMES, client_for, draft
from sqlalchemy import update

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
)
from pandapon_async.orders.ledger.schema import DRAFTS
from pandapon_async.orders.resolution import resolvers as resolution_module


def ledger_at(address: str) -> AbstractAsyncContextManager[Ledger]:
    return open_ledger(address, TaobaoOrder, client_for(), fence_times=FENCE_TIMES)


async def let_pass(ledger: Ledger, seconds: float) -> None:
    """Make the drafts in doubt older."""
    older = update(DRAFTS).values(quiet_from=DRAFTS.c.quiet_from - seconds)
    await ledger._database.write(lambda connection: connection.execute(older).close())


async def doubt(ledger: Ledger, *keys: str) -> None:
    """Leave drafts as a killed process does."""
    await ledger.add([draft(key) for key in keys])
    async with ledger.session() as session:
        assert len(await session.claim(len(keys))) == len(keys)
        session.worker.abandon()
    assert await ledger.recover() == len(keys)


async def test_each_answer_has_its_effect(address: str) -> None:
    asked: list[tuple[str, str]] = []
    answers = {"A-1": ResolvedCreated("PO-1"), "A-2": NotCreated(), "A-3": StillUnknown("no idea")}

    async def look_up(found: Draft, entry: Entry) -> Resolution:
        asked.append((found.draft_key, entry.state))
        return answers[entry.key]

    async with ledger_at(address) as ledger:
        await doubt(ledger, "A-1", "A-2", "A-3")
        await let_pass(ledger, 120)
        done = await ledger.resolve(look_up, name="a colleague")
        assert (done.created, done.not_created, done.still_unknown, done.too_early) == (1, 1, 1, 0)
        found = {entry.key: (entry.state, entry.order_id, entry.note) async for entry in ledger.entries()}
    assert asked == [("A-1", "unknown"), ("A-2", "unknown"), ("A-3", "unknown")]
    assert found == {
        "A-1": ("created", "PO-1", "found by a colleague"),
        "A-2": ("pending", None, "not created, says a colleague"),
        "A-3": ("unknown", None, "the process that was sending it ended"),
    }


async def test_nobody_is_asked_while_the_request_may_be_on_its_way(address: str) -> None:

    async def look_up(found: Draft, entry: Entry) -> Resolution:
        raise AssertionError("too early")

    async with ledger_at(address) as ledger:
        await doubt(ledger, "A-1", "A-2")
        await let_pass(ledger, 100)
        done = await ledger.resolve(look_up)
        assert (done.too_early, (await ledger.counts()).unknown) == (2, 2)


async def test_it_can_wait_until_the_time_has_come(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    async with ledger_at(address) as ledger:

        async def sleep(seconds: float) -> None:
            slept.append(seconds)
            await let_pass(ledger, seconds)

        async def look_up(found: Draft, entry: Entry) -> Resolution:
            return NotCreated()

        await doubt(ledger, "A-1", "A-2")
        with monkeypatch.context() as patched:
            patched.setattr(resolution_module.anyio, "sleep", sleep)
            done = await ledger.resolve(look_up, quiet_period=600, wait=True)
        assert done.not_created == 2
    assert slept[0] == pytest.approx(600, abs=5)


async def test_an_error_of_the_resolver_leaves_the_doubt(address: str) -> None:

    async def look_up(found: Draft, entry: Entry) -> Resolution:
        raise OrdersError("the console is down")

    async with ledger_at(address) as ledger:
        await doubt(ledger, "A-1")
        with pytest.raises(OrdersError, match="console is down"):
            await ledger.resolve(look_up, quiet_period=0)
        assert (await ledger.counts()).unknown == 1


async def test_what_changed_while_somebody_was_asked_stays_as_it_is(address: str) -> None:
    async with ledger_at(address) as ledger:

        async def look_up(found: Draft, entry: Entry) -> Resolution:
            await ledger.decide(entry.key, created="PO-7")
            return NotCreated()

        await doubt(ledger, "A-1")
        done = await ledger.resolve(look_up, quiet_period=0)
        entry = await ledger.find("A-1")
    assert done.not_created == 0
    assert entry is not None
    assert (entry.state, entry.order_id, entry.note) == ("created", "PO-7", "found by a person")


async def test_a_person_can_only_resolve_what_is_in_doubt(address: str) -> None:
    async with ledger_at(address) as ledger:
        await ledger.add([draft("A-1")])
        with pytest.raises(OrdersError, match="no draft 'A-9'"):
            await ledger.decide("A-9", created="1")
        with pytest.raises(OrdersError, match="'A-1' is pending; only one of unknown outcome"):
            await ledger.decide("A-1", created=None)
