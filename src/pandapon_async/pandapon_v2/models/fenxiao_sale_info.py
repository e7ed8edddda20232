"""The model FenxiaoSaleInfo of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, DECIMAL_TEXT, INTEGER

if TYPE_CHECKING:
    from decimal import Decimal

    from pandapon_async._core.schema.unset import Unset

__all__ = ["FenxiaoSaleInfo"]


@model
class FenxiaoSaleInfo(Model):
    """Terms of distribution of a 1688 product.

    Attributes:
        one_piece_free_postage: One piece ships free.
        start_quantity: Smallest quantity.
        one_piece_price: Price of one piece, freight included. Unit: yuan.
        offer_price: Price for distribution. Unit: yuan.
    """

    one_piece_free_postage: bool | None | Unset = wire_field("onePieceFreePostage", BOOLEAN, default=UNSET)
    start_quantity: int | None | Unset = wire_field("startQuantity", INTEGER, default=UNSET)
    one_piece_price: Decimal | None | Unset = wire_field("onePiecePrice", DECIMAL_TEXT, default=UNSET, nullable=True)
    offer_price: Decimal | None | Unset = wire_field("offerPrice", DECIMAL_TEXT, default=UNSET, nullable=True)
