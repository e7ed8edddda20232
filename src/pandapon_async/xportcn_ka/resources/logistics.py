"""The resource ``logistics`` of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource
from pandapon_async._core.schema.unset import UNSET
from pandapon_async.xportcn_ka import operations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.xportcn_ka.models.freight_line_item import FreightLineItem
    from pandapon_async.xportcn_ka.models.logistic_info import LogisticInfo
    from pandapon_async.xportcn_ka.models.order_booking_freight_result import OrderBookingFreightResult
    from pandapon_async.xportcn_ka.models.receiver_address_to import ReceiverAddressTO
    from pandapon_async.xportcn_ka.models.tmall_order_info_to import TmallOrderInfoTO

__all__ = ["Logistics"]


class Logistics(Resource):
    """Warehouse and overseas logistics."""

    __slots__ = ()

    async def book_freight(
        self,
        *,
        render_id: str | int | Unset = UNSET,
        tmall_order_info: TmallOrderInfoTO | Unset = UNSET,
        receiver_address: ReceiverAddressTO | Unset = UNSET,
        line_items: Sequence[FreightLineItem] | Unset = UNSET,
        remark: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> OrderBookingFreightResult | None:
        """Book international freight for an order.

        Creates an international logistics order, which costs a fee. Nothing in the documentation makes this call
        repeatable.

        Args:
            render_id: Id of the freight preview that this booking follows.
            tmall_order_info: Order that the shipment belongs to.
            receiver_address: Overseas delivery address.
            line_items: Items to ship. Not visible on the page; from PandaPon v1.
            remark: Free text. Not visible on the page; from PandaPon v1.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The booked logistics order with its fee and shipments, typed after PandaPon v1; not confirmed.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.
            OutcomeUnknownError: It may have been done, or not: look before doing it again.

        Note:
            ``POST /open/pp/logistics/orderBookingFreight``, signed in the query.
            Write: never repeated where it may have been taken.
            The request is documented in part.
            The answer is not documented.
            Page "Create international logistics orders": doc-en-ka.xportcn.com/api-338074933, date unknown.
        """
        return await self._caller.call(
            operations.LOGISTICS_BOOK_FREIGHT,
            {
                "render_id": render_id,
                "tmall_order_info": tmall_order_info,
                "receiver_address": receiver_address,
                "line_items": line_items,
                "remark": remark,
            },
            options,
        )

    async def update_domestic_logistics(
        self,
        *,
        order_id: str | int | Unset = UNSET,
        tmall_order_id: str | int | Unset = UNSET,
        logistic_infos: Sequence[LogisticInfo] | Unset = UNSET,
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
            Page "Update domestic logistics information": doc-en-ka.xportcn.com/api-338074934, changed 2025-08-19
            06:50:46.
        """
        return await self._caller.call(
            operations.LOGISTICS_UPDATE_DOMESTIC_LOGISTICS,
            {"order_id": order_id, "tmall_order_id": tmall_order_id, "logistic_infos": logistic_infos},
            options,
        )
