"""The model RefundOrderTemplate of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.max_refund_fee import MaxRefundFee
    from pandapon_async.pandapon_v1.models.refund_reason import RefundReason
    from pandapon_async.pandapon_v1.models.rendered_refund_order import RenderedRefundOrder

__all__ = ["RefundOrderTemplate"]


@model
class RefundOrderTemplate(Model):
    """Choices and limits for a return order.

    Attributes:
        refund_reasons: Reasons to choose from.
        goods_status_list: States of the goods to choose from; values are not documented.
        refund_order: The return order as it would be.
        max_refund_fee: Bounds of the amount.
    """

    refund_reasons: list[RefundReason] | None | Unset = wire_field(
        "refundReasons", ListOf(Nested("pandapon_async.pandapon_v1.models.refund_reason:RefundReason")), default=UNSET
    )
    goods_status_list: list[str] | None | Unset = wire_field("goodsStatusList", ListOf(TEXT), default=UNSET)
    refund_order: RenderedRefundOrder | None | Unset = wire_field(
        "refundOrder",
        Nested("pandapon_async.pandapon_v1.models.rendered_refund_order:RenderedRefundOrder"),
        default=UNSET,
    )
    max_refund_fee: MaxRefundFee | None | Unset = wire_field(
        "maxRefundFee", Nested("pandapon_async.pandapon_v1.models.max_refund_fee:MaxRefundFee"), default=UNSET
    )
