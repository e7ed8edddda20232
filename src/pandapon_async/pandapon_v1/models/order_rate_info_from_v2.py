"""The model OrderRateInfoFromV2 of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.order_rating import OrderRating
    from pandapon_async.pandapon_v1.models.rate_status import RateStatus

__all__ = ["OrderRateInfoFromV2"]


@model
class OrderRateInfoFromV2(Model):
    """Ratings of an order.

    Attributes:
        buyer_rate_status: Whether the buyer has rated.
        seller_rate_status: Whether the seller has rated.
        buyer_rate_list: What the buyer wrote.
        seller_rate_list: What the seller wrote.
    """

    buyer_rate_status: RateStatus | int | None | Unset = wire_field(
        "buyerRateStatus",
        OpenEnum("pandapon_async.pandapon_v1.models.rate_status:RateStatus", "integer"),
        default=UNSET,
    )
    seller_rate_status: RateStatus | int | None | Unset = wire_field(
        "sellerRateStatus",
        OpenEnum("pandapon_async.pandapon_v1.models.rate_status:RateStatus", "integer"),
        default=UNSET,
    )
    buyer_rate_list: list[OrderRating] | None | Unset = wire_field(
        "buyerRateList",
        ListOf(Nested("pandapon_async.pandapon_v1.models.order_rating:OrderRating")),
        default=UNSET,
        nullable=True,
    )
    seller_rate_list: list[OrderRating] | None | Unset = wire_field(
        "sellerRateList",
        ListOf(Nested("pandapon_async.pandapon_v1.models.order_rating:OrderRating")),
        default=UNSET,
        nullable=True,
    )
