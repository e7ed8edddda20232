"""The model AlibabaCart of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.cart_shop_item import CartShopItem

__all__ = ["AlibabaCart"]


@model
class AlibabaCart(Model):
    """A cart on 1688.

    Attributes:
        disable_list: Goods that can no longer be bought, shop by shop.
        enable_list: Goods that can be bought, shop by shop.
    """

    disable_list: list[CartShopItem] | None | Unset = wire_field(
        "disableList", ListOf(Nested("pandapon_async.pandapon_v1.models.cart_shop_item:CartShopItem")), default=UNSET
    )
    enable_list: list[CartShopItem] | None | Unset = wire_field(
        "enableList", ListOf(Nested("pandapon_async.pandapon_v1.models.cart_shop_item:CartShopItem")), default=UNSET
    )
