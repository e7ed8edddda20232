"""Resolving doubts: finding out whether a draft of unknown outcome was created.

No documented answer or message returns the caller's own order number, so a library cannot simply ask the platform. It
asks whoever can tell: a function of the user's, or a person. Orders of 1688 can be matched: see ``matching``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import anyio
import attrs

from pandapon_async.orders.errors import OrdersError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from pandapon_async.orders.drafts.draft import Draft
    from pandapon_async.orders.ledger.ledger import Ledger
    from pandapon_async.orders.ledger.states import Entry

__all__ = [
    "DEFAULT_SETTLE",
    "NotCreated",
    "Resolution",
    "ResolvedCreated",
    "Resolver",
    "StillUnknown",
    "resolve_unknown",
]

#: Seconds after which a request that left is taken to have had its effect, or never to have one.
DEFAULT_SETTLE: Final = 120.0


@attrs.frozen
class ResolvedCreated:
    """The draft was created.

    Attributes:
        order_id: The platform's id.
    """

    order_id: str


@attrs.frozen
class NotCreated:
    """The draft was certainly not created, and cannot be any more: it may be sent again."""


@attrs.frozen
class StillUnknown:
    """Nobody can tell yet."""

    why: str = ""


Resolution: TypeAlias = "ResolvedCreated | NotCreated | StillUnknown"
Resolver: TypeAlias = "Callable[[Draft, Entry], Awaitable[Resolution]]"
"""Finds out about a draft. Where in doubt, it answers :class:`StillUnknown`: :class:`NotCreated` sends it again."""


@attrs.define(kw_only=True)
class Resolved:
    """What came of an attempt to resolve all doubts.

    Attributes:
        created: Drafts that were found.
        not_created: Drafts that are pending again.
        still_unknown: Drafts that nobody could tell of.
        too_early: Drafts whose request may still be on its way.
    """

    created: int = 0
    not_created: int = 0
    still_unknown: int = 0
    too_early: int = 0


async def resolve_unknown(
    ledger: Ledger,
    resolver: Resolver,
    *,
    settle: float = DEFAULT_SETTLE,
    wait: bool = False,
    name: str = "a resolver",
) -> Resolved:
    """Ask about every draft of unknown outcome, one after the other, and record what is said.

    A request whose answer was not waited for may still be executed: the server may be slow, and what a dead process
    had sent is still on its way. "I see no such order" means nothing before that is over. So a draft is asked about
    only once it has been unknown for ``settle`` seconds; they must be more than the server ever takes.

    Args:
        ledger: The ledger.
        resolver: Finds out about one draft.
        settle: Seconds to leave a draft alone.
        wait: Whether to wait until all are old enough, instead of passing over the younger ones.
        name: Who says so, for the notes in the ledger.
    """
    await ledger.recover()
    result = Resolved()

    async def one(entry: Entry) -> None:
        match await resolver(ledger.drafts.loads(entry.payload), entry):
            case ResolvedCreated(order_id):
                result.created += await ledger.settle_created(entry, order_id, note=f"found by {name}")
            case NotCreated():
                result.not_created += await ledger.settle_not_created(entry, note=f"not created, says {name}")
            case StillUnknown():
                result.still_unknown += 1

    async for entry in ledger.entries("unknown"):
        left = entry.changed_at + settle - ledger.now()
        if left > 0 and not wait:
            result.too_early += 1
            continue
        await anyio.sleep(max(0.0, left))
        await one(entry)
    return result


async def resolve_by_hand(ledger: Ledger, key: str, *, created: str | None) -> Entry:
    """Record what a person found out about one draft.

    Args:
        ledger: The ledger.
        key: The caller's own order number.
        created: The platform's id of what was created; ``None``: nothing was.

    Returns:
        The draft as it is now.

    Raises:
        OrdersError: There is no such draft, or its outcome is not unknown.
    """
    await ledger.recover()
    entry = await ledger.find(key)
    if entry is None:
        raise OrdersError(f"the ledger {ledger.address} has no draft {key!r}")
    if entry.state != "unknown" and (entry.state != "rejected" or entry.certain):
        raise OrdersError(f"the draft {key!r} is {entry.state}; only one of unknown outcome can be resolved")
    if created is None:
        done = await ledger.settle_not_created(entry, note="not created, says a person")
    else:
        done = await ledger.settle_created(entry, created, note="found by a person")
    after = await ledger.find(key)
    if not done or after is None:
        raise OrdersError(f"the draft {key!r} was changed by another process meanwhile; look again")
    return after
