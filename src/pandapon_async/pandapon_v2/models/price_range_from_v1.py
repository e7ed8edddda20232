"""The model PriceRangeFromV1 of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import DECIMAL_TEXT, INTEGER, NUMBER

if TYPE_CHECKING:
    from decimal import Decimal

    from pandapon_async._core.schema.unset import Unset

__all__ = ["PriceRangeFromV1"]


@model
class PriceRangeFromV1(Model):
    """A price that holds from some quantity on.

    Attributes:
        start_quantity: Smallest quantity.
        price: Wholesale price. Unit: yuan.
        promotion_price: Price after promotion. Unit: yuan.
        foreign_currency_price: Price in the currency asked for.
        foreign_currency_promotion_price: Price after promotion in the currency asked for.
    """

    start_quantity: int | None | Unset = wire_field("startQuantity", INTEGER, default=UNSET)
    price: Decimal | None | Unset = wire_field("price", DECIMAL_TEXT, default=UNSET)
    promotion_price: Decimal | None | Unset = wire_field("promotionPrice", DECIMAL_TEXT, default=UNSET, nullable=True)
    foreign_currency_price: float | None | Unset = wire_field(
        "foreignCurrencyPrice", NUMBER, default=UNSET, nullable=True
    )
    foreign_currency_promotion_price: float | None | Unset = wire_field(
        "foreignCurrencyPromotionPrice", NUMBER, default=UNSET, nullable=True
    )
