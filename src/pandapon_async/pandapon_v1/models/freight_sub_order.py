"""The model FreightSubOrder of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.freight_item_info import FreightItemInfo
    from pandapon_async.pandapon_v1.models.international_logistic_info import InternationalLogisticInfo

__all__ = ["FreightSubOrder"]


@model
class FreightSubOrder(Model):
    """One shipment of a logistics order.

    Attributes:
        item_infos: Items in the shipment.
        international_logistic_infos: Waybill of the shipment; an object in spite of its plural name.
    """

    item_infos: list[FreightItemInfo] | None | Unset = wire_field(
        "itemInfos",
        ListOf(Nested("pandapon_async.pandapon_v1.models.freight_item_info:FreightItemInfo")),
        default=UNSET,
    )
    international_logistic_infos: InternationalLogisticInfo | None | Unset = wire_field(
        "internationalLogisticInfos",
        Nested("pandapon_async.pandapon_v1.models.international_logistic_info:InternationalLogisticInfo"),
        default=UNSET,
    )
