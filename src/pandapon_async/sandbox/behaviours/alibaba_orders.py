"""Orders on 1688, of PandaPon v1 and v2 together and of Xportcn KA."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pandapon_async.sandbox.behaviours.alibaba_lines import Line, by_seller, kept, sent_lines, total
from pandapon_async.sandbox.behaviours.alibaba_view import order_view
from pandapon_async.sandbox.behaviours.call import Call, china_time, refuse_id, scalars, text
from pandapon_async.sandbox.behaviours.pages import page_asked_for, page_bounds
from pandapon_async.sandbox.behaviours.prices import CARRIAGE
from pandapon_async.sandbox.json_text import write_json
from pandapon_async.sandbox.state.orders import Order

_NAMES_OF_SEVERAL = ("orderIds", "orderIdList")


def create(call: Call) -> dict[str, Any] | None:
    """Keep one order. Assumed answer: what 1688 itself answers (``fastCreateOrder``).

    v2 documents no body, so a call without one orders nothing and gets null; the fields of a body, outside strict mode,
    are read as those of ``create_for_sellers``.
    """
    if call.body is None:
        return None
    [order] = place(call, [sent_lines(call.fields.get("cargoParamList"))])
    return {
        "totalSuccessAmount": order.purchase_amount,
        "orderId": order.purchase_order_id,
        "failedOfferList": [],
        "postFee": CARRIAGE,
    }


def create_for_sellers(call: Call) -> list[dict[str, Any]]:
    """Keep one order for each seller and answer whole orders, as v2 documents; for v1 that is assumed."""
    orders = place(call, by_seller(sent_lines(call.fields.get("cargoParamList"))))
    return [order_view(call.state.orders, order) for order in orders]


def place(call: Call, groups: Iterable[Sequence[Line]]) -> list[Order]:
    """Keep one order for each group of lines. The message of the buyer is what the caller can tell them by."""
    body = call.fields
    message = body.get("message")
    address: Any = body.get("addressParam")
    receiver = write_json(address if isinstance(address, dict) else {})
    placed: list[Order] = []
    for lines in groups:
        order = call.state.orders.create(
            kind=call.alibaba_kind,
            owner=call.owner,
            reference=message if isinstance(message, str) and message else None,
            purchase_amount=total(lines),
            lines=kept(lines),
            receiver=receiver,
            created_at=call.time,
            batch=placed[0].batch if placed else None,
        )
        placed.append(order)
    return placed


def pay(call: Call) -> Any:
    """Pay an order at once. One that is paid already or cancelled is told in ``cantPayOrderList`` and left as it is."""
    order = _order(call, call.arguments.get("orderId"))
    return call.documented_data_for("orderId") if order is None else _paid(call, [order], order.purchase_order_id)


def pay_many(call: Call) -> Any:
    """Pay several orders. Either all ids are known and those that can be paid are, or none is.

    The answer is assumed to be that of the payment of one order.
    """
    return _pay_all(call, "orderIds", scalars(call.arguments.get("orderIds")))


def pay_ka(call: Call) -> Any:
    """Pay orders of KA. Fields and answer are not documented: ``orderId`` or ``orderIds`` is taken, as on PandaPon."""
    body = call.fields
    name = next((name for name in _NAMES_OF_SEVERAL if name in body), None)
    if name is not None:
        return _pay_all(call, name, scalars(body[name]))
    return _pay_all(call, "orderId", scalars([body["orderId"]])) if "orderId" in body else None


def cancel(call: Call) -> Any:
    """Cancel an order that is not paid. The answer tells whether it is cancelled now, so false for a paid one."""
    order = _order(call, call.arguments.get("orderId"))
    return call.documented_data_for("orderId") if order is None else call.state.orders.cancel(order)


def get(call: Call) -> Any:
    """Return a whole order."""
    order = _order(call, call.arguments.get("orderId"))
    return call.documented_data_for("orderId") if order is None else order_view(call.state.orders, order)


def list_orders(call: Call) -> dict[str, Any]:
    """Return orders, newest first, 20 on a page. Fields of the body are not documented: taken are 1688's, ``page`` and
    ``pageSize``, and no filter.
    """  # noqa: D205 - one sentence
    number, size = page_asked_for(call, "page", "pageSize")
    start, end = page_bounds(number, size)
    count, orders = call.state.orders.newest_first(call.alibaba_kind, call.owner, start, end - start)
    return {"result": [order_view(call.state.orders, order) for order in orders], "totalRecord": count}


def get_logistics(call: Call) -> Any:
    """Tell about the parcel of an order; the documented answer where the order is unknown here.

    An order is on its way as soon as it is paid; before there is no parcel.
    """
    order = _order(call, call.arguments.get("orderId"))
    if order is None:
        return call.documented_data
    paid_at = call.state.orders.paid_at(order)
    if paid_at is None:
        return []
    number = f"SANDBOX{order.line_id(0)}"
    return [
        {
            "logisticsId": number,
            "orderId": int(order.purchase_order_id),
            "logisticsBillNo": number,
            "logisticsSteps": [{"acceptTime": china_time(paid_at), "remark": "Sent by the sandbox"}],
            "traceNodeList": [],
            "logisticsStatus": "TRANSPORT",
        }
    ]


def confirm_receipt(call: Call) -> Any:
    """Confirm that the goods of a paid order arrived. Lines are not told apart: one of them stands for the order."""
    order = _order(call, call.arguments.get("orderId"))
    if order is None:
        return call.documented_data_for("orderId")
    if call.state.orders.receive(order):
        return {"success": True, "errorInfo": "", "errorCode": ""}
    return {"success": False, "errorInfo": "the order is not paid", "errorCode": "ORDER_STATUS_ERROR"}


def _order(call: Call, order_id: Any) -> Order | None:
    return call.state.orders.get(text(order_id), call.owner, (call.alibaba_kind,))


def _pay_all(call: Call, name: str, order_ids: Iterable[str]) -> Any:
    orders: list[Order] = []
    for order_id in order_ids:
        order = _order(call, order_id)
        if order is not None:
            orders.append(order)
        elif order_id not in _documented_ids(call.operation.request_example, name):
            refuse_id(name)
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
