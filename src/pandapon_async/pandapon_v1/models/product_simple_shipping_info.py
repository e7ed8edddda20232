"""The model ProductSimpleShippingInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.shipping_time_guarantee import ShippingTimeGuarantee

__all__ = ["ProductSimpleShippingInfo"]


@model
class ProductSimpleShippingInfo(Model):
    """How fast and well a 1688 product ships. Shares are text with a percent sign.

    Attributes:
        shipping_time_guarantee: Promise of dispatch.
        perfect_fulfillment_rate_30d: Orders fulfilled without fault, 30 days.
        pickup_within_24h_rate_30d: Parcels collected within 24 hours, 30 days.
        quality_return_rate_30d: Returns for quality, 30 days.
        perfect_fulfillment_rate_7d: Orders fulfilled without fault, 7 days.
        pickup_within_24h_rate_7d: Parcels collected within 24 hours, 7 days.
        delayed_shipping_rate_7d: Parcels sent late, 7 days.
    """

    shipping_time_guarantee: ShippingTimeGuarantee | str | None | Unset = wire_field(
        "shippingTimeGuarantee",
        OpenEnum("pandapon_async.pandapon_v1.models.shipping_time_guarantee:ShippingTimeGuarantee"),
        default=UNSET,
    )
    perfect_fulfillment_rate_30d: str | None | Unset = wire_field(
        "perfectFulfillmentRate30d", TEXT, default=UNSET, nullable=True
    )
    pickup_within_24h_rate_30d: str | None | Unset = wire_field(
        "pickupWithin24hRate30d", TEXT, default=UNSET, nullable=True
    )
    quality_return_rate_30d: str | None | Unset = wire_field("qualityReturnRate30d", TEXT, default=UNSET, nullable=True)
    perfect_fulfillment_rate_7d: str | None | Unset = wire_field(
        "perfectFulfillmentRate7d", TEXT, default=UNSET, nullable=True
    )
    pickup_within_24h_rate_7d: str | None | Unset = wire_field(
        "pickupWithin24hRate7d", TEXT, default=UNSET, nullable=True
    )
    delayed_shipping_rate_7d: str | None | Unset = wire_field(
        "delayedShippingRate7d", TEXT, default=UNSET, nullable=True
    )
