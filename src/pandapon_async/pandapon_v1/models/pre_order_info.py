"""The model PreOrderInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
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
    """A pre-order.

    Attributes:
        market_name: Market.
        create_pre_order_app: Made by the calling application.
    """

    market_name: str | None | Unset = wire_field("marketName", TEXT, default=UNSET)
    create_pre_order_app: bool | None | Unset = wire_field("createPreOrderApp", BOOLEAN, default=UNSET)
