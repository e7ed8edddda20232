"""The model RefundReason of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["RefundReason"]


@model
class RefundReason(Model):
    """A reason for a return.

    Attributes:
        reason_desc: Reason in words.
        tips: Hint.
        reason_id: Reason id.
    """

    reason_desc: str | None | Unset = wire_field("reasonDesc", TEXT, default=UNSET)
    tips: str | None | Unset = wire_field("tips", TEXT, default=UNSET)
    reason_id: int | None | Unset = wire_field("reasonId", INTEGER, default=UNSET)
