"""The model SellerDataInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["SellerDataInfo"]


@model
class SellerDataInfo(Model):
    """Scores of a 1688 seller, numbers as text.

    Attributes:
        trade_medal_level: Medal for trade.
        composite_service_score: Service as a whole.
        logistics_experience_score: Logistics.
        dispute_complaint_score: Handling of disputes.
        offer_experience_score: Goods.
        consulting_experience_score: Answers to questions.
        repeat_purchase_percent: Share of buyers who come back, such as 0.4666.
        after_sales_experience_score: After-sales service.
        collected_within_48h_percent_30d: Share of parcels collected within 48 hours, 30 days. Wire name:
            ``collect30DayWithin48HPercent``.
        quality_refund_percent_30d: Share of refunds for quality, 30 days. Wire name: ``qualityRefundWithin30Day``.
    """

    trade_medal_level: str | None | Unset = wire_field("tradeMedalLevel", TEXT, default=UNSET)
    composite_service_score: str | None | Unset = wire_field("compositeServiceScore", TEXT, default=UNSET)
    logistics_experience_score: str | None | Unset = wire_field("logisticsExperienceScore", TEXT, default=UNSET)
    dispute_complaint_score: str | None | Unset = wire_field("disputeComplaintScore", TEXT, default=UNSET)
    offer_experience_score: str | None | Unset = wire_field("offerExperienceScore", TEXT, default=UNSET)
    consulting_experience_score: str | None | Unset = wire_field("consultingExperienceScore", TEXT, default=UNSET)
    repeat_purchase_percent: str | None | Unset = wire_field("repeatPurchasePercent", TEXT, default=UNSET)
    after_sales_experience_score: str | None | Unset = wire_field("afterSalesExperienceScore", TEXT, default=UNSET)
    collected_within_48h_percent_30d: str | None | Unset = wire_field(
        "collect30DayWithin48HPercent", TEXT, default=UNSET
    )
    quality_refund_percent_30d: str | None | Unset = wire_field("qualityRefundWithin30Day", TEXT, default=UNSET)
