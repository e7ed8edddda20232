"""The model TradeTerm of PandaPon v1.

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
    from pandapon_async.pandapon_v1.models.trade_term_pay_status import TradeTermPayStatus
    from pandapon_async.pandapon_v1.models.trade_term_pay_way import TradeTermPayWay

__all__ = ["TradeTerm"]


@model
class TradeTerm(Model):
    """A stage of paying a 1688 order.

    Attributes:
        pay_status: State.
        pay_time: When it was paid.
        pay_way: How it was paid.
        phase_amount: Amount; unit not stated, yuan in the sample. Wire name: ``phasAmount``.
        phase: Id of the stage.
        phase_condition: Not used by 1688.
        phase_date: Not used by 1688.
        card_pay: Paid by bank card.
        express_pay: Paid by quick payment.
        pay_way_desc: How it was paid, in Chinese words.
    """

    pay_status: TradeTermPayStatus | str | None | Unset = wire_field(
        "payStatus",
        OpenEnum("pandapon_async.pandapon_v1.models.trade_term_pay_status:TradeTermPayStatus"),
        default=UNSET,
    )
    pay_time: str | None | Unset = wire_field("payTime", TEXT, default=UNSET, nullable=True)
    pay_way: TradeTermPayWay | str | None | Unset = wire_field(
        "payWay", OpenEnum("pandapon_async.pandapon_v1.models.trade_term_pay_way:TradeTermPayWay"), default=UNSET
    )
    phase_amount: float | None | Unset = wire_field("phasAmount", NUMBER, default=UNSET)
    phase: str | None | Unset = wire_field("phase", Id("integer"), default=UNSET)
    phase_condition: str | None | Unset = wire_field("phaseCondition", TEXT, default=UNSET, nullable=True)
    phase_date: str | None | Unset = wire_field("phaseDate", TEXT, default=UNSET, nullable=True)
    card_pay: bool | None | Unset = wire_field("cardPay", BOOLEAN, default=UNSET, nullable=True)
    express_pay: bool | None | Unset = wire_field("expressPay", BOOLEAN, default=UNSET, nullable=True)
    pay_way_desc: str | None | Unset = wire_field("payWayDesc", TEXT, default=UNSET, nullable=True)
