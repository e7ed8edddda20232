"""The model ProductSkuAttribute of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["ProductSkuAttribute"]


@model
class ProductSkuAttribute(Model):
    """An attribute of a 1688 SKU.

    Attributes:
        attribute_id: Attribute id.
        attribute_name: Chinese name.
        attribute_name_trans: Name in the language asked for.
        value: Chinese value.
        value_trans: Value in the language asked for.
        sku_image_url: Address of the SKU's picture.
        sku_image_url_trans: The same with its texts translated by machine.
    """

    attribute_id: str | None | Unset = wire_field("attributeId", Id("integer"), default=UNSET)
    attribute_name: str | None | Unset = wire_field("attributeName", TEXT, default=UNSET)
    attribute_name_trans: str | None | Unset = wire_field("attributeNameTrans", TEXT, default=UNSET)
    value: str | None | Unset = wire_field("value", TEXT, default=UNSET)
    value_trans: str | None | Unset = wire_field("valueTrans", TEXT, default=UNSET)
    sku_image_url: str | None | Unset = wire_field("skuImageUrl", TEXT, default=UNSET, nullable=True)
    sku_image_url_trans: str | None | Unset = wire_field("skuImageUrlTrans", TEXT, default=UNSET, nullable=True)
