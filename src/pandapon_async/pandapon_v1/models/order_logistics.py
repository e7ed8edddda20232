"""The model OrderLogistics of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, Id, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.logistics_step import LogisticsStep
    from pandapon_async.pandapon_v1.models.logistics_trace_node import LogisticsTraceNode

__all__ = ["OrderLogistics"]


@model
class OrderLogistics(Model):
    """A shipment of a 1688 order and its traces.

    Attributes:
        logistics_id: Shipment id.
        order_id: 1688 order id; a number here, a string in the query.
        logistics_bill_no: Waybill number.
        logistics_steps: Simple trace.
        trace_node_list: Detailed trace.
        logistics_status: State of the shipment. 1688 knows WAITACCEPT, CANCEL, ACCEPT, TRANSPORT, NOGET, SIGN and
            UNSIGN.
    """

    logistics_id: str | None | Unset = wire_field("logisticsId", Id(), default=UNSET)
    order_id: str | None | Unset = wire_field("orderId", Id("integer"), default=UNSET)
    logistics_bill_no: str | None | Unset = wire_field("logisticsBillNo", TEXT, default=UNSET)
    logistics_steps: list[LogisticsStep] | None | Unset = wire_field(
        "logisticsSteps",
        ListOf(Nested("pandapon_async.pandapon_v1.models.logistics_step:LogisticsStep")),
        default=UNSET,
    )
    trace_node_list: list[LogisticsTraceNode] | None | Unset = wire_field(
        "traceNodeList",
        ListOf(Nested("pandapon_async.pandapon_v1.models.logistics_trace_node:LogisticsTraceNode")),
        default=UNSET,
    )
    logistics_status: str | None | Unset = wire_field("logisticsStatus", TEXT, default=UNSET)
