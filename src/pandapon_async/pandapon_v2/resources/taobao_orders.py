"""The resource ``taobao.orders`` of PandaPon v2.

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
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.pandapon_v2.models.order_line import OrderLine
    from pandapon_async.pandapon_v2.models.receiver import Receiver
    from pandapon_async.pandapon_v2.models.taobao_logistics_detail import TaobaoLogisticsDetail

__all__ = ["TaobaoOrders"]


class TaobaoOrders(Resource):
    """Orders on Taobao.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def get_logistics(
        self, *, sub_purchase_order_id: str | int, **options: Unpack[CallOptions]
    ) -> TaobaoLogisticsDetail | None:
        """Get the tracking information of a Taobao sub-order.

        Returns the parcels of a sub-order with their traces.

        Args:
            sub_purchase_order_id: Sub-order id of the platform; the id of the main order finds nothing.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            Parcels of the sub-order.

        Note:
            ``GET /v2/taobao/order/logistics/detail/get``, signed in the headers.
            Read: retried when an attempt fails.
            Page "Get logistics details": doc-cnv2.pandapon.com/api-288535324, changed 2025-04-24 07:41:55.
        """
        return await self._caller.call(
            operations.TAOBAO_ORDERS_GET_LOGISTICS, {"sub_purchase_order_id": sub_purchase_order_id}, options
        )

    async def create(
        self,
        *,
        purchase_amount: int,
        receiver: Receiver,
        order_line_list: Sequence[OrderLine],
        order_source: str | Unset = UNSET,
        seller_order_number: str | int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Create a Taobao order.

        Places one purchase order on Taobao. Nothing in the documentation makes this call repeatable: two calls with the
        same seller_order_number are two orders. The goods ids of the request are doubtful: v2 uses mapped goods ids
        where v1 uses the platforms' own.

        Args:
            purchase_amount: Budget for the purchase. Unit: fen.
            receiver: Delivery address, a JSON object serialised into a string on the wire.
            order_line_list: Order lines, a JSON array serialised into a string on the wire.
            order_source: Sales platform of the buyer; the sample says lazada.
            seller_order_number: The caller's own order number.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /v2/taobao/order``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The path is inferred from POST /open/order (taobao.orders.create of pandapon-v1) by the rule v1-v2: 16 of
            the 16 operations whose path both documentations print obey it, with the same HTTP method; the request
            fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths are allowed.
            The response is not documented.
            Page of the source operation: doc-en.pandapon.com/api-263477610, doc-vnm.pandapon.com/api-250496533, date
            unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_ORDERS_CREATE,
            {
                "purchase_amount": purchase_amount,
                "receiver": receiver,
                "order_line_list": order_line_list,
                "order_source": order_source,
                "seller_order_number": seller_order_number,
            },
            options,
        )

    async def update_warehouse(
        self, *, warehouse_address: str, warehouse_name: str, order_id: str | int, **options: Unpack[CallOptions]
    ) -> bool | None:
        """Change the forward warehouse of an order.

        Sets name and address of the warehouse that the goods are delivered to first.

        Args:
            warehouse_address: Address of the forward warehouse.
            warehouse_name: Name of the forward warehouse.
            order_id: Order id of the platform.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            True when the warehouse was changed.

        Note:
            ``POST /v2/taobao/order/updateWarehouse``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The path is inferred from POST /open/order/updateWarehouse (taobao.orders.update_warehouse of pandapon-v1)
            by the rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP
            method; the request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths
            are allowed.
            Page of the source operation: doc-en.pandapon.com/api-263477614, changed 2025-02-24 06:52:49.
        """
        return await self._caller.call(
            operations.TAOBAO_ORDERS_UPDATE_WAREHOUSE,
            {"warehouse_address": warehouse_address, "warehouse_name": warehouse_name, "order_id": order_id},
            options,
        )

    async def get_im_link(
        self,
        *,
        login_name: str | Unset = UNSET,
        password: str | Unset = UNSET,
        page_name: str | Unset = UNSET,
        page_param_map: str | Unset = UNSET,
        source_type: str | Unset = UNSET,
        biz_id: str | int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> str | None:
        """Get a link to a chat.

        Returns the address of a chat page. It holds a login token: treat it as a secret.

        Args:
            login_name: Login. Its sample value is a JSON text with sourceType and bizId.
            password: Password of the login.
            page_name: Page to open.
            page_param_map: Arguments of the page; form not stated.
            source_type: What the chat is about; item in the sample.
            biz_id: Id of it; an item id in the sample.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            Address of the chat page, with a login token in it.

        Note:
            ``POST /v2/taobao/order/page/link/get``, signed in the headers.
            Read: retried when an attempt fails.
            The path is inferred from POST /open/order/page/link/get (taobao.orders.get_im_link of pandapon-v1) by the
            rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP method;
            the request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths are
            allowed.
            Page of the source operation: doc-en.pandapon.com/api-263477616, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_ORDERS_GET_IM_LINK,
            {
                "login_name": login_name,
                "password": password,
                "page_name": page_name,
                "page_param_map": page_param_map,
                "source_type": source_type,
                "biz_id": biz_id,
            },
            options,
        )
