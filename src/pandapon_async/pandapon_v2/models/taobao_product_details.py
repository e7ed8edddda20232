"""The model TaobaoProductDetails of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.taobao_sku import TaobaoSku

__all__ = ["TaobaoProductDetails"]


@model
class TaobaoProductDetails(Model):
    """A Taobao product. Only quantity is printed on the page; the other fields are those of v1.

    Attributes:
        quantity: Pieces in stock.
        category_path: Names of the category and of those above it, joined by arrows.
        shop_name: Shop.
        description: Text about the product.
        product_unit: Unit in which it is sold.
        pic_urls: Addresses of pictures.
        title: Title.
        mp_id: Distribution product id.
        category_name: Category.
        item_id: Item id.
        user_nick: Nickname of the seller.
        price: Price; unit not stated.
        begin_amount: Smallest quantity, going by the name.
        status: State; active in the sample of v1.
        promotion_price: Price in the running promotion; unit not stated.
        shop_id: Shop id.
        category_id: Category id.
        item_type: Kind of item; HAVE_MATERIAL in the sample of v1.
        sku_list: SKUs.
    """

    quantity: int | None | Unset = wire_field("quantity", INTEGER, default=UNSET)
    category_path: str | None | Unset = wire_field("categoryPath", TEXT, default=UNSET)
    shop_name: str | None | Unset = wire_field("shopName", TEXT, default=UNSET)
    description: str | None | Unset = wire_field("description", TEXT, default=UNSET)
    product_unit: str | None | Unset = wire_field("productUnit", TEXT, default=UNSET, nullable=True)
    pic_urls: list[str] | None | Unset = wire_field("picUrls", ListOf(TEXT), default=UNSET)
    title: str | None | Unset = wire_field("title", TEXT, default=UNSET)
    mp_id: str | None | Unset = wire_field("mpId", Id(), default=UNSET)
    category_name: str | None | Unset = wire_field("categoryName", TEXT, default=UNSET)
    item_id: str | None | Unset = wire_field("itemId", Id(), default=UNSET)
    user_nick: str | None | Unset = wire_field("userNick", TEXT, default=UNSET, personal=True)
    price: int | None | Unset = wire_field("price", INTEGER, default=UNSET)
    begin_amount: int | None | Unset = wire_field("beginAmount", INTEGER, default=UNSET)
    status: str | None | Unset = wire_field("status", TEXT, default=UNSET)
    promotion_price: int | None | Unset = wire_field("promotionPrice", INTEGER, default=UNSET)
    shop_id: str | None | Unset = wire_field("shopId", Id("integer"), default=UNSET)
    category_id: str | None | Unset = wire_field("categoryId", Id(), default=UNSET)
    item_type: str | None | Unset = wire_field("itemType", TEXT, default=UNSET)
    sku_list: list[TaobaoSku] | None | Unset = wire_field(
        "skuList", ListOf(Nested("pandapon_async.pandapon_v2.models.taobao_sku:TaobaoSku")), default=UNSET
    )
