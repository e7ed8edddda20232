"""The model RenderedRefundOrder of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["RenderedRefundOrder"]


@model
class RenderedRefundOrder(Model):
    """A return order in the preview. Differs from RefundOrder in the type of refundStatus.

    Attributes:
        goods_status: State of the goods; values are not documented.
        refund_desc: What the buyer wrote.
        refund_status: State of the refund; a string here, a number in the details.
        refund_type: Kind of return; values are not documented.
        timeout_date: End of the time limit; format not documented.
        fee_tips: Hint on the amount.
        timeout_type: Kind of time limit.
        refund_id: Return order id.
        pay_order_id: Payment order id.
        reason_id: Reason id.
        can_edit_fee: True where the amount may be changed.
        seller_refuse_reason_describe: What the seller wrote when refusing.
        remaining_time: Time left; unit not stated.
        reason_desc: Reason in words.
        seller_refuse_reason: Why the seller refused.
        refund_fee: Amount; unit not stated.
    """

    goods_status: int | None | Unset = wire_field("goodsStatus", INTEGER, default=UNSET)
    refund_desc: str | None | Unset = wire_field("refundDesc", TEXT, default=UNSET, personal=True)
    refund_status: str | None | Unset = wire_field("refundStatus", TEXT, default=UNSET)
    refund_type: int | None | Unset = wire_field("refundType", INTEGER, default=UNSET)
    timeout_date: str | None | Unset = wire_field("timeoutDate", TEXT, default=UNSET)
    fee_tips: str | None | Unset = wire_field("feeTips", TEXT, default=UNSET)
    timeout_type: str | None | Unset = wire_field("timeoutType", TEXT, default=UNSET)
    refund_id: str | None | Unset = wire_field("refundId", Id(), default=UNSET)
    pay_order_id: str | None | Unset = wire_field("payOrderId", Id(), default=UNSET)
    reason_id: int | None | Unset = wire_field("reasonId", INTEGER, default=UNSET)
    can_edit_fee: bool | None | Unset = wire_field("canEditFee", BOOLEAN, default=UNSET)
    seller_refuse_reason_describe: str | None | Unset = wire_field(
        "sellerRefuseReasonDescribe", TEXT, default=UNSET, personal=True
    )
    remaining_time: str | None | Unset = wire_field("remainingTime", TEXT, default=UNSET)
    reason_desc: str | None | Unset = wire_field("reasonDesc", TEXT, default=UNSET)
    seller_refuse_reason: str | None | Unset = wire_field("sellerRefuseReason", TEXT, default=UNSET)
    refund_fee: int | None | Unset = wire_field("refundFee", INTEGER, default=UNSET)
