"""The model TradeModelFromV1 of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["TradeModelFromV1"]


@model
class TradeModelFromV1(Model):
    """A way of paying for an order.

    Attributes:
        name: Name.
        description: Explanation.
        trade_type: Value of tradeType that stands for it.
        op_support: Whether it works through the interface.
        trade_way: Not described.
    """

    name: str | None | Unset = wire_field("name", TEXT, default=UNSET)
    description: str | None | Unset = wire_field("description", TEXT, default=UNSET)
    trade_type: str | None | Unset = wire_field("tradeType", TEXT, default=UNSET)
    op_support: bool | None | Unset = wire_field("opSupport", BOOLEAN, default=UNSET)
    trade_way: str | None | Unset = wire_field("tradeWay", TEXT, default=UNSET, nullable=True)
