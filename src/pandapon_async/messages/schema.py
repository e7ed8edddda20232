"""Tables of an inbox, and their version."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text, text

__all__ = ["INBOX", "MESSAGES", "METADATA", "SCHEMA_VERSION"]

#: Grows when the tables change. An older inbox is brought up to date when opened, a newer one is refused.
SCHEMA_VERSION: Final = 1

METADATA: Final = MetaData()

#: SQLite counts by itself in columns of exactly this type.
_SERIAL: Final = BigInteger().with_variant(Integer(), "sqlite")

INBOX: Final = Table(
    "inbox",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    comment="What the inbox is: version of its tables.",
)

MESSAGES: Final = Table(
    "messages",
    METADATA,
    Column("position", _SERIAL, primary_key=True),
    # Two pushes with one digest are one message, and so are two of one change.
    Column("digest", Text, nullable=False, unique=True),
    Column("change", Text, unique=True),
    Column("state", Text, nullable=False),
    Column("owner", Text),
    Column("attempts", Integer, nullable=False),
    Column("due_at", Float(53), nullable=False),
    Column("type", Text, nullable=False),
    Column("platform", BigInteger),
    Column("order_id", Text),
    # When it was pushed, or where that is not told, received: what messages of one order are sorted by.
    Column("sorted_at", Float(53), nullable=False),
    Column("pushed_at", Float(53)),
    Column("received_at", Float(53), nullable=False),
    Column("changed_at", Float(53), nullable=False),
    Column("error", Text),
    Column("body", LargeBinary, nullable=False),
)

_waiting = text("state = 'pending'")
Index("messages_due", MESSAGES.c.due_at, MESSAGES.c.position, sqlite_where=_waiting, postgresql_where=_waiting)
Index(
    "messages_of_order",
    MESSAGES.c.order_id,
    MESSAGES.c.sorted_at,
    MESSAGES.c.position,
    sqlite_where=_waiting,
    postgresql_where=_waiting,
)
