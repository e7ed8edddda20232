"""The model SellerDataInfo of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["SellerDataInfo"]


@model
class SellerDataInfo(Model):
    """Scores of a seller, as text.

    Attributes:
        trade_medal_level: Medal for trade.
        composite_service_score: Service as a whole.
        logistics_experience_score: Shipping.
        dispute_complaint_score: Handling of complaints.
        offer_experience_score: Goods.
        after_sales_experience_score: After-sales service.
        consulting_experience_score: Advice.
        repeat_purchase_percent: Share of buyers who bought again.
        tp_year: Years of membership.
    """

    trade_medal_level: str | None | Unset = wire_field("tradeMedalLevel", TEXT, default=UNSET)
    composite_service_score: str | None | Unset = wire_field("compositeServiceScore", TEXT, default=UNSET)
    logistics_experience_score: str | None | Unset = wire_field("logisticsExperienceScore", TEXT, default=UNSET)
    dispute_complaint_score: str | None | Unset = wire_field("disputeComplaintScore", TEXT, default=UNSET)
    offer_experience_score: str | None | Unset = wire_field("offerExperienceScore", TEXT, default=UNSET)
    after_sales_experience_score: str | None | Unset = wire_field("afterSalesExperienceScore", TEXT, default=UNSET)
    consulting_experience_score: str | None | Unset = wire_field("consultingExperienceScore", TEXT, default=UNSET)
    repeat_purchase_percent: str | None | Unset = wire_field("repeatPurchasePercent", TEXT, default=UNSET)
    tp_year: int | None | Unset = wire_field("tpYear", INTEGER, default=UNSET)
