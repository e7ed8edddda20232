"""The model CustomsAttribute of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import NUMBER, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["CustomsAttribute"]


@model
class CustomsAttribute(Model):
    """Goods in a customs declaration.

    Attributes:
        sku: Mark of the SKU.
        chinese_name: Chinese name. Wire name: ``cName``.
        english_name: English name. Wire name: ``enName``.
        amount: Value declared, in the currency beside it.
        quantity: How many.
        weight: Weight. Unit: kilograms.
        currency: Currency code.
    """

    sku: str | None | Unset = wire_field("sku", TEXT, default=UNSET)
    chinese_name: str | None | Unset = wire_field("cName", TEXT, default=UNSET)
    english_name: str | None | Unset = wire_field("enName", TEXT, default=UNSET)
    amount: float | None | Unset = wire_field("amount", NUMBER, default=UNSET)
    quantity: float | None | Unset = wire_field("quantity", NUMBER, default=UNSET)
    weight: float | None | Unset = wire_field("weight", NUMBER, default=UNSET)
    currency: str | None | Unset = wire_field("currency", TEXT, default=UNSET)
