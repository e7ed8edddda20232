"""The model OrderCargo of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import NUMBER, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OrderCargo"]


@model
class OrderCargo(Model):
    """Goods to order.

    Attributes:
        offer_id: 1688 product id.
        spec_id: Specification id, 32 hex characters.
        quantity: How many to buy.
    """

    offer_id: str | int | Unset = wire_field("offerId", Id("integer"), default=UNSET)
    spec_id: str | int | Unset = wire_field("specId", Id(), default=UNSET)
    quantity: float | Unset = wire_field("quantity", NUMBER, default=UNSET, kind="quantity")
