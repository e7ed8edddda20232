"""The model ProductSort of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.sort_direction import SortDirection

__all__ = ["ProductSort"]


@model
class ProductSort(Model):
    """What a list of 1688 products is sorted by; give one.

    Attributes:
        price: By wholesale price.
        re_purchase_rate: By share of buyers who come back. Not named by the documentation, only by others who use 1688.
        month_sold: By pieces sold in a month. Not named by the documentation, only by others who use 1688.
    """

    price: SortDirection | str | Unset = wire_field(
        "price", OpenEnum("pandapon_async.pandapon_v1.models.sort_direction:SortDirection"), default=UNSET
    )
    re_purchase_rate: SortDirection | str | Unset = wire_field(
        "rePurchaseRate", OpenEnum("pandapon_async.pandapon_v1.models.sort_direction:SortDirection"), default=UNSET
    )
    month_sold: SortDirection | str | Unset = wire_field(
        "monthSold", OpenEnum("pandapon_async.pandapon_v1.models.sort_direction:SortDirection"), default=UNSET
    )
