"""No everyday query sorts a large inbox, or reads all of it."""

from __future__ import annotations

import json
import re

import pytest
from pushes import PRICE, push
from sqlalchemy import Connection, event, text

from pandapon_async.messages import Inbox, open_inbox, parse
from pandapon_async.messages.store import Finished

#: Enough for PostgreSQL's planner to prefer an index wherever there is one.
ROWS = 20_000
FILL = """
INSERT INTO {table} (fingerprint, state, attempts, due_at, type, order_id, sorted_at, received_at, changed_at, body)
SELECT 'f' || n, CASE n % 10 WHEN 0 THEN 'pending' WHEN 1 THEN 'dead_letter' WHEN 2 THEN 'skipped' ELSE 'handled' END,
    0, n, 'T', 'order-' || (n / 4), n, n, n, :body
FROM {numbers}
"""
SQLITE_NUMBERS = "(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < :rows) SELECT n FROM c)"


async def fill(inbox: Inbox) -> None:
    database = inbox._database
    table = f"{database.schema}.messages" if database.schema else "messages"
    numbers = "generate_series(1, :rows) AS n" if database.schema else SQLITE_NUMBERS

    def work(connection: Connection) -> None:
        statement = FILL.format(table=table, numbers=numbers)
        connection.execute(text(statement), {"rows": ROWS, "body": push("1") + b" " * 2_000})
        connection.execute(text(f"ANALYZE {table}"))

    await database.write(work)


async def everyday(inbox: Inbox) -> None:
    """What receivers, dispatchers and the command line do again and again."""
    body = push("1", PRICE)
    await inbox.store(parse(body), body)
    async with inbox.worker(3) as worker:
        await inbox.recover(worker)
        claimed = await inbox.claim(worker.id, 16)
        await inbox.finish(Finished(worker.id, claimed[0].position, "handled", 0.0))
        await inbox.release_claims(worker.id, keep=[claimed[1].position])
    for states in ((), ("dead_letter",), ("dead_letter", "handled")):
        async for entry in inbox.entries(*states):  # type: ignore[arg-type]
            await inbox.find(entry.position)
            await inbox.event(entry.position)
            break
    async for _ in inbox.entries("pending", order_id="order-7"):
        pass
    await inbox.replay(claimed[0].position)
    assert await inbox.replay(states=["dead_letter"])
    # Nothing is old enough, as at most times.
    assert await inbox.purge(1e12) == 0


async def test_queries_use_indexes(address: str) -> None:
    plans: dict[str, str] = {}
    explaining = False

    async with open_inbox(address, create=True) as inbox:
        await fill(inbox)
        explain = "EXPLAIN (FORMAT JSON) " if inbox._database.schema else "EXPLAIN QUERY PLAN "

        def look(
            _connection: Connection, cursor: object, statement: str, parameters: object, context: object, many: bool
        ) -> None:
            nonlocal explaining
            del context
            if explaining or "messages" not in statement or not re.match("SELECT|UPDATE|DELETE|INSERT", statement):
                return
            explaining = True
            first = parameters[0] if many else parameters  # type: ignore[index]
            cursor.execute(explain + statement, first)  # type: ignore[attr-defined]
            plans[statement] = json.dumps([list(row) for row in cursor.fetchall()])  # type: ignore[attr-defined]
            explaining = False

        event.listen(inbox._database.engine, "before_cursor_execute", look)
        await everyday(inbox)
        event.remove(inbox._database.engine, "before_cursor_execute", look)

    assert len(plans) >= 12
    for statement, plan in plans.items():
        # SQLite and PostgreSQL each have their words for it.
        assert not re.search(r"SCAN messages(?! USING)|TEMP B-TREE", plan), (statement, plan)
        assert "Seq Scan" not in plan, (statement, plan)
        # The messages of one order may be sorted.
        assert all(int(rows) < 100 for rows in re.findall(r'"Sort", .*?"Plan Rows": (\d+)', plan)), (statement, plan)


async def test_counting_reads_an_index_only(inbox_file: str) -> None:
    async with open_inbox(inbox_file, create=True) as inbox:
        statement = text("EXPLAIN QUERY PLAN SELECT state, count(*) FROM messages GROUP BY state")
        (row,) = await inbox._database.read(lambda connection: connection.execute(statement).all())
    assert "COVERING INDEX messages_by_state" in row[3]


@pytest.mark.parametrize("state", ["handled", "skipped", "dead_letter"])
async def test_purge_deletes_what_has_been_finished_for_long_enough(address: str, state: str) -> None:
    now = 1_000.0
    async with open_inbox(address, create=True, clock=lambda: now) as inbox:
        for order in ("1", "2", "3"):
            body = push(order)
            await inbox.store(parse(body), body)
        for moment, message in zip((2_000.0, 3_000.0), await inbox.claim("me", 2), strict=True):
            now = moment
            await inbox.finish(Finished("me", message.position, state, 0.0))  # type: ignore[arg-type]
        now = 10_000.0
        assert await inbox.purge(8_000.0, states=[state]) == 0  # type: ignore[list-item]
        assert await inbox.purge(7_500.0, states=[state]) == 1  # type: ignore[list-item]
        assert {entry.order_id async for entry in inbox.entries()} == {"2", "3"}
        # Only what is asked for, and never what is pending.
        others = {"handled", "skipped", "dead_letter"} - {state}
        assert await inbox.purge(0.0, states=others) == 0  # type: ignore[arg-type]
        assert await inbox.purge(0.0, states=[state]) == 1  # type: ignore[list-item]
        assert [entry.state async for entry in inbox.entries()] == ["pending"]
