"""The model ProductShippingInfo of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["ProductShippingInfo"]


@model
class ProductShippingInfo(Model):
    """Figures on how a product is shipped. Rates are text in percent; empty means zero.

    Attributes:
        shipping_time_guarantee: Promised time: shipIn24Hours or shipIn48Hours.
        perfect_fulfillment_rate_30d: Orders filled without fault, 30 days.
        pickup_within_24h_rate_30d: Collected within 24 hours, 30 days.
        quality_return_rate_30d: Sent back for bad quality, 30 days.
        perfect_fulfillment_rate_7d: Orders filled without fault, 7 days.
        pickup_within_24h_rate_7d: Collected within 24 hours, 7 days.
        delayed_shipping_rate_7d: Shipped late, 7 days.
    """

    shipping_time_guarantee: str | None | Unset = wire_field("shippingTimeGuarantee", TEXT, default=UNSET)
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
