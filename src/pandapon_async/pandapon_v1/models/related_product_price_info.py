"""The model RelatedProductPriceInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import DECIMAL_TEXT

if TYPE_CHECKING:
    from decimal import Decimal

    from pandapon_async._core.schema.unset import Unset

__all__ = ["RelatedProductPriceInfo"]


@model
class RelatedProductPriceInfo(Model):
    """Price of a related product.

    Attributes:
        price: Lowest wholesale price. Unit: yuan.
    """

    price: Decimal | None | Unset = wire_field("price", DECIMAL_TEXT, default=UNSET)
