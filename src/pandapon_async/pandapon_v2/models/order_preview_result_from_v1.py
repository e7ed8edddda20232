"""The model OrderPreviewResultFromV1 of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, TEXT, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.ext_pair import ExtPair
    from pandapon_async.pandapon_v2.models.official_solution_from_v1 import OfficialSolutionFromV1
    from pandapon_async.pandapon_v2.models.pay_channel_info_from_v1 import PayChannelInfoFromV1
    from pandapon_async.pandapon_v2.models.preview_cargo_from_v1 import PreviewCargoFromV1
    from pandapon_async.pandapon_v2.models.preview_promotion import PreviewPromotion
    from pandapon_async.pandapon_v2.models.trade_model_from_v1 import TradeModelFromV1
    from pandapon_async.pandapon_v2.models.trade_service_group_from_v1 import TradeServiceGroupFromV1

__all__ = ["OrderPreviewResultFromV1"]


@model
class OrderPreviewResultFromV1(Model):
    """One order that would arise. The first three fields are documented, the others are those of 1688's own interface.

    Attributes:
        discount_fee: Further saving; only null is documented. Unit: fen.
        trade_mode_name_list: Values of tradeType that can be used; none where it cannot be ordered.
        status: Whether this part worked.
        tao_sample_single_promotion: False where a promotion of a single item exists.
        sum_payment: To pay, with freight. Unit: fen.
        message: Text of an error.
        sum_carriage: Freight. Unit: fen.
        result_code: Code of an error.
        sum_payment_no_carriage: To pay, without freight. Unit: fen.
        additional_fee: Extra fee. Unit: fen.
        flow_flag: Flow of the order.
        cargo_list: Lines.
        shop_promotion_list: Promotions of the shop; the id of one goes into shopPromotionId.
        trade_model_list: Ways of payment.
        pay_channel_infos: Channels of payment.
        trade_service_list: Services offered with the order.
        ext_pair_list: Further data.
        order_group: Group of the order.
        can_use_official_solution: Whether 1688 can collect the goods itself.
        official_solution_model_list: Ways in which 1688 can collect the goods.
        total_fund_usage_amount: Red packet used. Unit: fen.
        total_post_fund_usage_amount: Freight coupon used. Unit: fen.
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
    flow_flag: str | None | Unset = wire_field("flowFlag", TEXT, default=UNSET)
    cargo_list: list[PreviewCargoFromV1] | None | Unset = wire_field(
        "cargoList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.preview_cargo_from_v1:PreviewCargoFromV1")),
        default=UNSET,
    )
    shop_promotion_list: list[PreviewPromotion] | None | Unset = wire_field(
        "shopPromotionList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.preview_promotion:PreviewPromotion")),
        default=UNSET,
    )
    trade_model_list: list[TradeModelFromV1] | None | Unset = wire_field(
        "tradeModelList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.trade_model_from_v1:TradeModelFromV1")),
        default=UNSET,
    )
    pay_channel_infos: list[PayChannelInfoFromV1] | None | Unset = wire_field(
        "payChannelInfos",
        ListOf(Nested("pandapon_async.pandapon_v2.models.pay_channel_info_from_v1:PayChannelInfoFromV1")),
        default=UNSET,
        nullable=True,
    )
    trade_service_list: list[TradeServiceGroupFromV1] | None | Unset = wire_field(
        "tradeServiceList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.trade_service_group_from_v1:TradeServiceGroupFromV1")),
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
    official_solution_model_list: list[OfficialSolutionFromV1] | None | Unset = wire_field(
        "officialSolutionModelList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.official_solution_from_v1:OfficialSolutionFromV1")),
        default=UNSET,
        nullable=True,
    )
    total_fund_usage_amount: int | None | Unset = wire_field(
        "totalFundUsageAmount", INTEGER, default=UNSET, nullable=True
    )
    total_post_fund_usage_amount: int | None | Unset = wire_field(
        "totalPostFundUsageAmount", INTEGER, default=UNSET, nullable=True
    )
