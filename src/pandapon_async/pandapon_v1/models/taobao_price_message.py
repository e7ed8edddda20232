"""The model TaobaoPriceMessage of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import OBJECT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.taobao_price_message_line import TaobaoPriceMessageLine

__all__ = ["TaobaoPriceMessage"]


@model
class TaobaoPriceMessage(Model):
    """A Taobao order whose price was changed, as message pushes have it.

    Attributes:
        sales_order_id: Order id at Taobao.
        sub_orders: Its sub-orders.
        purchase_order_price_dto: Price of the order; its fields are not documented. Wire name:
            ``purchaseOrderPriceDTO``.
    """

    sales_order_id: str | None | Unset = wire_field("salesOrderId", Id(), default=UNSET)
    sub_orders: list[TaobaoPriceMessageLine] | None | Unset = wire_field(
        "subOrders",
        ListOf(Nested("pandapon_async.pandapon_v1.models.taobao_price_message_line:TaobaoPriceMessageLine")),
        default=UNSET,
        nullable=True,
    )
    purchase_order_price_dto: JsonObject | None | Unset = wire_field(
        "purchaseOrderPriceDTO", OBJECT, default=UNSET, nullable=True
    )
