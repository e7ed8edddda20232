"""The model CreditOrderDetailFromV2 of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["CreditOrderDetailFromV2"]


@model
class CreditOrderDetailFromV2(Model):
    """Credit purchase of an order.

    Attributes:
        pay_amount: Amount; unit not stated.
        create_time: When it was paid; format not documented.
        status: State; END is known.
        grace_period_end_time: No longer used.
        status_str: State in Chinese.
        rest_repay_amount: Still to repay; unit not stated.
        last_repay_time: When it was last repaid; format not documented.
        repay_source: What it is repaid from: KJPAY, OWN_FUNDS or INSTALLMENT_REPAY.
    """

    pay_amount: int | None | Unset = wire_field("payAmount", INTEGER, default=UNSET)
    create_time: str | None | Unset = wire_field("createTime", TEXT, default=UNSET)
    status: str | None | Unset = wire_field("status", TEXT, default=UNSET)
    grace_period_end_time: str | None | Unset = wire_field("gracePeriodEndTime", TEXT, default=UNSET, nullable=True)
    status_str: str | None | Unset = wire_field("statusStr", TEXT, default=UNSET)
    rest_repay_amount: int | None | Unset = wire_field("restRepayAmount", INTEGER, default=UNSET)
    last_repay_time: str | None | Unset = wire_field("lastRepayTime", TEXT, default=UNSET, nullable=True)
    repay_source: str | None | Unset = wire_field("repaySource", TEXT, default=UNSET, nullable=True)
