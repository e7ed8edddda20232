"""The model TimeZone of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["TimeZone"]


@model
class TimeZone(Model):
    """A time zone.

    Attributes:
        id: Name of the zone. Wire name: ``ID``.
    """

    id: str | Unset = wire_field("ID", TEXT, default=UNSET)
