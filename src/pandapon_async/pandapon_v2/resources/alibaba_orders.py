"""The resource ``alibaba.orders`` of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource
from pandapon_async._core.schema.unset import UNSET
from pandapon_async.pandapon_v2 import operations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.address_param import AddressParam
    from pandapon_async.pandapon_v2.models.alibaba_order import AlibabaOrder
    from pandapon_async.pandapon_v2.models.alibaba_order_list import AlibabaOrderList
    from pandapon_async.pandapon_v2.models.alibaba_order_preview import AlibabaOrderPreview
    from pandapon_async.pandapon_v2.models.alibaba_pay_order import AlibabaPayOrder
    from pandapon_async.pandapon_v2.models.fast_address import FastAddress
    from pandapon_async.pandapon_v2.models.fast_cargo import FastCargo
    from pandapon_async.pandapon_v2.models.order_logistics import OrderLogistics
    from pandapon_async.pandapon_v2.models.order_preview_from_v1 import OrderPreviewFromV1
    from pandapon_async.pandapon_v2.models.receive_goods_result import ReceiveGoodsResult
    from pandapon_async.pandapon_v2.models.seller_cargo_param import SellerCargoParam

__all__ = ["AlibabaOrders"]


class AlibabaOrders(Resource):
    """Orders on 1688.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def create_for_sellers(
        self,
        *,
        flow: str,
        message: str | Unset = UNSET,
        shop_promotion_id: str | Unset = UNSET,
        trade_type: str | Unset = UNSET,
        address_param: FastAddress | Unset = UNSET,
        cargo_param_list: Sequence[FastCargo] | Unset = UNSET,
        platform_user_id: str | int | Unset = UNSET,
        staff_name: str | Unset = UNSET,
        platform_order: int | Unset = UNSET,
        transfer_account_imgs: str | Unset = UNSET,
        transfer_account_remark: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> builtins.list[AlibabaOrder]:
        """Create 1688 orders for goods of several sellers.

        Places one order for each seller. Nothing in the documentation makes this call repeatable, and there is no field
        for the caller's own order number.

        Args:
            flow: Order flow, general in the sample. 1688 also knows fenxiao, saleproxy, paired, boutiquefenxiao,
                boutiquepifa.
            message: Remark for the sellers.
            shop_promotion_id: Shop promotion, as the preview names it.
            trade_type: Way of settlement, as the preview names it.
            address_param: Delivery address.
            cargo_param_list: Goods; must not be empty.
            platform_user_id: User id; presumably that of the platform. Wire name: ``userId``.
            staff_name: Name of the employee who orders.
            platform_order: Channel that the order came through; values are not documented.
            transfer_account_imgs: Receipts of a bank transfer.
            transfer_account_remark: Remark on a bank transfer.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            One order for each seller.

        Note:
            ``POST /v2/alibaba/order/batch/create``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The response is partly documented.
            The response has the shape of com.alibaba.trade:alibaba.trade.get.buyerView, which the platform forwards;
            not confirmed.
            Page "Create order interface in batch (different merchants)": doc-cnv2.pandapon.com/api-288855706,
            doc-env2.pandapon.com/api-289121035, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_ORDERS_CREATE_FOR_SELLERS,
            {
                "flow": flow,
                "message": message,
                "shop_promotion_id": shop_promotion_id,
                "trade_type": trade_type,
                "address_param": address_param,
                "cargo_param_list": cargo_param_list,
                "platform_user_id": platform_user_id,
                "staff_name": staff_name,
                "platform_order": platform_order,
                "transfer_account_imgs": transfer_account_imgs,
                "transfer_account_remark": transfer_account_remark,
            },
            options,
        )

    async def get_logistics(
        self, *, order_id: str | int, **options: Unpack[CallOptions]
    ) -> builtins.list[OrderLogistics]:
        """Get the tracking information of a 1688 order.

        Returns the shipments of an order with their traces; an empty list where nothing was shipped.

        Args:
            order_id: 1688 order id.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            One entry per shipment.

        Note:
            ``GET /v2/alibaba/order/logistics``, signed in the headers.
            Read: retried when an attempt fails.
            Page "Obtain logistics tracking information": doc-env2.pandapon.com, doc-cnv2.pandapon.com, changed
            2025-04-25 06:10:31.
        """
        return await self._caller.call(operations.ALIBABA_ORDERS_GET_LOGISTICS, {"order_id": order_id}, options)

    async def list(self, **options: Unpack[CallOptions]) -> AlibabaOrderList | None:
        """List 1688 orders.

        The fields of its body are not documented, so this method sends none. Send them with ``client.request`` once
        they are known.

        Args:
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            Orders.

        Note:
            ``POST /v2/alibaba/order/page``, signed in the headers.
            Read: retried when an attempt fails.
            The request is not documented.
            The response is not documented.
            The response has the shape of com.alibaba.trade:alibaba.trade.getBuyerOrderList, which the platform
            forwards; not confirmed.
            Page "Order List": doc-th.pandapon.com/api-289190488, date unknown.
        """
        return await self._caller.call(operations.ALIBABA_ORDERS_LIST, {}, options)

    async def preview(
        self,
        *,
        address_param: FastAddress | Unset = UNSET,
        cargo_param_list: Sequence[FastCargo] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> AlibabaOrderPreview | None:
        """Preview a 1688 order.

        Returns prices, freight and promotions of the orders that would arise. Creates nothing.

        Args:
            address_param: Delivery address.
            cargo_param_list: Goods; must not be empty.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The preview.

        Note:
            ``POST /v2/alibaba/order/create/preview``, signed in the headers.
            Read: retried when an attempt fails.
            The response is not documented.
            The response has the shape of com.alibaba.trade:alibaba.createOrder.preview, which the platform forwards;
            not confirmed.
            Page "Preview data interface before creating an order": doc-cnv2.pandapon.com/api-288855709, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_ORDERS_PREVIEW,
            {"address_param": address_param, "cargo_param_list": cargo_param_list},
            options,
        )

    async def create(self, **options: Unpack[CallOptions]) -> JsonValue:
        """Create a 1688 order.

        The fields of its body are not documented, so this method sends none. Send them with ``client.request``, or use
        ``create_for_sellers``, whose fields are known.

        Args:
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /v2/alibaba/order/create``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The request is not documented.
            The response is not documented.
            Page "Create Order Interface": doc-th.pandapon.com/api-289190490, date unknown.
        """
        return await self._caller.call(operations.ALIBABA_ORDERS_CREATE, {}, options)

    async def cancel(
        self,
        *,
        web_site: str,
        order_id: str | int,
        cancel_reason: str | Unset = UNSET,
        remark: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> bool | None:
        """Cancel a 1688 order that is not paid.

        1688 cancels unpaid orders only, and not within ten seconds of their creation.

        Args:
            web_site: Site of the order, 1688 in the sample.
            order_id: 1688 order id.
            cancel_reason: Why, in free text. 1688 itself knows buyerCancel, sellerGoodsLack and other.
            remark: Remark.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            True when the order was cancelled.

        Note:
            ``POST /v2/alibaba/order/cancel``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            Page "Cancel order interface before payment": doc-cnv2.pandapon.com/api-288855711, changed 2025-04-24.
        """
        return await self._caller.call(
            operations.ALIBABA_ORDERS_CANCEL,
            {"web_site": web_site, "order_id": order_id, "cancel_reason": cancel_reason, "remark": remark},
            options,
        )

    async def pay(self, *, order_id: str | int, **options: Unpack[CallOptions]) -> AlibabaPayOrder | None:
        """Pay a 1688 order, or get the page to pay it on.

        May pay at once, although it is a GET: under an agreement the money moves with this call.

        Args:
            order_id: 1688 order id.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            Outcome of the payment.

        Note:
            ``GET /v2/alibaba/order/pay/url``, signed in the headers.
            Payment: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The response is partly documented.
            The response has the shape of com.alibaba.trade:alibaba.crossBorderPay.url.get, which the platform forwards;
            not confirmed.
            Page "Order payment": doc-env2.pandapon.com/api-289121041, date unknown.
        """
        return await self._caller.call(operations.ALIBABA_ORDERS_PAY, {"order_id": order_id}, options)

    async def pay_many(self, *, order_ids: Sequence[str | int], **options: Unpack[CallOptions]) -> JsonValue:
        """Pay several 1688 orders.

        Hands orders in for payment. No limit on their number is stated; the sample pays nine. Whether some may be paid
        and others not is not documented.

        Args:
            order_ids: 1688 order ids.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /v2/alibaba/order/batch/submit/to/pay``, signed in the headers.
            Payment: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The path is inferred from POST /alibaba/order/batch/submit/to/pay (alibaba.orders.pay_many of pandapon-v1)
            by the rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP
            method; the request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths
            are allowed.
            The response is not documented.
            Page of the source operation: doc-en.pandapon.com/api-263477643, date unknown.
        """
        return await self._caller.call(operations.ALIBABA_ORDERS_PAY_MANY, {"order_ids": order_ids}, options)

    async def preview_for_sellers(
        self,
        *,
        address_param: AddressParam,
        cargo_param_list: Sequence[SellerCargoParam],
        **options: Unpack[CallOptions],
    ) -> OrderPreviewFromV1 | None:
        """Preview 1688 orders from several sellers.

        Shows what the orders would cost, without placing them. The goods ids of the request are doubtful: v2 uses
        mapped goods ids where v1 uses the platforms' own.

        Args:
            address_param: Delivery address.
            cargo_param_list: Goods.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            What the orders would cost.

        Note:
            ``POST /v2/alibaba/order/create/previewbatch``, signed in the headers.
            Read: retried when an attempt fails.
            The path is inferred from POST /alibaba/order/create/previewbatch (alibaba.orders.preview_for_sellers of
            pandapon-v1) by the rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with
            the same HTTP method; the request fields are the same in 12 of 15. A call raises InferredPathError unless
            inferred paths are allowed.
            The response is not documented.
            The response has the shape of com.alibaba.trade:alibaba.createOrder.preview, which the platform forwards;
            not confirmed.
            Page of the source operation: doc-en.pandapon.com/api-263477644, doc-vnm.pandapon.com/api-250496574, date
            unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_ORDERS_PREVIEW_FOR_SELLERS,
            {"address_param": address_param, "cargo_param_list": cargo_param_list},
            options,
        )

    async def confirm_receipt(
        self,
        *,
        order_id: str | int | Unset = UNSET,
        order_entry_ids: Sequence[str | int] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> ReceiveGoodsResult | None:
        """Confirm the receipt of a 1688 order.

        Normally cannot be undone. The answer has a success flag of its own.

        Args:
            order_id: 1688 order id.
            order_entry_ids: Sub-order ids.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            Outcome.

        Note:
            ``POST /v2/alibaba/order/receivegoods``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The path is inferred from POST /alibaba/order/receivegoods (alibaba.orders.confirm_receipt of pandapon-v1)
            by the rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP
            method; the request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths
            are allowed.
            Page of the source operation: doc-en.pandapon.com/api-263477652, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_ORDERS_CONFIRM_RECEIPT,
            {"order_id": order_id, "order_entry_ids": order_entry_ids},
            options,
        )
