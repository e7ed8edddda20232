"""The model ChannelSkuPrice of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import DECIMAL_TEXT, Id

if TYPE_CHECKING:
    from decimal import Decimal

    from pandapon_async._core.schema.unset import Unset

__all__ = ["ChannelSkuPrice"]


@model
class ChannelSkuPrice(Model):
    """Price of a SKU in the caller's channel.

    Attributes:
        sku_id: SKU id.
        current_price: Price. Unit: yuan.
    """

    sku_id: str | None | Unset = wire_field("skuId", Id("integer"), default=UNSET)
    current_price: Decimal | None | Unset = wire_field("currentPrice", DECIMAL_TEXT, default=UNSET)
