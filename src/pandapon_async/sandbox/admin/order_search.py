"""Search of orders for the console, and the fields it shows: nothing personal."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pandapon_async.sandbox.handlers.alibaba_lines import lines_of
from pandapon_async.sandbox.handlers.alibaba_view import status_of
from pandapon_async.sandbox.state.orders import Kind, Order, OrderBook, Progress

# In the platform's list of statuses, 0 is a new order that awaits payment; the list has no final status.
_TAOBAO_STATUS = {
    Progress.NEW: "TAOBAO_ORDER_WAIT_BUYER_PAY",
    Progress.PAID: "WAIT_BUYER_CONFIRM_GOODS",
    Progress.CANCELLED: "CANCEL",
    Progress.RECEIVED: "OTHER_STATUS",
}
_TAOBAO_AWAITS_SHIPPING = "WAIT_SELLER_SEND_GOODS"
_TAOBAO_LINE_FIELDS = ("itemId", "skuId", "title", "quantity", "price")

# The request field that holds the caller's reference, by kind.
REFERENCES: Mapping[str, tuple[Kind, ...]] = {
    "sellerOrderNumber": (Kind.TAOBAO,),
    "message": (Kind.ALIBABA, Kind.KA),
    "tmallOrderId": (Kind.FREIGHT,),
}
FILTERS = (*REFERENCES, "kind", "remark", "paid", "account")


class SearchError(ValueError):
    """An invalid filter. The message says why."""


@dataclass(frozen=True, slots=True)
class OrderPage:
    """One page of the orders found."""

    total: int
    offset: int
    limit: int
    orders: list[Order]


def search(orders: OrderBook, filters: Mapping[str, str], offset: int, limit: int) -> OrderPage:
    """Return orders, oldest first.

    Args:
        orders: The orders to search.
        filters: Required values by the names of :data:`FILTERS`; an order must match all of them exactly.
        offset: Number of orders to skip.
        limit: Maximum number of orders to return.

    Raises:
        SearchError: a kind is unknown, or ``paid`` is neither true nor false.
    """
    tests = list(_tests(orders, filters))
    names = [name for name in REFERENCES if name in filters]
    if not names and not tests:
        return OrderPage(len(orders), offset, limit, orders.page(offset, limit))
    found: Iterable[Order] = orders
    if names:
        name = names[0]
        found = sorted(
            (order for kind in REFERENCES[name] for order in orders.find(filters[name], kind)),
            key=lambda order: order.serial,
        )
    # An order has one reference, so two reference filters match none.
    chosen = [order for order in found if len(names) <= 1 and all(test(order) for test in tests)]
    return OrderPage(len(chosen), offset, limit, chosen[offset : offset + limit])


def _tests(orders: OrderBook, filters: Mapping[str, str]) -> Iterable[Callable[[Order], bool]]:
    if "kind" in filters:
        kind = kind_named(filters["kind"])
        yield lambda order: order.kind is kind
    if "account" in filters:
        yield lambda order: order.owner.rpartition("/")[2] == filters["account"]
    if "remark" in filters:
        yield lambda order: order.remark == filters["remark"]
    if "paid" in filters:
        if filters["paid"] not in {"true", "false"}:
            raise SearchError("paid must be true or false")
        yield lambda order: (orders.paid_at(order) is not None) is (filters["paid"] == "true")


def kind_named(name: str) -> Kind:
    """Return the kind with this name.

    Raises:
        SearchError: no kind has this name.
    """
    try:
        return Kind(name)
    except ValueError:
        raise SearchError(f"kind must be {', '.join(Kind)}") from None


def order_json(orders: OrderBook, order: Order) -> dict[str, Any]:
    """Return what the console shows of an order. Messages and remarks may be personal and are left out."""
    warehouse = orders.warehouse(order)
    is_paid = orders.paid_at(order) is not None
    return {
        "purchaseOrderId": order.purchase_order_id,
        "kind": order.kind.value,
        "sellerOrderNumber": order.seller_order_number,
        "tmallOrderId": order.reference if order.kind is Kind.FREIGHT else None,
        "status": _status(orders, order),
        "createdAt": datetime.fromtimestamp(order.created_at, UTC).isoformat(timespec="milliseconds"),
        "amount": order.purchase_amount,
        "lineCount": len(order.lines),
        "missingLines": orders.missing_lines(order),
        "paid": is_paid,
        "shipped": orders.shipped_at(order) is not None,
        "payments": int(is_paid),
        "paymentCalls": orders.payment_calls(order),
        "warehouse": None if warehouse is None else warehouse.name,
    }


def order_details(orders: OrderBook, order: Order) -> dict[str, Any]:
    """Return what the console shows of one order: as :func:`order_json`, and its lines without free text."""
    if order.kind in {Kind.ALIBABA, Kind.KA}:
        lines: list[dict[str, Any]] = [{**line.to_json(), "price": line.price} for line in lines_of(order)]
    else:
        lines = [{name: line[name] for name in _TAOBAO_LINE_FIELDS if name in line} for line in order.lines]
    return {
        **order_json(orders, order),
        "lines": [{"lineId": str(order.line_id(position)), **line} for position, line in enumerate(lines)],
    }


def _status(orders: OrderBook, order: Order) -> str:
    if order.kind is Kind.FREIGHT:
        return "BOOKED"
    if order.kind is not Kind.TAOBAO:
        return status_of(orders, order)
    progress = orders.progress(order)
    if progress is Progress.PAID and orders.shipped_at(order) is None:
        return _TAOBAO_AWAITS_SHIPPING
    return _TAOBAO_STATUS[progress]
