"""The model OrderBaseInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, NUMBER, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.alibaba_order_status import AlibabaOrderStatus
    from pandapon_async.pandapon_v1.models.alibaba_refund_status import AlibabaRefundStatus
    from pandapon_async.pandapon_v1.models.new_step_order import NewStepOrder
    from pandapon_async.pandapon_v1.models.order_business_type import OrderBusinessType
    from pandapon_async.pandapon_v1.models.order_buyer_contact import OrderBuyerContact
    from pandapon_async.pandapon_v1.models.order_close_operate_type import OrderCloseOperateType
    from pandapon_async.pandapon_v1.models.order_close_reason import OrderCloseReason
    from pandapon_async.pandapon_v1.models.order_receiver_info import OrderReceiverInfo
    from pandapon_async.pandapon_v1.models.order_seller_contact import OrderSellerContact
    from pandapon_async.pandapon_v1.models.order_trade_type import OrderTradeType
    from pandapon_async.pandapon_v1.models.step_order import StepOrder

__all__ = ["OrderBaseInfo"]


@model
class OrderBaseInfo(Model):
    """Number, state, sums, times and people of a 1688 order.

    Attributes:
        all_delivered_time: When all was shipped.
        seller_credit_level: Rating of the seller.
        pay_time: When it was first paid.
        discount: Change of the price; may be negative. Unit: fen.
        alipay_trade_id: Payment number; UNCREATED before payment.
        sum_product_payment: Total of the goods. Unit: yuan.
        buyer_feedback: Message of the buyer.
        flow_template_code: Template of the process.
        seller_order: Made by the seller.
        buyer_login_id: Login of the buyer.
        modify_time: When it was changed.
        sub_buyer_login_id: Login of the buyer's sub-account.
        id: 1688 order id; idOfStr is the safer one.
        close_reason: Why it was closed.
        buyer_contact: How to reach the buyer.
        seller_alipay_id: Alipay id of the seller.
        complete_time: When it was completed.
        seller_login_id: Login of the seller.
        buyer_id: Member id of the buyer, begins with b2b-. Wire name: ``buyerID``.
        close_operate_type: Who closed it.
        total_amount: To pay, with freight. Unit: yuan.
        seller_id: Member id of the seller, begins with b2b-. Wire name: ``sellerID``.
        shipping_fee: Freight. Unit: yuan.
        buyer_user_id: User id of the buyer.
        buyer_memo: Note of the buyer.
        refund: Given back. Unit: yuan.
        status: State.
        refund_payment: Given back, beside refund; unit not stated.
        seller_contact: How to reach the seller.
        coupon_fee: Red packet used. Unit: yuan.
        buyer_remark_icon: Flag of the buyer's note.
        receiver_info: Recipient.
        refund_status: State of a refund during the trade.
        remark: Remark given with the order.
        pre_order_id: Pre-order.
        confirmed_time: When it was confirmed.
        close_remark: Remark on the closing.
        trade_type: Kind of trade.
        receiving_time: When all was received.
        step_agreement_path: Agreement on stages.
        id_as_text: 1688 order id as text. Wire name: ``idOfStr``.
        refund_status_after_sales: State of a refund after the trade. Wire name: ``refundStatusForAs``.
        step_pay_all: Paid in one go.
        seller_user_id: User id of the seller.
        step_order_list: Stages, trade 3.0.
        new_step_order_list: Stages, trade 4.0.
        buyer_alipay_id: Alipay id of the buyer.
        create_time: When it was created.
        business_type: Kind of business.
        over_sea_order: Bought for abroad by an agent.
        refund_id: Refund id, begins with TQ.
        trade_type_desc: Way of payment in Chinese words.
        pay_channel_list: Channels of payment in Chinese words.
        trade_type_code: Way of payment that was given with the order, such as assureTrade.
        pay_timeout: Time to pay. Unit: seconds.
        pay_timeout_type: What payTimeout is: 0 a length, 1 a point in time.
        pay_channel_code_list: Codes of the channels of payment.
        inventory_mode: Kind of stock; jit or cang.
        out_order_id: The caller's own order number.
        official_solution_order_id: Order for collection by 1688.
        official_solution_cost: Fee for collection by 1688. Unit: fen.
        buyer_sub_id: Not used by 1688. Wire name: ``buyerSubID``.
        seller_sub_id: Not used by 1688. Wire name: ``sellerSubID``.
        currency: Currency code; in lists only.
        related_code: Code of a campaign; in lists only.
    """

    all_delivered_time: str | None | Unset = wire_field("allDeliveredTime", TEXT, default=UNSET, nullable=True)
    seller_credit_level: str | None | Unset = wire_field("sellerCreditLevel", TEXT, default=UNSET, nullable=True)
    pay_time: str | None | Unset = wire_field("payTime", TEXT, default=UNSET, nullable=True)
    discount: int | None | Unset = wire_field("discount", INTEGER, default=UNSET)
    alipay_trade_id: str | None | Unset = wire_field("alipayTradeId", Id(), default=UNSET, nullable=True)
    sum_product_payment: float | None | Unset = wire_field("sumProductPayment", NUMBER, default=UNSET)
    buyer_feedback: str | None | Unset = wire_field("buyerFeedback", TEXT, default=UNSET, nullable=True, personal=True)
    flow_template_code: str | None | Unset = wire_field("flowTemplateCode", TEXT, default=UNSET, nullable=True)
    seller_order: bool | None | Unset = wire_field("sellerOrder", BOOLEAN, default=UNSET, nullable=True)
    buyer_login_id: str | None | Unset = wire_field("buyerLoginId", TEXT, default=UNSET, personal=True)
    modify_time: str | None | Unset = wire_field("modifyTime", TEXT, default=UNSET)
    sub_buyer_login_id: str | None | Unset = wire_field(
        "subBuyerLoginId", TEXT, default=UNSET, nullable=True, personal=True
    )
    id: str | None | Unset = wire_field("id", Id("integer"), default=UNSET)
    close_reason: OrderCloseReason | str | None | Unset = wire_field(
        "closeReason",
        OpenEnum("pandapon_async.pandapon_v1.models.order_close_reason:OrderCloseReason"),
        default=UNSET,
        nullable=True,
    )
    buyer_contact: OrderBuyerContact | None | Unset = wire_field(
        "buyerContact",
        Nested("pandapon_async.pandapon_v1.models.order_buyer_contact:OrderBuyerContact"),
        default=UNSET,
        nullable=True,
        personal=True,
    )
    seller_alipay_id: str | None | Unset = wire_field("sellerAlipayId", Id(), default=UNSET, nullable=True)
    complete_time: str | None | Unset = wire_field("completeTime", TEXT, default=UNSET, nullable=True)
    seller_login_id: str | None | Unset = wire_field("sellerLoginId", TEXT, default=UNSET, personal=True)
    buyer_id: str | None | Unset = wire_field("buyerID", Id(), default=UNSET)
    close_operate_type: OrderCloseOperateType | str | None | Unset = wire_field(
        "closeOperateType",
        OpenEnum("pandapon_async.pandapon_v1.models.order_close_operate_type:OrderCloseOperateType"),
        default=UNSET,
        nullable=True,
    )
    total_amount: float | None | Unset = wire_field("totalAmount", NUMBER, default=UNSET)
    seller_id: str | None | Unset = wire_field("sellerID", Id(), default=UNSET)
    shipping_fee: float | None | Unset = wire_field("shippingFee", NUMBER, default=UNSET)
    buyer_user_id: str | None | Unset = wire_field("buyerUserId", Id("integer"), default=UNSET)
    buyer_memo: str | None | Unset = wire_field("buyerMemo", TEXT, default=UNSET, nullable=True, personal=True)
    refund: float | None | Unset = wire_field("refund", NUMBER, default=UNSET)
    status: AlibabaOrderStatus | str | None | Unset = wire_field(
        "status", OpenEnum("pandapon_async.pandapon_v1.models.alibaba_order_status:AlibabaOrderStatus"), default=UNSET
    )
    refund_payment: int | None | Unset = wire_field("refundPayment", INTEGER, default=UNSET)
    seller_contact: OrderSellerContact | None | Unset = wire_field(
        "sellerContact",
        Nested("pandapon_async.pandapon_v1.models.order_seller_contact:OrderSellerContact"),
        default=UNSET,
        nullable=True,
        personal=True,
    )
    coupon_fee: float | None | Unset = wire_field("couponFee", NUMBER, default=UNSET, nullable=True)
    buyer_remark_icon: str | None | Unset = wire_field("buyerRemarkIcon", TEXT, default=UNSET, nullable=True)
    receiver_info: OrderReceiverInfo | None | Unset = wire_field(
        "receiverInfo",
        Nested("pandapon_async.pandapon_v1.models.order_receiver_info:OrderReceiverInfo"),
        default=UNSET,
        nullable=True,
        personal=True,
    )
    refund_status: AlibabaRefundStatus | str | None | Unset = wire_field(
        "refundStatus",
        OpenEnum("pandapon_async.pandapon_v1.models.alibaba_refund_status:AlibabaRefundStatus"),
        default=UNSET,
        nullable=True,
    )
    remark: str | None | Unset = wire_field("remark", TEXT, default=UNSET, nullable=True, personal=True)
    pre_order_id: str | None | Unset = wire_field("preOrderId", Id("integer"), default=UNSET, nullable=True)
    confirmed_time: str | None | Unset = wire_field("confirmedTime", TEXT, default=UNSET, nullable=True)
    close_remark: str | None | Unset = wire_field("closeRemark", TEXT, default=UNSET, nullable=True, personal=True)
    trade_type: OrderTradeType | str | None | Unset = wire_field(
        "tradeType", OpenEnum("pandapon_async.pandapon_v1.models.order_trade_type:OrderTradeType"), default=UNSET
    )
    receiving_time: str | None | Unset = wire_field("receivingTime", TEXT, default=UNSET, nullable=True)
    step_agreement_path: str | None | Unset = wire_field("stepAgreementPath", TEXT, default=UNSET, nullable=True)
    id_as_text: str | None | Unset = wire_field("idOfStr", Id(), default=UNSET)
    refund_status_after_sales: str | None | Unset = wire_field("refundStatusForAs", TEXT, default=UNSET, nullable=True)
    step_pay_all: bool | None | Unset = wire_field("stepPayAll", BOOLEAN, default=UNSET)
    seller_user_id: str | None | Unset = wire_field("sellerUserId", Id("integer"), default=UNSET)
    step_order_list: list[StepOrder] | None | Unset = wire_field(
        "stepOrderList",
        ListOf(Nested("pandapon_async.pandapon_v1.models.step_order:StepOrder")),
        default=UNSET,
        nullable=True,
    )
    new_step_order_list: list[NewStepOrder] | None | Unset = wire_field(
        "newStepOrderList",
        ListOf(Nested("pandapon_async.pandapon_v1.models.new_step_order:NewStepOrder")),
        default=UNSET,
        nullable=True,
    )
    buyer_alipay_id: str | None | Unset = wire_field("buyerAlipayId", Id(), default=UNSET, nullable=True)
    create_time: str | None | Unset = wire_field("createTime", TEXT, default=UNSET)
    business_type: OrderBusinessType | str | None | Unset = wire_field(
        "businessType",
        OpenEnum("pandapon_async.pandapon_v1.models.order_business_type:OrderBusinessType"),
        default=UNSET,
    )
    over_sea_order: bool | None | Unset = wire_field("overSeaOrder", BOOLEAN, default=UNSET, nullable=True)
    refund_id: str | None | Unset = wire_field("refundId", Id(), default=UNSET, nullable=True)
    trade_type_desc: str | None | Unset = wire_field("tradeTypeDesc", TEXT, default=UNSET, nullable=True)
    pay_channel_list: list[str] | None | Unset = wire_field(
        "payChannelList", ListOf(TEXT), default=UNSET, nullable=True
    )
    trade_type_code: str | None | Unset = wire_field("tradeTypeCode", TEXT, default=UNSET, nullable=True)
    pay_timeout: int | None | Unset = wire_field("payTimeout", INTEGER, default=UNSET, nullable=True)
    pay_timeout_type: int | None | Unset = wire_field("payTimeoutType", INTEGER, default=UNSET, nullable=True)
    pay_channel_code_list: list[str] | None | Unset = wire_field(
        "payChannelCodeList", ListOf(TEXT), default=UNSET, nullable=True
    )
    inventory_mode: str | None | Unset = wire_field("inventoryMode", TEXT, default=UNSET, nullable=True)
    out_order_id: str | None | Unset = wire_field("outOrderId", Id(), default=UNSET, nullable=True)
    official_solution_order_id: str | None | Unset = wire_field(
        "officialSolutionOrderId", Id(), default=UNSET, nullable=True
    )
    official_solution_cost: int | None | Unset = wire_field(
        "officialSolutionCost", INTEGER, default=UNSET, nullable=True
    )
    buyer_sub_id: str | None | Unset = wire_field("buyerSubID", Id("integer"), default=UNSET, nullable=True)
    seller_sub_id: str | None | Unset = wire_field("sellerSubID", Id("integer"), default=UNSET, nullable=True)
    currency: str | None | Unset = wire_field("currency", TEXT, default=UNSET, nullable=True)
    related_code: str | None | Unset = wire_field("relatedCode", TEXT, default=UNSET, nullable=True)
