"""The resource ``logistics`` of PandaPon v1.

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
    from pandapon_async.pandapon_v1.models.freight_line_item import FreightLineItem
    from pandapon_async.pandapon_v1.models.freight_render_item import FreightRenderItem
    from pandapon_async.pandapon_v1.models.logistic_info import LogisticInfo
    from pandapon_async.pandapon_v1.models.order_booking_freight_result import OrderBookingFreightResult
    from pandapon_async.pandapon_v1.models.receiver_address_to import ReceiverAddressTO
    from pandapon_async.pandapon_v1.models.tmall_order_info_to import TmallOrderInfoTO

__all__ = ["Logistics"]


class Logistics(Resource):
    """Warehouse and overseas logistics."""

    __slots__ = ()

    async def preview_freight(
        self,
        *,
        receiver_address: ReceiverAddressTO | Unset = UNSET,
        render_items: Sequence[FreightRenderItem] | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Preview overseas freight for an order.

        Quotes the freight of items to an address. Its renderId is probably what the booking wants; the answer is not
        shown.

        Args:
            receiver_address: Overseas delivery address.
            render_items: Items to quote.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The answer is not documented; what comes in data is returned as it is.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``POST /open/pp/logistics/orderRenderFreight``, signed in the query.
            Read: repeated where an attempt failed.
            The answer is not documented.
            Page "Preview of overseas freight for orders": doc.pandapon.com/api-250313135, date unknown.
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
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            No content; data is null.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.
            OutcomeUnknownError: It may have been done, or not: look before doing it again.

        Note:
            ``POST /open/pp/logistics/updateLogisticInfo``, signed in the query.
            Write: never repeated where it may have been taken.
            Page "Update domestic logistics information": doc.pandapon.com/api-250313136, changed 2025-02-24 07:20:59.
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
        receiver_address: ReceiverAddressTO | Unset = UNSET,
        line_items: Sequence[FreightLineItem] | None | Unset = UNSET,
        tmall_order_info: TmallOrderInfoTO | Unset = UNSET,
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
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The booked logistics order with its fee and shipments.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.
            OutcomeUnknownError: It may have been done, or not: look before doing it again.

        Note:
            ``POST /open/pp/logistics/orderBookingFreight``, signed in the query.
            Write: never repeated where it may have been taken.
            Page "Create international logistics orders": doc.pandapon.com/api-250313137, changed 2025-02-24 07:21:19.
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
