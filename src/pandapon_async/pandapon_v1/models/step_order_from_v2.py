"""The model StepOrderFromV2 of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, NUMBER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.step_order_status import StepOrderStatus
    from pandapon_async.pandapon_v1.models.step_pay_status_from_v2 import StepPayStatusFromV2

__all__ = ["StepOrderFromV2"]


@model
class StepOrderFromV2(Model):
    """A stage of an order, trade 3.0.

    Attributes:
        step_order_id: Id of the stage.
        step_order_status: State of the stage.
        step_pay_status: State of its payment.
        step_no: Number of the stage.
        last_step: True for the last stage.
        has_disbursed: True where the seller has the money.
        pay_fee: Amount when the order was created, without freight; unit not stated.
        actual_pay_fee: Amount with freight; unit not stated.
        discount_fee: Saving by the shop; unit not stated.
        item_discount_fee: Saving by the item; unit not stated.
        price: Price of one piece in this stage; unit not stated.
        amount: How many.
        post_fee: Freight; unit not stated.
        adjust_fee: Price change; unit not stated.
        gmt_create: When it was created; yyyyMMddHHmmssSSSZ on 1688.
        gmt_modified: When it was last changed; yyyyMMddHHmmssSSSZ on 1688.
        enter_time: When it began; yyyyMMddHHmmssSSSZ on 1688.
        pay_time: When it was paid; yyyyMMddHHmmssSSSZ on 1688.
        seller_action_time: When the seller acted; yyyyMMddHHmmssSSSZ on 1688.
        end_time: When it ended; yyyyMMddHHmmssSSSZ on 1688.
        message_path: Path of the seller's message.
        picture_path: Path of the seller's pictures.
        message: What the seller wrote.
        template_id: Template id.
        step_name: Name of the stage.
        seller_action_name: What the seller has to do.
        buyer_pay_timeout: Time to pay. Unit: seconds.
        buyer_confirm_timeout: Time to confirm; unit not stated.
        need_logistics: True where goods are shipped.
        need_seller_action: True where the seller has to act, and the buyer to confirm.
        transfer_after_confirm: True where the seller is paid at the end of the stage.
        need_seller_call_next: True where the seller has to open the next stage.
        instant_pay: True where the seller may be paid at once.
    """

    step_order_id: str | None | Unset = wire_field("stepOrderId", Id("integer"), default=UNSET)
    step_order_status: StepOrderStatus | str | None | Unset = wire_field(
        "stepOrderStatus",
        OpenEnum("pandapon_async.pandapon_v1.models.step_order_status:StepOrderStatus"),
        default=UNSET,
    )
    step_pay_status: StepPayStatusFromV2 | int | None | Unset = wire_field(
        "stepPayStatus",
        OpenEnum("pandapon_async.pandapon_v1.models.step_pay_status_from_v2:StepPayStatusFromV2", "integer"),
        default=UNSET,
    )
    step_no: int | None | Unset = wire_field("stepNo", INTEGER, default=UNSET)
    last_step: bool | None | Unset = wire_field("lastStep", BOOLEAN, default=UNSET)
    has_disbursed: bool | None | Unset = wire_field("hasDisbursed", BOOLEAN, default=UNSET)
    pay_fee: float | None | Unset = wire_field("payFee", NUMBER, default=UNSET)
    actual_pay_fee: float | None | Unset = wire_field("actualPayFee", NUMBER, default=UNSET)
    discount_fee: float | None | Unset = wire_field("discountFee", NUMBER, default=UNSET)
    item_discount_fee: float | None | Unset = wire_field("itemDiscountFee", NUMBER, default=UNSET)
    price: float | None | Unset = wire_field("price", NUMBER, default=UNSET)
    amount: int | None | Unset = wire_field("amount", INTEGER, default=UNSET)
    post_fee: float | None | Unset = wire_field("postFee", NUMBER, default=UNSET)
    adjust_fee: float | None | Unset = wire_field("adjustFee", NUMBER, default=UNSET)
    gmt_create: str | None | Unset = wire_field("gmtCreate", TEXT, default=UNSET)
    gmt_modified: str | None | Unset = wire_field("gmtModified", TEXT, default=UNSET)
    enter_time: str | None | Unset = wire_field("enterTime", TEXT, default=UNSET)
    pay_time: str | None | Unset = wire_field("payTime", TEXT, default=UNSET)
    seller_action_time: str | None | Unset = wire_field("sellerActionTime", TEXT, default=UNSET)
    end_time: str | None | Unset = wire_field("endTime", TEXT, default=UNSET)
    message_path: str | None | Unset = wire_field("messagePath", TEXT, default=UNSET)
    picture_path: str | None | Unset = wire_field("picturePath", TEXT, default=UNSET)
    message: str | None | Unset = wire_field("message", TEXT, default=UNSET, personal=True)
    template_id: str | None | Unset = wire_field("templateId", Id("integer"), default=UNSET)
    step_name: str | None | Unset = wire_field("stepName", TEXT, default=UNSET)
    seller_action_name: str | None | Unset = wire_field("sellerActionName", TEXT, default=UNSET)
    buyer_pay_timeout: int | None | Unset = wire_field("buyerPayTimeout", INTEGER, default=UNSET)
    buyer_confirm_timeout: int | None | Unset = wire_field("buyerConfirmTimeout", INTEGER, default=UNSET)
    need_logistics: bool | None | Unset = wire_field("needLogistics", BOOLEAN, default=UNSET)
    need_seller_action: bool | None | Unset = wire_field("needSellerAction", BOOLEAN, default=UNSET)
    transfer_after_confirm: bool | None | Unset = wire_field("transferAfterConfirm", BOOLEAN, default=UNSET)
    need_seller_call_next: bool | None | Unset = wire_field("needSellerCallNext", BOOLEAN, default=UNSET)
    instant_pay: bool | None | Unset = wire_field("instantPay", BOOLEAN, default=UNSET)
