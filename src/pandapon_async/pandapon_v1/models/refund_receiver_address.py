"""The model RefundReceiverAddress of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["RefundReceiverAddress"]


@model
class RefundReceiverAddress(Model):
    """Where a return goes.

    Attributes:
        detail_address: Street address.
        phone: Phone.
        receiver: Recipient.
    """

    detail_address: str | None | Unset = wire_field("detailAddress", TEXT, default=UNSET, personal=True)
    phone: str | None | Unset = wire_field("phone", TEXT, default=UNSET, personal=True)
    receiver: str | None | Unset = wire_field("receiver", TEXT, default=UNSET, personal=True)
