"""The model RefundRender of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.refund_order_template import RefundOrderTemplate

__all__ = ["RefundRender"]


@model
class RefundRender(Model):
    """What a return order may ask for.

    Attributes:
        refund_order_template: Choices and limits for the return order.
        distributor_id: Distributor id.
        currency: Currency code.
        sale_flag: True where a return may be opened.
    """

    refund_order_template: RefundOrderTemplate | None | Unset = wire_field(
        "refundOrderTemplate",
        Nested("pandapon_async.pandapon_v1.models.refund_order_template:RefundOrderTemplate"),
        default=UNSET,
    )
    distributor_id: str | None | Unset = wire_field("distributorId", Id(), default=UNSET)
    currency: str | None | Unset = wire_field("currency", TEXT, default=UNSET)
    sale_flag: bool | None | Unset = wire_field("saleFlag", BOOLEAN, default=UNSET)
