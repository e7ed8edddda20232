"""The resource ``taobao.after_sales`` of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource
from pandapon_async._core.schema.unset import UNSET
from pandapon_async.pandapon_v1 import operations

if TYPE_CHECKING:
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.refund_cancel_result import RefundCancelResult
    from pandapon_async.pandapon_v1.models.tao_bao_refund_order_detail_dto import TaoBaoRefundOrderDetailDTO

__all__ = ["TaobaoAfterSales"]


class TaobaoAfterSales(Resource):
    """Return orders on Taobao."""

    __slots__ = ()

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
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The answer is not documented; what comes in data is returned as it is.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``POST /open/order/refund/queryList``, signed in the headers.
            Read: repeated where an attempt failed.
            The answer is not documented.
            Page "Reverse single list query": doc-vnm.pandapon.com/api-250496545, date unknown.
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

    async def cancel(self, *, refund_id: str | int, **options: Unpack[CallOptions]) -> RefundCancelResult | None:
        """Cancel a return order on Taobao.

        A GET that changes state. Marked as in development.

        Args:
            refund_id: Return order id.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The return order after its cancellation.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.
            OutcomeUnknownError: It may have been done, or not: look before doing it again.

        Note:
            ``GET /open/order/refund/cancel/{refundId}``, signed in the headers.
            Write: never repeated where it may have been taken.
            The answer is documented in part.
            Page "Reverse order cancellation": doc.pandapon.com/api-250313087, doc-vnm.pandapon.com/api-250496552, date
            unknown.
        """
        return await self._caller.call(operations.TAOBAO_AFTER_SALES_CANCEL, {"refund_id": refund_id}, options)

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
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            Declared an object whose content is not documented; what comes in data is returned as it is.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.
            OutcomeUnknownError: It may have been done, or not: look before doing it again.

        Note:
            ``POST /open/order/refund/submit/message``, signed in the headers.
            Write: never repeated where it may have been taken.
            The answer is not documented.
            Page "Submit a message in reverse": doc-en.pandapon.com/api-263477624, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_AFTER_SALES_SUBMIT_MESSAGE,
            {"refund_id": refund_id, "refund_message": refund_message, "refund_images": refund_images},
            options,
        )

    async def get(self, *, refund_id: str | int, **options: Unpack[CallOptions]) -> TaoBaoRefundOrderDetailDTO | None:
        """Get a return order on Taobao.

        Marked as in development.

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
            ``GET /open/order/refund/query``, signed in the headers.
            Read: repeated where an attempt failed.
            The answer is documented in part.
            Page "Reverse single query": doc-vnm.pandapon.com/api-250496551, date unknown.
        """
        return await self._caller.call(operations.TAOBAO_AFTER_SALES_GET, {"refund_id": refund_id}, options)
