"""The model RefundOrder of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.refund_status_enum import RefundStatusEnum

__all__ = ["RefundOrder"]


@model
class RefundOrder(Model):
    """State of a return order. All fields are from the v2 page, whose sample values are placeholders.

    Attributes:
        refund_fee: Amount given back; unit not stated.
        pay_order_id: Payment order id.
        timeout_type: What happens when the time is up.
        seller_refuse_reason: Why the seller refused.
        refund_status: State.
        can_edit_fee: Whether the amount can still be changed.
        remaining_time: Time left; form not stated.
        refund_type: Kind of return; values not listed.
        fee_tips: Hint on the amount.
        reason_desc: Reason of the return in words.
        goods_status: Where the goods are; values not listed.
        refund_desc: What the buyer wrote.
        reason_id: Id of the reason.
        timeout_date: When the time is up; form not stated.
        seller_refuse_reason_describe: What the seller wrote when refusing.
        refund_id: Return order id.
    """

    refund_fee: int | None | Unset = wire_field("refundFee", INTEGER, default=UNSET)
    pay_order_id: str | None | Unset = wire_field("payOrderId", Id(), default=UNSET)
    timeout_type: str | None | Unset = wire_field("timeoutType", TEXT, default=UNSET)
    seller_refuse_reason: str | None | Unset = wire_field("sellerRefuseReason", TEXT, default=UNSET, personal=True)
    refund_status: RefundStatusEnum | int | None | Unset = wire_field(
        "refundStatus",
        OpenEnum("pandapon_async.pandapon_v1.models.refund_status_enum:RefundStatusEnum", "integer"),
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
