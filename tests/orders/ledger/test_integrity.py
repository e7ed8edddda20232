"""What a ledger holds to: batches as a whole, one file, one server, one draft per order id, no scans."""

from __future__ import annotations

import os
import re
import sqlite3
import time
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from fakes import CREDENTIALS, answer
from ledgers import FENCE_TIMES, client_for, draft
from sqlalchemy import text
from sqlalchemy.dialects import sqlite

from pandapon_async import PandaPonClient, RetryPolicy
from pandapon_async.orders import (
    DraftConflictError,
    Ledger,
    LedgerError,
    LedgerLostError,
    LedgerMismatchError,
    NotCreated,
    OrdersError,
    Outcome,
    Resolution,
    TaobaoOrder,
    open_ledger,
)
from pandapon_async.orders.ledger import batches, claims, lookups
from pandapon_async.orders.ledger.claims import Change

ONCE = RetryPolicy(attempts=1)


async def states(ledger: Ledger) -> dict[str, str]:
    return {entry.key: entry.state async for entry in ledger.entries()}


async def finish(ledger: Ledger, **outcomes: Outcome) -> None:
    """Claim everything, and record outcomes by key."""
    async with ledger.session() as session:
        claimed = await session.claim(100)
        await session.finish([Change(each, outcomes[each.key.replace("-", "_")]) for each in claimed])


def rejected(key: str, *, certain: bool = True, code: str = "4001") -> Outcome:
    return Outcome(key=key, state="rejected", code=code, certain=certain)


# -- batches -----------------------------------------------------------------------------------------------------------


async def test_a_correction_in_a_batch_that_is_refused_has_no_effect(address: str) -> None:
    async with open_ledger(address, TaobaoOrder, client_for()) as ledger:
        await ledger.add([draft("A-1")])
        await finish(ledger, A_1=rejected("A-1"))

        async def rows() -> AsyncIterator[TaobaoOrder]:
            yield draft("A-1", purchase_amount=999)
            for index in range(600):
                yield draft(f"B-{index}")
            yield draft("B-1", purchase_amount=1)

        with pytest.raises(DraftConflictError):
            await ledger.add(rows())
        assert await states(ledger) == {"A-1": "rejected"}
        entry = await ledger.find("A-1")
        assert entry is not None
        assert TaobaoOrder.loads(entry.payload).purchase_amount == 400


async def test_a_seal_that_finds_no_batch_raises(address: str) -> None:
    async with open_ledger(address, TaobaoOrder, client_for()) as ledger:
        with pytest.raises(LedgerLostError, match="nothing was added"):
            await ledger._database.write(lambda connection: batches.seal_batch(connection, 7, now=0.0))


async def test_a_rejection_that_is_not_certain_is_neither_corrected_nor_sent_again(address: str) -> None:
    async with open_ledger(address, TaobaoOrder, client_for()) as ledger:
        await ledger.add([draft("A-1")])
        await finish(ledger, A_1=rejected("A-1", certain=False))
        assert (await ledger.add([draft("A-1")], retry_rejected=True)).known == 1
        with pytest.raises(DraftConflictError, match="4001 of its rejection does not prove"):
            await ledger.add([draft("A-1", purchase_amount=1)])
        assert (await ledger.counts()).uncertain == 1
        assert await ledger.decide_code_not_created("4001", note="test") == 1
        assert (await ledger.add([draft("A-1", purchase_amount=1)])).replaced == 1
        assert await states(ledger) == {"A-1": "pending"}


# -- ids ---------------------------------------------------------------------------------------------------------------


async def test_an_order_id_belongs_to_one_draft(address: str) -> None:
    async with open_ledger(address, TaobaoOrder, client_for()) as ledger:
        await ledger.add([draft("A-1"), draft("A-2"), draft("A-3")])
        await finish(
            ledger,
            A_1=Outcome(key="A-1", state="created", order_ids=("PO-1", "PO-2")),
            A_2=Outcome(key="A-2", state="created", order_ids=("PO-2",)),
            A_3=Outcome(key="A-3", state="unknown"),
        )
        assert await states(ledger) == {"A-1": "created", "A-2": "unknown", "A-3": "unknown"}
        entry = await ledger.find("A-2")
        assert entry is not None
        assert entry.note == "the response names the order PO-2, which belongs to another draft of the ledger"
        with pytest.raises(OrdersError, match="belongs to another draft"):
            await ledger.decide("A-3", created="PO-1")
        with pytest.raises(OrdersError, match="is empty"):
            await ledger.decide("A-3", created="")
        assert (await ledger.decide("A-3", created=["PO-8", "PO-9"])).order_ids == ("PO-8", "PO-9")


# -- identity ----------------------------------------------------------------------------------------------------------


def client_at(base_url: str) -> PandaPonClient:
    return PandaPonClient(CREDENTIALS, base_url=base_url, transport=httpx.MockTransport(lambda _: answer({}, 500)))


