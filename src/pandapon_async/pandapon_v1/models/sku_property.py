"""The model SkuProperty of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["SkuProperty"]


@model
class SkuProperty(Model):
    """One attribute of a Taobao SKU, such as its colour.

    Attributes:
        value_id: Id of the value.
        value_name: The value.
        prop_id: Id of the attribute.
        prop_name: Name of the attribute.
    """

    value_id: int | None | Unset = wire_field("valueId", INTEGER, default=UNSET)
    value_name: str | None | Unset = wire_field("valueName", TEXT, default=UNSET)
    prop_id: int | None | Unset = wire_field("propId", INTEGER, default=UNSET)
    prop_name: str | None | Unset = wire_field("propName", TEXT, default=UNSET)
