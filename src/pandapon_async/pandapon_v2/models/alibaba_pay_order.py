"""The model AlibabaPayOrder of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["AlibabaPayOrder"]


@model
class AlibabaPayOrder(Model):
    """Outcome of a payment. The page of v2 prints orderId; the other fields are those of v1.

    Attributes:
        order_id: 1688 order id.
        protocol_pay_success: True where the order was paid at once under an agreement, going by the name.
        pay_url: Page of the cashier, where the order is still to be paid.
        cant_pay_order_list: Orders that cannot be paid.
    """

    order_id: str | None | Unset = wire_field("orderId", Id(), default=UNSET, nullable=True)
    protocol_pay_success: bool | None | Unset = wire_field("protocolPaySuccess", BOOLEAN, default=UNSET, nullable=True)
    pay_url: str | None | Unset = wire_field("payUrl", TEXT, default=UNSET, nullable=True)
    cant_pay_order_list: list[str] | None | Unset = wire_field(
        "cantPayOrderList", ListOf(Id("integer")), default=UNSET, nullable=True
    )