async def test_a_ledger_belongs_to_one_server(address: str) -> None:
    async with open_ledger(address, TaobaoOrder, client_at("http://sandbox.example/api/")):
        pass
    async with open_ledger(address, TaobaoOrder, client_at("HTTP://Sandbox.Example:80/api")):
        pass
    with pytest.raises(LedgerMismatchError, match="the server"):
        async with open_ledger(address, TaobaoOrder, client_at("https://production.example"), sandbox_moved=True):
            pass


async def test_a_sandbox_of_this_machine_may_move_if_that_is_said(address: str) -> None:
    async with open_ledger(address, TaobaoOrder, client_at("http://127.0.0.1:1111")):
        pass
    moved = client_at("http://localhost:2222")
    with pytest.raises(LedgerMismatchError, match="--sandbox-moved"):
        async with open_ledger(address, TaobaoOrder, moved):
            pass
    async with open_ledger(address, TaobaoOrder, moved, sandbox_moved=True):
        pass
    async with open_ledger(address, TaobaoOrder, moved):
        pass


async def test_a_symbolic_link_leads_to_the_same_ledger(tmp_path: Path) -> None:
    (tmp_path / "link").mkdir()
    path, link = tmp_path / "l.sqlite", tmp_path / "link" / "other.sqlite"
    link.symlink_to(path)
    async with (
        open_ledger(path, TaobaoOrder, client_for()) as ledger,
        open_ledger(link, TaobaoOrder, client_for()) as other,
    ):
        await ledger.add([draft("A-1")])
        async with ledger.session() as session:
            await session.claim(1)
            assert await other.recover() == 0
            assert await states(other) == {"A-1": "sending"}


async def test_a_file_with_a_second_name_is_refused(tmp_path: Path) -> None:
    """SQLite's side files belong to one name: through the other one, its latest commits cannot be seen."""
    path, link = tmp_path / "l.sqlite", tmp_path / "hard.sqlite"
    async with open_ledger(path, TaobaoOrder, client_for()):
        os.link(path, link)
    for name in (path, link):
        with pytest.raises(LedgerError, match="2 names"):
            async with open_ledger(name):
                pass


