"""Tables of an inbox, their version, and the migrations from older versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import BigInteger, Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text, text

from pandapon_async._storage.schema import StoreSchema
from pandapon_async._storage.workers import workers_table
from pandapon_async.messages.errors import InboxVersionError

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["INBOX", "MESSAGES", "SCHEMA", "WORKERS"]

_METADATA: Final = MetaData()

#: SQLite generates values only for columns of exactly this type.
_SERIAL: Final = BigInteger().with_variant(Integer(), "sqlite")

INBOX: Final = Table(
    "inbox",
    _METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    comment="Properties of the inbox: the version of its tables.",
)

WORKERS: Final = workers_table(_METADATA)

MESSAGES: Final = Table(
    "messages",
    _METADATA,
    Column("position", _SERIAL, primary_key=True),
    # Two pushes with an equal value in one of these two columns are the same message.
    Column("fingerprint", Text, nullable=False, unique=True),
    Column("once_fingerprint", Text, unique=True),
    Column("state", Text, nullable=False),
    Column("owner", Text),
    Column("attempts", Integer, nullable=False),
    Column("due_at", Float(53), nullable=False),
    Column("type", Text, nullable=False),
    Column("platform", BigInteger),
    Column("order_id", Text),
    # When it was pushed, otherwise when it was received. Messages of one order are handled in this order.
    Column("sorted_at", Float(53), nullable=False),
    Column("pushed_at", Float(53)),
    Column("received_at", Float(53), nullable=False),
    Column("changed_at", Float(53), nullable=False),
    Column("error", Text),
    Column("body", LargeBinary, nullable=False),
)


def _index(name: str, *columns: str, where: str | None = None) -> None:
    condition = None if where is None else text(where)
    Index(name, *(MESSAGES.c[column] for column in columns), sqlite_where=condition, postgresql_where=condition)


# Claiming: what is due, and whether an earlier message of the same order is unfinished.
_index("messages_due", "due_at", "position", where="state = 'pending'")
_index("messages_of_order", "order_id", "sorted_at", "position", where="state = 'pending'")
# Recovery: which workers have claimed messages.
_index("messages_claimed", "owner", where="owner IS NOT NULL")
# Counting, and listing by state or order.
_index("messages_by_state", "state", "position")
_index("messages_by_order", "order_id", "position")
# Purging.
_index("messages_finished", "state", "changed_at", where="state <> 'pending'")


def _to_version_2(connection: Connection) -> None:
    """Rename columns and states; add the workers, and the indexes for recovery, listing and purging.

    Fingerprints of version 1 are kept. A push that arrives before and again after the upgrade is handled twice.
    """
    schema = connection.get_execution_options().get("schema_translate_map", {}).get(None)
    prefix = f"{schema}." if schema else ""
    connection.execute(text(f"ALTER TABLE {prefix}messages RENAME COLUMN digest TO fingerprint"))
    connection.execute(text(f'ALTER TABLE {prefix}messages RENAME COLUMN "change" TO once_fingerprint'))
    connection.execute(text(f"UPDATE {prefix}messages SET state = 'dead_letter' WHERE state = 'dead'"))  # noqa: S608
    # No worker of the old version is registered, so nobody would release its claims.
    connection.execute(text(f"UPDATE {prefix}messages SET owner = NULL WHERE owner IS NOT NULL"))  # noqa: S608
    WORKERS.create(connection)
    for index in MESSAGES.indexes:
        index.create(connection, checkfirst=True)


SCHEMA: Final = StoreSchema(
    metadata=_METADATA,
    info=INBOX,
    migrations=[_to_version_2],
    too_new=InboxVersionError,
    creation_lock=7_391_004_114,
)
