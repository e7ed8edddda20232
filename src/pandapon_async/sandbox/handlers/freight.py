"""International freight. Each call creates a booking; as documented, no key makes it idempotent."""

from collections.abc import Mapping
from typing import Any, Final

from pandapon_async.sandbox.handlers.call import Call, mapping, objects, quantity_of, text
from pandapon_async.sandbox.json_text import write_json
from pandapon_async.sandbox.state.orders import Kind, Order

# The documented booking of three items costs 322.92 USD.
_CENTS_A_PIECE: Final = 10_764
_CARRIER: Final = "UCS"
_PREVIEW_ID: Final = "FF2024080200007"


def preview(call: Call) -> dict[str, Any]:
    """Return the price of freight. Stores nothing.

    Assumption: the fee is that of a booking. The id is the documented one; bookings accept any id.
    """
    return {"renderId": _PREVIEW_ID, "orderFee": _fee(_cents(call.fields.get("renderItems")))}


def book(call: Call) -> dict[str, Any]:
    """Create a booking and return one shipment per item. The console finds it by Tmall order id and remark."""
    body = call.fields
    [sent] = call.placed([objects(body.get("lineItems"))], mapping)
    order = call.state.orders.create(
        kind=Kind.FREIGHT,
        owner=call.owner,
        reference=mapping(body.get("tmallOrderInfo")).get("tmallOrderId"),
        remark=body.get("remark"),
        purchase_amount=_cents(sent),
        missing_lines=len(call.missing),
        lines=write_json(sent),
        receiver=write_json(body.get("receiverAddress") or {}),
        created_at=call.time,
    )
    return {
        "orderId": order.purchase_order_id,
        "orderFee": _fee(order.purchase_amount),
        "subOrders": [_shipment(order, position, item) for position, item in enumerate(sent)],
    }


def _cents(items: Any) -> int:
    return sum(int(quantity_of(item.get("quantity"))) for item in objects(items)) * _CENTS_A_PIECE


def _fee(cents: int) -> dict[str, Any]:
    return {"amount": f"{cents // 100}.{cents % 100:02}", "currency": "USD"}


def _shipment(order: Order, position: int, item: Mapping[str, Any]) -> dict[str, Any]:
    number = f"FARJP{order.line_id(position)}YQ"
    return {
        "itemInfos": [
            {
                "itemId": text(item.get("itemId")),
                "skuId": text(item.get("skuId")),
                "quantity": int(quantity_of(item.get("quantity"))),
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
