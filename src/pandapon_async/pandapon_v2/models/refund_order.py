"""The model RefundOrder of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.refund_status_enum import RefundStatusEnum

__all__ = ["RefundOrder"]


@model
class RefundOrder(Model):
    """A return order.

    Attributes:
        refund_fee: Amount; unit not stated.
        pay_order_id: Payment order id.
        timeout_type: Kind of time limit.
        seller_refuse_reason: Why the seller refused.
        refund_status: State of the refund; a number here, a string in the preview.
        can_edit_fee: True where the amount may be changed.
        remaining_time: Time left; unit not stated.
        refund_type: Kind of return; values are not documented.
        fee_tips: Hint on the amount.
        reason_desc: Reason in words.
        goods_status: State of the goods; values are not documented.
        refund_desc: What the buyer wrote.
        reason_id: Reason id.
        timeout_date: End of the time limit; format not documented.
        seller_refuse_reason_describe: What the seller wrote when refusing.
        refund_id: Return order id.
    """

    refund_fee: int | None | Unset = wire_field("refundFee", INTEGER, default=UNSET)
    pay_order_id: str | None | Unset = wire_field("payOrderId", Id(), default=UNSET)
    timeout_type: str | None | Unset = wire_field("timeoutType", TEXT, default=UNSET)
    seller_refuse_reason: str | None | Unset = wire_field("sellerRefuseReason", TEXT, default=UNSET)
    refund_status: RefundStatusEnum | int | None | Unset = wire_field(
        "refundStatus",
        OpenEnum("pandapon_async.pandapon_v2.models.refund_status_enum:RefundStatusEnum", "integer"),
        default=UNSET,
    )
    can_edit_fee: bool | None | Unset = wire_field("canEditFee", BOOLEAN, default=UNSET)
    remaining_time: str | None | Unset = wire_field("remainingTime", TEXT, default=UNSET)
    refund_type: int | None | Unset = wire_field("refundType", INTEGER, default=UNSET)
    fee_tips: str | None | Unset = wire_field("feeTips", TEXT, default=UNSET)
    reason_desc: str | None | Unset = wire_field("reasonDesc", TEXT, default=UNSET)
    goods_status: int | None | Unset = wire_field("goodsStatus", INTEGER, default=UNSET)
    refund_desc: str | None | Unset = wire_field("refundDesc", TEXT, default=UNSET, personal=True)
    reason_id: int | None | Unset = wire_field("reasonId", INTEGER, default=UNSET)
    timeout_date: str | None | Unset = wire_field("timeoutDate", TEXT, default=UNSET)
    seller_refuse_reason_describe: str | None | Unset = wire_field(
        "sellerRefuseReasonDescribe", TEXT, default=UNSET, personal=True
    )
    refund_id: str | None | Unset = wire_field("refundId", Id(), default=UNSET)
