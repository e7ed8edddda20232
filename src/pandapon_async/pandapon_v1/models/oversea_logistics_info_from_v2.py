"""The model OverseaLogisticsInfoFromV2 of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.overseas_transport_user_addr_info import OverseasTransportUserAddrInfo

__all__ = ["OverseaLogisticsInfoFromV2"]


@model
class OverseaLogisticsInfoFromV2(Model):
    """Delivery abroad.

    Attributes:
        overseas_transport_user_addr_info: Where it goes.
        overseas_logistics_ids: Waybill numbers abroad.
    """

    overseas_transport_user_addr_info: OverseasTransportUserAddrInfo | None | Unset = wire_field(
        "overseasTransportUserAddrInfo",
        Nested("pandapon_async.pandapon_v1.models.overseas_transport_user_addr_info:OverseasTransportUserAddrInfo"),
        default=UNSET,
        nullable=True,
        personal=True,
    )
    overseas_logistics_ids: list[str] | None | Unset = wire_field(
        "overseasLogisticsIds", ListOf(Id()), default=UNSET, nullable=True
    )
