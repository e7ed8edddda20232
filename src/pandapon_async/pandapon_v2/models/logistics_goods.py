"""The model LogisticsGoods of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
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
    """Goods inside a parcel.

    Attributes:
        title: Title.
        property_: Attributes of the SKU.
        image_url: Address of the picture.
        quantity: Pieces; a string here.
    """

    title: str | None | Unset = wire_field("title", TEXT, default=UNSET)
    property_: str | None | Unset = wire_field("property", TEXT, default=UNSET)
    image_url: str | None | Unset = wire_field("imageUrl", TEXT, default=UNSET)
    quantity: str | None | Unset = wire_field("quantity", TEXT, default=UNSET)
