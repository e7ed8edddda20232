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
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async.xportcn_ka.models.freight_line_item import FreightLineItem
    from pandapon_async.xportcn_ka.models.freight_render_item import FreightRenderItem
    from pandapon_async.xportcn_ka.models.logistic_info import LogisticInfo
    from pandapon_async.xportcn_ka.models.order_booking_freight_result import OrderBookingFreightResult
    from pandapon_async.xportcn_ka.models.receiver_address import ReceiverAddress
    from pandapon_async.xportcn_ka.models.receiver_address_from_v1 import ReceiverAddressFromV1
    from pandapon_async.xportcn_ka.models.receiver_address_from_v2 import ReceiverAddressFromV2
    from pandapon_async.xportcn_ka.models.tmall_order_info import TmallOrderInfo

__all__ = ["Logistics"]


class Logistics(Resource):
    """Warehouse and overseas logistics.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def book_freight(
        self,
        *,
        render_id: str | int | Unset = UNSET,
        tmall_order_info: TmallOrderInfo | Unset = UNSET,
        receiver_address: ReceiverAddress | Unset = UNSET,
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
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The booked logistics order with its fee and shipments, typed after PandaPon v1; not confirmed.

        Note:
            ``POST /open/pp/logistics/orderBookingFreight``, signed in the query.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The request is partly documented.
            The response is not documented.
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
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            No content; data is null.

        Note:
            ``POST /open/pp/logistics/updateLogisticInfo``, signed in the query.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            Page "Update domestic logistics information": doc-en-ka.xportcn.com/api-338074934, changed 2025-08-19
            06:50:46.
        """
        return await self._caller.call(
            operations.LOGISTICS_UPDATE_DOMESTIC_LOGISTICS,
            {"order_id": order_id, "tmall_order_id": tmall_order_id, "logistic_infos": logistic_infos},
            options,
        )

    async def preview_freight(
        self,
        *,
        receiver_address: ReceiverAddressFromV1 | Unset = UNSET,
        render_items: Sequence[FreightRenderItem] | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Preview overseas freight for an order.

        Quotes the freight of items to an address. Its renderId is probably what the booking wants; the answer is not
        shown.

        Args:
            receiver_address: Overseas delivery address.
            render_items: Items to quote.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /open/pp/logistics/orderRenderFreight``, signed in the query.
            Read: retried when an attempt fails.
            The path is inferred from POST /open/pp/logistics/orderRenderFreight (logistics.preview_freight of
            pandapon-v1) by the rule v1-ka-logistics: 2 of 2 known operations obey it. A call raises InferredPathError
            unless inferred paths are allowed.
            The response is not documented.
            Page of the source operation: doc.pandapon.com/api-250313135, date unknown.
        """
        return await self._caller.call(
            operations.LOGISTICS_PREVIEW_FREIGHT,
            {"receiver_address": receiver_address, "render_items": render_items},
            options,
        )

    async def estimate_freight(
        self,
        *,
        item_id: str | int,
        sku_id: str | int,
        receiver_address: ReceiverAddressFromV2,
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
            ``POST /open/pp/logistics/itemLogisticsPrice``, signed in the query.
            Read: retried when an attempt fails.
            The path is inferred from POST /v2/open/pp/logistics/itemLogisticsPrice (logistics.estimate_freight of
            pandapon-v2) by the rule v1-ka-logistics: 2 of 2 known operations obey it. A call raises InferredPathError
            unless inferred paths are allowed.
            The response is not documented.
            Page of the source operation: doc-env2.pandapon.com/api-289121052, date unknown.
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
