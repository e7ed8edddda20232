"""The model LogisticsStep of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["LogisticsStep"]


@model
class LogisticsStep(Model):
    """A step of the simple trace.

    Attributes:
        accept_time: Time of the step; yyyy-MM-dd HH:mm:ss on 1688.
        remark: What happened; may name the courier and a phone number.
    """

    accept_time: str | None | Unset = wire_field("acceptTime", TEXT, default=UNSET)
    remark: str | None | Unset = wire_field("remark", TEXT, default=UNSET, personal=True)
