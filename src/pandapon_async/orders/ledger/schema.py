"""Tables of a ledger.

Rows of ``drafts`` are small and change three times in their lives. What is large and rarely changes is in ``payloads``,
so that a change of state rewrites little. Flags are 1 or NULL: partial indexes then hold the few flagged rows only.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

from pandapon_async._storage.workers import workers_table

__all__ = ["BATCHES", "DRAFTS", "LEDGER", "METADATA", "ORDER_IDS", "PAYLOADS", "REPLACEMENTS", "WORKERS"]

METADATA: Final = MetaData()

#: SQLite counts by itself in columns of exactly this type.
_SERIAL: Final = BigInteger().with_variant(Integer(), "sqlite")
_POSITION: Final = BigInteger().with_variant(Integer(), "sqlite")

LEDGER: Final = Table(
    "ledger",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    comment="What the ledger is: version of its tables, account, base URL, surface, kind of draft.",
)

WORKERS: Final = workers_table(METADATA)

BATCHES: Final = Table(
    "batches",
    METADATA,
    Column("id", _SERIAL, primary_key=True),
    Column("worker", Text),
    Column("unsealed", Integer),
    Column("size", BigInteger, nullable=False),
    Column("added_at", Float(53), nullable=False),
    comment="Drafts that were added together. Those of an unsealed batch are not sent yet.",
)

DRAFTS: Final = Table(
    "drafts",
    METADATA,
    Column("position", _SERIAL, primary_key=True),
    Column("key", Text, nullable=False),
    # The same for all spellings of the key.
    Column("identity", Text, nullable=False, unique=True),
    Column("digest", Text, nullable=False),
    Column("batch", BigInteger, ForeignKey(BATCHES.c.id), nullable=False),
    Column("state", Text, nullable=False),
    Column("worker", Text),
    Column("attempts", Integer, nullable=False),
    Column("changed_at", Float(53), nullable=False),
    Column("sent_at", Float(53)),
    Column("quiet_from", Float(53)),
    Column("uncertain", Integer),
    Column("without_id", Integer),
    Column("missing", Text),
    Column("code", Text),
    Column("message", Text),
    Column("request_id", Text),
    Column("note", Text),
    Column("answer", LargeBinary),
)

_code: Final = text("code IS NOT NULL")
_uncertain: Final = text("uncertain IS NOT NULL")
_without_id: Final = text("without_id IS NOT NULL")
_unsealed: Final = text("unsealed IS NOT NULL")
Index("drafts_by_state", DRAFTS.c.state, DRAFTS.c.position)
Index(
    "drafts_by_code",
    DRAFTS.c.state,
    DRAFTS.c.code,
    DRAFTS.c.uncertain,
    DRAFTS.c.position,
    sqlite_where=_code,
    postgresql_where=_code,
)
Index("drafts_uncertain", DRAFTS.c.position, sqlite_where=_uncertain, postgresql_where=_uncertain)
Index("drafts_without_id", DRAFTS.c.position, sqlite_where=_without_id, postgresql_where=_without_id)
Index("batches_unsealed", BATCHES.c.id, sqlite_where=_unsealed, postgresql_where=_unsealed)

PAYLOADS: Final = Table(
    "payloads",
    METADATA,
    Column("position", _POSITION, ForeignKey(DRAFTS.c.position), primary_key=True, autoincrement=False),
    Column("payload", LargeBinary, nullable=False),
    # When the personal data were removed.
    Column("purged_at", Float(53)),
)

ORDER_IDS: Final = Table(
    "order_ids",
    METADATA,
    Column("order_id", Text, primary_key=True),
    Column("position", _POSITION, ForeignKey(DRAFTS.c.position), nullable=False),
    Column("number", Integer, nullable=False),
    Index("order_ids_of_draft", "position", "number"),
    comment="Ids of the platform's. Each belongs to one draft; a draft of several sellers' goods has several.",
)

REPLACEMENTS: Final = Table(
    "replacements",
    METADATA,
    Column("batch", BigInteger, ForeignKey(BATCHES.c.id), primary_key=True, autoincrement=False),
    Column("position", _POSITION, ForeignKey(DRAFTS.c.position), primary_key=True, autoincrement=False),
    Column("attempts", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    comment="Drafts that take the place of rejected ones once their batch is sealed.",
)
