"""The model RefundOperation of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.refund_carrier import RefundCarrier
    from pandapon_async.pandapon_v1.models.refund_message_type import RefundMessageType

__all__ = ["RefundOperation"]


@model
class RefundOperation(Model):
    """A step of a refund.

    Attributes:
        after_operate_status: State after it.
        before_operate_status: State before it.
        close_refund_step_id: Stage id; 0 as a rule.
        crm_modify_refund: Changed by staff.
        description: Text. Wire name: ``discription``.
        email: Mail address.
        freight_bill: Waybill number of the return.
        gmt_create: When it was done.
        gmt_modified: When the record was changed.
        id: Record id.
        message_status: State of the message; 1 normal, 2 blocked; 3 was found in a sample.
        mobile: Mobile phone.
        msg_type: To whom the message goes.
        operate_remark: Remark.
        operate_type_int: What was done; values not known.
        operator_id: Member id of who did it.
        operator_login_id: Login of who did it.
        operator_role_id: Role of who did it; 1 the buyer, 2 the seller, going by samples.
        operator_user_id: User id of who did it.
        phone: Landline.
        refund_address: Street address for the return.
        refund_id: Refund id.
        reject_reason: Why the seller refused.
        vouchers: Addresses of pictures.
        logistics_company: Carrier of the return.
    """

    after_operate_status: str | None | Unset = wire_field("afterOperateStatus", TEXT, default=UNSET, nullable=True)
    before_operate_status: str | None | Unset = wire_field("beforeOperateStatus", TEXT, default=UNSET, nullable=True)
    close_refund_step_id: str | None | Unset = wire_field("closeRefundStepId", Id("integer"), default=UNSET)
    crm_modify_refund: bool | None | Unset = wire_field("crmModifyRefund", BOOLEAN, default=UNSET, nullable=True)
    description: str | None | Unset = wire_field("discription", TEXT, default=UNSET, nullable=True, personal=True)
    email: str | None | Unset = wire_field("email", TEXT, default=UNSET, nullable=True, personal=True)
    freight_bill: str | None | Unset = wire_field("freightBill", TEXT, default=UNSET, nullable=True)
    gmt_create: str | None | Unset = wire_field("gmtCreate", TEXT, default=UNSET)
    gmt_modified: str | None | Unset = wire_field("gmtModified", TEXT, default=UNSET)
    id: str | None | Unset = wire_field("id", Id("integer"), default=UNSET)
    message_status: int | None | Unset = wire_field("messageStatus", INTEGER, default=UNSET)
    mobile: str | None | Unset = wire_field("mobile", TEXT, default=UNSET, nullable=True, personal=True)
    msg_type: RefundMessageType | int | None | Unset = wire_field(
        "msgType",
        OpenEnum("pandapon_async.pandapon_v1.models.refund_message_type:RefundMessageType", "integer"),
        default=UNSET,
    )
    operate_remark: str | None | Unset = wire_field("operateRemark", TEXT, default=UNSET, nullable=True, personal=True)
    operate_type_int: int | None | Unset = wire_field("operateTypeInt", INTEGER, default=UNSET)
    operator_id: str | None | Unset = wire_field("operatorId", Id(), default=UNSET, nullable=True)
    operator_login_id: str | None | Unset = wire_field("operatorLoginId", TEXT, default=UNSET, personal=True)
    operator_role_id: int | None | Unset = wire_field("operatorRoleId", INTEGER, default=UNSET)
    operator_user_id: str | None | Unset = wire_field("operatorUserId", Id("integer"), default=UNSET)
    phone: str | None | Unset = wire_field("phone", TEXT, default=UNSET, nullable=True, personal=True)
    refund_address: str | None | Unset = wire_field("refundAddress", TEXT, default=UNSET, nullable=True, personal=True)
    refund_id: str | None | Unset = wire_field("refundId", Id(), default=UNSET)
    reject_reason: str | None | Unset = wire_field("rejectReason", TEXT, default=UNSET, nullable=True, personal=True)
    vouchers: list[str] | None | Unset = wire_field("vouchers", ListOf(TEXT), default=UNSET, nullable=True)
    logistics_company: RefundCarrier | None | Unset = wire_field(
        "logisticsCompany",
        Nested("pandapon_async.pandapon_v1.models.refund_carrier:RefundCarrier"),
        default=UNSET,
        nullable=True,
    )
