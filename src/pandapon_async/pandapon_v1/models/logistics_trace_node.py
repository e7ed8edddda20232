"""The model LogisticsTraceNode of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["LogisticsTraceNode"]


@model
class LogisticsTraceNode(Model):
    """A node of the detailed trace.

    Attributes:
        action: Kind of event; values are not documented.
        area_code: Code of the area.
        encrypt: Meaning not documented.
        accept_time: Time of the event; format not documented.
        remark: What happened; may name the courier and a phone number.
        facility_type: Kind of facility; values are not documented.
        facility_no: Facility number.
        facility_name: Facility name.
    """

    action: str | None | Unset = wire_field("action", TEXT, default=UNSET)
    area_code: str | None | Unset = wire_field("areaCode", TEXT, default=UNSET)
    encrypt: str | None | Unset = wire_field("encrypt", TEXT, default=UNSET)
    accept_time: str | None | Unset = wire_field("acceptTime", TEXT, default=UNSET)
    remark: str | None | Unset = wire_field("remark", TEXT, default=UNSET, personal=True)
    facility_type: str | None | Unset = wire_field("facilityType", TEXT, default=UNSET)
    facility_no: str | None | Unset = wire_field("facilityNo", TEXT, default=UNSET)
    facility_name: str | None | Unset = wire_field("facilityName", TEXT, default=UNSET)
