"""The model TmallOrderInfo of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["TmallOrderInfo"]


@model
class TmallOrderInfo(Model):
    """Order that a shipment belongs to.

    Attributes:
        tmall_order_id: Order reference.
    """

    tmall_order_id: str | int | Unset = wire_field("tmallOrderId", Id(), default=UNSET)
