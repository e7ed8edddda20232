"""Refunds on 1688."""

from typing import Any, Final

from pandapon_async.sandbox.handlers.alibaba_lines import lines_of
from pandapon_async.sandbox.handlers.call import Call, alibaba_time, text
from pandapon_async.sandbox.refusal import Reason, RefusedError
from pandapon_async.sandbox.state.refunds import Refund, RefundStage

# Assumption: the seller accepts returns at once, so goods can be sent back; a refund without return stays open.
_STATUS_BEFORE_RETURN: Final = {True: "waitbuyersend", False: "waitselleragree"}
_STATUS: Final = {RefundStage.RETURNED: "waitsellerreceive", RefundStage.CLOSED: "refundclose"}
_MAX_FEN: Final = 10**12


def create(call: Call) -> Any:
    """Create a refund of an order, paid or not, and return its id.

    Assumption: goods must be returned if ``disputeRequest`` is ``returnRefund``, as on 1688.
    """
    body = call.fields
    order = call.state.orders.get(text(body["orderId"]), call.owner, (call.alibaba_kind,))
    if order is None:
        return call.documented_data_for("orderId")
    payment, carriage = body["applyPayment"], body["applyCarriage"]
    if not (0 <= payment <= _MAX_FEN and 0 <= carriage <= _MAX_FEN):
        raise RefusedError(Reason.SCHEMA, f"applyPayment and applyCarriage must be between 0 and {_MAX_FEN}")
    line_ids = body.get("orderEntryIds") or ()
    line = next((position for position in range(len(lines_of(order))) if order.line_id(position) in line_ids), 0)
    refund = call.state.refunds.create(
        order,
        line=line,
        amount=payment + carriage,
        carriage=carriage,
        reason_id=body["applyReasonId"],
        needs_return=body["disputeRequest"] == "returnRefund",
        created_at=call.time,
    )
    return {"refundId": refund.refund_id}


def get(call: Call) -> Any:
    """Return the fields of a refund that the sandbox knows."""
    refund = _refund(call)
    if refund is None:
        return call.documented_data_for("refundId")
    order = refund.order
    created = alibaba_time(refund.created_at)
    return {
        "refundId": refund.refund_id,
        "orderId": int(order.purchase_order_id),
        "orderEntryIdList": [order.line_id(refund.line)],
        "applyPayment": refund.amount,
        "applyCarriage": refund.carriage,
        "applyReasonId": refund.reason_id,
        "canRefundPayment": order.purchase_amount,
        "refundPayment": refund.amount,
        "refundCarriage": refund.carriage,
        "refundGoods": refund.needs_return,
        "onlyRefund": not refund.needs_return,
        "buyerSendGoods": refund.stage is RefundStage.RETURNED,
        "status": _STATUS.get(refund.stage, _STATUS_BEFORE_RETURN[refund.needs_return]),
        "gmtApply": created,
        "gmtCreate": created,
        "gmtModified": created,
    }


def submit_return(call: Call) -> Any:
    """Record once that the goods were sent back. The waybill is not stored."""
    refund = _refund(call)
    if refund is None:
        return call.documented_data_for("refundId")
    if refund.stage is not RefundStage.APPLIED or not refund.needs_return:
        return {"success": False, "errorCode": "REFUND_STATUS_ERROR", "errorInfo": "the refund does not await goods"}
    call.state.refunds.advance(refund, RefundStage.RETURNED)
    return {"success": True, "errorCode": None, "errorInfo": None}


def _refund(call: Call) -> Refund | None:
    return call.state.refunds.get(call.owner, call.alibaba_kind, text(call.arguments.get("refundId")))
