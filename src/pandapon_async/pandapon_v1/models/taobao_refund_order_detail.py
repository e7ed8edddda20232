"""The model TaobaoRefundOrderDetail of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.refund_order_aggregate import RefundOrderAggregate

__all__ = ["TaobaoRefundOrderDetail"]


@model
class TaobaoRefundOrderDetail(Model):
    """A return order on Taobao.

    Attributes:
        distributor_id: Distributor id.
        currency: Currency code, CNY in the sample.
        refund_order_aggregate: The return order; missing in the sample.
    """

    distributor_id: str | None | Unset = wire_field("distributorId", Id(), default=UNSET)
    currency: str | None | Unset = wire_field("currency", TEXT, default=UNSET)
    refund_order_aggregate: RefundOrderAggregate | None | Unset = wire_field(
        "refundOrderAggregate",
        Nested("pandapon_async.pandapon_v1.models.refund_order_aggregate:RefundOrderAggregate"),
        default=UNSET,
    )
