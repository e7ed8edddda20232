"""The model ChannelPrice of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.channel_sku_price import ChannelSkuPrice

__all__ = ["ChannelPrice"]


@model
class ChannelPrice(Model):
    """Prices of the caller's channel.

    Attributes:
        channel_sku_price_list: One entry per SKU.
    """

    channel_sku_price_list: list[ChannelSkuPrice] | None | Unset = wire_field(
        "channelSkuPriceList",
        ListOf(Nested("pandapon_async.pandapon_v2.models.channel_sku_price:ChannelSkuPrice")),
        default=UNSET,
        nullable=True,
    )
