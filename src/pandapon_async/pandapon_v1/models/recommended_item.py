"""The model RecommendedItem of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import ANY, INTEGER, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.unset import Unset

__all__ = ["RecommendedItem"]


@model
class RecommendedItem(Model):
    """A Taobao item that sells well.

    Attributes:
        main_image_url: Address of the main picture.
        item_id: Taobao item id.
        multi_language_info: Texts in other languages; form not known.
        price: Price; unit not known.
        coupon_price: Price with a coupon, going by the name; unit not known.
        quantity: Stock, going by the name.
        shop_name: Name of the shop.
        title: Title.
        tags: Labels.
        promotion_displays: Promotions; form not known.
    """

    main_image_url: str | None | Unset = wire_field("mainImageUrl", TEXT, default=UNSET)
    item_id: str | None | Unset = wire_field("itemId", Id("integer"), default=UNSET)
    multi_language_info: JsonValue | Unset = wire_field("multiLanguageInfo", ANY, default=UNSET, nullable=True)
    price: str | None | Unset = wire_field("price", TEXT, default=UNSET)
    coupon_price: str | None | Unset = wire_field("couponPrice", TEXT, default=UNSET)
    quantity: int | None | Unset = wire_field("quantity", INTEGER, default=UNSET)
    shop_name: str | None | Unset = wire_field("shopName", TEXT, default=UNSET)
    title: str | None | Unset = wire_field("title", TEXT, default=UNSET)
    tags: list[str] | None | Unset = wire_field("tags", ListOf(TEXT), default=UNSET)
    promotion_displays: JsonValue | Unset = wire_field("promotionDisplays", ANY, default=UNSET, nullable=True)
