"""The model TaobaoSourceItem of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["TaobaoSourceItem"]


@model
class TaobaoSourceItem(Model):
    """A Taobao item as its source describes it. More fields come than the page shows.

    Attributes:
        description: Description of the item.
        item_id: Taobao item id.
    """

    description: str | None | Unset = wire_field("description", TEXT, default=UNSET)
    item_id: str | None | Unset = wire_field("itemId", Id("integer"), default=UNSET)
