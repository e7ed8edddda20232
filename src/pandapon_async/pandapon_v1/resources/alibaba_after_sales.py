"""The resource ``alibaba.after_sales`` of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource
from pandapon_async._core.schema.unset import UNSET
from pandapon_async.pandapon_v1 import operations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.alibaba_refund_created import AlibabaRefundCreated
    from pandapon_async.pandapon_v1.models.alibaba_refund_info import AlibabaRefundInfo
    from pandapon_async.pandapon_v1.models.order_entry_count import OrderEntryCount
    from pandapon_async.pandapon_v1.models.return_goods_result import ReturnGoodsResult

__all__ = ["AlibabaAfterSales"]


class AlibabaAfterSales(Resource):
    """Refunds and returns on 1688.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def get(
        self, *, refund_id: str | int | Unset = UNSET, **options: Unpack[CallOptions]
    ) -> AlibabaRefundInfo | None:
        """Get a refund on 1688.

        Returns a refund with its state and amounts.

        Args:
            refund_id: Refund id.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The refund.

        Note:
            ``POST /alibaba/refund/info``, signed in the headers.
            Read: retried when an attempt fails.
            The response is partly documented.
            The response has the shape of com.alibaba.trade:alibaba.trade.refund.OpQueryOrderRefund, which the platform
            forwards; not confirmed.
            Page "Check the details of the after-sales order": doc.pandapon.com/api-250313117,
            doc-vnm.pandapon.com/api-250496578, date unknown.
        """
        return await self._caller.call(operations.ALIBABA_AFTER_SALES_GET, {"refund_id": refund_id}, options)

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
    ) -> AlibabaRefundCreated | None:
        """Ask for a refund on 1688.

        Nothing in the documentation makes this call repeatable.

        Args:
            order_id: 1688 order id.
            dispute_request: What is asked for; values not listed. 1688 knows refund and returnRefund.
            apply_payment: Amount asked back; unit not stated, fen at 1688.
            apply_carriage: Freight asked back; unit not stated, fen at 1688.
            apply_reason_id: Reason id, from the query of reasons.
            description: What happened, in words.
            goods_status: Where the goods are; values not listed. 1688 knows refundWaitSellerSend,
                refundWaitBuyerReceive, refundBuyerReceived, aftersaleBuyerNotReceived and aftersaleBuyerReceived.
            order_entry_ids: Sub-order ids.
            vouchers: Evidence, addresses of pictures.
            order_entry_count_list: Pieces of each sub-order.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            Id of the refund.

        Note:
            ``POST /alibaba/refund/detail/create``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            Page "Create a refund and return application": doc.pandapon.com/api-250313120,
            doc-en.pandapon.com/api-263477656, changed 2025-01-01 06:32:46.
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

    async def submit_return(
        self,
        *,
        logistics_company_no: str,
        freight_bill: str,
        refund_id: str | int | Unset = UNSET,
        description: str | None | Unset = UNSET,
        vouchers: Sequence[str] | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> ReturnGoodsResult | None:
        """Report the return parcel of a refund.

        Tells the seller carrier and waybill of what is sent back.

        Args:
            logistics_company_no: Number of the carrier, from the list of carriers.
            freight_bill: Waybill number.
            refund_id: Refund id, begins with TQ.
            description: Remark.
            vouchers: Evidence, addresses of pictures.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            Outcome.

        Note:
            ``POST /alibaba/refund/goods/return``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The response is not documented.
            The response has the shape of com.alibaba.trade:alibaba.trade.refund.returnGoods, which the platform
            forwards; not confirmed.
            Page "The buyer submits the refund information": doc-en.pandapon.com/api-263477657, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_AFTER_SALES_SUBMIT_RETURN,
            {
                "refund_id": refund_id,
                "logistics_company_no": logistics_company_no,
                "freight_bill": freight_bill,
                "description": description,
                "vouchers": vouchers,
            },
            options,
        )
