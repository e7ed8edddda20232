"""The model CargoParam of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.wire_types import NUMBER, Id

__all__ = ["CargoParam"]


@model
class CargoParam(Model):
    """Goods of an order from one 1688 seller.

    Attributes:
        offer_id: 1688 product id.
        spec_id: Specification id.
        quantity: How many to buy.
    """

    offer_id: str | int = wire_field("offerId", Id("integer"))
    spec_id: str | int = wire_field("specId", Id())
    quantity: float = wire_field("quantity", NUMBER, kind="quantity")
