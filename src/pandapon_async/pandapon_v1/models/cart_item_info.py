"""The model CartItemInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, NUMBER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["CartItemInfo"]


@model
class CartItemInfo(Model):
    """A product in a cart.

    Attributes:
        id: Id of the cart entry.
        offer_map_id: Opaque product id.
        spec_id: Specification id.
        sku_id: SKU id.
        item_title: Title.
        item_pic: Address of the picture.
        price: Price; unit not stated.
        quantity: Pieces in the cart.
        amount_on_sale: Pieces in stock.
        properties: Attributes of the SKU; format not documented.
    """

    id: str | None | Unset = wire_field("id", Id("integer"), default=UNSET)
    offer_map_id: str | None | Unset = wire_field("offerMapId", Id(), default=UNSET)
    spec_id: str | None | Unset = wire_field("specId", Id(), default=UNSET)
    sku_id: str | None | Unset = wire_field("skuId", Id(), default=UNSET)
    item_title: str | None | Unset = wire_field("itemTitle", TEXT, default=UNSET)
    item_pic: str | None | Unset = wire_field("itemPic", TEXT, default=UNSET)
    price: float | None | Unset = wire_field("price", NUMBER, default=UNSET)
    quantity: int | None | Unset = wire_field("quantity", INTEGER, default=UNSET)
    amount_on_sale: int | None | Unset = wire_field("amountOnSale", INTEGER, default=UNSET)
    properties: str | None | Unset = wire_field("properties", TEXT, default=UNSET)
