"""The model SkuShippingDetail of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import NUMBER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["SkuShippingDetail"]


@model
class SkuShippingDetail(Model):
    """Size and weight of a 1688 SKU, and where the figures are from.

    Attributes:
        sku_id: SKU id.
        width: Width. Unit: centimetres.
        length: Length. Unit: centimetres.
        height: Height. Unit: centimetres.
        weight: Weight. Unit: kilograms.
        pkg_size_source: Where the figures are from; 商家自填 the seller, 官方测量 measured by 1688, 预测-同款放大 estimated.
        official_length: Length, measured by 1688. Unit: centimetres.
        official_width: Width, measured by 1688. Unit: centimetres.
        official_height: Height, measured by 1688. Unit: centimetres.
        official_weight: Weight, measured by 1688. Unit: kilograms.
        ai_weight: Weight, estimated. Unit: kilograms.
        ai_weight_accuracy: How sure the estimate is, as text with a percent sign.
    """

    sku_id: str | None | Unset = wire_field("skuId", Id(), default=UNSET)
    width: float | None | Unset = wire_field("width", NUMBER, default=UNSET, nullable=True)
    length: float | None | Unset = wire_field("length", NUMBER, default=UNSET, nullable=True)
    height: float | None | Unset = wire_field("height", NUMBER, default=UNSET, nullable=True)
    weight: float | None | Unset = wire_field("weight", NUMBER, default=UNSET, nullable=True)
    pkg_size_source: str | None | Unset = wire_field("pkgSizeSource", TEXT, default=UNSET, nullable=True)
    official_length: float | None | Unset = wire_field("officialLength", NUMBER, default=UNSET, nullable=True)
    official_width: float | None | Unset = wire_field("officialWidth", NUMBER, default=UNSET, nullable=True)
    official_height: float | None | Unset = wire_field("officialHeight", NUMBER, default=UNSET, nullable=True)
    official_weight: float | None | Unset = wire_field("officialWeight", NUMBER, default=UNSET, nullable=True)
    ai_weight: float | None | Unset = wire_field("aiWeight", NUMBER, default=UNSET, nullable=True)
    ai_weight_accuracy: str | None | Unset = wire_field("aiWeightAccuracy", TEXT, default=UNSET, nullable=True)
