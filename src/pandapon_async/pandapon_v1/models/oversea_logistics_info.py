"""The model OverseaLogisticsInfo of PandaPon v1.

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
    from pandapon_async.pandapon_v1.models.overseas_transport_address import OverseasTransportAddress

__all__ = ["OverseaLogisticsInfo"]


@model
class OverseaLogisticsInfo(Model):
    """Delivery of a 1688 order abroad.

    Attributes:
        overseas_transport_user_addr_info: Address abroad.
        overseas_logistics_ids: Waybill numbers abroad.
    """

    overseas_transport_user_addr_info: OverseasTransportAddress | None | Unset = wire_field(
        "overseasTransportUserAddrInfo",
        Nested("pandapon_async.pandapon_v1.models.overseas_transport_address:OverseasTransportAddress"),
        default=UNSET,
        nullable=True,
        personal=True,
    )
    overseas_logistics_ids: list[str] | None | Unset = wire_field(
        "overseasLogisticsIds", ListOf(TEXT), default=UNSET, nullable=True
    )
