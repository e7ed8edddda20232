"""The model ProductTradeInfo of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["ProductTradeInfo"]


@model
class ProductTradeInfo(Model):
    """Figures on sales, as text.

    Attributes:
        add_cart_count_7d: Times put into a cart, 7 days.
        pay_buyer_count_7d: Buyers who paid, 7 days.
        add_cart_count_30d: Times put into a cart, 30 days.
        pay_buyer_count_30d: Buyers who paid, 30 days.
    """

    add_cart_count_7d: str | None | Unset = wire_field("addCartCount7d", TEXT, default=UNSET)
    pay_buyer_count_7d: str | None | Unset = wire_field("payBuyerCount7d", TEXT, default=UNSET)
    add_cart_count_30d: str | None | Unset = wire_field("addCartCount30d", TEXT, default=UNSET)
    pay_buyer_count_30d: str | None | Unset = wire_field("payBuyerCount30d", TEXT, default=UNSET)
