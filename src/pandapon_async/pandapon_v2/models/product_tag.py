"""The model ProductTag of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import BOOLEAN

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.product_tag_key import ProductTagKey

__all__ = ["ProductTag"]


@model
class ProductTag(Model):
    """Whether a 1688 product has a service.

    Attributes:
        key: The service.
        value: Whether it has it.
    """

    key: ProductTagKey | str | None | Unset = wire_field(
        "key", OpenEnum("pandapon_async.pandapon_v2.models.product_tag_key:ProductTagKey"), default=UNSET
    )
    value: bool | None | Unset = wire_field("value", BOOLEAN, default=UNSET)
