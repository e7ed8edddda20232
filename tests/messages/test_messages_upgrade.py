"""An inbox of version 1 is upgraded when it is opened."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import anyio
import pytest
from pushes import PAID, PRICE, push
from sqlalchemy import Connection, inspect, text

from pandapon_async._storage.database import Database
from pandapon_async.messages import InboxError, open_inbox
from pandapon_async.messages.inbox import connect_inbox
from pandapon_async.messages.schema import MESSAGES, WORKERS

#: The tables of version 1, without PostgreSQL's types.
VERSION_1 = """
CREATE TABLE {schema}inbox (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE {schema}messages (
    position {serial}, digest TEXT NOT NULL UNIQUE, "change" TEXT UNIQUE, state TEXT NOT NULL, owner TEXT,
    attempts INTEGER NOT NULL, due_at DOUBLE PRECISION NOT NULL, type TEXT NOT NULL, platform BIGINT, order_id TEXT,
    sorted_at DOUBLE PRECISION NOT NULL, pushed_at DOUBLE PRECISION, received_at DOUBLE PRECISION NOT NULL,
    changed_at DOUBLE PRECISION NOT NULL, error TEXT, body {blob} NOT NULL
);
CREATE INDEX messages_due ON {schema}messages (due_at, position) WHERE state = 'pending';
CREATE INDEX messages_of_order ON {schema}messages (order_id, sorted_at, position) WHERE state = 'pending';
INSERT INTO {schema}inbox VALUES ('version', '1');
"""
ROW = (
    'INSERT INTO {schema}messages (digest, "change", state, owner, attempts, due_at, type, order_id, sorted_at, '
    "received_at, changed_at, error, body) VALUES (:digest, :digest, :state, :owner, 1, 0, :type, :order, 0, 0, 0, "
    ":error, :body)"
)
ROWS = [
    {"digest": "a", "state": "dead", "owner": None, "type": PAID, "order": "1", "error": "OSError", "body": push("1")},
    {"digest": "b", "state": "pending", "owner": "gone", "type": PRICE, "order": "2", "error": None, "body": push("2")},
    {"digest": "c", "state": "handled", "owner": None, "type": PAID, "order": "3", "error": None, "body": push("3")},
]


async def make_version_1(address: str) -> None:
    # Opened and emptied first, so that the database is reached exactly as the product reaches it.
    inbox = await connect_inbox(address, create=True)
    database: Database = inbox._database

    def make(connection: Connection) -> None:
        schema = f"{database.schema}." if database.schema else ""
        for table in ("messages", "inbox", "workers"):
            connection.execute(text(f"DROP TABLE {schema}{table}"))
        types = ("BIGSERIAL PRIMARY KEY", "BYTEA") if database.schema else ("INTEGER PRIMARY KEY", "BLOB")
        for statement in VERSION_1.format(schema=schema, serial=types[0], blob=types[1]).split(";"):
            if statement.strip():
                connection.execute(text(statement))
        connection.execute(text(ROW.format(schema=schema)), ROWS)

    await database.write(make)
    await inbox.close()


async def test_messages_stay_and_get_the_new_names(address: str) -> None:
    await make_version_1(address)
    async with open_inbox(address) as inbox:
        entries = [(e.order_id, e.state, e.error, e.handling) async for e in inbox.entries()]
        assert entries == [
            ("3", "handled", None, False),
            ("2", "pending", None, False),
            ("1", "dead_letter", "OSError", False),
        ]
        assert [message.body for message in await inbox.claim("me", 5)] == [ROWS[1]["body"]]
        assert await inbox.replay(states=["dead_letter"]) == 1


async def test_an_upgraded_inbox_has_the_tables_of_a_new_one(address: str) -> None:
    await make_version_1(address)

    async with open_inbox(address) as inbox:
        database = inbox._database

        def look(connection: Connection) -> tuple[set[str], set[str], bool]:
            found = inspect(connection)
            columns = {str(column["name"]) for column in found.get_columns("messages", schema=database.schema)}
            indexes = {str(index["name"]) for index in found.get_indexes("messages", schema=database.schema)}
            return columns, indexes, found.has_table(WORKERS.name, schema=database.schema)

        columns, indexes, workers = await database.read(look)
    assert columns == {column.name for column in MESSAGES.columns}
    assert indexes >= {index.name for index in MESSAGES.indexes}
    assert workers


@pytest.mark.parametrize("version", ["", "one", "0"])
def test_a_version_that_makes_no_sense_is_another_database(tmp_path: Path, version: str) -> None:
    file = tmp_path / "inbox.sqlite"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE inbox (name TEXT, value TEXT)")
    connection.execute("INSERT INTO inbox VALUES ('version', ?)", (version,))
    connection.commit()
    connection.close()

    async def run() -> None:
        async with open_inbox(file):
            pass

    with pytest.raises(InboxError, match="a database, but not an inbox"):
        anyio.run(run)
