"""The model ProductSku of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import DECIMAL_TEXT, INTEGER, NUMBER, TEXT, Id, ListOf

if TYPE_CHECKING:
    from decimal import Decimal

    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.fenxiao_price_info import FenxiaoPriceInfo
    from pandapon_async.pandapon_v2.models.product_sku_attribute import ProductSkuAttribute

__all__ = ["ProductSku"]


@model
class ProductSku(Model):
    """One SKU of a 1688 product.

    Attributes:
        amount_on_sale: Stock.
        price: Price; missing where the quantity decides it, see quoteType. Unit: yuan.
        jxhy_price: No longer used. Unit: yuan.
        sku_id: SKU id.
        spec_id: Specification id, which orders want.
        sku_attributes: Attributes that make up the SKU.
        pf_jxhy_price: No longer used. Unit: yuan.
        consign_price: No longer used. Unit: yuan.
        cargo_number: Item number given by the seller.
        promotion_price: Price after promotion. Unit: yuan.
        fenxiao_price_info: Prices for distribution.
        foreign_currency_price: Price in the currency asked for.
        foreign_currency_promotion_price: Price after promotion in the currency asked for.
        retail_price: Retail price. Unit: yuan.
        foreign_currency_retail_price: Retail price in the currency asked for.
    """

    amount_on_sale: int | None | Unset = wire_field("amountOnSale", INTEGER, default=UNSET)
    price: Decimal | None | Unset = wire_field("price", DECIMAL_TEXT, default=UNSET, nullable=True)
    jxhy_price: Decimal | None | Unset = wire_field("jxhyPrice", DECIMAL_TEXT, default=UNSET, nullable=True)
    sku_id: str | None | Unset = wire_field("skuId", Id("integer"), default=UNSET)
    spec_id: str | None | Unset = wire_field("specId", Id(), default=UNSET)
    sku_attributes: list[ProductSkuAttribute] | None | Unset = wire_field(
        "skuAttributes",
        ListOf(Nested("pandapon_async.pandapon_v2.models.product_sku_attribute:ProductSkuAttribute")),
        default=UNSET,
    )
    pf_jxhy_price: Decimal | None | Unset = wire_field("pfJxhyPrice", DECIMAL_TEXT, default=UNSET, nullable=True)
    consign_price: Decimal | None | Unset = wire_field("consignPrice", DECIMAL_TEXT, default=UNSET, nullable=True)
    cargo_number: str | None | Unset = wire_field("cargoNumber", TEXT, default=UNSET, nullable=True)
    promotion_price: Decimal | None | Unset = wire_field("promotionPrice", DECIMAL_TEXT, default=UNSET, nullable=True)
    fenxiao_price_info: FenxiaoPriceInfo | None | Unset = wire_field(
        "fenxiaoPriceInfo",
        Nested("pandapon_async.pandapon_v2.models.fenxiao_price_info:FenxiaoPriceInfo"),
        default=UNSET,
        nullable=True,
    )
    foreign_currency_price: float | None | Unset = wire_field(
        "foreignCurrencyPrice", NUMBER, default=UNSET, nullable=True
    )
    foreign_currency_promotion_price: float | None | Unset = wire_field(
        "foreignCurrencyPromotionPrice", NUMBER, default=UNSET, nullable=True
    )
    retail_price: Decimal | None | Unset = wire_field("retailPrice", DECIMAL_TEXT, default=UNSET, nullable=True)
    foreign_currency_retail_price: float | None | Unset = wire_field(
        "foreignCurrencyRetailPrice", NUMBER, default=UNSET, nullable=True
    )
