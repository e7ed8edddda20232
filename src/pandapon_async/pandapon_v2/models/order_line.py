"""The model OrderLine of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER_TEXT, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OrderLine"]


@model
class OrderLine(Model):
    """One line of a Taobao order.

    Attributes:
        item_id: Taobao item id.
        order_line_no: Line number; "1" on both lines of the sample.
        quantity: How many to buy.
        price: Price of one piece. Unit: fen.
        currency: Currency code, CNY in the sample.
        sku_id: SKU id.
    """

    item_id: str | int | Unset = wire_field("itemId", Id(), default=UNSET)
    order_line_no: str | Unset = wire_field("orderLineNo", TEXT, default=UNSET)
    quantity: int | Unset = wire_field("quantity", INTEGER_TEXT, default=UNSET, kind="quantity")
    price: int | Unset = wire_field("price", INTEGER_TEXT, default=UNSET, kind="amount")
    currency: str | Unset = wire_field("currency", TEXT, default=UNSET)
    sku_id: str | int | Unset = wire_field("skuId", Id(), default=UNSET)
