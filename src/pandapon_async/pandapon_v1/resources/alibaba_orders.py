"""The resource ``alibaba.orders`` of PandaPon v1.

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
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v1.models.address_param import AddressParam
    from pandapon_async.pandapon_v1.models.alibaba_order import AlibabaOrder
    from pandapon_async.pandapon_v1.models.cargo_param import CargoParam
    from pandapon_async.pandapon_v1.models.order_preview import OrderPreview
    from pandapon_async.pandapon_v1.models.pay_url_result import PayUrlResult
    from pandapon_async.pandapon_v1.models.receive_goods_result import ReceiveGoodsResult
    from pandapon_async.pandapon_v1.models.seller_cargo_param import SellerCargoParam

__all__ = ["AlibabaOrders"]


class AlibabaOrders(Resource):
    """Orders on 1688."""

    __slots__ = ()

    async def pay_many(self, *, order_ids: Sequence[str | int], **options: Unpack[CallOptions]) -> JsonValue:
        """Pay several 1688 orders.

        Hands orders in for payment. No limit on their number is stated; the sample pays nine. Whether some may be paid
        and others not is not documented.

        Args:
            order_ids: 1688 order ids.
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
            ``POST /alibaba/order/batch/submit/to/pay``, signed in the headers.
            Payment: never repeated where it may have been taken.
            The answer is not documented.
            Page "Developers submit and pay 1688 orders in bulk": doc-en.pandapon.com/api-263477643, date unknown.
        """
        return await self._caller.call(operations.ALIBABA_ORDERS_PAY_MANY, {"order_ids": order_ids}, options)

    async def preview_for_sellers(
        self,
        *,
        address_param: AddressParam,
        cargo_param_list: Sequence[SellerCargoParam],
        **options: Unpack[CallOptions],
    ) -> OrderPreview | None:
        """Preview 1688 orders from several sellers.

        Shows what the orders would cost, without placing them.

        Args:
            address_param: Delivery address.
            cargo_param_list: Goods.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            What the orders would cost.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``POST /alibaba/order/create/previewbatch``, signed in the headers.
            Read: repeated where an attempt failed.
            The answer is not documented.
            The answer is typed after com.alibaba.trade:alibaba.createOrder.preview, which the platform forwards; not
            confirmed.
            Page "Preview data before creating an order (batch different merchants)": doc-en.pandapon.com/api-263477644,
            doc-vnm.pandapon.com/api-250496574, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_ORDERS_PREVIEW_FOR_SELLERS,
            {"address_param": address_param, "cargo_param_list": cargo_param_list},
            options,
        )

    async def create_for_sellers(
        self,
        *,
        flow: str | None | Unset = UNSET,
        message: str | None | Unset = UNSET,
        shop_promotion_id: str | None | Unset = UNSET,
        trade_type: str | None | Unset = UNSET,
        address_param: AddressParam | Unset = UNSET,
        cargo_param_list: Sequence[SellerCargoParam] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Place 1688 orders with several sellers.

        Nothing in the documentation makes this call repeatable, and no number of the caller can be given.

        Args:
            flow: Code of the kind of order; general and fenxiaonew are known.
            message: Remark on the order.
            shop_promotion_id: Promotion of the shop, from the preview.
            trade_type: Way of payment, from the preview.
            address_param: Delivery address.
            cargo_param_list: Goods.
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
            ``POST /alibaba/order/batch/create``, signed in the headers.
            Write: never repeated where it may have been taken.
            The answer is not documented.
            Page "Create orders (different merchants)": doc-en.pandapon.com/api-263477645, date unknown.
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
            },
            options,
        )

    async def preview(
        self,
        *,
        address_param: AddressParam | Unset = UNSET,
        cargo_param_list: Sequence[CargoParam] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> OrderPreview | None:
        """Preview a 1688 order.

        Shows what an order would cost, without placing it. It may split into several.

        Args:
            address_param: Delivery address.
            cargo_param_list: Goods, all of one seller.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            What the order would cost.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``POST /alibaba/order/create/preview``, signed in the headers.
            Read: repeated where an attempt failed.
            The answer is documented in part.
            The answer is typed after com.alibaba.trade:alibaba.createOrder.preview, which the platform forwards; not
            confirmed.
            Page "Preview data before creating an order": doc.pandapon.com/api-250313112, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_ORDERS_PREVIEW,
            {"address_param": address_param, "cargo_param_list": cargo_param_list},
            options,
        )

    async def create(
        self,
        *,
        flow: str,
        address_param: AddressParam,
        cargo_param_list: Sequence[CargoParam],
        message: str | None | Unset = UNSET,
        shop_promotion_id: str | None | Unset = UNSET,
        trade_type: str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Place a 1688 order.

        Nothing in the documentation makes this call repeatable, and no number of the caller can be given.

        Args:
            flow: Code of the kind of order; general and fenxiaonew are known.
            address_param: Delivery address.
            cargo_param_list: Goods, all of one seller.
            message: Remark on the order.
            shop_promotion_id: Promotion of the shop, from the preview.
            trade_type: Way of payment, from the preview.
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
            ``POST /alibaba/order/create``, signed in the headers.
            Write: never repeated where it may have been taken.
            The answer is not documented.
            Page "Create an order": doc-vnm.pandapon.com/api-250496568, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_ORDERS_CREATE,
            {
                "flow": flow,
                "message": message,
                "shop_promotion_id": shop_promotion_id,
                "trade_type": trade_type,
                "address_param": address_param,
                "cargo_param_list": cargo_param_list,
            },
            options,
        )

    async def cancel(
        self,
        *,
        web_site: str,
        order_id: str | int,
        cancel_reason: str,
        remark: str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> bool | None:
        """Cancel a 1688 order that is not paid.

        Works before payment only.

        Args:
            web_site: Site of the order; 1688 in the sample of v2.
            order_id: 1688 order id.
            cancel_reason: Why, in words.
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
            ``POST /alibaba/order/cancel``, signed in the headers.
            Write: never repeated where it may have been taken.
            Page "Cancel the order before payment": doc-en.pandapon.com/api-263477650, changed 2025-02-24 07:12:54.
        """
        return await self._caller.call(
            operations.ALIBABA_ORDERS_CANCEL,
            {"web_site": web_site, "order_id": order_id, "cancel_reason": cancel_reason, "remark": remark},
            options,
        )

    async def pay(self, *, order_id: str | int | Unset = UNSET, **options: Unpack[CallOptions]) -> PayUrlResult | None:
        """Pay a 1688 order.

        A GET that may pay at once. Where it does not, it returns the page of the cashier.

        Args:
            order_id: 1688 order id.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            How the order is paid.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.
            OutcomeUnknownError: It may have been done, or not: look before doing it again.

        Note:
            ``GET /alibaba/order/pay/url``, signed in the headers.
            Payment: never repeated where it may have been taken.
            Page "Order payment": doc-en.pandapon.com/api-263477651, changed 2025-02-24 07:13:17.
        """
        return await self._caller.call(operations.ALIBABA_ORDERS_PAY, {"order_id": order_id}, options)

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
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            Outcome.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.
            OutcomeUnknownError: It may have been done, or not: look before doing it again.

        Note:
            ``POST /alibaba/order/receivegoods``, signed in the headers.
            Write: never repeated where it may have been taken.
            Page "The buyer confirms the receipt of goods": doc-en.pandapon.com/api-263477652, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_ORDERS_CONFIRM_RECEIPT,
            {"order_id": order_id, "order_entry_ids": order_entry_ids},
            options,
        )

    async def get(
        self, *, web_site: str, order_id: str | int | Unset = UNSET, **options: Unpack[CallOptions]
    ) -> AlibabaOrder | None:
        """Get a 1688 order.

        Returns an order with its lines, payments, people and shipments.

        Args:
            web_site: Site of the order; 1688 in the sample.
            order_id: 1688 order id.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The order.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``POST /alibaba/order/detail``, signed in the headers.
            Read: repeated where an attempt failed.
            The answer is not documented.
            The answer is typed after com.alibaba.trade:alibaba.trade.get.buyerView, which the platform forwards; not
            confirmed.
            Page "Get order details": doc-vnm.pandapon.com/api-250496569, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_ORDERS_GET, {"web_site": web_site, "order_id": order_id}, options
        )