async def test_a_file_that_is_removed_takes_no_more_commits(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    async with open_ledger(path, TaobaoOrder, client_for()) as ledger:
        await ledger.add([draft("A-1")])
        path.unlink()
        with pytest.raises(LedgerLostError, match="removed or replaced"):
            await ledger.add([draft("A-2")])
        assert not path.exists()


# -- time --------------------------------------------------------------------------------------------------------------


async def test_a_clock_that_is_ahead_does_not_end_a_quiet_period(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    async with open_ledger(path, TaobaoOrder, client_for()) as ledger:
        await ledger.add([draft("A-1")])
        await finish(ledger, A_1=Outcome(key="A-1", state="unknown"))

    async def look_up(*_: object) -> Resolution:
        return NotCreated()

    async with open_ledger(path, clock=lambda: time.time() + 1e6) as other:
        assert (await other.resolve(look_up, quiet_period=120)).too_early == 1


# -- versions ----------------------------------------------------------------------------------------------------------

#: The tables of version 1, and what they held: one draft in each state.
VERSION_1 = """
CREATE TABLE ledger (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE owners (id TEXT NOT NULL PRIMARY KEY, host TEXT NOT NULL, pid INTEGER NOT NULL, since FLOAT NOT NULL);
CREATE TABLE batches (id {serial} PRIMARY KEY, owner TEXT, sealed BOOLEAN NOT NULL, added_at FLOAT NOT NULL);
CREATE TABLE drafts (position {serial} PRIMARY KEY, key TEXT NOT NULL UNIQUE, digest TEXT NOT NULL,
    batch BIGINT NOT NULL, state TEXT NOT NULL, owner TEXT, attempts INTEGER NOT NULL, changed_at FLOAT NOT NULL,
    sent_at FLOAT, order_id TEXT, code TEXT, message TEXT, request_id TEXT, note TEXT, answer {bytes});
CREATE INDEX drafts_by_state ON drafts (state, position);
CREATE TABLE payloads (position BIGINT NOT NULL PRIMARY KEY, payload {bytes} NOT NULL);
INSERT INTO batches (owner, sealed, added_at) VALUES (NULL, {true}, 1), ('gone', {false}, 1);
"""


async def make_version_1(address: str, ledger: Ledger) -> None:
    """Put a ledger of version 1 where an empty one of today is."""
    on_server = address.startswith("postgresql")
    kinds = (
        {"serial": "BIGSERIAL", "bytes": "BYTEA", "true": "true", "false": "false"}
        if on_server
        else {"serial": "INTEGER", "bytes": "BLOB", "true": "1", "false": "0"}
    )
    schema = f"{re.findall('schema=(.*)', address)[0]}." if on_server else ""
    tables = ("order_ids", "replacements", "payloads", "drafts", "batches", "workers")
    statements = [f"DROP TABLE {schema}{table}" for table in tables]
    script = VERSION_1.format(**kinds)
    for name in ("owners", "batches", "drafts", "payloads"):
        script = re.sub(rf"\b(TABLE|INTO|ON) {name}\b", rf"\1 {schema}{name}", script)
    statements += [part for part in script.split(";") if part.strip() and "TABLE ledger" not in part]
    rows = {
        "A-1": ("pending", None),
        "A-2": ("created", "PO-1,PO-2"),
        "A-3": ("rejected", None),
        "A-4": ("sending", None),
    }
    for position, (key, (state, order_id)) in enumerate(rows.items(), start=1):
        shown = f"'{order_id}'" if order_id else "NULL"
        statements.append(
            f"INSERT INTO {schema}drafts (key, digest, batch, state, attempts, changed_at, order_id, code) "
            f"VALUES ('{key}', '{draft(key).store().digest}', 1, '{state}', 1, 1, {shown}, '4001')"
        )
        payload = draft(key).store().payload.hex()
        value = f"decode('{payload}', 'hex')" if on_server else f"x'{payload}'"
        statements.append(f"INSERT INTO {schema}payloads (position, payload) VALUES ({position}, {value})")
    statements.append(f"UPDATE {schema}ledger SET value = '1' WHERE name = 'version'")
    statements.append(f"DELETE FROM {schema}ledger WHERE name = 'base_url'")

    def run(connection: object) -> None:
        for statement in statements:
            connection.exec_driver_sql(statement)  # type: ignore[attr-defined]

    await ledger._database.write(run)


async def test_a_ledger_of_version_1_is_upgraded(address: str) -> None:
    async with open_ledger(address, TaobaoOrder, client_for()) as ledger:
        await make_version_1(address, ledger)
    async with open_ledger(address, TaobaoOrder, client_for()) as ledger:
        assert await states(ledger) == {"A-1": "pending", "A-2": "created", "A-3": "rejected", "A-4": "unknown"}
        entry = await ledger.find("A-2")
        assert entry is not None
        assert entry.order_ids == ("PO-1", "PO-2")
        assert (await ledger.counts()).uncertain == 1
        assert (await ledger.add([draft("A-1"), draft("A-9")])).new == 1
        assert ledger.identity.base_url == "https://api.pandapon.com:443"
        found = await ledger._database.read(lambda connection: connection.scalar(text("SELECT 1")))
        assert found == 1


# -- size --------------------------------------------------------------------------------------------------------------


async def test_no_everyday_query_scans_or_sorts_the_drafts(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    async with open_ledger(path, TaobaoOrder, client_for()) as ledger:
        await ledger.add([draft("A-1")])
    queries = {
        "a page of all drafts": lookups.entries_after(None, after=7, limit=500),
        "a page of one state": lookups.entries_after("created", after=7, limit=500),
        "claiming": claims._NEXT,
        "pending": claims._PENDING.limit(1),
    }
    with sqlite3.connect(path) as connection:
        for name, query in queries.items():
            compiled = str(query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": False}))
            statement = re.sub(r":\w+", "7", re.sub(r"\?", "7", compiled))
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
            assert not [step for step in plan if "TEMP B-TREE" in step or "SCAN drafts" in step], (name, plan)


# -- retention ---------------------------------------------------------------------------------------------------------


async def test_personal_data_of_finished_drafts_are_removed_and_nothing_is_sent_again(address: str) -> None:
    async with open_ledger(address, TaobaoOrder, client_for(), fence_times=FENCE_TIMES) as ledger:
        await ledger.add([draft(f"A-{index}") for index in range(4)])
        await finish(
            ledger,
            A_0=Outcome(key="A-0", state="created", order_ids=("PO-1",), answer={"name": "Planted Person"}),
            A_1=rejected("A-1"),
            A_2=rejected("A-2", certain=False),
            A_3=Outcome(key="A-3", state="unknown"),
        )
        assert await ledger.purge(older_than=3600) == 0
        assert await ledger.purge("created", "rejected", older_than=0) == 2
        with pytest.raises(LedgerError, match="not finished"):
            await ledger.purge("unknown", older_than=0)
        found = {entry.key: (b"Planted" in entry.payload, entry.order_ids) async for entry in ledger.entries()}
        assert found == {"A-0": (False, ("PO-1",)), "A-1": (False, ()), "A-2": (True, ()), "A-3": (True, ())}
        assert (await ledger.add([draft("A-0")])).known == 1
        with pytest.raises(DraftConflictError):
            await ledger.add([draft("A-0", purchase_amount=1)])
        assert (await ledger.add([draft("A-1")], retry_rejected=True)).replaced == 1
    if not address.startswith("postgresql"):
        assert Path(address).read_bytes().count(b"1 Planted Road") == 3  # noqa: ASYNC240
