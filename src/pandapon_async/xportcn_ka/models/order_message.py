"""The model OrderMessage of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_times import CHINA_TIME
from pandapon_async._core.schema.wire_types import ANY, INTEGER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.times import ChinaTime
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OrderMessage"]


@model
class OrderMessage(Model):
    """An order, as message pushes have it.

    Attributes:
        order_id: Order id at 1688.
        order_no: Purchase number of the platform, PO and date and a serial number.
        order_status: State of the order. The samples have WAITING_FOR_PAYMENT, WAITING_FOR_SENT and CANCEL.
        pay_status: State of the payment. The samples have 1 before it and 2 after it.
        total_amount: Goods and delivery. The unit follows from the samples, it is not stated. Unit: fen.
        shipping_fee: Delivery. Unit: fen.
        product_amount: Goods. Unit: fen.
        refund_amount: What was paid back. Unit: fen.
        refund_status: Only null is known.
        close_reason: Why it was closed. The samples have buyer_cancel.
        tb_create_time: When it was created.
        pay_time: When it was paid.
    """

    order_id: str | None | Unset = wire_field("orderId", Id(), default=UNSET)
    order_no: str | None | Unset = wire_field("orderNo", Id(), default=UNSET)
    order_status: str | None | Unset = wire_field("orderStatus", TEXT, default=UNSET)
    pay_status: int | None | Unset = wire_field("payStatus", INTEGER, default=UNSET)
    total_amount: int | None | Unset = wire_field("totalAmount", INTEGER, default=UNSET)
    shipping_fee: int | None | Unset = wire_field("shippingFee", INTEGER, default=UNSET)
    product_amount: int | None | Unset = wire_field("productAmount", INTEGER, default=UNSET)
    refund_amount: int | None | Unset = wire_field("refundAmount", INTEGER, default=UNSET)
    refund_status: JsonValue | Unset = wire_field("refundStatus", ANY, default=UNSET, nullable=True)
    close_reason: str | None | Unset = wire_field("closeReason", TEXT, default=UNSET, nullable=True)
    tb_create_time: ChinaTime | None | Unset = wire_field("tbCreateTime", CHINA_TIME, default=UNSET)
    pay_time: ChinaTime | None | Unset = wire_field("payTime", CHINA_TIME, default=UNSET, nullable=True)
