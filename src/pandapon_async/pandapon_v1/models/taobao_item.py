"""The model TaobaoItem of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.taobao_item_sku import TaobaoItemSku

__all__ = ["TaobaoItem"]


@model
class TaobaoItem(Model):
    """A Taobao item.

    Attributes:
        begin_amount: Smallest quantity that can be bought, going by the name; 0 in the sample.
        category_id: Category id.
        category_name: Name of the category.
        category_path: Names of the category and those above it, joined by arrows.
        description: Description of the item.
        item_id: Taobao item id.
        item_type: Kind of item; HAVE_MATERIAL in the sample.
        mp_id: Distribution product id, as the cart wants it.
        pic_urls: Addresses of the pictures.
        price: Price; unit not stated.
        product_unit: What one piece is called; null in the sample.
        promotion_price: Price after promotion; unit not stated.
        quantity: Stock.
        shop_id: Shop id.
        shop_name: Name of the shop.
        status: State of the item; active in the sample.
        title: Title.
        user_nick: Nickname of the seller.
        item_url: Address of the item's page. Read by an integration of Xportcn, not documented.
        sku_list: SKUs.
    """

    begin_amount: int | None | Unset = wire_field("beginAmount", INTEGER, default=UNSET)
    category_id: str | None | Unset = wire_field("categoryId", Id(), default=UNSET)
    category_name: str | None | Unset = wire_field("categoryName", TEXT, default=UNSET)
    category_path: str | None | Unset = wire_field("categoryPath", TEXT, default=UNSET)
    description: str | None | Unset = wire_field("description", TEXT, default=UNSET)
    item_id: str | None | Unset = wire_field("itemId", Id("integer"), default=UNSET)
    item_type: str | None | Unset = wire_field("itemType", TEXT, default=UNSET)
    mp_id: str | None | Unset = wire_field("mpId", Id(), default=UNSET)
    pic_urls: list[str] | None | Unset = wire_field("picUrls", ListOf(TEXT), default=UNSET)
    price: int | None | Unset = wire_field("price", INTEGER, default=UNSET)
    product_unit: str | None | Unset = wire_field("productUnit", TEXT, default=UNSET, nullable=True)
    promotion_price: int | None | Unset = wire_field("promotionPrice", INTEGER, default=UNSET)
    quantity: int | None | Unset = wire_field("quantity", INTEGER, default=UNSET)
    shop_id: str | None | Unset = wire_field("shopId", Id("integer"), default=UNSET)
    shop_name: str | None | Unset = wire_field("shopName", TEXT, default=UNSET)
    status: str | None | Unset = wire_field("status", TEXT, default=UNSET)
    title: str | None | Unset = wire_field("title", TEXT, default=UNSET)
    user_nick: str | None | Unset = wire_field("userNick", TEXT, default=UNSET, personal=True)
    item_url: str | None | Unset = wire_field("itemUrl", TEXT, default=UNSET)
    sku_list: list[TaobaoItemSku] | None | Unset = wire_field(
        "skuList", ListOf(Nested("pandapon_async.pandapon_v1.models.taobao_item_sku:TaobaoItemSku")), default=UNSET
    )
