"""The resource ``taobao.orders`` of PandaPon v1.

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
    from pandapon_async.pandapon_v1.models.order_line import OrderLine
    from pandapon_async.pandapon_v1.models.order_render_line import OrderRenderLine
    from pandapon_async.pandapon_v1.models.receiver import Receiver
    from pandapon_async.pandapon_v1.models.taobao_logistics_detail import TaobaoLogisticsDetail

__all__ = ["TaobaoOrders"]


class TaobaoOrders(Resource):
    """Orders on Taobao.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

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
        same seller_order_number are two orders.

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
            ``POST /open/order``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The response is not documented.
            Page "Create an order": doc-en.pandapon.com/api-263477610, doc-vnm.pandapon.com/api-250496533, date unknown.
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

    async def preview(
        self, *, order_line_list: Sequence[OrderRenderLine], receiver: Receiver, **options: Unpack[CallOptions]
    ) -> JsonValue:
        """Try out a Taobao order.

        Shows what an order would be like, without placing it.

        Args:
            order_line_list: Order lines, a JSON array serialised into a string on the wire.
            receiver: Delivery address, a JSON object serialised into a string on the wire.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /open/order/render``, signed in the headers.
            Read: retried when an attempt fails.
            The response is not documented.
            Page "Render an order before creating it": doc-vnm.pandapon.com/api-250496540, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_ORDERS_PREVIEW, {"order_line_list": order_line_list, "receiver": receiver}, options
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
            ``POST /open/order/updateWarehouse``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            Page "Modify the pre-warehouse information of the order": doc-en.pandapon.com/api-263477614, changed
            2025-02-24 06:52:49.
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
            ``POST /open/order/page/link/get``, signed in the headers.
            Read: retried when an attempt fails.
            Page "Get the IM link": doc-en.pandapon.com/api-263477616, date unknown.
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

    async def get_logistics(
        self, *, sub_purchase_order_id: str | int | Unset = UNSET, **options: Unpack[CallOptions]
    ) -> TaobaoLogisticsDetail | None:
        """Get the parcels of a Taobao sub-order.

        Returns parcels and the events on their way.

        Args:
            sub_purchase_order_id: Purchase sub-order id of the platform, not that of the whole order.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            Parcels of the sub-order.

        Note:
            ``GET /open/order/logistics/detail/get``, signed in the headers.
            Read: retried when an attempt fails.
            The response is partly documented.
            Page "Get logistics details": doc.pandapon.com/api-250313082, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_ORDERS_GET_LOGISTICS, {"sub_purchase_order_id": sub_purchase_order_id}, options
        )
