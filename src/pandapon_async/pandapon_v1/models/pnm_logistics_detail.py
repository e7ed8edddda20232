"""The model PnmLogisticsDetail of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.logistics_goods import LogisticsGoods
    from pandapon_async.pandapon_v1.models.logistics_partner import LogisticsPartner
    from pandapon_async.pandapon_v1.models.logistics_receiver import LogisticsReceiver
    from pandapon_async.pandapon_v1.models.taobao_logistics_trace import TaobaoLogisticsTrace

__all__ = ["PnmLogisticsDetail"]


@model
class PnmLogisticsDetail(Model):
    """One parcel and its way.

    Attributes:
        mail_no: Waybill number.
        logistics_traces: Events on the way, latest first in the sample.
        logistics_partner: Carriers. From the v2 page.
        receiver: Recipient. From the v2 page.
        logistics_goods: Goods in the parcel. From the v2 page.
    """

    mail_no: str | None | Unset = wire_field("mailNo", TEXT, default=UNSET)
    logistics_traces: list[TaobaoLogisticsTrace] | None | Unset = wire_field(
        "logisticsTraces",
        ListOf(Nested("pandapon_async.pandapon_v1.models.taobao_logistics_trace:TaobaoLogisticsTrace")),
        default=UNSET,
    )
    logistics_partner: list[LogisticsPartner] | None | Unset = wire_field(
        "logisticsPartner",
        ListOf(Nested("pandapon_async.pandapon_v1.models.logistics_partner:LogisticsPartner")),
        default=UNSET,
    )
    receiver: LogisticsReceiver | None | Unset = wire_field(
        "receiver",
        Nested("pandapon_async.pandapon_v1.models.logistics_receiver:LogisticsReceiver"),
        default=UNSET,
        personal=True,
    )
    logistics_goods: list[LogisticsGoods] | None | Unset = wire_field(
        "logisticsGoods",
        ListOf(Nested("pandapon_async.pandapon_v1.models.logistics_goods:LogisticsGoods")),
        default=UNSET,
    )
