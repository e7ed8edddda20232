"""The model TradeModel of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import BOOLEAN, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.trade_type import TradeType

__all__ = ["TradeModel"]


@model
class TradeModel(Model):
    """A way to settle an order.

    Attributes:
        name: Name for people.
        description: What it means.
        trade_type: Value for tradeType when the order is created.
        op_support: False where it cannot be chosen through the API.
        trade_way: Meaning not documented; null in the one answer seen.
    """

    name: str | None | Unset = wire_field("name", TEXT, default=UNSET)
    description: str | None | Unset = wire_field("description", TEXT, default=UNSET)
    trade_type: TradeType | str | None | Unset = wire_field(
        "tradeType", OpenEnum("pandapon_async.pandapon_v2.models.trade_type:TradeType"), default=UNSET
    )
    op_support: bool | None | Unset = wire_field("opSupport", BOOLEAN, default=UNSET)
    trade_way: str | None | Unset = wire_field("tradeWay", TEXT, default=UNSET, nullable=True)
