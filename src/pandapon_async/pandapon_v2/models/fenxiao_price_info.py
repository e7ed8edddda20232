"""The model FenxiaoPriceInfo of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import DECIMAL_TEXT

if TYPE_CHECKING:
    from decimal import Decimal

    from pandapon_async._core.schema.unset import Unset

__all__ = ["FenxiaoPriceInfo"]


@model
class FenxiaoPriceInfo(Model):
    """Prices of a 1688 SKU for distribution.

    Attributes:
        one_piece_price: Price of one piece, freight included. Unit: yuan.
        offer_price: Price for distribution. Unit: yuan.
    """

    one_piece_price: Decimal | None | Unset = wire_field("onePiecePrice", DECIMAL_TEXT, default=UNSET, nullable=True)
    offer_price: Decimal | None | Unset = wire_field("offerPrice", DECIMAL_TEXT, default=UNSET, nullable=True)
