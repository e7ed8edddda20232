"""The model FreightLineItem of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.freight_info import FreightInfo

__all__ = ["FreightLineItem"]


@model
class FreightLineItem(Model):
    """An item to ship abroad.

    Attributes:
        item_id: Item id.
        sku_id: SKU id.
        quantity: Pieces.
        title: Title of the item.
        image_url: Address of the item's picture.
        freight_info: Freight service chosen for the item.
        currency: Currency code.
        price: Price; unit not stated.
    """

    item_id: str | int | None | Unset = wire_field("itemId", Id(), default=UNSET, nullable=True)
    sku_id: str | int | None | Unset = wire_field("skuId", Id(), default=UNSET, nullable=True)
    quantity: int | None | Unset = wire_field("quantity", INTEGER, default=UNSET, nullable=True, kind="quantity")
    title: str | None | Unset = wire_field("title", TEXT, default=UNSET, nullable=True)
    image_url: str | None | Unset = wire_field("imageUrl", TEXT, default=UNSET, nullable=True)
    freight_info: FreightInfo | Unset = wire_field(
        "freightInfo", Nested("pandapon_async.pandapon_v2.models.freight_info:FreightInfo"), default=UNSET
    )
    currency: str | None | Unset = wire_field("currency", TEXT, default=UNSET, nullable=True)
    price: str | None | Unset = wire_field("price", TEXT, default=UNSET, nullable=True, kind="amount")
