"""The model AlibabaRefundCreated of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["AlibabaRefundCreated"]


@model
class AlibabaRefundCreated(Model):
    """A refund that was just asked for.

    Attributes:
        refund_id: Refund id.
    """

    refund_id: str | None | Unset = wire_field("refundId", Id(), default=UNSET, nullable=True)
