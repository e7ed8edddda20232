"""The model TaobaoLogisticsTrace of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_times import CHINA_TIME
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.times import ChinaTime
    from pandapon_async._core.schema.unset import Unset

__all__ = ["TaobaoLogisticsTrace"]


@model
class TaobaoLogisticsTrace(Model):
    """One event on the way of a parcel.

    Attributes:
        status_desc: State in Chinese words.
        province: Province; null in the sample.
        city: City.
        district: District.
        action: What happened; TMS_STATION_IN and TMS_STATION_OUT are known.
        facility_name: Station.
        time: When it happened.
        standard_desc: What happened, in words. Wire name: ``standerdDesc``.
        status: State; TRANSPORT is known.
        next_city: City that comes next; null in the sample.
        next_node_name: Station that comes next; null in the sample.
    """

    status_desc: str | None | Unset = wire_field("statusDesc", TEXT, default=UNSET)
    province: str | None | Unset = wire_field("province", TEXT, default=UNSET, nullable=True)
    city: str | None | Unset = wire_field("city", TEXT, default=UNSET)
    district: str | None | Unset = wire_field("district", TEXT, default=UNSET)
    action: str | None | Unset = wire_field("action", TEXT, default=UNSET)
    facility_name: str | None | Unset = wire_field("facilityName", TEXT, default=UNSET)
    time: ChinaTime | None | Unset = wire_field("time", CHINA_TIME, default=UNSET)
    standard_desc: str | None | Unset = wire_field("standerdDesc", TEXT, default=UNSET)
    status: str | None | Unset = wire_field("status", TEXT, default=UNSET)
    next_city: str | None | Unset = wire_field("nextCity", TEXT, default=UNSET, nullable=True)
    next_node_name: str | None | Unset = wire_field("nextNodeName", TEXT, default=UNSET, nullable=True)
