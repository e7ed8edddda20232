"""The model NewStepOrderFromV2 of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, NUMBER, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.new_step_logistics_status import NewStepLogisticsStatus
    from pandapon_async.pandapon_v1.models.new_step_pay_status_from_v2 import NewStepPayStatusFromV2

__all__ = ["NewStepOrderFromV2"]


@model
class NewStepOrderFromV2(Model):
    """A stage of an order, trade 4.0.

    Attributes:
        gmt_start: When it began; yyyyMMddHHmmssSSSZ on 1688.
        gmt_pay: When it was paid; yyyyMMddHHmmssSSSZ on 1688.
        gmt_end: When it ended; yyyyMMddHHmmssSSSZ on 1688.
        step_no: Number of the stage.
        last_step: True for the last stage.
        step_name: Name of the stage.
        active_status: 1 where the stage is active, 0 where not.
        pay_status: State of its payment.
        logistics_status: How far its goods are.
        pay_fee: To pay, with freight. Unit: yuan.
        paid_fee: Paid, with freight. Unit: yuan.
        goods_fee: Share of the goods. Unit: yuan.
        adjust_fee: Price change. Unit: yuan.
        discount_fee: Saving. Unit: yuan.
        post_fee: Freight to pay. Unit: yuan.
        paid_post_fee: Freight paid. Unit: yuan.
    """

    gmt_start: str | None | Unset = wire_field("gmtStart", TEXT, default=UNSET)
    gmt_pay: str | None | Unset = wire_field("gmtPay", TEXT, default=UNSET)
    gmt_end: str | None | Unset = wire_field("gmtEnd", TEXT, default=UNSET)
    step_no: int | None | Unset = wire_field("stepNo", INTEGER, default=UNSET)
    last_step: bool | None | Unset = wire_field("lastStep", BOOLEAN, default=UNSET)
    step_name: str | None | Unset = wire_field("stepName", TEXT, default=UNSET)
    active_status: int | None | Unset = wire_field("activeStatus", INTEGER, default=UNSET)
    pay_status: NewStepPayStatusFromV2 | int | None | Unset = wire_field(
        "payStatus",
        OpenEnum("pandapon_async.pandapon_v1.models.new_step_pay_status_from_v2:NewStepPayStatusFromV2", "integer"),
        default=UNSET,
    )
    logistics_status: NewStepLogisticsStatus | int | None | Unset = wire_field(
        "logisticsStatus",
        OpenEnum("pandapon_async.pandapon_v1.models.new_step_logistics_status:NewStepLogisticsStatus", "integer"),
        default=UNSET,
    )
    pay_fee: float | None | Unset = wire_field("payFee", NUMBER, default=UNSET)
    paid_fee: float | None | Unset = wire_field("paidFee", NUMBER, default=UNSET)
    goods_fee: float | None | Unset = wire_field("goodsFee", NUMBER, default=UNSET)
    adjust_fee: float | None | Unset = wire_field("adjustFee", NUMBER, default=UNSET)
    discount_fee: float | None | Unset = wire_field("discountFee", NUMBER, default=UNSET)
    post_fee: float | None | Unset = wire_field("postFee", NUMBER, default=UNSET)
    paid_post_fee: float | None | Unset = wire_field("paidPostFee", NUMBER, default=UNSET)
