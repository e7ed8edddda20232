"""The content of message pushes, as far as it is documented.

Few types are documented. Xportcn KA pushes created, paid, cancelled and repriced orders, and refunds. PandaPon
documents one type per market, the changed price; it mentions messages about status and refunds without their types or
bodies, so the sandbox does not push those. PandaPon v2 documents no type and gets those of v1, with which it shares its
orders.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pandapon_async.catalogue import read_specification, specification_names
from pandapon_async.sandbox.handlers.alibaba_view import order_view
from pandapon_async.sandbox.handlers.call import china_time, objects, quantity_of
from pandapon_async.sandbox.handlers.prices import CARRIAGE
from pandapon_async.sandbox.json_text import read_json, write_json
from pandapon_async.sandbox.refusal import RefusedError
from pandapon_async.sandbox.specification.operations import JSON_MEDIA_TYPE
from pandapon_async.sandbox.state.changes import Change
from pandapon_async.sandbox.state.orders import Kind, Order, OrderBook, Progress
from pandapon_async.sandbox.state.refunds import Refund

_TAOBAO_PRICE: Final = "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"
_ALIBABA_PRICE: Final = "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"
_KA_REFUND: Final = "ORDER_BUYER_VIEW_ORDER_BUYER_REFUND"

#: The documented message type for each change.
TYPES: Final[Mapping[tuple[Kind, Change], str]] = {
    (Kind.TAOBAO, Change.PRICE_CHANGED): _TAOBAO_PRICE,
    (Kind.ALIBABA, Change.PRICE_CHANGED): _ALIBABA_PRICE,
    (Kind.KA, Change.CREATED): "ORDER_CREATE",
    (Kind.KA, Change.PAID): "ORDER_PAY_SUCCESS",
    (Kind.KA, Change.CANCELLED): "ORDER_CANCEL",
    (Kind.KA, Change.PRICE_CHANGED): "ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY",
    (Kind.KA, Change.REFUND_CHANGED): _KA_REFUND,
}
KIND_OF_TYPE: Final[Mapping[str, Kind]] = {name: kind for (kind, _), name in TYPES.items()}

# The documentation has no status after payment, so a received order keeps that of a paid one.
_KA_STATUS: Final = {
    Progress.NEW: "WAITING_FOR_PAYMENT",
    Progress.PAID: "WAITING_FOR_SENT",
    Progress.CANCELLED: "CANCEL",
    Progress.RECEIVED: "WAITING_FOR_SENT",
}


@dataclass(frozen=True, slots=True)
class Message:
    """A message before it is pushed.

    Attributes:
        type: The ``messageType``.
        order_id: The order that the message is about, empty for none.
        platform: 0 Taobao, 1 1688, None if not documented.
        is_text: Whether ``messageBody`` is documented as JSON in a string.
        body: The content of ``messageBody``; may be personal.
    """

    type: str
    order_id: str
    platform: int | None
    is_text: bool
    body: Mapping[str, Any]

    def envelope(self, timestamp: str, *, type_name: str, is_text: bool) -> bytes:
        """Return the body of the push request."""
        content: Any = write_json(self.body).decode() if is_text else self.body
        fields: dict[str, Any] = {"messageType": type_name, "messageBody": content}
        if self.platform is not None:
            fields["messagePlatform"] = self.platform
        return write_json({**fields, "timestamp": timestamp})


def message_about(orders: OrderBook, change: Change, order: Order, refund: Refund | None = None) -> Message | None:
    """Return the message about a change, None where none is documented."""
    name = TYPES.get((order.kind, change))
    return None if name is None else message_of_type(orders, name, order, refund)


def message_of_type(orders: OrderBook, name: str, order: Order, refund: Refund | None = None) -> Message:
    """Return a message of a documented type about an order in its current state."""
    documented = documented_messages()[name]
    if name == _KA_REFUND:
        # The documented body has further fields that are not shown, and its example has no such refund.
        refund_id = "TQ000000000000" if refund is None else refund.refund_id
        body: Mapping[str, Any] = {"refundId": refund_id, "orderId": order.purchase_order_id}
    elif order.kind is Kind.KA:
        body = _ka_order(orders, order)
    elif order.kind is Kind.ALIBABA:
        body = order_view(orders, order)
    else:
        body = _taobao_order(order)
    return Message(name, order.purchase_order_id, documented.platform, documented.is_text, body)


@cache
def documented_messages() -> Mapping[str, Message]:
    """Return the documented example of each message type."""
    return {
        name: _documented(name, item["post"]["requestBody"]["content"][JSON_MEDIA_TYPE])
        for surface in specification_names()
        for name, item in read_specification(surface).get("webhooks", {}).items()
    }


def _documented(name: str, content: Mapping[str, Any]) -> Message:
    example = content["example"]
    body = example["messageBody"]
    is_text = isinstance(body, str)
    return Message(name, "", example.get("messagePlatform"), is_text, read_json(body) if is_text else body)


def _ka_order(orders: OrderBook, order: Order) -> dict[str, Any]:
    progress = orders.progress(order)
    paid_at = orders.paid_at(order)
    day = china_time(order.created_at)[:10].replace("-", "")
    return {
        "orderId": order.purchase_order_id,
        "orderNo": f"PO{day}{order.serial + 1:04}",
        "orderStatus": _KA_STATUS[progress],
        "payStatus": 1 if paid_at is None else 2,
        "totalAmount": order.purchase_amount,
        "shippingFee": CARRIAGE,
        "productAmount": order.purchase_amount - CARRIAGE,
        "refundAmount": 0,
        "refundStatus": None,
        "closeReason": "buyer_cancel" if progress is Progress.CANCELLED else None,
        "tbCreateTime": china_time(order.created_at),
        "payTime": None if paid_at is None else china_time(paid_at),
    }


def _taobao_order(order: Order) -> dict[str, Any]:
    """Return the documented fields: eight of 26 per line, and none of ``purchaseOrderPriceDTO``."""
    quantities = [_quantity(line) for line in objects(order.lines)]
    total = sum(quantities) or 1
    return {
        "salesOrderId": order.purchase_order_id,
        "subOrders": [
            {
                "purchase_order_outer_id": order.purchase_order_id,
                "purchase_order_line_outer_id": str(order.line_id(position)),
                "close_time_without_payment": china_time(order.created_at + 86_400),
                "detail_error_code": None,
                # The price of the order changed; it is spread evenly over the items.
                "product_amount": str(order.purchase_amount * quantity // total),
                "logistic_company_name": None,
                "logistic_number": None,
                "quantity": quantity,
            }
            for position, quantity in enumerate(quantities)
        ],
        "purchaseOrderPriceDTO": {},
    }


def _quantity(line: Mapping[str, Any]) -> int:
    try:
        return int(quantity_of(line.get("quantity")))
    except RefusedError:
        # The order was created with this quantity; push the message anyway.
        return 1
