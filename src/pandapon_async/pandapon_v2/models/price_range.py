"""The model PriceRange of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, NUMBER

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["PriceRange"]


@model
class PriceRange(Model):
    """Price from a certain quantity on.

    Attributes:
        start_quantity: Smallest quantity of the tier.
        price: Wholesale price; unit not stated.
    """

    start_quantity: int | None | Unset = wire_field("startQuantity", INTEGER, default=UNSET, nullable=True)
    price: float | None | Unset = wire_field("price", NUMBER, default=UNSET, nullable=True)
