"""The model OrderRenderLine of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER_TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OrderRenderLine"]


@model
class OrderRenderLine(Model):
    """One line of an order that is only tried out.

    Attributes:
        item_id: Taobao item id, a number here and text in the order itself.
        quantity: How many to buy.
        sku_id: SKU id, a number here and text in the order itself.
    """

    item_id: str | int | Unset = wire_field("itemId", Id("integer"), default=UNSET)
    quantity: int | Unset = wire_field("quantity", INTEGER_TEXT, default=UNSET)
    sku_id: str | int | Unset = wire_field("skuId", Id("integer"), default=UNSET)
