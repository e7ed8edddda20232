"""The model Fee of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import DECIMAL_TEXT, TEXT

if TYPE_CHECKING:
    from decimal import Decimal

    from pandapon_async._core.schema.unset import Unset

__all__ = ["Fee"]


@model
class Fee(Model):
    """An amount of money.

    Attributes:
        amount: Amount as a decimal string, kept exact. Unit: major unit of the currency.
        currency: Currency code, USD in the sample.
    """

    amount: Decimal | None | Unset = wire_field("amount", DECIMAL_TEXT, default=UNSET)
    currency: str | None | Unset = wire_field("currency", TEXT, default=UNSET)
