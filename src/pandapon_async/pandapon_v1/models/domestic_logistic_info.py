"""The model DomesticLogisticInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_times import EPOCH_SECONDS_TEXT
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from datetime import datetime

    from pandapon_async._core.schema.unset import Unset

__all__ = ["DomesticLogisticInfo"]


@model
class DomesticLogisticInfo(Model):
    """A domestic parcel.

    Attributes:
        logistic_number: Domestic waybill number. Wire name: ``logisticNumer``.
        logistic_company_name: Carrier.
        rts_time: Time of shipping.
    """

    logistic_number: str | Unset = wire_field("logisticNumer", TEXT, default=UNSET)
    logistic_company_name: str | Unset = wire_field("logisticCompanyName", TEXT, default=UNSET)
    rts_time: str | datetime | Unset = wire_field("rtsTime", EPOCH_SECONDS_TEXT, default=UNSET)
