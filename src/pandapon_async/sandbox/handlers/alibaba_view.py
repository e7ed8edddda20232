"""An order on 1688 as the platform returns it, limited to the fields that the sandbox knows."""

from typing import Any

from pandapon_async.sandbox.handlers.alibaba_lines import Line, lines_of
from pandapon_async.sandbox.handlers.call import alibaba_time, yuan
from pandapon_async.sandbox.handlers.prices import CARRIAGE, number_of
from pandapon_async.sandbox.state.orders import Order, OrderBook, Progress

_AWAITS_SHIPPING = "waitsellersend"
# Assumption: a paid order is shipped at once, because the sandbox has no sellers; ship_when_paid=False changes that.
_STATUS = {
    Progress.NEW: "waitbuyerpay",
    Progress.PAID: "waitbuyerreceive",
    Progress.CANCELLED: "cancel",
    Progress.RECEIVED: "success",
}
_RECEIVER_FIELDS = {
    "address": "address",
    "areaText": "area",
    "cityText": "city",
    "fullName": "contactPerson",
    "mobile": "mobile",
    "provinceText": "province",
    "phone": "telephone",
    "postCode": "zip",
    "townText": "town",
}


def status_of(orders: OrderBook, order: Order) -> str:
    """Return the status of a 1688 order."""
    progress = orders.progress(order)
    if progress is Progress.PAID and orders.shipped_at(order) is None:
        return _AWAITS_SHIPPING
    return _STATUS[progress]


def order_view(orders: OrderBook, order: Order) -> dict[str, Any]:
    """Return a whole order with its address. Only for the order's owner."""
    progress = orders.progress(order)
    status = status_of(orders, order)
    created = alibaba_time(order.created_at)
    paid_at = orders.paid_at(order)
    paid = None if paid_at is None else alibaba_time(paid_at)
    receiver = order.receiver
    return {
        "nativeLogistics": {
            name: receiver[sent] for sent, name in _RECEIVER_FIELDS.items() if isinstance(receiver.get(sent), str)
        },
        "productItems": [_item(order, position, line, status) for position, line in enumerate(lines_of(order))],
        "tradeTerms": [
            {
                "payStatus": "1" if paid is None else "2",
                "payTime": paid,
                "phasAmount": yuan(order.purchase_amount),
                "phase": order.line_id(0),
            }
        ],
        "baseInfo": {
            "id": int(order.purchase_order_id),
            "idOfStr": order.purchase_order_id,
            "status": status,
            "totalAmount": yuan(order.purchase_amount),
            "sumProductPayment": yuan(order.purchase_amount - CARRIAGE),
            "shippingFee": yuan(CARRIAGE),
            "discount": 0,
            "refund": 0,
            "payTime": paid,
            "createTime": created,
            "modifyTime": paid or created,
            "buyerFeedback": order.reference,
            "closeReason": "buyerCancel" if progress is Progress.CANCELLED else None,
        },
    }


def _item(order: Order, position: int, line: Line, status: str) -> dict[str, Any]:
    number = order.line_id(position)
    return {
        "itemAmount": yuan(line.amount),
        "name": f"Example item {position + 1}",
        "price": yuan(line.price),
        "productID": number_of(line.offer),
        "productImgUrl": [],
        "quantity": line.quantity,
        "refund": 0,
        "skuID": line.sku_number,
        "status": status,
        "subItemID": number,
        "subItemIDString": str(number),
        "type": "common",
        "unit": "件",
        "specId": line.spec,
        "gmtCreate": alibaba_time(order.created_at),
    }
