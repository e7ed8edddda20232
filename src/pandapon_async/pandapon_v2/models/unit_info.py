"""The model UnitInfo of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["UnitInfo"]


@model
class UnitInfo(Model):
    """What one piece of a product is called.

    Attributes:
        unit: In Chinese.
        trans_unit: In the language asked for.
    """

    unit: str | None | Unset = wire_field("unit", TEXT, default=UNSET)
    trans_unit: str | None | Unset = wire_field("transUnit", TEXT, default=UNSET)
