"""The model SkuShippingInfo of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, NUMBER, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["SkuShippingInfo"]


@model
class SkuShippingInfo(Model):
    """Size and weight of a 1688 SKU. Grams here, kilograms elsewhere.

    Attributes:
        spec_id: Specification id.
        sku_id: SKU id.
        width: Width. Unit: centimetres.
        length: Length. Unit: centimetres.
        height: Height. Unit: centimetres.
        weight: Weight. Unit: grams.
    """

    spec_id: str | None | Unset = wire_field("specId", Id(), default=UNSET)
    sku_id: str | None | Unset = wire_field("skuId", Id("integer"), default=UNSET)
    width: float | None | Unset = wire_field("width", NUMBER, default=UNSET, nullable=True)
    length: float | None | Unset = wire_field("length", NUMBER, default=UNSET, nullable=True)
    height: float | None | Unset = wire_field("height", NUMBER, default=UNSET, nullable=True)
    weight: int | None | Unset = wire_field("weight", INTEGER, default=UNSET, nullable=True)
