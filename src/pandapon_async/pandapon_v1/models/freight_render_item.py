"""The model FreightRenderItem of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.freight_info import FreightInfo

__all__ = ["FreightRenderItem"]


@model
class FreightRenderItem(Model):
    """An item whose freight is asked for.

    Attributes:
        item_id: Item id.
        sku_id: SKU id.
        quantity: Pieces.
        freight_info: Freight service chosen for the item.
        currency: Currency code.
        price: Price; unit not stated.
    """

    item_id: str | int = wire_field("itemId", Id())
    sku_id: str | int = wire_field("skuId", Id())
    quantity: int = wire_field("quantity", INTEGER)
    freight_info: FreightInfo = wire_field(
        "freightInfo", Nested("pandapon_async.pandapon_v1.models.freight_info:FreightInfo")
    )
    currency: str | Unset = wire_field("currency", TEXT, default=UNSET)
    price: str | Unset = wire_field("price", TEXT, default=UNSET)
