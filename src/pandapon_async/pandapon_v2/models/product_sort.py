"""The model ProductSort of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.sort_direction import SortDirection

__all__ = ["ProductSort"]


@model
class ProductSort(Model):
    """What search results are sorted by. Give one field.

    Attributes:
        price: By wholesale price.
        re_purchase_rate: By the share of buyers who bought again. Named by 1688 only.
        month_sold: By the number sold in a month. Named by 1688 only.
    """

    price: SortDirection | str | Unset = wire_field(
        "price", OpenEnum("pandapon_async.pandapon_v2.models.sort_direction:SortDirection"), default=UNSET
    )
    re_purchase_rate: SortDirection | str | Unset = wire_field(
        "rePurchaseRate", OpenEnum("pandapon_async.pandapon_v2.models.sort_direction:SortDirection"), default=UNSET
    )
    month_sold: SortDirection | str | Unset = wire_field(
        "monthSold", OpenEnum("pandapon_async.pandapon_v2.models.sort_direction:SortDirection"), default=UNSET
    )
