"""The model AlibabaRefundInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, OBJECT, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.alibaba_refund_status import AlibabaRefundStatus
    from pandapon_async.pandapon_v1.models.dispute_type import DisputeType
    from pandapon_async.pandapon_v1.models.refund_goods_status import RefundGoodsStatus
    from pandapon_async.pandapon_v1.models.refund_operation import RefundOperation

__all__ = ["AlibabaRefundInfo"]


@model
class AlibabaRefundInfo(Model):
    """A refund on 1688. The fields up to buyerUserId are documented, the others are those of 1688's own interface.

    Attributes:
        id: Record id.
        create_by: Who made the record.
        create_by_id: User id of that person.
        create_time: When the record was made; form not stated.
        update_by: Who changed the record.
        update_by_id: User id of that person.
        update_time: When the record was changed; form not stated.
        remark: Remark.
        alipay_payment_id: Payment number at Alipay.
        apply_carriage: Freight asked back; no unit is documented, fen at 1688.
        apply_expect: Amount asked for at first, at 1688; no unit is documented.
        apply_payment: Amount asked back; no unit is documented, fen at 1688.
        apply_reason: Reason.
        apply_reason_id: Reason id.
        apply_sub_reason: Reason in more detail.
        apply_sub_reason_id: Id of that reason.
        buyer_alipay_id: Alipay id of the buyer.
        buyer_logistics_name: Carrier of the return.
        buyer_member_id: Member id of the buyer.
        buyer_send_goods: The buyer sent the goods back.
        buyer_user_id: User id of the buyer.
        after_sales_agree_timeout: The time for after-sales ran out. Wire name: ``aftersaleAgreeTimeout``.
        after_sales_auto_disburse: Paid out without anybody's doing. Wire name: ``aftersaleAutoDisburse``.
        async_error_code: Not described. Wire name: ``asynErrCode``.
        async_sub_error_code: Not described. Wire name: ``asynSubErrCode``.
        can_refund_payment: Most that can be given back. Unit: fen.
        crm_modify_refund: Changed by staff.
        disburse_channel: Channel of a payout at once.
        dispute_request: What was asked for, as a number; 3 on a return.
        dispute_type: When it was asked for.
        ext_info: Further data.
        freight_bill: Waybill number of the return.
        frozen_fund: Amount that is frozen; -1 in the sample. Unit: fen.
        gmt_apply: When it was asked for.
        gmt_completed: When it was completed.
        gmt_create: When it was created.
        gmt_frozen: Since when the time limit is held. Wire name: ``gmtFreezed``.
        gmt_modified: When it was changed.
        gmt_time_out: Time limit.
        goods_received: The buyer has the goods.
        goods_status: Where the goods are.
        instant_refund_type: Kind of refund at once.
        insufficient_account: The seller's balance is too low.
        insufficient_bail: The seller's deposit is too low.
        new_refund_return: Runs in the new process.
        only_refund: Nothing has to be sent back.
        order_entry_count_map: Pieces by sub-order id.
        order_entry_id_list: Sub-order ids.
        order_id: 1688 order id.
        prepaid_balance: Amount paid in advance; unit not stated.
        product_name: Name of the product.
        refund_carriage: Freight given back. Unit: fen.
        refund_goods: The goods have to be sent back.
        refund_id: Refund id, begins with TQ.
        refund_payment: Amount given back. Unit: fen.
        reject_reason: Why the seller refused.
        reject_reason_id: Id of that reason.
        reject_times: How often the seller refused.
        seller_alipay_id: Alipay id of the seller.
        seller_delay_disburse: The payout is delayed.
        seller_member_id: Member id of the seller.
        seller_mobile: Mobile phone for the return.
        seller_real_name: Recipient of the return.
        seller_receive_address: Street address for the return.
        seller_tel: Landline for the return.
        seller_user_id: User id of the seller.
        status: State.
        support_new_step_pay: Trade 4.0. Wire name: ``supportNewSteppay``.
        task_status: State of a ticket.
        time_out_freeze: Held because the time ran out.
        time_out_operate_type: What happens when the time runs out.
        trade_type_str: Kind of trade, as in the order.
        refund_operation_list: What was done so far.
        buyer_login_id: Login of the buyer.
        seller_login_id: Login of the seller.
        refund_official_solution_cost: Fee for collection by 1688. Unit: fen.
    """

    id: str | None | Unset = wire_field("id", Id("integer"), default=UNSET, nullable=True)
    create_by: str | None | Unset = wire_field("createBy", TEXT, default=UNSET, nullable=True, personal=True)
    create_by_id: str | None | Unset = wire_field("createById", Id("integer"), default=UNSET, nullable=True)
    create_time: str | None | Unset = wire_field("createTime", TEXT, default=UNSET, nullable=True)
    update_by: str | None | Unset = wire_field("updateBy", TEXT, default=UNSET, nullable=True, personal=True)
    update_by_id: str | None | Unset = wire_field("updateById", Id("integer"), default=UNSET, nullable=True)
    update_time: str | None | Unset = wire_field("updateTime", TEXT, default=UNSET, nullable=True)
    remark: str | None | Unset = wire_field("remark", TEXT, default=UNSET, nullable=True, personal=True)
    alipay_payment_id: str | None | Unset = wire_field("alipayPaymentId", Id(), default=UNSET, nullable=True)
    apply_carriage: int | None | Unset = wire_field("applyCarriage", INTEGER, default=UNSET, nullable=True)
    apply_expect: int | None | Unset = wire_field("applyExpect", INTEGER, default=UNSET, nullable=True)
    apply_payment: int | None | Unset = wire_field("applyPayment", INTEGER, default=UNSET, nullable=True)
    apply_reason: str | None | Unset = wire_field("applyReason", TEXT, default=UNSET, nullable=True)
    apply_reason_id: int | None | Unset = wire_field("applyReasonId", INTEGER, default=UNSET, nullable=True)
    apply_sub_reason: str | None | Unset = wire_field("applySubReason", TEXT, default=UNSET, nullable=True)
    apply_sub_reason_id: int | None | Unset = wire_field("applySubReasonId", INTEGER, default=UNSET, nullable=True)
    buyer_alipay_id: str | None | Unset = wire_field("buyerAlipayId", Id(), default=UNSET, nullable=True)
    buyer_logistics_name: str | None | Unset = wire_field("buyerLogisticsName", TEXT, default=UNSET, nullable=True)
    buyer_member_id: str | None | Unset = wire_field("buyerMemberId", Id(), default=UNSET, nullable=True)
    buyer_send_goods: bool | None | Unset = wire_field("buyerSendGoods", BOOLEAN, default=UNSET, nullable=True)
    buyer_user_id: str | None | Unset = wire_field("buyerUserId", Id("integer"), default=UNSET)
    after_sales_agree_timeout: bool | None | Unset = wire_field(
        "aftersaleAgreeTimeout", BOOLEAN, default=UNSET, nullable=True
    )
    after_sales_auto_disburse: bool | None | Unset = wire_field(
        "aftersaleAutoDisburse", BOOLEAN, default=UNSET, nullable=True
    )
    async_error_code: str | None | Unset = wire_field("asynErrCode", TEXT, default=UNSET, nullable=True)
    async_sub_error_code: str | None | Unset = wire_field("asynSubErrCode", TEXT, default=UNSET, nullable=True)
    can_refund_payment: int | None | Unset = wire_field("canRefundPayment", INTEGER, default=UNSET)
    crm_modify_refund: bool | None | Unset = wire_field("crmModifyRefund", BOOLEAN, default=UNSET, nullable=True)
    disburse_channel: str | None | Unset = wire_field("disburseChannel", TEXT, default=UNSET, nullable=True)
    dispute_request: int | None | Unset = wire_field("disputeRequest", INTEGER, default=UNSET)
    dispute_type: DisputeType | int | None | Unset = wire_field(
        "disputeType", OpenEnum("pandapon_async.pandapon_v1.models.dispute_type:DisputeType", "integer"), default=UNSET
    )
    ext_info: JsonObject | None | Unset = wire_field("extInfo", OBJECT, default=UNSET, nullable=True)
    freight_bill: str | None | Unset = wire_field("freightBill", TEXT, default=UNSET, nullable=True)
    frozen_fund: int | None | Unset = wire_field("frozenFund", INTEGER, default=UNSET)
    gmt_apply: str | None | Unset = wire_field("gmtApply", TEXT, default=UNSET)
    gmt_completed: str | None | Unset = wire_field("gmtCompleted", TEXT, default=UNSET, nullable=True)
    gmt_create: str | None | Unset = wire_field("gmtCreate", TEXT, default=UNSET)
    gmt_frozen: str | None | Unset = wire_field("gmtFreezed", TEXT, default=UNSET, nullable=True)
    gmt_modified: str | None | Unset = wire_field("gmtModified", TEXT, default=UNSET)
    gmt_time_out: str | None | Unset = wire_field("gmtTimeOut", TEXT, default=UNSET, nullable=True)
    goods_received: bool | None | Unset = wire_field("goodsReceived", BOOLEAN, default=UNSET, nullable=True)
    goods_status: RefundGoodsStatus | int | None | Unset = wire_field(
        "goodsStatus",
        OpenEnum("pandapon_async.pandapon_v1.models.refund_goods_status:RefundGoodsStatus", "integer"),
        default=UNSET,
    )
    instant_refund_type: str | None | Unset = wire_field("instantRefundType", TEXT, default=UNSET, nullable=True)
    insufficient_account: bool | None | Unset = wire_field("insufficientAccount", BOOLEAN, default=UNSET, nullable=True)
    insufficient_bail: bool | None | Unset = wire_field("insufficientBail", BOOLEAN, default=UNSET, nullable=True)
    new_refund_return: bool | None | Unset = wire_field("newRefundReturn", BOOLEAN, default=UNSET, nullable=True)
    only_refund: bool | None | Unset = wire_field("onlyRefund", BOOLEAN, default=UNSET, nullable=True)
    order_entry_count_map: JsonObject | None | Unset = wire_field(
        "orderEntryCountMap", OBJECT, default=UNSET, nullable=True
    )
    order_entry_id_list: list[str] | None | Unset = wire_field(
        "orderEntryIdList", ListOf(Id("integer")), default=UNSET, nullable=True
    )
    order_id: str | None | Unset = wire_field("orderId", Id("integer"), default=UNSET)
    prepaid_balance: int | None | Unset = wire_field("prepaidBalance", INTEGER, default=UNSET, nullable=True)
    product_name: str | None | Unset = wire_field("productName", TEXT, default=UNSET)
    refund_carriage: int | None | Unset = wire_field("refundCarriage", INTEGER, default=UNSET)
    refund_goods: bool | None | Unset = wire_field("refundGoods", BOOLEAN, default=UNSET, nullable=True)
    refund_id: str | None | Unset = wire_field("refundId", Id(), default=UNSET)
    refund_payment: int | None | Unset = wire_field("refundPayment", INTEGER, default=UNSET)
    reject_reason: str | None | Unset = wire_field("rejectReason", TEXT, default=UNSET, nullable=True, personal=True)
    reject_reason_id: int | None | Unset = wire_field("rejectReasonId", INTEGER, default=UNSET)
    reject_times: int | None | Unset = wire_field("rejectTimes", INTEGER, default=UNSET)
    seller_alipay_id: str | None | Unset = wire_field("sellerAlipayId", Id(), default=UNSET, nullable=True)
    seller_delay_disburse: bool | None | Unset = wire_field(
        "sellerDelayDisburse", BOOLEAN, default=UNSET, nullable=True
    )
    seller_member_id: str | None | Unset = wire_field("sellerMemberId", Id(), default=UNSET)
    seller_mobile: str | None | Unset = wire_field("sellerMobile", TEXT, default=UNSET, nullable=True, personal=True)
    seller_real_name: str | None | Unset = wire_field(
        "sellerRealName", TEXT, default=UNSET, nullable=True, personal=True
    )
    seller_receive_address: str | None | Unset = wire_field(
        "sellerReceiveAddress", TEXT, default=UNSET, nullable=True, personal=True
    )
    seller_tel: str | None | Unset = wire_field("sellerTel", TEXT, default=UNSET, nullable=True, personal=True)
    seller_user_id: str | None | Unset = wire_field("sellerUserId", Id("integer"), default=UNSET)
    status: AlibabaRefundStatus | str | None | Unset = wire_field(
        "status", OpenEnum("pandapon_async.pandapon_v1.models.alibaba_refund_status:AlibabaRefundStatus"), default=UNSET
    )
    support_new_step_pay: bool | None | Unset = wire_field("supportNewSteppay", BOOLEAN, default=UNSET, nullable=True)
    task_status: str | None | Unset = wire_field("taskStatus", TEXT, default=UNSET, nullable=True)
    time_out_freeze: bool | None | Unset = wire_field("timeOutFreeze", BOOLEAN, default=UNSET, nullable=True)
    time_out_operate_type: str | None | Unset = wire_field("timeOutOperateType", TEXT, default=UNSET, nullable=True)
    trade_type_str: str | None | Unset = wire_field("tradeTypeStr", TEXT, default=UNSET)
    refund_operation_list: list[RefundOperation] | None | Unset = wire_field(
        "refundOperationList",
        ListOf(Nested("pandapon_async.pandapon_v1.models.refund_operation:RefundOperation")),
        default=UNSET,
        nullable=True,
    )
    buyer_login_id: str | None | Unset = wire_field("buyerLoginId", TEXT, default=UNSET, nullable=True, personal=True)
    seller_login_id: str | None | Unset = wire_field("sellerLoginId", TEXT, default=UNSET, nullable=True, personal=True)
    refund_official_solution_cost: int | None | Unset = wire_field(
        "refundOfficialSolutionCost", INTEGER, default=UNSET, nullable=True
    )
