"""The model PreOrderInfo of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["PreOrderInfo"]


@model
class PreOrderInfo(Model):
    """Pre-order of an order.

    Attributes:
        market_name: Market.
        create_pre_order_app: True where this application made it.
    """

    market_name: str | None | Unset = wire_field("marketName", TEXT, default=UNSET)
    create_pre_order_app: bool | None | Unset = wire_field("createPreOrderApp", BOOLEAN, default=UNSET)
