"""The model RefundOrderAggregate of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.purchase_order_line import PurchaseOrderLine
    from pandapon_async.pandapon_v2.models.refund_logistics import RefundLogistics
    from pandapon_async.pandapon_v2.models.refund_order import RefundOrder

__all__ = ["RefundOrderAggregate"]


@model
class RefundOrderAggregate(Model):
    """Data of a return order.

    Attributes:
        logistics: Parcel that goes back.
        refund_order: The return order itself.
        purchase_order_line: Order line that is returned.
    """

    logistics: RefundLogistics | None | Unset = wire_field(
        "logistics", Nested("pandapon_async.pandapon_v2.models.refund_logistics:RefundLogistics"), default=UNSET
    )
    refund_order: RefundOrder | None | Unset = wire_field(
        "refundOrder", Nested("pandapon_async.pandapon_v2.models.refund_order:RefundOrder"), default=UNSET
    )
    purchase_order_line: PurchaseOrderLine | None | Unset = wire_field(
        "purchaseOrderLine",
        Nested("pandapon_async.pandapon_v2.models.purchase_order_line:PurchaseOrderLine"),
        default=UNSET,
    )
