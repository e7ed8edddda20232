"""The model PromotionModel of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["PromotionModel"]


@model
class PromotionModel(Model):
    """Promotion of a 1688 product.

    Attributes:
        has_promotion: A promotion is on.
        promotion_type: Kind of promotion; plus stands for the price of PLUS members.
    """

    has_promotion: bool | None | Unset = wire_field("hasPromotion", BOOLEAN, default=UNSET)
    promotion_type: str | None | Unset = wire_field("promotionType", TEXT, default=UNSET, nullable=True)
