"""The resource ``taobao.after_sales`` of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource
from pandapon_async._core.schema.unset import UNSET
from pandapon_async.pandapon_v2 import operations

if TYPE_CHECKING:
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.refund_render_vo import RefundRenderVO
    from pandapon_async.pandapon_v2.models.tao_bao_refund_order_detail_dto import TaoBaoRefundOrderDetailDTO

__all__ = ["TaobaoAfterSales"]


class TaobaoAfterSales(Resource):
    """Returns and refunds on Taobao."""

    __slots__ = ()

    async def preview(
        self,
        *,
        refund_type: int,
        goods_status: int,
        sub_order_id: str | int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> RefundRenderVO | None:
        """Preview the return of a Taobao sub-order.

        Returns the reasons to choose from and the bounds of the amount. Opens nothing.

        Args:
            refund_type: Kind of return; values are not documented.
            goods_status: State of the goods; values are not documented.
            sub_order_id: Sub-order id of the platform.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            Choices and limits for the return order.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``POST /v2/taobao/order/refund/render``, signed in the headers.
            Read: repeated where an attempt failed.
            The answer is documented in part.
            Page "Reverse order rendering interface": doc-cnv2.pandapon.com/api-288803028, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_AFTER_SALES_PREVIEW,
            {"sub_order_id": sub_order_id, "refund_type": refund_type, "goods_status": goods_status},
            options,
        )

    async def cancel(self, *, refund_id: str | int, **options: Unpack[CallOptions]) -> JsonValue:
        """Withdraw a return order.

        Changes state although it is a GET.

        Args:
            refund_id: Return order id.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The answer is not documented; what comes in data is returned as it is.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.
            OutcomeUnknownError: It may have been done, or not: look before doing it again.

        Note:
            ``GET /v2/taobao/order/refund/cancel/{refundId}``, signed in the headers.
            Write: never repeated where it may have been taken.
            The answer is not documented.
            Page "Reverse Order Cancellation": doc-env2.pandapon.com/api-289121008, date unknown.
        """
        return await self._caller.call(operations.TAOBAO_AFTER_SALES_CANCEL, {"refund_id": refund_id}, options)

    async def get(self, *, refund_id: str | int, **options: Unpack[CallOptions]) -> TaoBaoRefundOrderDetailDTO | None:
        """Get a return order.

        Returns a return order with its parcel and its order line.

        Args:
            refund_id: Return order id.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The return order.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``GET /v2/taobao/order/refund/query``, signed in the headers.
            Read: repeated where an attempt failed.
            The answer is documented in part.
            Page "Detailed interface of reverse order": doc-cnv2.pandapon.com/api-288803036,
            doc-th.pandapon.com/api-289190464, date unknown.
        """
        return await self._caller.call(operations.TAOBAO_AFTER_SALES_GET, {"refund_id": refund_id}, options)
