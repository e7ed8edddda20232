"""The model CartShopItem of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.cart_item_info import CartItemInfo

__all__ = ["CartShopItem"]


@model
class CartShopItem(Model):
    """What a cart holds of one shop.

    Attributes:
        seller_open_id: Encrypted seller id.
        seller_nick_name: Nickname of the seller.
        cart_item_infos: Goods of the shop.
    """

    seller_open_id: str | None | Unset = wire_field("sellerOpenId", Id(), default=UNSET)
    seller_nick_name: str | None | Unset = wire_field("sellerNickName", TEXT, default=UNSET, personal=True)
    cart_item_infos: list[CartItemInfo] | None | Unset = wire_field(
        "cartItemInfos", ListOf(Nested("pandapon_async.pandapon_v1.models.cart_item_info:CartItemInfo")), default=UNSET
    )
