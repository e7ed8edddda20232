"""The model OrderPreview of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.xportcn_ka.models.order_item import OrderItem

__all__ = ["OrderPreview"]


@model
class OrderPreview(Model):
    """Preview of one order.

    Attributes:
        sum_carriage: Freight. Unit: fen (inferred).
        sum_payment: Goods and freight. Unit: fen (inferred).
        sum_total_payment: Total. In the sample 161 above sumPayment; nothing says why. Unit: fen (inferred).
        sum_payment_no_carriage: Price of the goods without freight. Unit: fen (inferred).
        order_items: Lines. Wire name: ``orderItemTOList``.
    """

    sum_carriage: int | None | Unset = wire_field("sumCarriage", INTEGER, default=UNSET)
    sum_payment: int | None | Unset = wire_field("sumPayment", INTEGER, default=UNSET)
    sum_total_payment: int | None | Unset = wire_field("sumTotalPayment", INTEGER, default=UNSET)
    sum_payment_no_carriage: int | None | Unset = wire_field("sumPaymentNoCarriage", INTEGER, default=UNSET)
    order_items: list[OrderItem] | None | Unset = wire_field(
        "orderItemTOList", ListOf(Nested("pandapon_async.xportcn_ka.models.order_item:OrderItem")), default=UNSET
    )
