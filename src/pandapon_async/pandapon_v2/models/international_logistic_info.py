"""The model InternationalLogisticInfo of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["InternationalLogisticInfo"]


@model
class InternationalLogisticInfo(Model):
    """International waybill.

    Attributes:
        logistic_number: International waybill number. Wire name: ``logisticNumer``.
        logistic_company_name: Carrier.
        tracking_url: Page that tracks the shipment.
        logistic_type: Kind of carrier; UCS in the sample.
    """

    logistic_number: str | None | Unset = wire_field("logisticNumer", TEXT, default=UNSET)
    logistic_company_name: str | None | Unset = wire_field("logisticCompanyName", TEXT, default=UNSET)
    tracking_url: str | None | Unset = wire_field("trackingUrl", TEXT, default=UNSET)
    logistic_type: str | None | Unset = wire_field("logisticType", TEXT, default=UNSET)
