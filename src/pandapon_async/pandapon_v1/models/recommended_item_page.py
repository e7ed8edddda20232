"""The model RecommendedItemPage of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.recommended_item import RecommendedItem

__all__ = ["RecommendedItemPage"]


@model
class RecommendedItemPage(Model):
    """A page of recommended goods.

    Attributes:
        page_no: Number of the page.
        page_size: Goods on a page.
        data: Goods of the page.
    """

    page_no: int | None | Unset = wire_field("pageNo", INTEGER, default=UNSET)
    page_size: int | None | Unset = wire_field("pageSize", INTEGER, default=UNSET)
    data: list[RecommendedItem] | None | Unset = wire_field(
        "data", ListOf(Nested("pandapon_async.pandapon_v1.models.recommended_item:RecommendedItem")), default=UNSET
    )
