"""Resolving doubts: finding out whether a draft of unknown outcome was created.

No documented response or message returns the caller's own order number, so the platform cannot simply be asked. The
caller supplies a function that can tell, or a person decides. Orders of 1688 can be matched: see :mod:`matching`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import anyio
import attrs

from pandapon_async.orders.errors import OrdersError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from pandapon_async.orders.drafts.draft import Draft
    from pandapon_async.orders.ledger.ledger import LedgerStore
    from pandapon_async.orders.ledger.states import Entry

__all__ = [
    "DEFAULT_QUIET_PERIOD",
    "NotCreated",
    "Resolution",
    "Resolved",
    "ResolvedCreated",
    "Resolver",
    "StillUnknown",
    "decide",
    "resolve_unknown",
]

#: Seconds after which a request is assumed to have had its effect, or never to have one.
DEFAULT_QUIET_PERIOD: Final = 120.0


@attrs.frozen
class ResolvedCreated:
    """The draft was created.

    Attributes:
        order_id: The platform's id.
        more_order_ids: Further ids, if the platform made several orders of the draft.
    """

    order_id: str
    more_order_ids: tuple[str, ...] = ()


@attrs.frozen
class NotCreated:
    """The draft was certainly not created, and cannot be any more: it may be sent again."""


@attrs.frozen
class StillUnknown:
    """It cannot be told yet."""

    why: str = ""


Resolution: TypeAlias = "ResolvedCreated | NotCreated | StillUnknown"
Resolver: TypeAlias = "Callable[[Draft, Entry], Awaitable[Resolution]]"
"""Finds out about a draft. If in doubt, it returns :class:`StillUnknown`: :class:`NotCreated` sends the draft again."""


@attrs.define(kw_only=True)
class Resolved:
    """The result of an attempt to resolve all doubts.

    Attributes:
        created: Drafts that were found.
        not_created: Drafts that may be sent again.
        still_unknown: Drafts of which the resolver could not tell.
        too_early: Drafts whose request may still be on its way.
    """

    created: int = 0
    not_created: int = 0
    still_unknown: int = 0
    too_early: int = 0


async def resolve_unknown(
    ledger: LedgerStore,
    resolver: Resolver,
    *,
    quiet_period: float = DEFAULT_QUIET_PERIOD,
    wait: bool = False,
    name: str = "a resolver",
) -> Resolved:
    """Ask about every draft in doubt, one after the other, and record the answers.

    A request may be executed after its sender gave up waiting or died: the server may be slow. "I see no such order"
    means nothing before that time is over. So the resolver is asked only once ``quiet_period`` seconds have passed
    since nothing of the draft was on its way to the server any more. The period must be longer than the server ever
    takes. It is measured by the ledger's clock. For a worker that lost its lock without having certainly ended, it
    begins only after the worker's fence and the deadline of its calls have passed.

    Args:
        ledger: The ledger.
        resolver: Finds out about one draft.
        quiet_period: Seconds to leave a draft alone.
        wait: Whether to wait until all are old enough, instead of passing over the younger ones.
        name: Who decides, for the notes in the ledger.

    Raises:
        OrdersError: ``quiet_period`` is negative, or the ledger cannot be read or written.
    """
    if quiet_period < 0:
        raise OrdersError("quiet_period must not be negative")
    await ledger.recover()
    result = Resolved()

    async def one(entry: Entry) -> None:
        match await resolver(ledger.drafts.loads(entry.payload), entry):
            case ResolvedCreated(order_id, more):
                ids = (order_id, *more)
                result.created += await ledger.decide_created(entry, ids, note=f"found by {name}")
            case NotCreated():
                result.not_created += await ledger.decide_not_created(entry, note=f"not created, says {name}")
            case StillUnknown():
                result.still_unknown += 1

    async for entry in ledger.entries("unknown", "rejected"):
        if not entry.in_doubt:
            continue
        begin = entry.changed_at if entry.quiet_from is None else entry.quiet_from
        left = begin + quiet_period - await ledger.steady_now()
        if left > 0 and not wait:
            result.too_early += 1
            continue
        if left > 0:
            await anyio.sleep(left)
        await one(entry)
    return result


async def decide(ledger: LedgerStore, key: str, *, created: Sequence[str] | None) -> Entry:
    """Record what a person found out about one draft in doubt.

    Args:
        ledger: The ledger.
        key: The caller's own order number.
        created: The platform's ids of what was created; ``None``: nothing was.

    Returns:
        The draft as it is now.

    Raises:
        OrdersError: There is no such draft, it is not in doubt, or an id is empty or belongs to another draft.
    """
    entry = await ledger.find(key)
    if entry is not None and entry.state == "sending":
        await ledger.recover()
        entry = await ledger.find(key)
    if entry is None:
        raise OrdersError(f"the ledger {ledger.address} has no draft {key!r}")
    if not entry.in_doubt:
        raise OrdersError(f"the draft {key!r} is {entry.state}; only one of unknown outcome can be resolved")
    if created is None:
        done = await ledger.decide_not_created(entry, note="not created, says a person")
    else:
        done = await ledger.decide_created(entry, created, note="found by a person")
    after = await ledger.find(key)
    if not done or after is None:
        raise OrdersError(f"the draft {key!r} was changed by another process meanwhile; look again")
    return after
