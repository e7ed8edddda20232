"""The model OrderPromotion of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OrderPromotion"]


@model
class OrderPromotion(Model):
    """A promotion.

    Attributes:
        promotion_id: Promotion id; holds separators.
        selected: True where it is chosen already.
        text: Name.
        desc: What it gives; may hold HTML.
        free_postage: True where freight is free.
        discount_fee: What is saved. Unit: fen.
    """

    promotion_id: str | None | Unset = wire_field("promotionId", Id(), default=UNSET)
    selected: bool | None | Unset = wire_field("selected", BOOLEAN, default=UNSET)
    text: str | None | Unset = wire_field("text", TEXT, default=UNSET)
    desc: str | None | Unset = wire_field("desc", TEXT, default=UNSET)
    free_postage: bool | None | Unset = wire_field("freePostage", BOOLEAN, default=UNSET)
    discount_fee: int | None | Unset = wire_field("discountFee", INTEGER, default=UNSET)
