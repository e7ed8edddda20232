"""The model FastCargo of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import NUMBER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["FastCargo"]


@model
class FastCargo(Model):
    """Goods to order.

    Attributes:
        seller_open_id: Encrypted seller id.
        offer_map_id: Opaque product id, as the searches and the cart return it.
        spec_id: Specification id.
        quantity: How many to buy.
        product_no: Product number.
        container: Container number.
    """

    seller_open_id: str | int | Unset = wire_field("sellerOpenId", Id(), default=UNSET)
    offer_map_id: str | int | Unset = wire_field("offerMapId", Id(), default=UNSET)
    spec_id: str | int | Unset = wire_field("specId", Id(), default=UNSET)
    quantity: float | Unset = wire_field("quantity", NUMBER, default=UNSET, kind="quantity")
    product_no: str | Unset = wire_field("productNo", TEXT, default=UNSET)
    container: str | Unset = wire_field("container", TEXT, default=UNSET)
