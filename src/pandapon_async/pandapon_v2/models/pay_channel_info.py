"""The model PayChannelInfo of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["PayChannelInfo"]


@model
class PayChannelInfo(Model):
    """A way to pay.

    Attributes:
        name: Code: alipay, or shegou for credit purchase.
        amount_limit: What can be paid with it. Unit: fen.
    """

    name: str | None | Unset = wire_field("name", TEXT, default=UNSET)
    amount_limit: int | None | Unset = wire_field("amountLimit", INTEGER, default=UNSET, nullable=True)
