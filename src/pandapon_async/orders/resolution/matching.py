"""Resolving doubts by orders that the platform shows, where one draft and one order can mean nothing else."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Final

import attrs

from pandapon_async._core.errors import PandaPonError
from pandapon_async._core.schema.json import JsonError, load_json
from pandapon_async.orders.errors import OrdersError
from pandapon_async.orders.iteration import each_of
from pandapon_async.orders.ledger import lookups
from pandapon_async.orders.resolution.remote_order import RemoteOrder, WantedOrder, compare

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable
    from typing import TypeAlias

    from sqlalchemy import Connection

    from pandapon_async import PandaPonClient, PandaPonV2Client
    from pandapon_async._core.schema.events import Event
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.models import Model
    from pandapon_async.orders.ledger.ledger import LedgerStore
    from pandapon_async.orders.ledger.states import Entry
    from pandapon_async.orders.resolution.remote_order import Answer

    ShownOrder: TypeAlias = Model | JsonValue

__all__ = ["Matched", "listed_orders", "match_orders", "match_pushed_order", "orders_by_id"]

#: Seconds by which the platform's clock and ours may differ.
DEFAULT_CLOCK_DIFFERENCE: Final = 300.0
#: As the documentation's sample has it.
_WEB_SITE: Final = "1688"


@attrs.define(kw_only=True)
class Matched:
    """The result of an attempt to match orders with drafts in doubt.

    Attributes:
        created: Drafts whose order was found.
        ambiguous: Orders that may belong to one of several drafts, or drafts that may be one of several orders.
        unmatched: Orders that no draft in doubt can have become.
        unreadable: Orders without an id, a time or goods.
    """

    created: int = 0
    ambiguous: int = 0
    unmatched: int = 0
    unreadable: int = 0


@attrs.frozen(eq=False)
class _Pair:
    """A draft and an order that may have come of it."""

    entry: Entry
    order: RemoteOrder
    answer: Answer


async def match_orders(
    ledger: LedgerStore,
    orders: Iterable[ShownOrder] | AsyncIterable[ShownOrder],
    *,
    clock_difference: float = DEFAULT_CLOCK_DIFFERENCE,
) -> Matched:
    """Find the orders that drafts in doubt have become.

    An order and a draft belong together if goods and quantities are the same, nothing that is shown differs, the
    receiver (or a remark) is shown and is the same, and the order is not older than the request; and if no other draft
    of the ledger, and no other of these orders, is possible as well. Another spelling and missing data count as
    possible. Nothing is ever concluded from an order that is not there. Orders that somebody placed outside the ledger,
    with the same goods for the same receiver at the same time, cannot be told apart: do not match then, or write your
    own number into the remark.

    For drafts of 1688 orders only (kinds ``alibaba-order``, ``alibaba-sellers-order``, ``alibaba-v2-order``,
    ``ka-order``); the platform documents no list or detail of the others that shows what was ordered.

    Args:
        ledger: The ledger.
        orders: Models or JSON in 1688's form of an order, as lists, details and pushes have it, also wrapped in a
            result. The more of the time in question they cover, the better, since an order that is missing cannot make
            another one ambiguous.
        clock_difference: Seconds by which the platform's clock and the ledger's may differ.

    Raises:
        LedgerError: The ledger cannot be read or written.
    """
    await ledger.recover()
    matched = Matched()
    remote: dict[str, RemoteOrder] = {}
    async for shown in each_of(orders):
        for found in RemoteOrder.read_all(shown):
            if found is None:
                matched.unreadable += 1
            else:
                remote[found.order_id] = found
    known, pairs = await ledger.read_snapshot(partial(_pairs, orders=remote, clock_difference=clock_difference))
    by_order: dict[str, list[_Pair]] = {order_id: [] for order_id in remote if order_id not in known}
    by_draft: dict[int, list[_Pair]] = {}
    for pair in pairs:
        by_order[pair.order.order_id].append(pair)
        by_draft.setdefault(pair.entry.position, []).append(pair)
    for order_id, candidates in by_order.items():
        if not remote[order_id].is_comparable:
            matched.unreadable += 1
        elif not any(pair.entry.in_doubt for pair in candidates):
            matched.unmatched += 1
        elif len(candidates) > 1 or len(by_draft[candidates[0].entry.position]) > 1 or candidates[0].answer != "same":
            matched.ambiguous += 1
        else:
            note = "found by its goods, receiver and time"
            matched.created += await ledger.decide_created(candidates[0].entry, (order_id,), note=note)
    return matched


def _pairs(
    connection: Connection, *, orders: dict[str, RemoteOrder], clock_difference: float
) -> tuple[set[str], list[_Pair]]:
    """Return the known order ids and the pairs that are not excluded, of one state of the ledger."""
    known = lookups.known_order_ids(connection, list(orders))
    # Most drafts differ from most orders in the phone number.
    by_mobile: dict[str, list[RemoteOrder]] = {}
    for order in orders.values():
        if order.order_id not in known:
            by_mobile.setdefault(order.mobile, []).append(order)
    pairs: list[_Pair] = []
    for entry in lookups.contenders(connection):
        wanted = WantedOrder.read(entry.payload)
        for order in _comparable(by_mobile, wanted):
            if not _excluded_by_time(entry, order, clock_difference):
                answer = compare(wanted, order)
                if answer != "excluded":
                    pairs.append(_Pair(entry, order, answer))
    return known, pairs


def _comparable(by_mobile: dict[str, list[RemoteOrder]], wanted: WantedOrder) -> Iterable[RemoteOrder]:
    numbers = (wanted.mobile, wanted.other_phone)
    for mobile, orders in by_mobile.items():
        if len(mobile) != _DIGITS or len(wanted.mobile) != _DIGITS or mobile in numbers:
            yield from orders


#: Digits of a mobile number of China.
_DIGITS: Final = 11


def _excluded_by_time(entry: Entry, order: RemoteOrder, clock_difference: float) -> bool:
    if order.created_at is None:
        return False
    if order.created_at < (entry.sent_at or 0.0) - clock_difference:
        return True
    # What is in flight, or was when its process died, may arrive any time later.
    latest = entry.changed_at + clock_difference if entry.state == "created" else math.inf
    return order.created_at > latest


async def match_pushed_order(
    ledger: LedgerStore, event: Event, *, fetch: Callable[[str], Awaitable[ShownOrder]] | None = None
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
    if (
        not any(found is not None and found.is_comparable for found in RemoteOrder.read_all(order))
        and fetch is not None
        and event.order_id is not None
    ):
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
