"""Refunds on Taobao. No operation with a documented path creates one; the admin interface does."""

from collections.abc import Iterator
from typing import Any, Final

from pandapon_async.sandbox.handlers.call import Call, quantity_of, text
from pandapon_async.sandbox.handlers.pages import page_bounds, requested_page
from pandapon_async.sandbox.handlers.prices import CARRIAGE, number_of
from pandapon_async.sandbox.state.orders import Kind, Order
from pandapon_async.sandbox.state.refunds import Refund, RefundStage

_STATUS: Final = {RefundStage.APPLIED: 10, RefundStage.RETURNED: 30, RefundStage.CLOSED: -20}
_MAX_SECONDS: Final = 10**11


def list_refunds(call: Call) -> dict[str, Any]:
    """Return refunds that match the filters of the request, newest first.

    Assumption: the response is a page like those of other lists; it is not documented. Times in the request have no
    documented unit: up to eleven digits are seconds, more are milliseconds.
    """
    found = [refund for refund in call.state.refunds.newest_first(call.owner, Kind.TAOBAO) if _matches(call, refund)]
    number, size = requested_page(call, "pageNo", "pageSize")
    start, end = page_bounds(number, size)
    rows = [_aggregate(refund) for refund in found[start:end]]
    return {"pageNo": number, "pageSize": size, "total": len(found), "data": rows}


def get(call: Call) -> Any:
    """Return the fields of a refund that the sandbox knows."""
    refund = _refund(call)
    if refund is None:
        return call.documented_data_for("refundId")
    return {"distributorId": _distributor(call), "currency": "CNY", "refundOrderAggregate": _aggregate(refund)}


def cancel(call: Call) -> Any:
    """Close a refund and return it; ``cancelSuccess`` is false if it was closed before.

    Assumption: v2 responds as v1 documents.
    """
    refund = _refund(call)
    if refund is None:
        return call.documented_data_for("refundId")
    is_open = refund.stage is not RefundStage.CLOSED
    refund = call.state.refunds.advance(refund, RefundStage.CLOSED)
    return {
        "cancelSuccess": is_open,
        "currency": "CNY",
        "distributorId": _distributor(call),
        "refundOrderAggregate": _aggregate(refund),
    }


def submit_message(call: Call) -> Any:
    """Count a message to the seller. The text is not stored.

    Assumption: the response is true; it is not documented.
    """
    refund = _refund(call)
    if refund is None:
        return call.documented_data_for("refundId")
    call.state.refunds.add_message(refund)
    return True


def preview(call: Call) -> Any:
    """Return the refundable amount of an order line in fen. Reasons are made up."""
    found = call.state.orders.get_line(text(call.fields.get("subOrderId")), call.owner)
    if found is None:
        return call.documented_data_for("subOrderId")
    order, line = found
    amount = line_amount(order, line)
    return {
        "refundOrderTemplate": {
            "refundReasons": [{"reasonId": 1, "reasonDesc": "Example reason", "tips": ""}],
            "goodsStatusList": ["1", "2"],
            "maxRefundFee": {"minRefundFee": 0, "refundFee": amount, "feeTips": "", "canEditRefundFee": True},
        },
        "distributorId": _distributor(call),
        "currency": "CNY",
        "saleFlag": False,
    }


def line_amount(order: Order, line: int) -> int:
    """Return the amount of an order line in fen, as the caller stated it."""
    fields = order.lines[line]
    return int(quantity_of(fields.get("price"), "price")) * int(quantity_of(fields.get("quantity")))


def _refund(call: Call) -> Refund | None:
    return call.state.refunds.get(call.owner, Kind.TAOBAO, text(call.arguments.get("refundId")))


def _matches(call: Call, refund: Refund) -> bool:
    body = call.fields
    wanted = {
        "refundId": refund.refund_id,
        "purchaseOrderId": refund.order.purchase_order_id,
        "salesOrderId": str(refund.order.line_id(refund.line)),
        "refundStatus": _STATUS[refund.stage],
    }
    if any(name in body and body[name] != value for name, value in wanted.items()):
        return False
    start, end = body.get("refundStartTime"), body.get("refundEndTime")
    return (start is None or _milliseconds(start) <= refund.created_at * 1000) and (
        end is None or refund.created_at * 1000 <= _milliseconds(end)
    )


def _milliseconds(time: int) -> int:
    return time * 1000 if abs(time) < _MAX_SECONDS else time


def _distributor(call: Call) -> str:
    return str(number_of(call.owner))


def _aggregate(refund: Refund) -> dict[str, Any]:
    order = refund.order
    line_id = order.line_id(refund.line)
    fields = dict(_line_fields(order, refund.line))
    return {
        "refundOrder": {
            "refundId": refund.refund_id,
            "refundFee": refund.amount,
            "refundStatus": _STATUS[refund.stage],
            "refundType": 2 if refund.needs_return else 1,
            "canEditFee": True,
            "goodsStatus": 1,
            "reasonId": refund.reason_id,
        },
        "purchaseOrderLine": {
            "purchaseOrderId": int(order.purchase_order_id),
            "purchaseOrderLineId": line_id,
            "salesOrderId": str(line_id),
            "createTime": int(order.created_at * 1000),
            "itemTitle": "Example item",
            "postFee": CARRIAGE,
            **fields,
        },
    }


def _line_fields(order: Order, line: int) -> Iterator[tuple[str, int]]:
    fields = order.lines[line]
    price, quantity = int(quantity_of(fields.get("price"), "price")), int(quantity_of(fields.get("quantity")))
    yield "price", price
    yield "quantity", quantity
    yield "productFee", price * quantity
    yield "totalPrice", price * quantity
