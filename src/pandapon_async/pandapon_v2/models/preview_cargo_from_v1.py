"""The model PreviewCargoFromV1 of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, NUMBER, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.ext_pair import ExtPair
    from pandapon_async.pandapon_v2.models.preview_promotion import PreviewPromotion
    from pandapon_async.pandapon_v2.models.trade_service_group_from_v1 import TradeServiceGroupFromV1

__all__ = ["PreviewCargoFromV1"]


@model
class PreviewCargoFromV1(Model):
    """One line of an order that would arise.

    Attributes:
        amount: Total of the line. Unit: yuan.
        message: Text of an error.
        final_unit_price: Price of one piece. Unit: yuan.
        spec_id: Specification id.
        sku_id: SKU id.
        result_code: Code of an error.
        offer_id: 1688 product id.
        cargo_promotion_list: Promotions of the item.
        open_offer_id: Encrypted product id.
        ext_pair_list: Further data.
        total_fund_usage_amount: Red packet used. Unit: fen.
        total_post_fund_usage_amount: Freight coupon used. Unit: fen.
        trade_service_list: Services offered with the line.
    """

    amount: float | None | Unset = wire_field("amount", NUMBER, default=UNSET)
    message: str | None | Unset = wire_field("message", TEXT, default=UNSET, nullable=True)
    final_unit_price: float | None | Unset = wire_field("finalUnitPrice", NUMBER, default=UNSET)
    spec_id: str | None | Unset = wire_field("specId", Id(), default=UNSET)
    sku_id: str | None | Unset = wire_field("skuId", Id("integer"), default=UNSET)
    result_code: str | None | Unset = wire_field("resultCode", TEXT, default=UNSET, nullable=True)
    offer_id: str | None | Unset = wire_field("offerId", Id("integer"), default=UNSET)
    cargo_promotion_list: list[PreviewPromotion] | None | Unset = wire_field(
        "cargoPromotionList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.preview_promotion:PreviewPromotion")),
        default=UNSET,
    )
    open_offer_id: str | None | Unset = wire_field("openOfferId", Id(), default=UNSET, nullable=True)
    ext_pair_list: list[ExtPair] | None | Unset = wire_field(
        "extPairList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.ext_pair:ExtPair")),
        default=UNSET,
        nullable=True,
    )
    total_fund_usage_amount: int | None | Unset = wire_field(
        "totalFundUsageAmount", INTEGER, default=UNSET, nullable=True
    )
    total_post_fund_usage_amount: int | None | Unset = wire_field(
        "totalPostFundUsageAmount", INTEGER, default=UNSET, nullable=True
    )
    trade_service_list: list[TradeServiceGroupFromV1] | None | Unset = wire_field(
        "tradeServiceList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.trade_service_group_from_v1:TradeServiceGroupFromV1")),
        default=UNSET,
        nullable=True,
    )
