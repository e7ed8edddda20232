"""The model SellerCargoParam of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.wire_types import NUMBER, Id

__all__ = ["SellerCargoParam"]


@model
class SellerCargoParam(Model):
    """Goods of an order from several 1688 sellers.

    Attributes:
        offer_id: 1688 product id.
        spec_id: Specification id.
        quantity: How many to buy.
        seller_open_id: Encrypted seller id.
    """

    offer_id: str | int = wire_field("offerId", Id("integer"))
    spec_id: str | int = wire_field("specId", Id())
    quantity: float = wire_field("quantity", NUMBER, kind="quantity")
    seller_open_id: str | int = wire_field("sellerOpenId", Id())
