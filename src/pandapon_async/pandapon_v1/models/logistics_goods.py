"""The model LogisticsGoods of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["LogisticsGoods"]


@model
class LogisticsGoods(Model):
    """An item in a Taobao parcel.

    Attributes:
        title: Title.
        sku_properties: Attributes of the SKU. Wire name: ``property``.
        image_url: Address of the picture.
        quantity: Pieces, as text.
    """

    title: str | None | Unset = wire_field("title", TEXT, default=UNSET)
    sku_properties: str | None | Unset = wire_field("property", TEXT, default=UNSET)
    image_url: str | None | Unset = wire_field("imageUrl", TEXT, default=UNSET)
    quantity: str | None | Unset = wire_field("quantity", TEXT, default=UNSET)
