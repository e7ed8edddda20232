"""The resource ``taobao.orders`` of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource
from pandapon_async.pandapon_v2 import operations

if TYPE_CHECKING:
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async.pandapon_v2.models.tao_bao_logistics_detail_vo import TaoBaoLogisticsDetailVO

__all__ = ["TaobaoOrders"]


class TaobaoOrders(Resource):
    """Orders on Taobao."""

    __slots__ = ()

    async def get_logistics(
        self, *, sub_purchase_order_id: str | int, **options: Unpack[CallOptions]
    ) -> TaoBaoLogisticsDetailVO | None:
        """Get the tracking information of a Taobao sub-order.

        Returns the parcels of a sub-order with their traces.

        Args:
            sub_purchase_order_id: Sub-order id of the platform; the id of the main order finds nothing.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            Parcels of the sub-order.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``GET /v2/taobao/order/logistics/detail/get``, signed in the headers.
            Read: repeated where an attempt failed.
            Page "Get logistics details": doc-cnv2.pandapon.com/api-288535324, changed 2025-04-24 07:41:55.
        """
        return await self._caller.call(
            operations.TAOBAO_ORDERS_GET_LOGISTICS, {"sub_purchase_order_id": sub_purchase_order_id}, options
        )
