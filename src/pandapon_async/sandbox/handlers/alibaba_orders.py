"""Orders on 1688: PandaPon v1 and v2, which share their orders, and Xportcn KA."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pandapon_async.sandbox.handlers.alibaba_lines import Line, encode_lines, group_by_seller, lines_in_request, total
from pandapon_async.sandbox.handlers.alibaba_view import order_view
from pandapon_async.sandbox.handlers.call import Call, china_time, refuse_unknown_id, scalars, text
from pandapon_async.sandbox.handlers.pages import page_bounds, requested_page
from pandapon_async.sandbox.handlers.prices import CARRIAGE
from pandapon_async.sandbox.json_text import write_json
from pandapon_async.sandbox.state.orders import Order

_NAMES_OF_SEVERAL = ("orderIds", "orderIdList")


def create(call: Call) -> dict[str, Any] | None:
    """Create one order.

    Assumption: the response is that of 1688 itself (``fastCreateOrder``). v2 documents no body: a call without a body
    creates nothing and gets null; outside strict mode, the fields of a body are read as in ``create_for_sellers``.
    """
    if call.body is None:
        return None
    [order] = place_orders(call, [lines_in_request(call.fields.get("cargoParamList"))])
    return {
        "totalSuccessAmount": order.purchase_amount,
        "orderId": order.purchase_order_id,
        "failedOfferList": [],
        "postFee": CARRIAGE,
    }


def create_for_sellers(call: Call) -> list[dict[str, Any]]:
    """Create one order per seller and return whole orders, as v2 documents.

    Assumption: v1 returns the same.
    """
    orders = place_orders(call, group_by_seller(lines_in_request(call.fields.get("cargoParamList"))))
    return [order_view(call.state.orders, order) for order in orders]


def place_orders(call: Call, groups: Iterable[Sequence[Line]]) -> list[Order]:
    """Create one order per group of lines. Their reference is the buyer's message."""
    body = call.fields
    message = body.get("message")
    address: Any = body.get("addressParam")
    receiver = write_json(address if isinstance(address, dict) else {})
    placed: list[Order] = []
    chosen = call.placed(groups, Line.to_json)
    for position, lines in enumerate(chosen):
        order = call.state.orders.create(
            kind=call.alibaba_kind,
            owner=call.owner,
            reference=message if isinstance(message, str) and message else None,
            purchase_amount=total(lines),
            lines=encode_lines(lines),
            receiver=receiver,
            created_at=call.time,
            batch=placed[0].batch if placed else None,
            missing_lines=len(call.missing) if position == len(chosen) - 1 else 0,
        )
        placed.append(order)
    return placed


def pay(call: Call) -> Any:
    """Pay an order. If it is already paid or cancelled, list it in ``cantPayOrderList`` and change nothing."""
    order = _order(call, call.arguments.get("orderId"))
    return call.documented_data_for("orderId") if order is None else _paid(call, [order], order.purchase_order_id)


def pay_many(call: Call) -> Any:
    """Pay several orders; if one id is unknown, pay none.

    Assumption: the response is that of paying one order.
    """
    return _pay_all(call, "orderIds", scalars(call.arguments.get("orderIds")))


def pay_ka(call: Call) -> Any:
    """Pay KA orders.

    Assumption: the fields are ``orderId`` or ``orderIds``, and the response is as on PandaPon; neither is documented.
    """
    body = call.fields
    name = next((name for name in _NAMES_OF_SEVERAL if name in body), None)
    if name is not None:
        return _pay_all(call, name, scalars(body[name]))
    return _pay_all(call, "orderId", scalars([body["orderId"]])) if "orderId" in body else None


def cancel(call: Call) -> Any:
    """Cancel an unpaid order and return whether it is cancelled now: false for a paid one."""
    order = _order(call, call.arguments.get("orderId"))
    return call.documented_data_for("orderId") if order is None else call.state.orders.cancel(order)


def get(call: Call) -> Any:
    """Return a whole order."""
    order = _order(call, call.arguments.get("orderId"))
    return call.documented_data_for("orderId") if order is None else order_view(call.state.orders, order)


def list_orders(call: Call) -> dict[str, Any]:
    """Return orders, newest first, by default 20 per page.

    Assumption: the body has 1688's fields ``page`` and ``pageSize`` and no filters; it is not documented.
    """
    number, size = requested_page(call, "page", "pageSize")
    start, end = page_bounds(number, size)
    count, orders = call.state.orders.newest_first(call.alibaba_kind, call.owner, start, end - start)
    return {"result": [order_view(call.state.orders, order) for order in orders], "totalRecord": count}


def get_logistics(call: Call) -> Any:
    """Return the parcel of an order, or the documented response for an unknown order.

    Assumption: a parcel exists as soon as the order is shipped.
    """
    order = _order(call, call.arguments.get("orderId"))
    if order is None:
        return call.documented_data
    shipped_at = call.state.orders.shipped_at(order)
    if shipped_at is None:
        return []
    number = f"SANDBOX{order.line_id(0)}"
    return [
        {
            "logisticsId": number,
            "orderId": int(order.purchase_order_id),
            "logisticsBillNo": number,
            "logisticsSteps": [{"acceptTime": china_time(shipped_at), "remark": "Sent by the sandbox"}],
            "traceNodeList": [],
            "logisticsStatus": "TRANSPORT",
        }
    ]


def confirm_receipt(call: Call) -> Any:
    """Confirm receipt of a paid order. Confirming one line confirms the whole order."""
    order = _order(call, call.arguments.get("orderId"))
    if order is None:
        return call.documented_data_for("orderId")
    if call.state.orders.receive(order):
        return {"success": True, "errorInfo": "", "errorCode": ""}
    return {"success": False, "errorInfo": "the order is not shipped", "errorCode": "ORDER_STATUS_ERROR"}


def _order(call: Call, order_id: Any) -> Order | None:
    return call.state.orders.get(text(order_id), call.owner, (call.alibaba_kind,))


def _pay_all(call: Call, name: str, order_ids: Iterable[str]) -> Any:
    orders: list[Order] = []
    for order_id in order_ids:
        order = _order(call, order_id)
        if order is not None:
            orders.append(order)
        elif order_id not in _documented_ids(call.operation.request_example, name):
            refuse_unknown_id(name)
    return _paid(call, orders, orders[0].purchase_order_id if len(orders) == 1 else None) if orders else None


def _documented_ids(example: Mapping[str, Any], name: str) -> Iterable[str]:
    return scalars(example.get(name))


def _paid(call: Call, orders: Iterable[Order], order_id: str | None) -> dict[str, Any]:
    unpaid = [order for order in orders if not call.state.orders.pay(order, call.time)]
    return {
        "orderId": order_id,
        "protocolPaySuccess": not unpaid,
        "payUrl": None,
        "cantPayOrderList": [int(order.purchase_order_id) for order in unpaid],
    }
