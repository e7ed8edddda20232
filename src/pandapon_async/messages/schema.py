"""Tables of an inbox, their version, and the migrations from older versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import BigInteger, Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

__all__ = ["INBOX", "MESSAGES", "METADATA", "MIGRATIONS", "SCHEMA_VERSION"]

METADATA: Final = MetaData()

#: SQLite generates values only for columns of exactly this type.
_SERIAL: Final = BigInteger().with_variant(Integer(), "sqlite")

INBOX: Final = Table(
    "inbox",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    comment="Properties of the inbox: the version of its tables.",
)

MESSAGES: Final = Table(
    "messages",
    METADATA,
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


def _to_2(connection: Connection, prefix: str) -> None:
    """Use the field's terms, and add the indexes for recovery, listing and purging.

    Fingerprints of version 1 are kept. A push that arrives before and again after the upgrade is handled twice.
    """
    connection.execute(text(f"ALTER TABLE {prefix}messages RENAME COLUMN digest TO fingerprint"))
    connection.execute(text(f'ALTER TABLE {prefix}messages RENAME COLUMN "change" TO once_fingerprint'))
    connection.execute(text(f"UPDATE {prefix}messages SET state = 'dead_letter' WHERE state = 'dead'"))  # noqa: S608
    for index in MESSAGES.indexes:
        index.create(connection, checkfirst=True)


#: Each upgrades by one version, the first one from version 1. Called with a connection and the prefix of table names.
MIGRATIONS: Final[tuple[Callable[[Connection, str], None], ...]] = (_to_2,)
SCHEMA_VERSION: Final = len(MIGRATIONS) + 1
