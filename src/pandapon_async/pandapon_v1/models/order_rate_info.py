"""The model OrderRateInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.order_rate import OrderRate

__all__ = ["OrderRateInfo"]


@model
class OrderRateInfo(Model):
    """Ratings of a 1688 order. The states are 4 rated, 5 not rated, 6 nothing to rate.

    Attributes:
        buyer_rate_status: State of the buyer's rating.
        seller_rate_status: State of the seller's rating.
        buyer_rate_list: What the buyer gave.
        seller_rate_list: What the seller gave.
    """

    buyer_rate_status: int | None | Unset = wire_field("buyerRateStatus", INTEGER, default=UNSET)
    seller_rate_status: int | None | Unset = wire_field("sellerRateStatus", INTEGER, default=UNSET)
    buyer_rate_list: list[OrderRate] | None | Unset = wire_field(
        "buyerRateList",
        ListOf(Nested("pandapon_async.pandapon_v1.models.order_rate:OrderRate")),
        default=UNSET,
        nullable=True,
    )
    seller_rate_list: list[OrderRate] | None | Unset = wire_field(
        "sellerRateList",
        ListOf(Nested("pandapon_async.pandapon_v1.models.order_rate:OrderRate")),
        default=UNSET,
        nullable=True,
    )
