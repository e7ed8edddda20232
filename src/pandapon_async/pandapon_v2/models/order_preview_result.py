"""The model OrderPreviewResult of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, TEXT, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.ext_pair import ExtPair
    from pandapon_async.pandapon_v2.models.official_solution import OfficialSolution
    from pandapon_async.pandapon_v2.models.order_flow import OrderFlow
    from pandapon_async.pandapon_v2.models.order_preview_cargo import OrderPreviewCargo
    from pandapon_async.pandapon_v2.models.order_promotion import OrderPromotion
    from pandapon_async.pandapon_v2.models.pay_channel_info import PayChannelInfo
    from pandapon_async.pandapon_v2.models.trade_model import TradeModel
    from pandapon_async.pandapon_v2.models.trade_service_group import TradeServiceGroup

__all__ = ["OrderPreviewResult"]


@model
class OrderPreviewResult(Model):
    """Preview of one order.

    Attributes:
        discount_fee: What is saved beyond the promotions. Unit: fen.
        trade_mode_name_list: Values that tradeType may have. An empty list: cannot be ordered.
        status: True where this order can be placed.
        tao_sample_single_promotion: False where an item has a promotion.
        sum_payment: Total to pay. Unit: fen.
        message: Text for the result.
        sum_carriage: Freight. Unit: fen.
        result_code: Code for the result.
        sum_payment_no_carriage: Price of the goods without freight. Unit: fen.
        additional_fee: Extra fee. Unit: fen.
        flow_flag: Order flow that was applied.
        cargo_list: Lines.
        shop_promotion_list: Promotions of the shop. The id goes into shopPromotionId.
        trade_model_list: Ways of settlement.
        pay_channel_infos: Ways to pay.
        trade_service_list: Services on offer.
        ext_pair_list: Further data.
        order_group: Group of orders.
        can_use_official_solution: True where the platform can collect the goods.
        official_solution_model_list: Plans for collection by the platform.
        total_fund_usage_amount: Red packets that are used. Unit: fen.
        total_post_fund_usage_amount: Freight coupons that are used. Unit: fen.
    """

    discount_fee: int | None | Unset = wire_field("discountFee", INTEGER, default=UNSET, nullable=True)
    trade_mode_name_list: list[str] | None | Unset = wire_field("tradeModeNameList", ListOf(TEXT), default=UNSET)
    status: bool | None | Unset = wire_field("status", BOOLEAN, default=UNSET)
    tao_sample_single_promotion: bool | None | Unset = wire_field("taoSampleSinglePromotion", BOOLEAN, default=UNSET)
    sum_payment: int | None | Unset = wire_field("sumPayment", INTEGER, default=UNSET)
    message: str | None | Unset = wire_field("message", TEXT, default=UNSET, nullable=True)
    sum_carriage: int | None | Unset = wire_field("sumCarriage", INTEGER, default=UNSET)
    result_code: str | None | Unset = wire_field("resultCode", TEXT, default=UNSET, nullable=True)
    sum_payment_no_carriage: int | None | Unset = wire_field("sumPaymentNoCarriage", INTEGER, default=UNSET)
    additional_fee: int | None | Unset = wire_field("additionalFee", INTEGER, default=UNSET, nullable=True)
    flow_flag: OrderFlow | str | None | Unset = wire_field(
        "flowFlag", OpenEnum("pandapon_async.pandapon_v2.models.order_flow:OrderFlow"), default=UNSET
    )
    cargo_list: list[OrderPreviewCargo] | None | Unset = wire_field(
        "cargoList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.order_preview_cargo:OrderPreviewCargo")),
        default=UNSET,
    )
    shop_promotion_list: list[OrderPromotion] | None | Unset = wire_field(
        "shopPromotionList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.order_promotion:OrderPromotion")),
        default=UNSET,
    )
    trade_model_list: list[TradeModel] | None | Unset = wire_field(
        "tradeModelList", ListOf(Nested("pandapon_async.pandapon_v2.models.trade_model:TradeModel")), default=UNSET
    )
    pay_channel_infos: list[PayChannelInfo] | None | Unset = wire_field(
        "payChannelInfos",
        ListOf(Nested("pandapon_async.pandapon_v2.models.pay_channel_info:PayChannelInfo")),
        default=UNSET,
        nullable=True,
    )
    trade_service_list: list[TradeServiceGroup] | None | Unset = wire_field(
        "tradeServiceList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.trade_service_group:TradeServiceGroup")),
        default=UNSET,
        nullable=True,
    )
    ext_pair_list: list[ExtPair] | None | Unset = wire_field(
        "extPairList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.ext_pair:ExtPair")),
        default=UNSET,
        nullable=True,
    )
    order_group: str | None | Unset = wire_field("orderGroup", TEXT, default=UNSET, nullable=True)
    can_use_official_solution: bool | None | Unset = wire_field(
        "canUseOfficialSolution", BOOLEAN, default=UNSET, nullable=True
    )
    official_solution_model_list: list[OfficialSolution] | None | Unset = wire_field(
        "officialSolutionModelList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.official_solution:OfficialSolution")),
        default=UNSET,
        nullable=True,
    )
    total_fund_usage_amount: int | None | Unset = wire_field(
        "totalFundUsageAmount", INTEGER, default=UNSET, nullable=True
    )
    total_post_fund_usage_amount: int | None | Unset = wire_field(
        "totalPostFundUsageAmount", INTEGER, default=UNSET, nullable=True
    )
