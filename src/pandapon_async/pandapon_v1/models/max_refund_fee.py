"""The model MaxRefundFee of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["MaxRefundFee"]


@model
class MaxRefundFee(Model):
    """Bounds of the amount of a refund.

    Attributes:
        min_refund_fee: Smallest amount; unit not stated.
        fee_tips: Hint on the amount.
        refund_fee: Largest amount, going by the name of the object; unit not stated.
        can_edit_refund_fee: True where the amount may be changed.
    """

    min_refund_fee: int | None | Unset = wire_field("minRefundFee", INTEGER, default=UNSET)
    fee_tips: str | None | Unset = wire_field("feeTips", TEXT, default=UNSET)
    refund_fee: int | None | Unset = wire_field("refundFee", INTEGER, default=UNSET)
    can_edit_refund_fee: bool | None | Unset = wire_field("canEditRefundFee", BOOLEAN, default=UNSET)
