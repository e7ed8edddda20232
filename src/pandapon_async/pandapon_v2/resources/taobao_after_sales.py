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
    from pandapon_async.pandapon_v2.models.refund_render import RefundRender
    from pandapon_async.pandapon_v2.models.taobao_refund_order_detail import TaobaoRefundOrderDetail

__all__ = ["TaobaoAfterSales"]


class TaobaoAfterSales(Resource):
    """Returns and refunds on Taobao.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def preview(
        self,
        *,
        refund_type: int,
        goods_status: int,
        sub_order_id: str | int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> RefundRender | None:
        """Preview the return of a Taobao sub-order.

        Returns the reasons to choose from and the bounds of the amount. Opens nothing.

        Args:
            refund_type: Kind of return; values are not documented.
            goods_status: State of the goods; values are not documented.
            sub_order_id: Sub-order id of the platform.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            Choices and limits for the return order.

        Note:
            ``POST /v2/taobao/order/refund/render``, signed in the headers.
            Read: retried when an attempt fails.
            The response is partly documented.
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
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``GET /v2/taobao/order/refund/cancel/{refundId}``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The response is not documented.
            Page "Reverse Order Cancellation": doc-env2.pandapon.com/api-289121008, date unknown.
        """
        return await self._caller.call(operations.TAOBAO_AFTER_SALES_CANCEL, {"refund_id": refund_id}, options)

    async def get(self, *, refund_id: str | int, **options: Unpack[CallOptions]) -> TaobaoRefundOrderDetail | None:
        """Get a return order.

        Returns a return order with its parcel and its order line.

        Args:
            refund_id: Return order id.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The return order.

        Note:
            ``GET /v2/taobao/order/refund/query``, signed in the headers.
            Read: retried when an attempt fails.
            The response is partly documented.
            Page "Detailed interface of reverse order": doc-cnv2.pandapon.com/api-288803036,
            doc-th.pandapon.com/api-289190464, date unknown.
        """
        return await self._caller.call(operations.TAOBAO_AFTER_SALES_GET, {"refund_id": refund_id}, options)

    async def list(
        self,
        *,
        page_size: int,
        refund_id: str | int | Unset = UNSET,
        purchase_order_id: str | int | Unset = UNSET,
        sales_order_id: str | int | Unset = UNSET,
        refund_status: int | Unset = UNSET,
        refund_start_time: int | Unset = UNSET,
        refund_end_time: int | Unset = UNSET,
        page_no: int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """List return orders on Taobao.

        Finds return orders by number, state and time. Marked as in development.

        Args:
            page_size: Return orders on a page.
            refund_id: Return order id.
            purchase_order_id: Purchase order id of the platform.
            sales_order_id: Order number at Taobao.
            refund_status: State; values not listed on the page.
            refund_start_time: From this time on; unit not stated.
            refund_end_time: Up to this time; unit not stated.
            page_no: Number of the page, from 1.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /v2/taobao/order/refund/queryList``, signed in the headers.
            Read: retried when an attempt fails.
            The path is inferred from POST /open/order/refund/queryList (taobao.after_sales.list of pandapon-v1) by the
            rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP method;
            the request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths are
            allowed.
            The response is not documented.
            Page of the source operation: doc-vnm.pandapon.com/api-250496545, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_AFTER_SALES_LIST,
            {
                "refund_id": refund_id,
                "purchase_order_id": purchase_order_id,
                "sales_order_id": sales_order_id,
                "refund_status": refund_status,
                "refund_start_time": refund_start_time,
                "refund_end_time": refund_end_time,
                "page_no": page_no,
                "page_size": page_size,
            },
            options,
        )

    async def submit_message(
        self,
        *,
        refund_id: str | int | Unset = UNSET,
        refund_message: str | Unset = UNSET,
        refund_images: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Leave a message on a return order.

        Marked as in development.

        Args:
            refund_id: Return order id.
            refund_message: Text of the message.
            refund_images: Pictures, all in one text; how they are separated is not stated.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            Declared an object whose content is not documented; what comes in data is returned as it is.

        Note:
            ``POST /v2/taobao/order/refund/submit/message``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The path is inferred from POST /open/order/refund/submit/message (taobao.after_sales.submit_message of
            pandapon-v1) by the rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with
            the same HTTP method; the request fields are the same in 12 of 15. A call raises InferredPathError unless
            inferred paths are allowed.
            The response is not documented.
            Page of the source operation: doc-en.pandapon.com/api-263477624, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_AFTER_SALES_SUBMIT_MESSAGE,
            {"refund_id": refund_id, "refund_message": refund_message, "refund_images": refund_images},
            options,
        )
