"""International freight. Each call is a booking, as documented: nothing makes it repeatable."""

from collections.abc import Mapping
from typing import Any, Final

from pandapon_async.sandbox.behaviours.call import Call, mapping, objects, pieces, text
from pandapon_async.sandbox.json_text import write_json
from pandapon_async.sandbox.state.orders import Kind, Order

# The documented booking of three pieces costs 322.92 USD.
_CENTS_A_PIECE: Final = 10_764
_CARRIER: Final = "UCS"
_PREVIEW_ID: Final = "FF2024080200007"


def preview(call: Call) -> dict[str, Any]:
    """Tell what freight would cost, and keep nothing. Assumed is the fee of a booking and the id that a booking takes.

    The id is the documented one, and bookings take any.
    """
    return {"renderId": _PREVIEW_ID, "orderFee": _fee(_cents(call.fields.get("renderItems")))}


def book(call: Call) -> dict[str, Any]:
    """Keep a booking, found by its Tmall order id and its remark, and answer one shipment for each item."""
    body = call.fields
    sent = body.get("lineItems")
    order = call.state.orders.create(
        kind=Kind.FREIGHT,
        owner=call.owner,
        reference=mapping(body.get("tmallOrderInfo")).get("tmallOrderId"),
        remark=body.get("remark"),
        purchase_amount=_cents(sent),
        lines=write_json(objects(sent)),
        receiver=write_json(body.get("receiverAddress") or {}),
        created_at=call.time,
    )
    return {
        "orderId": order.purchase_order_id,
        "orderFee": _fee(order.purchase_amount),
        "subOrders": [_shipment(order, position, item) for position, item in enumerate(objects(sent))],
    }


def _cents(items: Any) -> int:
    return sum(int(pieces(item.get("quantity"))) for item in objects(items)) * _CENTS_A_PIECE


def _fee(cents: int) -> dict[str, Any]:
    return {"amount": f"{cents // 100}.{cents % 100:02}", "currency": "USD"}


def _shipment(order: Order, position: int, item: Mapping[str, Any]) -> dict[str, Any]:
    number = f"FARJP{order.line_id(position)}YQ"
    return {
        "itemInfos": [
            {
                "itemId": text(item.get("itemId")),
                "skuId": text(item.get("skuId")),
                "quantity": int(pieces(item.get("quantity"))),
                "title": text(item.get("title")),
            }
        ],
        "internationalLogisticInfos": {
            "logisticNumer": number,
            "logisticCompanyName": _CARRIER,
            "trackingUrl": f"https://tracking.example/{number}",
            "logisticType": _CARRIER,
        },
    }
