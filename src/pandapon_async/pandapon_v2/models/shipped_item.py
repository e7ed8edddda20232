"""The model ShippedItem of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["ShippedItem"]


@model
class ShippedItem(Model):
    """An item inside a shipment.

    Attributes:
        item_id: Item id.
        sku_id: SKU id.
        quantity: Pieces.
        title: Title of the item.
        image_url: Address of the item's picture.
    """

    item_id: str | int | Unset = wire_field("itemId", Id(), default=UNSET)
    sku_id: str | int | Unset = wire_field("skuId", Id(), default=UNSET)
    quantity: int | Unset = wire_field("quantity", INTEGER, default=UNSET)
    title: str | Unset = wire_field("title", TEXT, default=UNSET)
    image_url: str | Unset = wire_field("imageUrl", TEXT, default=UNSET)
