"""The model ProductPromotion of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["ProductPromotion"]


@model
class ProductPromotion(Model):
    """Promotion of a product.

    Attributes:
        has_promotion: True where one is running.
        promotion_type: Kind; plus, the price of PLUS members, is known.
    """

    has_promotion: bool | None | Unset = wire_field("hasPromotion", BOOLEAN, default=UNSET)
    promotion_type: str | None | Unset = wire_field("promotionType", TEXT, default=UNSET, nullable=True)
