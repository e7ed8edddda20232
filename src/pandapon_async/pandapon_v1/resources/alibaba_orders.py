"""The resource ``alibaba.orders`` of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

import builtins
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
    from pandapon_async.pandapon_v1.models.alibaba_order_list import AlibabaOrderList
    from pandapon_async.pandapon_v1.models.cargo_param import CargoParam
    from pandapon_async.pandapon_v1.models.order_logistics import OrderLogistics
    from pandapon_async.pandapon_v1.models.order_preview import OrderPreview
    from pandapon_async.pandapon_v1.models.pay_url_result import PayUrlResult
    from pandapon_async.pandapon_v1.models.receive_goods_result import ReceiveGoodsResult
    from pandapon_async.pandapon_v1.models.seller_cargo_param import SellerCargoParam

__all__ = ["AlibabaOrders"]


class AlibabaOrders(Resource):
    """Orders on 1688.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

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
            ``POST /alibaba/order/batch/submit/to/pay``, signed in the headers.
            Payment: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The response is not documented.
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
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            What the orders would cost.

        Note:
            ``POST /alibaba/order/create/previewbatch``, signed in the headers.
            Read: retried when an attempt fails.
            The response is not documented.
            The response has the shape of com.alibaba.trade:alibaba.createOrder.preview, which the platform forwards;
            not confirmed.
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
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /alibaba/order/batch/create``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The response is not documented.
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
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            What the order would cost.

        Note:
            ``POST /alibaba/order/create/preview``, signed in the headers.
            Read: retried when an attempt fails.
            The response is partly documented.
            The response has the shape of com.alibaba.trade:alibaba.createOrder.preview, which the platform forwards;
            not confirmed.
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
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /alibaba/order/create``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The response is not documented.
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
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            True when the order was cancelled.

        Note:
            ``POST /alibaba/order/cancel``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
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
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            How the order is paid.

        Note:
            ``GET /alibaba/order/pay/url``, signed in the headers.
            Payment: never sent again when the server may have received it; raises OutcomeUnknownError then.
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
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            Outcome.

        Note:
            ``POST /alibaba/order/receivegoods``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
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
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The order.

        Note:
            ``POST /alibaba/order/detail``, signed in the headers.
            Read: retried when an attempt fails.
            The response is not documented.
            The response has the shape of com.alibaba.trade:alibaba.trade.get.buyerView, which the platform forwards;
            not confirmed.
            Page "Get order details": doc-vnm.pandapon.com/api-250496569, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_ORDERS_GET, {"web_site": web_site, "order_id": order_id}, options
        )

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
            ``POST /alibaba/order/page``, signed in the headers.
            Read: retried when an attempt fails.
            The path is inferred from POST /v2/alibaba/order/page (alibaba.orders.list of pandapon-v2) by the rule
            v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP method; the
            request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths are allowed.
            The request is not documented.
            The response is not documented.
            The response has the shape of com.alibaba.trade:alibaba.trade.getBuyerOrderList, which the platform
            forwards; not confirmed.
            Page of the source operation: doc-th.pandapon.com/api-289190488, date unknown.
        """
        return await self._caller.call(operations.ALIBABA_ORDERS_LIST, {}, options)

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
            ``GET /alibaba/order/logistics``, signed in the headers.
            Read: retried when an attempt fails.
            The path is inferred from GET /v2/alibaba/order/logistics (alibaba.orders.get_logistics of pandapon-v2) by
            the rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP
            method; the request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths
            are allowed.
            Page of the source operation: doc-env2.pandapon.com, doc-cnv2.pandapon.com, changed 2025-04-25 06:10:31.
        """
        return await self._caller.call(operations.ALIBABA_ORDERS_GET_LOGISTICS, {"order_id": order_id}, options)
