"""The model ProductSaleInfo of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import DECIMAL_TEXT, INTEGER, NUMBER, ListOf

if TYPE_CHECKING:
    from decimal import Decimal

    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.fenxiao_sale_info import FenxiaoSaleInfo
    from pandapon_async.pandapon_v2.models.price_range_from_v1 import PriceRangeFromV1
    from pandapon_async.pandapon_v2.models.quote_type import QuoteType
    from pandapon_async.pandapon_v2.models.unit_info import UnitInfo

__all__ = ["ProductSaleInfo"]


@model
class ProductSaleInfo(Model):
    """Stock and prices of a 1688 product.

    Attributes:
        amount_on_sale: Stock.
        price_range_list: Prices by quantity.
        foreign_currency_price: Price in the currency asked for.
        quote_type: How the price is found.
        consign_price: No longer used. Unit: yuan.
        jxhy_price: No longer used. Unit: yuan.
        unit_info: What one piece is called.
        fenxiao_sale_info: Terms of distribution.
        retail_price: Retail price. Unit: yuan.
        foreign_currency_retail_price: Retail price in the currency asked for.
    """

    amount_on_sale: int | None | Unset = wire_field("amountOnSale", INTEGER, default=UNSET)
    price_range_list: list[PriceRangeFromV1] | None | Unset = wire_field(
        "priceRangeList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.price_range_from_v1:PriceRangeFromV1")),
        default=UNSET,
        nullable=True,
    )
    foreign_currency_price: float | None | Unset = wire_field(
        "foreignCurrencyPrice", NUMBER, default=UNSET, nullable=True
    )
    quote_type: QuoteType | int | None | Unset = wire_field(
        "quoteType", OpenEnum("pandapon_async.pandapon_v2.models.quote_type:QuoteType", "integer"), default=UNSET
    )
    consign_price: Decimal | None | Unset = wire_field("consignPrice", DECIMAL_TEXT, default=UNSET, nullable=True)
    jxhy_price: Decimal | None | Unset = wire_field("jxhyPrice", DECIMAL_TEXT, default=UNSET, nullable=True)
    unit_info: UnitInfo | None | Unset = wire_field(
        "unitInfo", Nested("pandapon_async.pandapon_v2.models.unit_info:UnitInfo"), default=UNSET, nullable=True
    )
    fenxiao_sale_info: FenxiaoSaleInfo | None | Unset = wire_field(
        "fenxiaoSaleInfo",
        Nested("pandapon_async.pandapon_v2.models.fenxiao_sale_info:FenxiaoSaleInfo"),
        default=UNSET,
        nullable=True,
    )
    retail_price: Decimal | None | Unset = wire_field("retailPrice", DECIMAL_TEXT, default=UNSET, nullable=True)
    foreign_currency_retail_price: float | None | Unset = wire_field(
        "foreignCurrencyRetailPrice", NUMBER, default=UNSET, nullable=True
    )
