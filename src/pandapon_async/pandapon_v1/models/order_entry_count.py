"""The model OrderEntryCount of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OrderEntryCount"]


@model
class OrderEntryCount(Model):
    """How many pieces of a sub-order.

    Attributes:
        id: Sub-order id.
        count: Pieces bought in the sub-order.
    """

    id: str | int | None | Unset = wire_field("id", Id("integer"), default=UNSET, nullable=True)
    count: int | None | Unset = wire_field("count", INTEGER, default=UNSET, nullable=True)
