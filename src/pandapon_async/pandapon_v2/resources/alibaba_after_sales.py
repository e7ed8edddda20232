"""The resource ``alibaba.after_sales`` of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource
from pandapon_async._core.schema.unset import UNSET
from pandapon_async.pandapon_v2 import operations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.alibaba_refund_create_vo import AlibabaRefundCreateVO
    from pandapon_async.pandapon_v2.models.order_entry_count import OrderEntryCount

__all__ = ["AlibabaAfterSales"]


class AlibabaAfterSales(Resource):
    """Returns and refunds on 1688."""

    __slots__ = ()

    async def create(
        self,
        *,
        order_id: str | int,
        dispute_request: str,
        apply_payment: int,
        apply_carriage: int,
        apply_reason_id: int,
        description: str,
        goods_status: str,
        order_entry_ids: Sequence[str | int] | Unset = UNSET,
        vouchers: Sequence[str] | None | Unset = UNSET,
        order_entry_count_list: Sequence[OrderEntryCount] | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> AlibabaRefundCreateVO | None:
        """Ask for a refund of a 1688 order.

        Opens a refund, with or without sending the goods back.

        Args:
            order_id: 1688 order id.
            dispute_request: What is asked for. 1688 knows refund (money only) and returnRefund (goods go back).
            apply_payment: Amount asked back. Unit: fen (stated by 1688 only).
            apply_carriage: Freight asked back. Unit: fen (stated by 1688 only).
            apply_reason_id: Id of the reason, as the query for refund reasons returns it.
            description: Why, in free text; 2 to 150 characters on 1688.
            goods_status: State of the goods. 1688 knows refundWaitSellerSend, refundWaitBuyerReceive,
                refundBuyerReceived, aftersaleBuyerNotReceived, aftersaleBuyerReceived.
            order_entry_ids: Order line ids.
            vouchers: Addresses of evidence.
            order_entry_count_list: Quantities of the order lines.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The refund that was opened.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.
            OutcomeUnknownError: It may have been done, or not: look before doing it again.

        Note:
            ``POST /v2/alibaba/refund/detail/create``, signed in the headers.
            Write: never repeated where it may have been taken.
            Page "1688 Create refund return application": doc-cnv2.pandapon.com/api-288876782,
            doc-env2.pandapon.com/api-289121047, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_AFTER_SALES_CREATE,
            {
                "order_id": order_id,
                "order_entry_ids": order_entry_ids,
                "dispute_request": dispute_request,
                "apply_payment": apply_payment,
                "apply_carriage": apply_carriage,
                "apply_reason_id": apply_reason_id,
                "description": description,
                "goods_status": goods_status,
                "vouchers": vouchers,
                "order_entry_count_list": order_entry_count_list,
            },
            options,
        )
