"""Placing a single order, safely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import anyio

from pandapon_async._storage.cancellation import run_to_end
from pandapon_async.orders.errors import BatchInProgressError, OrdersError
from pandapon_async.orders.ledger.claims import Change
from pandapon_async.orders.submission.sending import DraftSender, call_deadline, outcome_of

if TYPE_CHECKING:
    from pandapon_async._core.call.client import Client
    from pandapon_async.orders.drafts.draft import Draft
    from pandapon_async.orders.ledger.ledger import LedgerStore
    from pandapon_async.orders.ledger.states import Entry, Outcome

__all__ = ["place_draft"]

#: Seconds between looks at a draft that another process is adding or sending.
_LOOK: Final = 0.1


async def place_draft(
    ledger: LedgerStore, client: Client, draft: Draft | str, *, deadline: float | None = None
) -> Outcome:
    """Place one order; see :meth:`pandapon_async.orders.Ledger.place_once`."""
    key = draft if isinstance(draft, str) else await _add(ledger, draft)
    while True:
        entry = await _found(ledger, key)
        if entry.state == "pending":
            # To its end, also if the caller is cancelled: a request that was sent deserves a recorded outcome.
            outcome = await run_to_end(_send(ledger, client, key, deadline))
            if outcome is not None:
                return outcome
        elif entry.state != "sending":
            return entry
        await anyio.sleep(_LOOK)
        await ledger.recover()


async def _add(ledger: LedgerStore, draft: Draft) -> str:
    stored = draft.store()
    while True:
        entry = await ledger.find(stored.key)
        if entry is not None and entry.payload == stored.payload:
            return stored.key
        try:
            await ledger.add_one(stored)
        except BatchInProgressError:
            await anyio.sleep(_LOOK)
            await ledger.recover()
        else:
            return stored.key


async def _found(ledger: LedgerStore, key: str) -> Entry:
    entry = await ledger.find(key)
    if entry is None:
        raise OrdersError(f"the ledger {ledger.address} has no draft {key!r}")
    return entry


async def _send(ledger: LedgerStore, client: Client, key: str, deadline: float | None) -> Outcome | None:
    """Send the draft of a key; ``None`` if another process was first."""
    async with ledger.session(deadline=call_deadline(client, deadline)) as session:
        claimed = await session.claim_key(key)
        if claimed is None:
            return None
        call = await DraftSender(ledger.drafts, client, session.worker, deadline).send(claimed)
        recorded = await session.finish([Change(claimed, outcome_of(claimed, call))])
        return recorded.changes[0].outcome if recorded.changes else None
