"""Resolving doubts by orders that the platform shows: only where one draft and one order can mean nobody else."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import attrs

from pandapon_async._core.errors import PandaPonError
from pandapon_async._core.schema.json import JsonError, load_json
from pandapon_async.orders.errors import OrdersError
from pandapon_async.orders.iteration import each_of
from pandapon_async.orders.resolution.remote_order import SeenOrder, WantedOrder

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable
    from typing import TypeAlias

    from pandapon_async import PandaPonClient, PandaPonV2Client
    from pandapon_async._core.schema.events import Event
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.models import Model
    from pandapon_async.orders.ledger.ledger import Ledger
    from pandapon_async.orders.ledger.states import Entry

    ShownOrder: TypeAlias = Model | JsonValue

__all__ = ["Matched", "listed_orders", "match_orders", "match_pushed_order", "orders_by_id"]

#: Seconds by which the platform's clock and ours may differ.
DEFAULT_CLOCK_DIFFERENCE: Final = 300.0
#: As the documentation's sample has it.
_WEB_SITE: Final = "1688"
#: Any mobile phone, or none.
_ANY: Final = "any"
#: How many ids are looked up in the ledger together.
_CHUNK: Final = 500


@attrs.define(kw_only=True)
class Matched:
    """What came of an attempt to match orders with drafts of unknown outcome.

    Attributes:
        created: Drafts whose order was found.
        ambiguous: Orders that may be one of several drafts, or drafts that may be one of several orders.
        unmatched: Orders that no draft of the ledger can have become.
        unreadable: Orders that lack an id, a time or goods.
    """

    created: int = 0
    ambiguous: int = 0
    unmatched: int = 0
    unreadable: int = 0


@attrs.frozen(eq=False)
class _Contender:
    """A draft that may have become some of the orders."""

    entry: Entry
    wanted: WantedOrder
    orders: list[SeenOrder]


async def match_orders(
    ledger: Ledger,
    orders: Iterable[ShownOrder] | AsyncIterable[ShownOrder],
    *,
    clock_difference: float = DEFAULT_CLOCK_DIFFERENCE,
) -> Matched:
    """Find the orders that drafts of unknown outcome have become.

    An order and a draft belong together where the goods and their quantities are the same, nothing that is shown
    differs, the receiver (or a remark) is shown and is the same, and the order is not older than the sending; and where
    no other draft of the ledger, and no other of these orders, could be meant as well. Nothing is ever concluded
    from an order that is not there. Orders that somebody placed outside the ledger, with the same goods for the same
    receiver at the same time, cannot be told apart: do not match then, or write your own number into the remark.

    Drafts of 1688 orders only (kinds ``alibaba-order``, ``alibaba-sellers-order``, ``alibaba-v2-order``, ``ka-order``);
    the platform documents no list or detail of the others that shows what was ordered.

    Args:
        ledger: The ledger.
        orders: Models or JSON in 1688's form of an order, as lists, details and pushes have it; the more of the time
            in question they cover, the better, since an order that is missing cannot make another one ambiguous.
        clock_difference: Seconds by which the platform's clock and the ledger's may differ.

    Raises:
        LedgerError: The ledger cannot be read or written.
    """
    await ledger.recover()
    matched = Matched()
    seen: dict[str, SeenOrder] = {}
    async for shown in each_of(orders):
        found = SeenOrder.read(shown)
        if found is None:
            matched.unreadable += 1
        else:
            seen[found.order_id] = found
    for order_id in await _known(ledger, list(seen)):
        del seen[order_id]
    drafts_of: dict[str, list[_Contender]] = {order_id: [] for order_id in seen}
    for contender in await _contenders(ledger, seen.values(), clock_difference):
        for order in contender.orders:
            drafts_of[order.order_id].append(contender)
    for order_id, drafts in drafts_of.items():
        if not any(draft.entry.state == "unknown" for draft in drafts):
            matched.unmatched += 1
            continue
        draft = drafts[0]
        if len(drafts) > 1 or len(draft.orders) > 1 or not draft.wanted.is_shown_by(seen[order_id]):
            matched.ambiguous += 1
            continue
        note = "found by its goods, receiver and time"
        matched.created += await ledger.settle_created(draft.entry, order_id, note=note)
    return matched


async def match_pushed_order(
    ledger: Ledger, event: Event, *, fetch: Callable[[str], Awaitable[ShownOrder]] | None = None
) -> bool:
    """Resolve a doubt by a push that tells of an order.

    ::

        @messages.on(Event)
        async def pushed(event: Event) -> None:
            await match_pushed_order(ledger, event, fetch=read_order)

    Some pushes hold the whole order (v1's ``AlibabaOrderPriceChanged``, and maybe types that are not documented),
    others its id (KA's ``OrderCreated``): then ``fetch`` reads it. A push shows one order and not what else there is,
    so what :func:`match_orders` says about orders from outside the ledger weighs more here.

    Args:
        ledger: The ledger.
        event: The push, of any type.
        fetch: Reads an order by its id; called only where some outcome is unknown. On v1, for example,
            ``lambda order_id: client.alibaba.orders.get(web_site="1688", order_id=order_id)``.

    Returns:
        Whether a draft was found to be this order.

    Raises:
        LedgerError: The ledger cannot be read or written.
    """
    if not (await ledger.counts()).unknown:
        # The usual case; costs the platform nothing.
        return False
    order: ShownOrder = _pushed(event)
    if SeenOrder.read(order) is None and fetch is not None and event.order_id is not None:
        order = await fetch(event.order_id)
    return bool((await match_orders(ledger, [order])).created)


def _pushed(event: Event) -> JsonValue:
    body = event.raw.get("messageBody")
    if not isinstance(body, str):
        return body
    try:
        return load_json(body)
    except JsonError:
        return None


async def listed_orders(client: PandaPonV2Client) -> list[ShownOrder]:
    """Return the orders that v2's list shows. Its filters and pages are not documented, so this is what comes first.

    Raises:
        PandaPonError: The platform did not answer, or said no.
    """
    answer = await client.alibaba.orders.list()
    return [] if answer is None else list(answer.result or ())


async def orders_by_id(client: PandaPonClient, order_ids: Iterable[str]) -> AsyncIterator[ShownOrder]:
    """Yield orders by their ids, from v1's detail.

    Raises:
        OrdersError: The platform did not answer, or said no; tells for which order.
    """
    for order_id in order_ids:
        try:
            yield await client.alibaba.orders.get(web_site=_WEB_SITE, order_id=order_id)
        except PandaPonError as error:
            raise OrdersError(f"the order {order_id} cannot be read: {error}") from error


async def _contenders(ledger: Ledger, seen: Iterable[SeenOrder], clock_difference: float) -> list[_Contender]:
    """Return the drafts that may have become one of the orders."""
    # By what has to be the same, since a campaign's orders are alike in much.
    index: dict[tuple[object, str | None], list[SeenOrder]] = {}
    for order in seen:
        for line in order.goods:
            for mobile in (order.receiver.get("mobile"), _ANY):
                index.setdefault((line, mobile), []).append(order)
    found: list[_Contender] = []
    async for entry in ledger.contenders():
        wanted = WantedOrder.read(entry.payload)
        if wanted is None:
            continue
        earliest = (entry.sent_at or 0.0) - clock_difference
        # What is in flight, or was when its process died, may arrive any time later.
        latest = entry.changed_at + clock_difference if entry.state == "created" else math.inf
        orders = {
            order.order_id: order
            for line in wanted.goods
            for mobile in ((wanted.receiver["mobile"], None) if "mobile" in wanted.receiver else (_ANY,))
            for order in index.get((line, mobile), ())
            if earliest <= order.created_at <= latest and not wanted.contradicts(order)
        }
        if orders:
            found.append(_Contender(entry, wanted, list(orders.values())))
    return found


async def _known(ledger: Ledger, order_ids: list[str]) -> set[str]:
    known: set[str] = set()
    for start in range(0, len(order_ids), _CHUNK):
        known |= await ledger.known_order_ids(order_ids[start : start + _CHUNK])
    return known
