"""The model SkuProperty of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["SkuProperty"]


@model
class SkuProperty(Model):
    """An attribute of a SKU, such as colour or size.

    Attributes:
        value_id: Id of the value.
        value_name: Value.
        prop_id: Id of the attribute.
        prop_name: Attribute.
    """

    value_id: str | None | Unset = wire_field("valueId", Id("integer"), default=UNSET)
    value_name: str | None | Unset = wire_field("valueName", TEXT, default=UNSET)
    prop_id: str | None | Unset = wire_field("propId", Id("integer"), default=UNSET)
    prop_name: str | None | Unset = wire_field("propName", TEXT, default=UNSET)
