"""The model RefundOrderAggregate of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.refund_logistics import RefundLogistics
    from pandapon_async.pandapon_v1.models.refund_order import RefundOrder
    from pandapon_async.pandapon_v1.models.refund_purchase_order_line import RefundPurchaseOrderLine

__all__ = ["RefundOrderAggregate"]


@model
class RefundOrderAggregate(Model):
    """The parts of a return order.

    Attributes:
        logistics: Shipment back to the seller.
        refund_order: The return order itself. From the v2 page.
        purchase_order_line: The line that is given back.
    """

    logistics: RefundLogistics | None | Unset = wire_field(
        "logistics", Nested("pandapon_async.pandapon_v1.models.refund_logistics:RefundLogistics"), default=UNSET
    )
    refund_order: RefundOrder | None | Unset = wire_field(
        "refundOrder", Nested("pandapon_async.pandapon_v1.models.refund_order:RefundOrder"), default=UNSET
    )
    purchase_order_line: RefundPurchaseOrderLine | None | Unset = wire_field(
        "purchaseOrderLine",
        Nested("pandapon_async.pandapon_v1.models.refund_purchase_order_line:RefundPurchaseOrderLine"),
        default=UNSET,
    )
