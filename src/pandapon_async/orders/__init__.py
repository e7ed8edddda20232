"""Batches of orders, each exactly once.

::

    from pandapon_async.orders import TaobaoOrder, open_ledger

    async with PandaPonClient.from_env() as client, open_ledger("orders.sqlite", TaobaoOrder, client) as ledger:
        await ledger.add(drafts)
        async with ledger.submit() as outcomes:
            async for outcome in outcomes:
                print(outcome.key, outcome.state, outcome.order_ids)

It needs the extra ``orders``, and ``postgres`` for a ledger on PostgreSQL. Names are imported when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.lazy_imports import lazy_names

if TYPE_CHECKING:
    from pandapon_async.orders.drafts.draft import Draft, DraftKind
    from pandapon_async.orders.drafts.export import export_drafts, export_file
    from pandapon_async.orders.drafts.files import DraftFile, Repair
    from pandapon_async.orders.drafts.kinds import (
        KINDS,
        AlibabaOrder,
        AlibabaPayment,
        AlibabaSellersOrder,
        AlibabaV2Order,
        FreightBooking,
        KaFreightBooking,
        KaOrder,
        TaobaoOrder,
    )
    from pandapon_async.orders.errors import (
        DraftConflictError,
        DraftFileError,
        InvalidDraftError,
        InvalidDraftsError,
        LedgerError,
        LedgerLockedError,
        LedgerLostError,
        LedgerMismatchError,
        OrdersError,
        SubmissionAbortedError,
    )
    from pandapon_async.orders.ledger.states import Counts, Entry, Outcome, State
    from pandapon_async.orders.opening import Ledger, open_ledger, place_once
    from pandapon_async.orders.resolution.matching import listed_orders, match_orders, match_pushed_order, orders_by_id
    from pandapon_async.orders.resolution.resolvers import NotCreated, Resolution, ResolvedCreated, StillUnknown
    from pandapon_async.orders.submission.limits import Limits, Progress
    from pandapon_async.orders.submission.submission import Submission

_HOMES = {
    "drafts.draft": ("Draft", "DraftKind"),
    "drafts.export": ("export_drafts", "export_file"),
    "drafts.files": ("DraftFile", "Repair"),
    "drafts.kinds": (
        "KINDS",
        "AlibabaOrder",
        "AlibabaPayment",
        "AlibabaSellersOrder",
        "AlibabaV2Order",
        "FreightBooking",
        "KaFreightBooking",
        "KaOrder",
        "TaobaoOrder",
    ),
    "errors": (
        "DraftConflictError",
        "DraftFileError",
        "InvalidDraftError",
        "InvalidDraftsError",
        "LedgerError",
        "LedgerLockedError",
        "LedgerLostError",
        "LedgerMismatchError",
        "OrdersError",
        "SubmissionAbortedError",
    ),
    "ledger.states": ("Counts", "Entry", "Outcome", "State"),
    "opening": ("Ledger", "open_ledger", "place_once"),
    "resolution.matching": ("listed_orders", "match_orders", "match_pushed_order", "orders_by_id"),
    "resolution.resolvers": ("NotCreated", "Resolution", "ResolvedCreated", "StillUnknown"),
    "submission.limits": ("Limits", "Progress"),
    "submission.submission": ("Submission",),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "KINDS",
    "AlibabaOrder",
    "AlibabaPayment",
    "AlibabaSellersOrder",
    "AlibabaV2Order",
    "Counts",
    "Draft",
    "DraftConflictError",
    "DraftFile",
    "DraftFileError",
    "DraftKind",
    "Entry",
    "FreightBooking",
    "InvalidDraftError",
    "InvalidDraftsError",
    "KaFreightBooking",
    "KaOrder",
    "Ledger",
    "LedgerError",
    "LedgerLockedError",
    "LedgerLostError",
    "LedgerMismatchError",
    "Limits",
    "NotCreated",
    "OrdersError",
    "Outcome",
    "Progress",
    "Repair",
    "Resolution",
    "ResolvedCreated",
    "State",
    "StillUnknown",
    "Submission",
    "SubmissionAbortedError",
    "TaobaoOrder",
    "export_drafts",
    "export_file",
    "listed_orders",
    "match_orders",
    "match_pushed_order",
    "open_ledger",
    "orders_by_id",
    "place_once",
]

if not TYPE_CHECKING:
    # Hidden from type checkers: to them, a __getattr__ would make any name right.
    __getattr__, __dir__ = lazy_names(
        __name__,
        _HOME_OF,
        missing={"sqlalchemy": 'Ledgers need SQLAlchemy. Install it with: pip install "pandapon-async[orders]"'},
    )
