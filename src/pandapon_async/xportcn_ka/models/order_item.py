"""The model OrderItem of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OrderItem"]


@model
class OrderItem(Model):
    """A line of an order preview.

    Attributes:
        amount: Total of the line. Unit: fen (inferred).
        message: Text for the line.
        final_unit_price: Price of one piece. Unit: fen (inferred).
        spec_id: Specification id.
        sku_id: SKU id.
        offer_id: 1688 product id.
        open_offer_id: Encrypted product id.
    """

    amount: int | None | Unset = wire_field("amount", INTEGER, default=UNSET)
    message: str | None | Unset = wire_field("message", TEXT, default=UNSET, nullable=True)
    final_unit_price: int | None | Unset = wire_field("finalUnitPrice", INTEGER, default=UNSET)
    spec_id: str | None | Unset = wire_field("specId", Id(), default=UNSET)
    sku_id: str | None | Unset = wire_field("skuId", Id("integer"), default=UNSET)
    offer_id: str | None | Unset = wire_field("offerId", Id("integer"), default=UNSET)
    open_offer_id: str | None | Unset = wire_field("openOfferId", Id(), default=UNSET)
