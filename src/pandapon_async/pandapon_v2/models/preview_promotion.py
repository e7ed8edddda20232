"""The model PreviewPromotion of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["PreviewPromotion"]


@model
class PreviewPromotion(Model):
    """A promotion that an order could use.

    Attributes:
        promotion_id: Promotion id.
        selected: Chosen where nothing else is said.
        text: Name.
        desc: Description, HTML in samples.
        free_postage: Freight is free.
        discount_fee: Saving. Unit: fen.
    """

    promotion_id: str | None | Unset = wire_field("promotionId", Id(), default=UNSET)
    selected: bool | None | Unset = wire_field("selected", BOOLEAN, default=UNSET)
    text: str | None | Unset = wire_field("text", TEXT, default=UNSET)
    desc: str | None | Unset = wire_field("desc", TEXT, default=UNSET)
    free_postage: bool | None | Unset = wire_field("freePostage", BOOLEAN, default=UNSET)
    discount_fee: int | None | Unset = wire_field("discountFee", INTEGER, default=UNSET)
