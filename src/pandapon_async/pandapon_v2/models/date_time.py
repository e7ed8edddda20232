"""The model DateTime of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.day_of_week import DayOfWeek
    from pandapon_async.pandapon_v2.models.time_zone import TimeZone

__all__ = ["DateTime"]


@model
class DateTime(Model):
    """A date as the server's own library writes it. It is probably not meant to be sent.

    Attributes:
        mutable: Whether the object can be changed.
        first_day_of_week: First day of a week.
        time_zone: Time zone.
        minimal_days_in_first_week: Days that make the first week of a year.
    """

    mutable: bool | None | Unset = wire_field("mutable", BOOLEAN, default=UNSET, nullable=True)
    first_day_of_week: DayOfWeek | str | None | Unset = wire_field(
        "firstDayOfWeek",
        OpenEnum("pandapon_async.pandapon_v2.models.day_of_week:DayOfWeek"),
        default=UNSET,
        nullable=True,
    )
    time_zone: TimeZone | Unset = wire_field(
        "timeZone", Nested("pandapon_async.pandapon_v2.models.time_zone:TimeZone"), default=UNSET
    )
    minimal_days_in_first_week: int | None | Unset = wire_field(
        "minimalDaysInFirstWeek", INTEGER, default=UNSET, nullable=True
    )
