"""The model RefundMessage of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["RefundMessage"]


@model
class RefundMessage(Model):
    """A refund, as message pushes have it.

    Attributes:
        refund_id: Refund id; begins with TQ.
        order_id: Order id at 1688.
    """

    refund_id: str | None | Unset = wire_field("refundId", Id(), default=UNSET)
    order_id: str | None | Unset = wire_field("orderId", Id(), default=UNSET)
