"""The ledger: what is in it, whose it is, and that every change of state starts from the state it claims to."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import attrs
import pytest
from fakes import CREDENTIALS
from ledgers import FENCE_TIMES, client_for, draft
from sqlalchemy import event, text, update

from pandapon_async import PandaPonClient, XportcnClient
from pandapon_async._storage.database import Database
from pandapon_async.orders import (
    DraftConflictError,
    FreightBooking,
    InvalidDraftError,
    Ledger,
    LedgerError,
    LedgerLockedError,
    LedgerLostError,
    LedgerMismatchError,
    Outcome,
    TaobaoOrder,
    open_ledger,
)
from pandapon_async.orders.errors import LedgerFullError, LedgerReadOnlyError, LedgerVersionError
from pandapon_async.orders.ledger.claims import Change, Claimed
from pandapon_async.orders.ledger.schema import DRAFTS, LEDGER
from pandapon_async.pandapon_v1 import OrderLine


def ledger_at(address: str, **settings: float) -> AbstractAsyncContextManager[Ledger]:
    return open_ledger(address, TaobaoOrder, client_for(), fence_times=FENCE_TIMES, **settings)


def created(claimed: Claimed, order_id: str = "PO-1") -> Change:
    return Change(claimed, Outcome(key=claimed.key, state="created", order_ids=(order_id,)))


async def states(ledger: Ledger) -> dict[str, str]:
    return {entry.key: entry.state async for entry in ledger.entries()}


async def crash(ledger: Ledger, take: int = 1) -> list[Claimed]:
    """Take drafts and end as a killed process does."""
    async with ledger.session() as session:
        taken = await session.claim(take)
        session.worker.abandon()
    return taken


# -- drafts come in ----------------------------------------------------------------------------------------------------


async def test_what_was_added_is_pending_and_survives_closing(address: str) -> None:
    async with ledger_at(address) as ledger:
        added = await ledger.add([draft("A-1"), draft("A-2")])
        assert (added.new, added.known) == (2, 0)
    async with open_ledger(address) as ledger:
        assert await states(ledger) == {"A-1": "pending", "A-2": "pending"}
        entry = await ledger.find("A-2")
        assert entry is not None
        assert TaobaoOrder.loads(entry.payload) == draft("A-2")


async def test_identical_drafts_of_one_key_count_once(address: str) -> None:
    async with ledger_at(address) as ledger:
        same = draft("A-1", order_line_list=[OrderLine(item_id=600126245031041190, quantity=2, price=200)])
        assert (await ledger.add([draft("A-1"), draft("A-2"), same])).known == 1
        assert (await ledger.add([draft("A-1")])).known == 1
        assert (await ledger.counts()).total == 2


@pytest.mark.parametrize("apart", [False, True])
async def test_different_drafts_of_one_key_are_refused_and_nothing_is_added(address: str, apart: bool) -> None:
    async with ledger_at(address) as ledger:
        if apart:
            await ledger.add([draft("A-1")])
        first = [] if apart else [draft("A-1")]
        with pytest.raises(DraftConflictError) as caught:
            await ledger.add([draft("A-0"), *first, draft("A-1", purchase_amount=1)])
        assert caught.value.fields == ("purchase_amount",)
        assert (await ledger.counts()).total == int(apart)


async def test_a_draft_that_cannot_be_sent_keeps_out_all_that_came_with_it(address: str) -> None:
    async with ledger_at(address) as ledger:
        wrong = draft("A-2", order_line_list=[OrderLine(item_id="1", quantity=-2)])
        with pytest.raises(InvalidDraftError) as caught:
            await ledger.add([*(draft(f"B-{index}") for index in range(600)), wrong])
        assert caught.value.column == "order_line_list.0.quantity"
        assert (await ledger.counts()).total == 0
        # Nor is there a trace that would get in the way.
        assert (await ledger.add([draft("B-1")])).new == 1


async def test_drafts_that_are_still_being_added_are_not_sent(address: str) -> None:
    async with ledger_at(address) as ledger, ledger_at(address) as other:

        async def slowly() -> AsyncIterator[TaobaoOrder]:
            yield draft("A-1")
            for index in range(600):
                yield draft(f"B-{index}")
            async with other.session() as session:
                assert await session.claim(10) == []
            with pytest.raises(LedgerLockedError, match="is adding"):
                await other.add([draft("A-1")])

        await ledger.add(slowly())
        async with other.session() as session:
            assert len(await session.claim(1000)) == 601


async def test_a_process_that_dies_while_adding_leaves_nothing(address: str) -> None:
    async with ledger_at(address) as ledger:
        async with ledger.session() as session:
            batch = await ledger.open_batch(worker=session.worker, sealed=False)
            await ledger.add_to_batch([draft("A-1").store()], batch, retry_rejected=False)
            session.worker.abandon()
        await ledger.recover()
        assert (await ledger.add([draft("A-1", purchase_amount=7)])).new == 1


async def test_a_rejected_draft_is_replaced_by_a_mended_one_and_sent_again_on_demand(address: str) -> None:
    async with ledger_at(address) as ledger:
        await ledger.add([draft("A-1"), draft("A-2")])
        async with ledger.session() as session:
            for taken in await session.claim(2):
                outcome = Outcome(key=taken.key, state="rejected", code="400", message="no")
                await session.finish([Change(taken, outcome)])
        assert (await ledger.add([draft("A-2")])).known == 1
        assert (await ledger.add([draft("A-1", purchase_amount=500)])).replaced == 1
        assert await states(ledger) == {"A-1": "pending", "A-2": "rejected"}
        assert (await ledger.add([draft("A-2")], retry_rejected=True)).replaced == 1
        entry = await ledger.find("A-2")
        assert entry is not None
        assert (entry.state, entry.code) == ("pending", None)


async def test_a_created_draft_is_never_replaced(address: str) -> None:
    async with ledger_at(address) as ledger:
        await ledger.add([draft("A-1")])
        async with ledger.session() as session:
            (taken,) = await session.claim(1)
            await session.finish([created(taken)])
        with pytest.raises(DraftConflictError):
            await ledger.add([draft("A-1", purchase_amount=1)], retry_rejected=True)
        assert (await ledger.add([draft("A-1")], retry_rejected=True)).known == 1
        assert await states(ledger) == {"A-1": "created"}


# -- drafts go out -----------------------------------------------------------------------------------------------------


async def test_a_draft_is_taken_once_by_whichever_process_comes_first(address: str) -> None:
    async with ledger_at(address) as ledger, ledger_at(address) as other:
        await ledger.add([draft(f"A-{index}") for index in range(10)])
        async with ledger.session() as one, other.session() as two:
            mine, theirs = await one.claim(6), await two.claim(6)
            assert len(mine) == 6
            assert len(theirs) == 4
            assert not {each.key for each in mine} & {each.key for each in theirs}
            assert await one.claim(1) == []


async def test_what_a_killed_process_was_sending_is_unknown_and_is_not_taken(address: str) -> None:
    async with ledger_at(address) as ledger:
        await ledger.add([draft("A-1"), draft("A-2")])
        await crash(ledger)
        # On PostgreSQL, a lock that is free says nothing before the fence has passed.
        assert await ledger.recover() == 1
        async with ledger.session() as session:
            assert [each.key for each in await session.claim(5)] == ["A-2"]
            assert (await states(ledger))["A-1"] == "unknown"


async def test_what_a_live_process_is_sending_is_left_alone(address: str) -> None:
    async with ledger_at(address) as ledger, ledger_at(address) as other:
        await ledger.add([draft("A-1")])
        async with ledger.session() as session:
            (taken,) = await session.claim(1)
            assert await other.recover() == 0
            async with other.session() as second:
                assert (await second.take_over()).items == 0
                assert await second.claim(1) == []
            await session.finish([created(taken)])
        assert await states(ledger) == {"A-1": "created"}


async def test_leaving_a_session_with_drafts_in_hand_leaves_them_unknown(address: str) -> None:
    async with ledger_at(address) as ledger:
        await ledger.add([draft("A-1")])
        async with ledger.session() as session:
            await session.claim(1)
        assert await states(ledger) == {"A-1": "unknown"}


async def test_an_answer_counts_though_its_process_was_taken_for_dead(address: str) -> None:
    async with ledger_at(address) as ledger:
        await ledger.add([draft("A-1")])
        async with ledger.session() as session:
            (taken,) = await session.claim(1)
            await _take_for_dead(ledger)
            assert await states(ledger) == {"A-1": "unknown"}
            await session.finish([created(taken)])
        assert await states(ledger) == {"A-1": "created"}


async def test_an_answer_to_an_earlier_attempt_is_not_mistaken_for_the_latest(address: str) -> None:
    async with ledger_at(address) as ledger, ledger_at(address) as other:
        await ledger.add([draft("A-1")])
        async with ledger.session() as session:
            (first,) = await session.claim(1)
            await _take_for_dead(ledger)
            entry = await other.find("A-1")
            assert entry is not None
            assert await other.decide_not_created(entry, note="test")
            async with other.session() as second:
                (again,) = await second.claim(1)
                assert (await session.finish([created(first)])).lost == [created(first)]
                # And the one that was lost sends nothing any more.
                with pytest.raises(LedgerLostError):
                    await session.claim(1)
                await second.finish([created(again, "PO-2")])


async def _take_for_dead(ledger: Ledger) -> None:
    """Do to all owners what is done to dead ones."""
    statement = update(DRAFTS).values(state="unknown", worker=None)
    await ledger._database.write(lambda connection: connection.execute(statement).close())


# -- doubts ------------------------------------------------------------------------------------------------------------


async def test_a_doubt_is_resolved_once(address: str) -> None:
    async with ledger_at(address) as ledger:
        await ledger.add([draft("A-1")])
        await crash(ledger)
        await ledger.recover()
        entry = await ledger.find("A-1")
        assert entry is not None
        assert entry.note == "the process that was sending it ended"
        assert await ledger.decide_created(entry, ["PO-9"], note="found")
        assert not await ledger.decide_not_created(entry, note="no")
        after = await ledger.find("A-1")
        assert after is not None
        assert (after.state, after.order_id, after.note) == ("created", "PO-9", "found")


async def test_a_finding_about_one_attempt_does_not_settle_the_next(address: str) -> None:
    async with ledger_at(address) as ledger:
        await ledger.add([draft("A-1")])
        await crash(ledger)
        await ledger.recover()
        old = await ledger.find("A-1")
        assert old is not None
        assert await ledger.decide_not_created(old, note="no")
        await crash(ledger)
        await ledger.recover()
        assert not await ledger.decide_not_created(old, note="late")
        assert await states(ledger) == {"A-1": "unknown"}


# -- whose it is -------------------------------------------------------------------------------------------------------


async def test_a_ledger_of_another_account_is_refused(address: str) -> None:
    async with ledger_at(address):
        pass
    for changed in ("access_key", "user_id"):
        client = PandaPonClient(attrs.evolve(CREDENTIALS, **{changed: "other-one"}))
        with pytest.raises(LedgerMismatchError) as caught:
            async with open_ledger(address, TaobaoOrder, client):
                pass
        assert CREDENTIALS.access_key not in str(caught.value)
        assert "other-one" not in str(caught.value) or changed == "user_id"


async def test_a_ledger_of_another_kind_is_refused(address: str) -> None:
    async with ledger_at(address):
        pass
    with pytest.raises(LedgerMismatchError, match="for drafts of the kind taobao-order, and this is for"):
        async with open_ledger(address, FreightBooking, client_for()):
            pass


async def test_a_client_of_another_surface_is_refused(address: str) -> None:
    with pytest.raises(LedgerError, match="sent by a PandaPonClient"):
        async with open_ledger(address, TaobaoOrder, XportcnClient(CREDENTIALS)):
            pass


async def test_a_newer_ledger_is_refused_and_left_alone(address: str) -> None:
    newer = update(LEDGER).where(LEDGER.c.name == "version").values(value="99")
    async with ledger_at(address) as ledger:
        await ledger._database.write(lambda connection: connection.execute(newer).close())
    with pytest.raises(LedgerVersionError, match="newer version"):
        async with ledger_at(address):
            pass


async def test_an_error_of_the_database_shows_no_password() -> None:
    with pytest.raises(LedgerError) as caught:
        async with ledger_at("postgresql://someone:hidden-word@127.0.0.1:1/none"):
            pass
    assert "hidden-word" not in str(caught.value)
    assert "someone" in str(caught.value)


# -- files -------------------------------------------------------------------------------------------------------------


async def test_the_file_and_its_side_files_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    async with ledger_at(str(path)) as ledger, ledger.session():
        await ledger.add([draft()])
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}  # noqa: ASYNC240 - a look at modes
    assert modes["ledger.sqlite"] == 0o600
    assert modes["ledger.sqlite-wal"] == 0o600
    assert set(modes.values()) == {0o600}


async def test_commits_are_on_the_disk_before_they_return(tmp_path: Path) -> None:
    async with ledger_at(str(tmp_path / "l.sqlite")) as ledger:
        assert await ledger._database.read(lambda connection: connection.scalar(text("PRAGMA synchronous"))) == 2
        assert await ledger._database.read(lambda connection: connection.scalar(text("PRAGMA journal_mode"))) == "wal"


async def test_what_is_no_ledger_is_not_made_one(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"):
        async with open_ledger(tmp_path / "missing.sqlite"):
            pass
    assert not (tmp_path / "missing.sqlite").exists()
    (tmp_path / "text.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(LedgerError, match="is no ledger"):
        async with ledger_at(str(tmp_path / "text.sqlite")):
            pass
    with pytest.raises(LedgerError, match="cannot make"):
        async with ledger_at(str(tmp_path / "none" / "l.sqlite")):
            pass


async def test_a_read_only_ledger_can_be_looked_at_and_nothing_is_taken_from_it(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    async with ledger_at(str(path)) as ledger:
        await ledger.add([draft()])
    async with ledger_at(f"sqlite:///file:{path}?mode=ro&uri=true") as ledger:
        assert (await ledger.counts()).pending == 1
        with pytest.raises(LedgerReadOnlyError, match="may not be written"):
            async with ledger.session():
                pass


async def test_a_ledger_that_another_program_holds_is_reported_and_nothing_is_taken(tmp_path: Path) -> None:
    path = str(tmp_path / "l.sqlite")
    async with ledger_at(path, patience=0.1) as ledger:
        await ledger.add([draft()])
        async with ledger.session() as session:
            holder = sqlite3.connect(path, isolation_level=None)
            holder.execute("BEGIN IMMEDIATE")
            with pytest.raises(LedgerLockedError, match="another program holds"):
                await session.claim(1)
            holder.close()
        assert await states(ledger) == {"A-1": "pending"}


async def test_a_full_disk_is_reported_and_nothing_of_the_batch_is_kept(tmp_path: Path) -> None:
    async with ledger_at(str(tmp_path / "l.sqlite")) as ledger:
        await ledger.add([draft()])
        await _limit_pages(ledger._database)
        with pytest.raises(LedgerFullError, match="no room"):
            await ledger.add(draft(f"B-{index}") for index in range(3000))
        assert (await ledger.counts()).total == 1


async def _limit_pages(database: Database) -> None:
    """Let the database grow no further, as a full disk would."""
    pages = await database.read(lambda connection: connection.scalar(text("PRAGMA page_count")))

    def limit(connection: object, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages + 4}").close()  # type: ignore[attr-defined]

    database.engine.dispose()
    event.listen(database.engine, "connect", limit)
