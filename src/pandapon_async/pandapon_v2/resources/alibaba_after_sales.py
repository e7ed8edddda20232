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
    from pandapon_async.pandapon_v2.models.alibaba_refund_created import AlibabaRefundCreated
    from pandapon_async.pandapon_v2.models.alibaba_refund_info import AlibabaRefundInfo
    from pandapon_async.pandapon_v2.models.order_entry_count import OrderEntryCount
    from pandapon_async.pandapon_v2.models.return_goods_result import ReturnGoodsResult

__all__ = ["AlibabaAfterSales"]


class AlibabaAfterSales(Resource):
    """Returns and refunds on 1688.

    ``docs/errors.md`` explains the errors that a call raises.
    """

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
    ) -> AlibabaRefundCreated | None:
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
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The refund that was opened.

        Note:
            ``POST /v2/alibaba/refund/detail/create``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
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
            ``POST /v2/alibaba/refund/info``, signed in the headers.
            Read: retried when an attempt fails.
            The path is inferred from POST /alibaba/refund/info (alibaba.after_sales.get of pandapon-v1) by the rule
            v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP method; the
            request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths are allowed.
            The response is partly documented.
            The response has the shape of com.alibaba.trade:alibaba.trade.refund.OpQueryOrderRefund, which the platform
            forwards; not confirmed.
            Page of the source operation: doc.pandapon.com/api-250313117, doc-vnm.pandapon.com/api-250496578, date
            unknown.
        """
        return await self._caller.call(operations.ALIBABA_AFTER_SALES_GET, {"refund_id": refund_id}, options)

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
            ``POST /v2/alibaba/refund/goods/return``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The path is inferred from POST /alibaba/refund/goods/return (alibaba.after_sales.submit_return of
            pandapon-v1) by the rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with
            the same HTTP method; the request fields are the same in 12 of 15. A call raises InferredPathError unless
            inferred paths are allowed.
            The response is not documented.
            The response has the shape of com.alibaba.trade:alibaba.trade.refund.returnGoods, which the platform
            forwards; not confirmed.
            Page of the source operation: doc-en.pandapon.com/api-263477657, date unknown.
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
