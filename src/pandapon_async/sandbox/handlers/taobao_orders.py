"""Orders on Taobao."""

from collections.abc import Mapping
from typing import Any

from pandapon_async.sandbox.handlers.call import Call, china_time, mapping, objects, quantity_of, text
from pandapon_async.sandbox.handlers.prices import CARRIAGE, price_of
from pandapon_async.sandbox.json_text import read_json, write_json
from pandapon_async.sandbox.state.orders import Order, Warehouse


def create(call: Call) -> dict[str, Any]:
    """Create an order.

    Assumption: the whole response; it is not documented.
    """
    body = call.fields
    lines = body["orderLineList"].encode()
    if call.partly:
        [placed] = call.placed([objects(read_json(lines))], mapping)
        lines = write_json(placed)
    order = call.state.orders.create(
        owner=call.owner,
        reference=body.get("sellerOrderNumber"),
        purchase_amount=int(body["purchaseAmount"]),
        missing_lines=len(call.missing),
        lines=lines,
        receiver=body["receiver"].encode(),
        created_at=call.time,
    )
    return created(order, len(order.lines))


def created(order: Order, line_count: int) -> dict[str, Any]:
    """Return the response to a creation: the order's id and the ids of its lines, which logistics and refunds need."""
    return {
        "purchaseOrderId": order.purchase_order_id,
        "subPurchaseOrderIds": [str(order.line_id(line)) for line in range(line_count)],
    }


def preview(call: Call) -> dict[str, Any]:
    """Return the price of an order in fen. Stores nothing.

    Assumption: the whole response; it is not documented.
    """
    lines = [_priced(line) for line in read_json(call.fields["orderLineList"])]
    return preview_of(lines)


def preview_of(lines: list[dict[str, Any]]) -> dict[str, Any]:
    """Sum up priced lines."""
    goods = sum(line["amount"] for line in lines)
    return {
        "orderLineList": lines,
        "productAmount": goods,
        "postFee": CARRIAGE,
        "purchaseAmount": goods + CARRIAGE,
        "currency": "CNY",
    }


def _priced(line: Mapping[str, Any]) -> dict[str, Any]:
    item, sku = text(line.get("itemId")), text(line.get("skuId"))
    quantity = int(quantity_of(line.get("quantity")))
    price = price_of(item, sku)
    return {
        "itemId": item,
        "skuId": sku,
        "quantity": quantity,
        "price": price,
        "amount": price * quantity,
    }


def update_warehouse(call: Call) -> bytes:
    """Record the warehouse of an order. An unknown order id gets the documented response as well."""
    body = call.fields
    warehouse = Warehouse(body["warehouseName"], body["warehouseAddress"])
    call.state.orders.set_warehouse(body["orderId"], call.owner, warehouse)
    return call.documented_data


def get_logistics(call: Call) -> Any:
    """Return the parcel of an order line, or the documented response for an unknown line.

    Assumption: a parcel exists as soon as the order is shipped.
    """
    found = call.state.orders.get_line(text(call.arguments.get("subPurchaseOrderId")), call.owner)
    if found is None:
        return call.documented_data
    order, line = found
    shipped_at = call.state.orders.shipped_at(order)
    parcels = [] if shipped_at is None else [_parcel(order, line, shipped_at)]
    return {"purchaseOrderOuterId": order.purchase_order_id, "pnmLogisticsDetails": parcels}


def _parcel(order: Order, line: int, shipped_at: float) -> dict[str, Any]:
    trace = {
        "statusDesc": "运输中",
        "city": "杭州市",
        "district": "余杭区",
        "action": "TMS_STATION_OUT",
        "facilityName": "Sandbox",
        "time": china_time(shipped_at),
        "standerdDesc": "text",
        "status": "TRANSPORT",
    }
    return {"mailNo": f"SANDBOX{order.line_id(line)}", "logisticsTraces": [trace]}
