"""The model ItemCheckParam of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import Id, ListOf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pandapon_async._core.schema.unset import Unset

__all__ = ["ItemCheckParam"]


@model
class ItemCheckParam(Model):
    """A Taobao item and those of its SKUs that are to be looked up.

    Attributes:
        item_id: Taobao item id.
        sku_ids: SKU ids of the item.
    """

    item_id: str | int | Unset = wire_field("itemId", Id(), default=UNSET)
    sku_ids: Sequence[str | int] | Unset = wire_field("skuIds", ListOf(Id()), default=UNSET)
