"""The model TaobaoLogisticsDetail of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.pnm_logistics_detail import PnmLogisticsDetail

__all__ = ["TaobaoLogisticsDetail"]


@model
class TaobaoLogisticsDetail(Model):
    """Parcels of a Taobao sub-order.

    Attributes:
        purchase_order_outer_id: Taobao's own id of the sub-order.
        pnm_logistics_details: Parcels.
    """

    purchase_order_outer_id: str | None | Unset = wire_field("purchaseOrderOuterId", Id(), default=UNSET)
    pnm_logistics_details: list[PnmLogisticsDetail] | None | Unset = wire_field(
        "pnmLogisticsDetails",
        ListOf(Nested("pandapon_async.pandapon_v2.models.pnm_logistics_detail:PnmLogisticsDetail")),
        default=UNSET,
    )
