"""The model FreightLineItem of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.xportcn_ka.models.freight_info import FreightInfo

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

    item_id: str | int | Unset = wire_field("itemId", Id(), default=UNSET)
    sku_id: str | int | Unset = wire_field("skuId", Id(), default=UNSET)
    quantity: int | Unset = wire_field("quantity", INTEGER, default=UNSET, kind="quantity")
    title: str | Unset = wire_field("title", TEXT, default=UNSET)
    image_url: str | Unset = wire_field("imageUrl", TEXT, default=UNSET)
    freight_info: FreightInfo | Unset = wire_field(
        "freightInfo", Nested("pandapon_async.xportcn_ka.models.freight_info:FreightInfo"), default=UNSET
    )
    currency: str | Unset = wire_field("currency", TEXT, default=UNSET)
    price: str | Unset = wire_field("price", TEXT, default=UNSET, kind="amount")
