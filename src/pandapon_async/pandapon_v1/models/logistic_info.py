"""The model LogisticInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, ListOf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.domestic_logistic_info import DomesticLogisticInfo
    from pandapon_async.pandapon_v1.models.shipped_item import ShippedItem

__all__ = ["LogisticInfo"]


@model
class LogisticInfo(Model):
    """One item of an international shipment and the domestic parcels that carry it.

    Attributes:
        line_item: The item shipped.
        logistic_number: International waybill number. Wire name: ``logisticNumer``.
        domestic_logistic_info: Domestic parcels.
    """

    line_item: ShippedItem | Unset = wire_field(
        "lineItem", Nested("pandapon_async.pandapon_v1.models.shipped_item:ShippedItem"), default=UNSET
    )
    logistic_number: str | None | Unset = wire_field("logisticNumer", TEXT, default=UNSET, nullable=True)
    domestic_logistic_info: Sequence[DomesticLogisticInfo] | None | Unset = wire_field(
        "domesticLogisticInfo",
        ListOf(Nested("pandapon_async.pandapon_v1.models.domestic_logistic_info:DomesticLogisticInfo")),
        default=UNSET,
        nullable=True,
    )
