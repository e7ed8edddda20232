"""The model PayChannelInfoFromV1 of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["PayChannelInfoFromV1"]


@model
class PayChannelInfoFromV1(Model):
    """A channel of payment.

    Attributes:
        name: Code; alipay is Alipay, shegou credit purchase.
        amount_limit: Amount that is available. Unit: fen.
    """

    name: str | None | Unset = wire_field("name", TEXT, default=UNSET)
    amount_limit: int | None | Unset = wire_field("amountLimit", INTEGER, default=UNSET, nullable=True)
