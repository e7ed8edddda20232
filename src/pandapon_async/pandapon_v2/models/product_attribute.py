"""The model ProductAttribute of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["ProductAttribute"]


@model
class ProductAttribute(Model):
    """An attribute of a 1688 product.

    Attributes:
        attribute_id: Attribute id.
        attribute_name: Chinese name.
        value: Chinese value.
        attribute_name_trans: Name in the language asked for.
        value_trans: Value in the language asked for.
    """

    attribute_id: str | None | Unset = wire_field("attributeId", Id(), default=UNSET)
    attribute_name: str | None | Unset = wire_field("attributeName", TEXT, default=UNSET)
    value: str | None | Unset = wire_field("value", TEXT, default=UNSET)
    attribute_name_trans: str | None | Unset = wire_field("attributeNameTrans", TEXT, default=UNSET)
    value_trans: str | None | Unset = wire_field("valueTrans", TEXT, default=UNSET)
