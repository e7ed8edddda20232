"""Resolving doubts by the caller's own order number, with a list of orders that returns it.

No documented operation lists Taobao orders. The upstream platform's list returns the number that was sent at creation;
if PandaPon passes it on, an inferred or user-defined list operation shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from pandapon_async._core.schema.models import Model
from pandapon_async.orders.resolution.resolvers import ResolvedCreated, StillUnknown

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Callable

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.orders.drafts.draft import Draft
    from pandapon_async.orders.ledger.states import Entry
    from pandapon_async.orders.resolution.resolvers import Resolution

__all__ = ["DEFAULT_CLOCK_DIFFERENCE", "ByNumber", "NumberEvidence", "OrderLister", "find_by_number"]

#: Seconds by which the platform's clock and ours may differ.
DEFAULT_CLOCK_DIFFERENCE: Final = 300.0
#: Wire names, as PandaPon writes them and as the upstream platform does; the first that a row has counts.
_NUMBERS: Final = ("sellerOrderNumber", "seller_order_number")
_IDS: Final = ("purchaseOrderId", "purchaseId", "purchase_id", "orderId")
_TIMES: Final = ("createdTime", "created_time", "createTime", "gmtCreate")
#: Times beyond this are milliseconds.
_LATEST_SECONDS: Final = 10**11

OrderLister: TypeAlias = "Callable[[Entry], AsyncIterable[Model | JsonValue]]"
"""Lists the orders that a draft may have become, by all pages of the time since it was sent."""


@attrs.frozen
class NumberEvidence:
    """What a list of orders shows of a number.

    Attributes:
        order_ids: Ids of the orders with the number that are not older than the request.
        older: Ids of orders with the number that an earlier request created.
        has_numbers: Whether any row has a number: without, the list proves nothing.
    """

    order_ids: tuple[str, ...]
    older: tuple[str, ...]
    has_numbers: bool


async def find_by_number(
    rows: AsyncIterable[Model | JsonValue],
    number: str,
    *,
    sent_at: float | None,
    clock_difference: float = DEFAULT_CLOCK_DIFFERENCE,
) -> NumberEvidence:
    """Find the orders with a number in a list.

    Two requests with the same number are two orders. So an order that is older than the request is not the result of
    it; neither is one without a readable time, if the time of the request is known.

    Args:
        rows: The list; models, or JSON objects in PandaPon's or the upstream's form.
        number: The caller's own order number.
        sent_at: When the request was sent, in seconds since the epoch.
        clock_difference: Seconds by which the platform's clock and ours may differ.
    """
    found: dict[str, None] = {}
    older: dict[str, None] = {}
    has_numbers = False
    async for row in rows:
        shown = row.to_dict() if isinstance(row, Model) else row
        if not isinstance(shown, dict):
            continue
        shown_number, order_id = _text(shown, _NUMBERS), _text(shown, _IDS)
        has_numbers = has_numbers or bool(shown_number)
        if not order_id or shown_number != number.strip():
            continue
        created_at = _seconds(shown)
        is_new = sent_at is None or (created_at is not None and created_at >= sent_at - clock_difference)
        (found if is_new else older)[order_id] = None
    return NumberEvidence(tuple(found), tuple(older), has_numbers)


class ByNumber:
    """A resolver for ``ledger.resolve``: a number that is found proves created, one that is not found proves nothing.

    Args:
        list_orders: Lists the orders that a draft may have become.
        clock_difference: Seconds by which the platform's clock and ours may differ.
    """

    def __init__(self, list_orders: OrderLister, *, clock_difference: float = DEFAULT_CLOCK_DIFFERENCE) -> None:
        self._list_orders = list_orders
        self._clock_difference = clock_difference

    async def __call__(self, draft: Draft, entry: Entry) -> Resolution:
        """Look a draft up."""
        evidence = await find_by_number(
            self._list_orders(entry),
            draft.draft_key,
            sent_at=entry.sent_at,
            clock_difference=self._clock_difference,
        )
        if len(evidence.order_ids) == 1:
            return ResolvedCreated(evidence.order_ids[0])
        if evidence.order_ids:
            return StillUnknown(f"several orders have the number: {', '.join(evidence.order_ids)}")
        if evidence.older:
            return StillUnknown(f"only older orders have the number: {', '.join(evidence.older)}")
        if not evidence.has_numbers:
            return StillUnknown("the list does not show the caller's order numbers")
        return StillUnknown("no order in the list has the number, which proves nothing")


def _text(row: JsonObject, names: tuple[str, ...]) -> str:
    for name in names:
        value = row.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""


def _seconds(row: JsonObject) -> float | None:
    text = _text(row, _TIMES)
    if not text.isascii() or not text.isdigit():
        return None
    number = int(text)
    return number / 1000 if number > _LATEST_SECONDS else float(number)
