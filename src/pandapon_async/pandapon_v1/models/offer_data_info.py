"""The model OfferDataInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OfferDataInfo"]


@model
class OfferDataInfo(Model):
    """Figures of a 1688 product; shares are text with a percent sign.

    Attributes:
        offer_applause_rate: Good ratings.
        kj_featured_services: Codes of services, joined by semicolons.
        quality_refund_rate_30d: Refunds for quality, 30 days. Wire name: ``qualityRfdRate30d``.
        repurchase_rate_30d: Buyers who come back, 30 days.
        pickup_rate_24h_30d: Parcels collected within 24 hours, 30 days.
    """

    offer_applause_rate: str | None | Unset = wire_field("offerApplauseRate", TEXT, default=UNSET)
    kj_featured_services: str | None | Unset = wire_field("kjFeaturedServices", TEXT, default=UNSET)
    quality_refund_rate_30d: str | None | Unset = wire_field("qualityRfdRate30d", TEXT, default=UNSET)
    repurchase_rate_30d: str | None | Unset = wire_field("repurchaseRate30d", TEXT, default=UNSET)
    pickup_rate_24h_30d: str | None | Unset = wire_field("pickupRate24h30d", TEXT, default=UNSET)
