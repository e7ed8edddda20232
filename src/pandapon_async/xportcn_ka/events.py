"""Xportcn KA: message pushes.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import ClassVar, Final

import attrs

from pandapon_async._core.schema.events import Event, event
from pandapon_async.xportcn_ka.models.order_message import OrderMessage
from pandapon_async.xportcn_ka.models.refund_message import RefundMessage

__all__ = [
    "EVENTS",
    "OrderCancelled",
    "OrderCreated",
    "OrderPaid",
    "OrderPriceChanged",
    "OrderRefundChanged",
]


@event
class OrderCreated(Event):
    """An order was created.

    Attributes:
        body: Content of ``messageBody``; empty if that is not a JSON object.
    """

    type_name: ClassVar[str] = "ORDER_CREATE"
    surface: ClassVar[str] = "xportcn-ka"
    once: ClassVar[bool] = True
    body_class: ClassVar[type[OrderMessage]] = OrderMessage
    order_id_paths: ClassVar[tuple[str, ...]] = ("order_id",)

    body: OrderMessage = attrs.field(factory=OrderMessage)


@event
class OrderCancelled(Event):
    """An order was cancelled.

    The sample has a time of payment, although payStatus says that it is unpaid.

    Attributes:
        body: Content of ``messageBody``; empty if that is not a JSON object.
    """

    type_name: ClassVar[str] = "ORDER_CANCEL"
    surface: ClassVar[str] = "xportcn-ka"
    once: ClassVar[bool] = True
    body_class: ClassVar[type[OrderMessage]] = OrderMessage
    order_id_paths: ClassVar[tuple[str, ...]] = ("order_id",)

    body: OrderMessage = attrs.field(factory=OrderMessage)


@event
class OrderPaid(Event):
    """An order was paid.

    Attributes:
        body: Content of ``messageBody``; empty if that is not a JSON object.
    """

    type_name: ClassVar[str] = "ORDER_PAY_SUCCESS"
    surface: ClassVar[str] = "xportcn-ka"
    once: ClassVar[bool] = True
    body_class: ClassVar[type[OrderMessage]] = OrderMessage
    order_id_paths: ClassVar[tuple[str, ...]] = ("order_id",)

    body: OrderMessage = attrs.field(factory=OrderMessage)


@event
class OrderPriceChanged(Event):
    """The price of an order was changed.

    Attributes:
        body: Content of ``messageBody``; empty if that is not a JSON object.
    """

    type_name: ClassVar[str] = "ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"
    surface: ClassVar[str] = "xportcn-ka"
    once: ClassVar[bool] = False
    body_class: ClassVar[type[OrderMessage]] = OrderMessage
    order_id_paths: ClassVar[tuple[str, ...]] = ("order_id",)

    body: OrderMessage = attrs.field(factory=OrderMessage)


@event
class OrderRefundChanged(Event):
    """A refund of an order was asked for or changed.

    The documentation shows two fields of the body and says that there are more.

    Attributes:
        body: Content of ``messageBody``; empty if that is not a JSON object.
    """

    type_name: ClassVar[str] = "ORDER_BUYER_VIEW_ORDER_BUYER_REFUND"
    surface: ClassVar[str] = "xportcn-ka"
    once: ClassVar[bool] = False
    body_class: ClassVar[type[RefundMessage]] = RefundMessage
    order_id_paths: ClassVar[tuple[str, ...]] = ("order_id",)

    body: RefundMessage = attrs.field(factory=RefundMessage)


#: The class of each message type.
EVENTS: Final[dict[str, type[Event]]] = {
    "ORDER_CREATE": OrderCreated,
    "ORDER_CANCEL": OrderCancelled,
    "ORDER_PAY_SUCCESS": OrderPaid,
    "ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY": OrderPriceChanged,
    "ORDER_BUYER_VIEW_ORDER_BUYER_REFUND": OrderRefundChanged,
}
