"""The model PnmLogisticsDetail of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.logistics_goods import LogisticsGoods
    from pandapon_async.pandapon_v2.models.logistics_partner import LogisticsPartner
    from pandapon_async.pandapon_v2.models.logistics_receiver import LogisticsReceiver
    from pandapon_async.pandapon_v2.models.taobao_logistics_trace import TaobaoLogisticsTrace

__all__ = ["PnmLogisticsDetail"]


@model
class PnmLogisticsDetail(Model):
    """A parcel.

    Attributes:
        mail_no: Waybill number.
        logistics_traces: What happened on the way.
        logistics_partner: Carriers.
        receiver: Who gets the parcel.
        logistics_goods: What is inside.
    """

    mail_no: str | None | Unset = wire_field("mailNo", TEXT, default=UNSET)
    logistics_traces: list[TaobaoLogisticsTrace] | None | Unset = wire_field(
        "logisticsTraces",
        ListOf(Nested("pandapon_async.pandapon_v2.models.taobao_logistics_trace:TaobaoLogisticsTrace")),
        default=UNSET,
    )
    logistics_partner: list[LogisticsPartner] | None | Unset = wire_field(
        "logisticsPartner",
        ListOf(Nested("pandapon_async.pandapon_v2.models.logistics_partner:LogisticsPartner")),
        default=UNSET,
    )
    receiver: LogisticsReceiver | None | Unset = wire_field(
        "receiver",
        Nested("pandapon_async.pandapon_v2.models.logistics_receiver:LogisticsReceiver"),
        default=UNSET,
        personal=True,
    )
    logistics_goods: list[LogisticsGoods] | None | Unset = wire_field(
        "logisticsGoods",
        ListOf(Nested("pandapon_async.pandapon_v2.models.logistics_goods:LogisticsGoods")),
        default=UNSET,
    )
