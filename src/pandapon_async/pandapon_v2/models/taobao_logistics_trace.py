"""The model TaobaoLogisticsTrace of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["TaobaoLogisticsTrace"]


@model
class TaobaoLogisticsTrace(Model):
    """An event on the way of a parcel.

    Attributes:
        status_desc: State in words.
        province: Province.
        city: City.
        district: District.
        action: Kind of event; TMS_STATION_OUT and TMS_STATION_IN are known.
        facility_name: Facility.
        time: Time of the event; yyyy-MM-dd HH:mm:ss in the sample of v1.
        standard_desc: Text of the event. Wire name: ``standerdDesc``.
        status: State; TRANSPORT is known.
        next_city: City that comes next.
        next_node_name: Facility that comes next.
    """

    status_desc: str | None | Unset = wire_field("statusDesc", TEXT, default=UNSET, personal=True)
    province: str | None | Unset = wire_field("province", TEXT, default=UNSET, nullable=True)
    city: str | None | Unset = wire_field("city", TEXT, default=UNSET)
    district: str | None | Unset = wire_field("district", TEXT, default=UNSET, personal=True)
    action: str | None | Unset = wire_field("action", TEXT, default=UNSET)
    facility_name: str | None | Unset = wire_field("facilityName", TEXT, default=UNSET)
    time: str | None | Unset = wire_field("time", TEXT, default=UNSET)
    standard_desc: str | None | Unset = wire_field("standerdDesc", TEXT, default=UNSET, personal=True)
    status: str | None | Unset = wire_field("status", TEXT, default=UNSET)
    next_city: str | None | Unset = wire_field("nextCity", TEXT, default=UNSET, nullable=True)
    next_node_name: str | None | Unset = wire_field("nextNodeName", TEXT, default=UNSET, nullable=True)
