"""The ledger's steady clock: the same for all workers, and without jumps as far as that is possible.

Quiet periods are measured by it. On PostgreSQL it is the server's clock. On SQLite, whose workers share one machine, it
is the machine's clock that never jumps, with an offset to seconds since the epoch that the first worker after a boot
writes down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from pandapon_async._storage.clocks import boot_id, boot_time
from pandapon_async.orders.ledger.schema import LEDGER

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from pandapon_async._storage.database import Database

__all__ = ["keep_steady_time", "steady_now"]

_NAME = "steady clock"


def steady_now(connection: Connection, database: Database) -> float:
    """Return the steady time in seconds."""
    boot = boot_id()
    if database.server is not None or not boot:
        return database.now(connection)
    found = connection.scalar(select(LEDGER.c.value).where(LEDGER.c.name == _NAME)) or ""
    known, _, offset = found.partition(" ")
    return boot_time() + float(offset) if known == boot else database.now(connection)


def keep_steady_time(connection: Connection, database: Database) -> None:
    """Write the offset of this boot down, unless another worker has."""
    boot = boot_id()
    if database.server is not None or not boot:
        return
    found = connection.scalar(select(LEDGER.c.value).where(LEDGER.c.name == _NAME)) or ""
    if found.partition(" ")[0] != boot:
        offset = database.now(connection) - boot_time()
        connection.execute(delete(LEDGER).where(LEDGER.c.name == _NAME))
        connection.execute(insert(LEDGER).values(name=_NAME, value=f"{boot} {offset!r}"))
