"""Tables of a ledger, and their version.

``drafts`` rows are small and change three times in their lives; what is large and never changes stands in
``payloads``, so that a change of state rewrites little.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text

__all__ = ["BATCHES", "DRAFTS", "LEDGER", "METADATA", "OWNERS", "PAYLOADS", "SCHEMA_VERSION"]

#: Grows when the tables change. An older ledger is brought up to date when opened, a newer one is refused.
SCHEMA_VERSION: Final = 1

METADATA: Final = MetaData()

#: SQLite counts by itself in columns of exactly this type.
_SERIAL: Final = BigInteger().with_variant(Integer(), "sqlite")

LEDGER: Final = Table(
    "ledger",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    comment="What the ledger is: version of its tables, account, surface, kind of draft.",
)

OWNERS: Final = Table(
    "owners",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("host", Text, nullable=False),
    Column("pid", Integer, nullable=False),
    Column("since", Float(53), nullable=False),
    comment="Processes at work. Whether one is alive is told by its lock, not by its row.",
)

BATCHES: Final = Table(
    "batches",
    METADATA,
    Column("id", _SERIAL, primary_key=True),
    Column("owner", Text),
    Column("sealed", Boolean, nullable=False),
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
    Column("batch", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("owner", Text),
    Column("attempts", Integer, nullable=False),
    Column("changed_at", Float(53), nullable=False),
    Column("sent_at", Float(53)),
    Column("order_id", Text),
    Column("certain", Boolean),
    Column("missing", Text),
    Column("code", Text),
    Column("message", Text),
    Column("request_id", Text),
    Column("note", Text),
    Column("answer", LargeBinary),
    Index("drafts_by_state", "state", "position"),
)

PAYLOADS: Final = Table(
    "payloads",
    METADATA,
    Column("position", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False),
    Column("payload", LargeBinary, nullable=False),
)
