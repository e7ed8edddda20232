"""The model OrderBookingFreightResult of PandaPon v2.

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
    from pandapon_async.pandapon_v2.models.fee import Fee
    from pandapon_async.pandapon_v2.models.freight_sub_order import FreightSubOrder

__all__ = ["OrderBookingFreightResult"]


@model
class OrderBookingFreightResult(Model):
    """A booked international logistics order.

    Attributes:
        order_id: International logistics order id.
        order_fee: Total freight.
        sub_orders: One entry per shipment.
    """

    order_id: str | None | Unset = wire_field("orderId", Id(), default=UNSET, nullable=True)
    order_fee: Fee | None | Unset = wire_field(
        "orderFee", Nested("pandapon_async.pandapon_v2.models.fee:Fee"), default=UNSET
    )
    sub_orders: list[FreightSubOrder] | None | Unset = wire_field(
        "subOrders",
        ListOf(Nested("pandapon_async.pandapon_v2.models.freight_sub_order:FreightSubOrder")),
        default=UNSET,
        nullable=True,
    )
