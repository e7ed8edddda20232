"""The product as msgspec structs: the fastest that Python has, without what our models promise.

One value of an unexpected type and the whole page is refused; unknown fields are dropped.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec

__all__ = ["Item"]


class Property(msgspec.Struct, rename="camel"):
    """A property of a SKU."""

    value_id: int | None = None
    value_name: str | None = None
    prop_id: int | None = None
    prop_name: str | None = None


class Sku(msgspec.Struct, rename="camel"):
    """A SKU."""

    pic_url: str | None = None
    quantity: int | None = None
    price: int | None = None
    sku_id: str | int | None = None
    status: str | None = None
    promotion_price: Decimal | None = None
    post_fee: int | None = None
    mp_skuld: str | int | None = None
    mp_sku_id: str | int | None = None
    properties: list[Property] | None = None


class Item(msgspec.Struct, rename="camel"):
    """A product."""

    begin_amount: int | None = None
    category_id: str | int | None = None
    category_name: str | None = None
    category_path: str | None = None
    description: str | None = None
    item_id: str | int | None = None
    item_type: str | None = None
    mp_id: str | int | None = None
    pic_urls: list[str] | None = None
    price: int | None = None
    product_unit: str | None = None
    promotion_price: int | None = None
    quantity: int | None = None
    shop_id: str | int | None = None
    shop_name: str | None = None
    status: str | None = None
    title: str | None = None
    user_nick: str | None = None
    item_url: str | None = None
    sku_list: list[Sku] | None = None
