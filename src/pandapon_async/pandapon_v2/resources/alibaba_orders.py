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
    from pandapon_async.pandapon_v2.models.alibaba_order import AlibabaOrder
    from pandapon_async.pandapon_v2.models.alibaba_order_list import AlibabaOrderList
    from pandapon_async.pandapon_v2.models.alibaba_order_preview import AlibabaOrderPreview
    from pandapon_async.pandapon_v2.models.alibaba_pay_order_vo import AlibabaPayOrderVO
    from pandapon_async.pandapon_v2.models.fast_adress import FastAdress
    from pandapon_async.pandapon_v2.models.fast_cargo import FastCargo
    from pandapon_async.pandapon_v2.models.order_logistics import OrderLogistics

__all__ = ["AlibabaOrders"]


class AlibabaOrders(Resource):
    """Orders on 1688."""

    __slots__ = ()

    async def create_for_sellers(
        self,
        *,
        flow: str,
        message: str | Unset = UNSET,
        shop_promotion_id: str | Unset = UNSET,
        trade_type: str | Unset = UNSET,
        address_param: FastAdress | Unset = UNSET,
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
            platform_user_id: User id; presumably that of the platform. On the wire: ``userId``.
            staff_name: Name of the employee who orders.
            platform_order: Channel that the order came through; values are not documented.
            transfer_account_imgs: Receipts of a bank transfer.
            transfer_account_remark: Remark on a bank transfer.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            One order for each seller.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.
            OutcomeUnknownError: It may have been done, or not: look before doing it again.

        Note:
            ``POST /v2/alibaba/order/batch/create``, signed in the headers.
            Write: never repeated where it may have been taken.
            The answer is documented in part.
            The answer is typed after com.alibaba.trade:alibaba.trade.get.buyerView, which the platform forwards; not
            confirmed.
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
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            One entry per shipment.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``GET /v2/alibaba/order/logistics``, signed in the headers.
            Read: repeated where an attempt failed.
            Page "Obtain logistics tracking information": doc-env2.pandapon.com, doc-cnv2.pandapon.com, changed
            2025-04-25 06:10:31.
        """
        return await self._caller.call(operations.ALIBABA_ORDERS_GET_LOGISTICS, {"order_id": order_id}, options)

    async def list(self, **options: Unpack[CallOptions]) -> AlibabaOrderList | None:
        """List 1688 orders.

        The fields of its body are not documented, so this method sends none. Send them with ``client.request`` once
        they are known.

        Args:
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            Orders.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``POST /v2/alibaba/order/page``, signed in the headers.
            Read: repeated where an attempt failed.
            The request is not documented.
            The answer is not documented.
            The answer is typed after com.alibaba.trade:alibaba.trade.getBuyerOrderList, which the platform forwards;
            not confirmed.
            Page "Order List": doc-th.pandapon.com/api-289190488, date unknown.
        """
        return await self._caller.call(operations.ALIBABA_ORDERS_LIST, {}, options)

    async def preview(
        self,
        *,
        address_param: FastAdress | Unset = UNSET,
        cargo_param_list: Sequence[FastCargo] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> AlibabaOrderPreview | None:
        """Preview a 1688 order.

        Returns prices, freight and promotions of the orders that would arise. Creates nothing.

        Args:
            address_param: Delivery address.
            cargo_param_list: Goods; must not be empty.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The preview.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``POST /v2/alibaba/order/create/preview``, signed in the headers.
            Read: repeated where an attempt failed.
            The answer is not documented.
            The answer is typed after com.alibaba.trade:alibaba.createOrder.preview, which the platform forwards; not
            confirmed.
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
            ``POST /v2/alibaba/order/create``, signed in the headers.
            Write: never repeated where it may have been taken.
            The request is not documented.
            The answer is not documented.
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
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            True when the order was cancelled.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.
            OutcomeUnknownError: It may have been done, or not: look before doing it again.

        Note:
            ``POST /v2/alibaba/order/cancel``, signed in the headers.
            Write: never repeated where it may have been taken.
            Page "Cancel order interface before payment": doc-cnv2.pandapon.com/api-288855711, changed 2025-04-24.
        """
        return await self._caller.call(
            operations.ALIBABA_ORDERS_CANCEL,
            {"web_site": web_site, "order_id": order_id, "cancel_reason": cancel_reason, "remark": remark},
            options,
        )

    async def pay(self, *, order_id: str | int, **options: Unpack[CallOptions]) -> AlibabaPayOrderVO | None:
        """Pay a 1688 order, or get the page to pay it on.

        May pay at once, although it is a GET: under an agreement the money moves with this call.

        Args:
            order_id: 1688 order id.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            Outcome of the payment.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.
            OutcomeUnknownError: It may have been done, or not: look before doing it again.

        Note:
            ``GET /v2/alibaba/order/pay/url``, signed in the headers.
            Payment: never repeated where it may have been taken.
            The answer is documented in part.
            The answer is typed after com.alibaba.trade:alibaba.crossBorderPay.url.get, which the platform forwards; not
            confirmed.
            Page "Order payment": doc-env2.pandapon.com/api-289121041, date unknown.
        """
        return await self._caller.call(operations.ALIBABA_ORDERS_PAY, {"order_id": order_id}, options)
