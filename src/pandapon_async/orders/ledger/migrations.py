"""Changes of a ledger's tables from version to version.

A migration is written in SQL of its own where it names old tables. The last migration may use the declarations in
:mod:`schema`; when another one is added, it gets declarations of its own.
"""

# The schema that stands in the statements is a checked name.
# ruff: noqa: S608

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from pandapon_async.orders.drafts.values import key_identity
from pandapon_async.orders.ledger.schema import METADATA

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from pandapon_async._storage.schema import Migration

__all__ = ["MIGRATIONS"]

_PAGE: Final = 1000
_OLD: Final = ("drafts", "payloads", "batches")


def _to_version_2(connection: Connection) -> None:
    """Foreign keys, order ids in a table of their own, replacements in their batch, workers instead of owners."""
    schema = connection.get_execution_options().get("schema_translate_map", {}).get(None)
    prefix = f"{schema}." if schema else ""

    def run(statement: str, **values: object) -> None:
        connection.execute(text(statement), values)

    # A worker of the old version may still be at work; it does not know the new tables, and its lock has another name.
    if connection.scalar(text(f"SELECT count(*) FROM {prefix}drafts WHERE state = 'sending'")):
        run(
            f"UPDATE {prefix}drafts SET state = 'unknown', note = 'it was being sent when the ledger was upgraded' "
            "WHERE state = 'sending'"
        )
    run(f"DROP INDEX {prefix}drafts_by_state")
    for table in _OLD:
        run(f"ALTER TABLE {prefix}{table} RENAME TO {table}_1")
    METADATA.create_all(connection)
    run(
        f"INSERT INTO {prefix}batches (id, worker, unsealed, size, added_at) "
        f"SELECT id, NULL, NULL, 0, added_at FROM {prefix}batches_1 WHERE sealed"
    )
    # What an old rejection proves is not known: its code has to be judged first.
    run(
        f"INSERT INTO {prefix}drafts (position, key, identity, digest, batch, state, attempts, changed_at, sent_at, "
        "quiet_from, uncertain, without_id, code, message, request_id, note, answer) "
        "SELECT d.position, d.key, '#' || d.position, d.digest, d.batch, d.state, d.attempts, d.changed_at, d.sent_at, "
        "CASE WHEN d.state = 'unknown' THEN d.changed_at END, "
        "CASE WHEN d.state = 'rejected' AND coalesce(d.code, '') <> 'invalid' THEN 1 END, "
        "CASE WHEN d.state = 'created' AND coalesce(d.order_id, '') = '' THEN 1 END, "
        "d.code, d.message, d.request_id, d.note, d.answer "
        f"FROM {prefix}drafts_1 d WHERE d.batch IN (SELECT id FROM {prefix}batches)"
    )
    run(
        f"INSERT INTO {prefix}payloads (position, payload) SELECT position, payload FROM {prefix}payloads_1 "
        f"WHERE position IN (SELECT position FROM {prefix}drafts)"
    )
    _identify_keys(connection, prefix)
    _split_order_ids(connection, prefix)
    for table in (*_OLD,):
        run(f"DROP TABLE {prefix}{table}_1")
    run(f"DROP TABLE {prefix}owners")
    if schema:
        for table, column in (("drafts", "position"), ("batches", "id")):
            run(
                f"SELECT setval(pg_get_serial_sequence('{prefix}{table}', '{column}'), "
                f"(SELECT coalesce(max({column}), 0) + 1 FROM {prefix}{table}), false)"
            )


def _identify_keys(connection: Connection, prefix: str) -> None:
    """Give drafts the identity of their key; of two spellings of one key, the earlier draft gets it."""
    after = 0
    page = text(f"SELECT position, key FROM {prefix}drafts WHERE position > :after ORDER BY position LIMIT :page")
    change = text(
        f"UPDATE {prefix}drafts SET identity = :identity WHERE position = :position "
        f"AND NOT EXISTS (SELECT 1 FROM {prefix}drafts other WHERE other.identity = :identity)"
    )
    while rows := connection.execute(page, {"after": after, "page": _PAGE}).all():
        for position, key in rows:
            connection.execute(change, {"identity": key_identity(key), "position": position})
        after = rows[-1][0]


def _split_order_ids(connection: Connection, prefix: str) -> None:
    """Store the ids that were joined by commas; one that an earlier draft has already leaves the draft in doubt."""
    after = 0
    page = text(
        f"SELECT position, order_id FROM {prefix}drafts_1 "
        "WHERE order_id IS NOT NULL AND order_id <> '' AND position > :after ORDER BY position LIMIT :page"
    )
    insert = text(
        f"INSERT INTO {prefix}order_ids (order_id, position, number) VALUES (:order_id, :position, :number) "
        "ON CONFLICT (order_id) DO NOTHING RETURNING position"
    )
    doubt = text(
        f"UPDATE {prefix}drafts SET state = 'unknown', quiet_from = changed_at, "
        "note = 'an earlier draft has the same order id' WHERE position = :position"
    )
    while rows := connection.execute(page, {"after": after, "page": _PAGE}).all():
        for position, joined in rows:
            for number, order_id in enumerate(dict.fromkeys(joined.split(","))):
                values = {"order_id": order_id, "position": position, "number": number}
                if connection.execute(insert, values).first() is None:
                    connection.execute(doubt, {"position": position})
        after = rows[-1][0]


MIGRATIONS: Final[tuple[Migration, ...]] = (_to_version_2,)
