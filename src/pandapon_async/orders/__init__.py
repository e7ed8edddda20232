"""Batches of orders, each exactly once.

::

    from pandapon_async.orders import Submission, TaobaoOrder, open_ledger

    async with PandaPonClient.from_env() as client, open_ledger("orders.sqlite", TaobaoOrder, client) as ledger:
        await ledger.add(drafts)
        async with Submission(ledger, client) as submission:
            async for outcome in submission:
                print(outcome.key, outcome.state, outcome.order_id)

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
        LedgerFullError,
        LedgerLockedError,
        LedgerLostError,
        LedgerMismatchError,
        LedgerReadOnlyError,
        LedgerVersionError,
        OrdersError,
        RowProblem,
        SubmissionAbortedError,
    )
    from pandapon_async.orders.ledger.ledger import Ledger, open_ledger
    from pandapon_async.orders.ledger.states import STATES, Counts, Entry, Outcome, State
    from pandapon_async.orders.ledger.store import Added
    from pandapon_async.orders.resolution.matching import (
        Matched,
        listed_orders,
        match_orders,
        match_pushed_order,
        orders_by_id,
    )
    from pandapon_async.orders.resolution.resolution import (
        NotCreated,
        Resolution,
        Resolved,
        ResolvedCreated,
        Resolver,
        StillUnknown,
        resolve_by_hand,
        resolve_unknown,
    )
    from pandapon_async.orders.sandbox_console import SandboxConsole
    from pandapon_async.orders.submission.limits import Limits, Progress
    from pandapon_async.orders.submission.submission import Submission

_HOMES = {
    "drafts.files": ("DraftFile", "Repair"),
    "drafts.draft": ("Draft", "DraftKind"),
    "errors": (
        "DraftConflictError",
        "DraftFileError",
        "InvalidDraftError",
        "InvalidDraftsError",
        "LedgerError",
        "LedgerFullError",
        "LedgerLockedError",
        "LedgerLostError",
        "LedgerMismatchError",
        "LedgerReadOnlyError",
        "LedgerVersionError",
        "OrdersError",
        "RowProblem",
        "SubmissionAbortedError",
    ),
    "drafts.export": ("export_drafts", "export_file"),
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
    "ledger.ledger": ("Ledger", "open_ledger"),
    "submission.limits": ("Limits", "Progress"),
    "resolution.matching": ("Matched", "listed_orders", "match_orders", "match_pushed_order", "orders_by_id"),
    "resolution.resolution": (
        "NotCreated",
        "Resolution",
        "Resolved",
        "ResolvedCreated",
        "Resolver",
        "StillUnknown",
        "resolve_by_hand",
        "resolve_unknown",
    ),
    "sandbox_console": ("SandboxConsole",),
    "ledger.states": ("STATES", "Counts", "Entry", "Outcome", "State"),
    "ledger.store": ("Added",),
    "submission.submission": ("Submission",),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "KINDS",
    "STATES",
    "Added",
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
    "LedgerFullError",
    "LedgerLockedError",
    "LedgerLostError",
    "LedgerMismatchError",
    "LedgerReadOnlyError",
    "LedgerVersionError",
    "Limits",
    "Matched",
    "NotCreated",
    "OrdersError",
    "Outcome",
    "Progress",
    "Repair",
    "Resolution",
    "Resolved",
    "ResolvedCreated",
    "Resolver",
    "RowProblem",
    "SandboxConsole",
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
    "resolve_by_hand",
    "resolve_unknown",
]

if not TYPE_CHECKING:
    # Out of type checkers' sight: to them, a __getattr__ would make any name right.
    __getattr__, __dir__ = lazy_names(
        __name__,
        _HOME_OF,
        missing={"sqlalchemy": 'Ledgers need SQLAlchemy. Install it with: pip install "pandapon-async[orders]"'},
    )
