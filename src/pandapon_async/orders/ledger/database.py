"""The ledger as a kind of store."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from pandapon_async._storage.database import Database
from pandapon_async._storage.kinds import StoreKind
from pandapon_async.orders.errors import (
    LedgerError,
    LedgerFullError,
    LedgerLockedError,
    LedgerLostError,
    LedgerReadOnlyError,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["LEDGER_KIND", "ledger_database"]

LEDGER_KIND: Final = StoreKind(
    noun="ledger",
    article="a",
    work="drafts",
    schema="pandapon_orders",
    error=LedgerError,
    locked=LedgerLockedError,
    full=LedgerFullError,
    read_only=LedgerReadOnlyError,
    lost=LedgerLostError,
)


def ledger_database(
    address: str | Path, *, create: bool, patience: float = 10.0, clock: Callable[[], float] = time.time
) -> Database:
    """Prepare the database of a ledger; see :meth:`Database.at`.

    Raises:
        LedgerError: The address makes no sense, or there is no such file.
    """
    return Database.at(address, LEDGER_KIND, create=create, patience=patience, clock=clock)
