"""The model TradeTermFromV2 of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_types import BOOLEAN, NUMBER, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.order_pay_status import OrderPayStatus
    from pandapon_async.pandapon_v1.models.order_pay_way import OrderPayWay

__all__ = ["TradeTermFromV2"]


@model
class TradeTermFromV2(Model):
    """A payment of a 1688 order.

    Attributes:
        pay_status: State.
        pay_time: When it was paid; yyyyMMddHHmmssSSSZ on 1688.
        pay_way: Way of payment.
        phase_amount: Amount. Unit: yuan. Wire name: ``phasAmount``.
        phase: Id of the stage.
        phase_condition: Not used by 1688.
        phase_date: Not used by 1688.
        card_pay: True where it was paid by bank card.
        express_pay: True where it was paid by quick payment.
        pay_way_desc: Way of payment in Chinese.
    """

    pay_status: OrderPayStatus | str | None | Unset = wire_field(
        "payStatus", OpenEnum("pandapon_async.pandapon_v1.models.order_pay_status:OrderPayStatus"), default=UNSET
    )
    pay_time: str | None | Unset = wire_field("payTime", TEXT, default=UNSET, nullable=True)
    pay_way: OrderPayWay | str | None | Unset = wire_field(
        "payWay", OpenEnum("pandapon_async.pandapon_v1.models.order_pay_way:OrderPayWay"), default=UNSET
    )
    phase_amount: float | None | Unset = wire_field("phasAmount", NUMBER, default=UNSET)
    phase: str | None | Unset = wire_field("phase", Id("integer"), default=UNSET)
    phase_condition: str | None | Unset = wire_field("phaseCondition", TEXT, default=UNSET, nullable=True)
    phase_date: str | None | Unset = wire_field("phaseDate", TEXT, default=UNSET, nullable=True)
    card_pay: bool | None | Unset = wire_field("cardPay", BOOLEAN, default=UNSET, nullable=True)
    express_pay: bool | None | Unset = wire_field("expressPay", BOOLEAN, default=UNSET, nullable=True)
    pay_way_desc: str | None | Unset = wire_field("payWayDesc", TEXT, default=UNSET, nullable=True)
