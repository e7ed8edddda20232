"""The model OrderQuote of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import NUMBER, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OrderQuote"]


@model
class OrderQuote(Model):
    """Quote in a procurement order.

    Attributes:
        product_quote_name: Material.
        price: Price; yuan in single orders, fen in lists.
        count: How many.
    """

    product_quote_name: str | None | Unset = wire_field("productQuoteName", TEXT, default=UNSET)
    price: float | None | Unset = wire_field("price", NUMBER, default=UNSET)
    count: float | None | Unset = wire_field("count", NUMBER, default=UNSET)
