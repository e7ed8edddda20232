"""The model BatchCheckResult of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import OBJECT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async._core.schema.unset import Unset

__all__ = ["BatchCheckResult"]


@model
class BatchCheckResult(Model):
    """What the platform knows of the items asked for.

    Attributes:
        mp_products: Distribution products found; their three fields are not documented.
        no_mp_product_item_ids: Items that have no distribution product.
        no_mp_reason_list: Why items have none; the two fields are not documented.
    """

    mp_products: list[JsonObject] | None | Unset = wire_field("mpProducts", ListOf(OBJECT), default=UNSET)
    no_mp_product_item_ids: list[str] | None | Unset = wire_field("noMpProductItemIds", ListOf(Id()), default=UNSET)
    no_mp_reason_list: list[JsonObject] | None | Unset = wire_field("noMpReasonList", ListOf(OBJECT), default=UNSET)
