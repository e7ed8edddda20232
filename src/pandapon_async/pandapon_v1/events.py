"""PandaPon v1: message pushes.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import ClassVar, Final

import attrs

from pandapon_async._core.schema.events import Event, event
from pandapon_async.pandapon_v1.models.alibaba_order import AlibabaOrder
from pandapon_async.pandapon_v1.models.taobao_price_message import TaobaoPriceMessage

__all__ = [
    "EVENTS",
    "AlibabaOrderPriceChanged",
    "TaobaoOrderPriceChanged",
]


@event
class TaobaoOrderPriceChanged(Event):
    """The price of a Taobao order was changed.

    The page shows eight of 26 fields of a sub-order and nothing of purchaseOrderPriceDTO.

    Attributes:
        body: Content of ``messageBody``; empty if that is not a JSON object.
    """

    type_name: ClassVar[str] = "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"
    surface: ClassVar[str] = "pandapon-v1"
    once: ClassVar[bool] = False
    body_class: ClassVar[type[TaobaoPriceMessage]] = TaobaoPriceMessage
    order_id_paths: ClassVar[tuple[str, ...]] = ("sales_order_id",)

    body: TaobaoPriceMessage = attrs.field(factory=TaobaoPriceMessage)


@event
class AlibabaOrderPriceChanged(Event):
    """The price of a 1688 order was changed.

    The page names the parts of the order and nothing inside them; they are taken to be those of an order that is asked
    for. The example is made up.

    Attributes:
        body: Content of ``messageBody``; empty if that is not a JSON object.
    """

    type_name: ClassVar[str] = "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"
    surface: ClassVar[str] = "pandapon-v1"
    once: ClassVar[bool] = False
    body_class: ClassVar[type[AlibabaOrder]] = AlibabaOrder
    order_id_paths: ClassVar[tuple[str, ...]] = ("base_info.id_as_text", "base_info.id")

    body: AlibabaOrder = attrs.field(factory=AlibabaOrder)


#: The class of each message type.
EVENTS: Final[dict[str, type[Event]]] = {
    "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY": TaobaoOrderPriceChanged,
    "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY": AlibabaOrderPriceChanged,
}
