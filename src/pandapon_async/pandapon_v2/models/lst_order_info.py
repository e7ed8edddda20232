"""The model LstOrderInfo of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["LstOrderInfo"]


@model
class LstOrderInfo(Model):
    """Retail data of an order.

    Attributes:
        lst_warehouse_type: Whose warehouse: customer or cainiao.
    """

    lst_warehouse_type: str | None | Unset = wire_field("lstWarehouseType", TEXT, default=UNSET)
