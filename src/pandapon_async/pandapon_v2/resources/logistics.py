"""The resource ``logistics`` of PandaPon v2.

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
    from pandapon_async.pandapon_v2.models.freight_line_item import FreightLineItem
    from pandapon_async.pandapon_v2.models.freight_render_item import FreightRenderItem
    from pandapon_async.pandapon_v2.models.logistic_info import LogisticInfo
    from pandapon_async.pandapon_v2.models.order_booking_freight_result import OrderBookingFreightResult
    from pandapon_async.pandapon_v2.models.receiver_address import ReceiverAddress
    from pandapon_async.pandapon_v2.models.receiver_address_from_v1 import ReceiverAddressFromV1
    from pandapon_async.pandapon_v2.models.tmall_order_info import TmallOrderInfo

__all__ = ["Logistics"]


class Logistics(Resource):
    """Warehouse and overseas logistics.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def estimate_freight(
        self,
        *,
        item_id: str | int,
        sku_id: str | int,
        receiver_address: ReceiverAddress,
        quantity: int,
        currency: str,
        price: str,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Estimate the freight of one product abroad.

        Returns what shipping a product to an overseas address would cost.

        Args:
            item_id: Item id.
            sku_id: SKU id.
            receiver_address: Overseas delivery address.
            quantity: Pieces.
            currency: Currency code.
            price: Price; unit not stated.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /v2/open/pp/logistics/itemLogisticsPrice``, signed in the query.
            Read: retried when an attempt fails.
            The response is not documented.
            Page "Consult overseas freight estimate": doc-env2.pandapon.com/api-289121052, date unknown.
        """
        return await self._caller.call(
            operations.LOGISTICS_ESTIMATE_FREIGHT,
            {
                "item_id": item_id,
                "sku_id": sku_id,
                "receiver_address": receiver_address,
                "quantity": quantity,
                "currency": currency,
                "price": price,
            },
            options,
        )

    async def preview_freight(
        self,
        *,
        receiver_address: ReceiverAddress | Unset = UNSET,
        render_items: Sequence[FreightRenderItem] | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Preview the freight of an order abroad.

        Returns what shipping the items to an overseas address would cost. Books nothing.

        Args:
            receiver_address: Overseas delivery address.
            render_items: Items to quote freight for.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /v2/open/pp/logistics/orderRenderFreight``, signed in the query.
            Read: retried when an attempt fails.
            The response is not documented.
            Page "Order overseas freight preview": doc-env2.pandapon.com/api-289121053, date unknown.
        """
        return await self._caller.call(
            operations.LOGISTICS_PREVIEW_FREIGHT,
            {"receiver_address": receiver_address, "render_items": render_items},
            options,
        )

    async def update_domestic_logistics(
        self,
        *,
        order_id: str | int | None | Unset = UNSET,
        tmall_order_id: str | int | None | Unset = UNSET,
        logistic_infos: Sequence[LogisticInfo] | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Report the domestic parcels of an international shipment.

        Tells the warehouse which domestic parcels carry the items of a booked international shipment.

        Args:
            order_id: International logistics order id, as the booking returned it.
            tmall_order_id: Order reference of the booking.
            logistic_infos: Shipments, one per item.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            No content; data is null.

        Note:
            ``POST /v2/open/pp/logistics/updateLogisticInfo``, signed in the query.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The path is inferred from POST /open/pp/logistics/updateLogisticInfo (logistics.update_domestic_logistics of
            pandapon-v1) by the rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with
            the same HTTP method; the request fields are the same in 12 of 15. A call raises InferredPathError unless
            inferred paths are allowed.
            Page of the source operation: doc.pandapon.com/api-250313136, changed 2025-02-24 07:20:59.
        """
        return await self._caller.call(
            operations.LOGISTICS_UPDATE_DOMESTIC_LOGISTICS,
            {"order_id": order_id, "tmall_order_id": tmall_order_id, "logistic_infos": logistic_infos},
            options,
        )

    async def book_freight(
        self,
        *,
        render_id: str | int | None | Unset = UNSET,
        receiver_address: ReceiverAddressFromV1 | Unset = UNSET,
        line_items: Sequence[FreightLineItem] | None | Unset = UNSET,
        tmall_order_info: TmallOrderInfo | Unset = UNSET,
        remark: str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> OrderBookingFreightResult | None:
        """Book international freight for an order.

        Creates an international logistics order, which costs a fee. Nothing in the documentation makes this call
        repeatable.

        Args:
            render_id: Id of the freight preview that this booking follows.
            receiver_address: Overseas delivery address.
            line_items: Items to ship.
            tmall_order_info: Order that the shipment belongs to.
            remark: Free text.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The booked logistics order with its fee and shipments.

        Note:
            ``POST /v2/open/pp/logistics/orderBookingFreight``, signed in the query.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The path is inferred from POST /open/pp/logistics/orderBookingFreight (logistics.book_freight of
            pandapon-v1) by the rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with
            the same HTTP method; the request fields are the same in 12 of 15. A call raises InferredPathError unless
            inferred paths are allowed.
            Page of the source operation: doc.pandapon.com/api-250313137, changed 2025-02-24 07:21:19.
        """
        return await self._caller.call(
            operations.LOGISTICS_BOOK_FREIGHT,
            {
                "render_id": render_id,
                "receiver_address": receiver_address,
                "line_items": line_items,
                "tmall_order_info": tmall_order_info,
                "remark": remark,
            },
            options,
        )
