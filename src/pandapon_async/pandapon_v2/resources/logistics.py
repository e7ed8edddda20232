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
    from pandapon_async.pandapon_v2.models.freight_render_item import FreightRenderItem
    from pandapon_async.pandapon_v2.models.receiver_address_to import ReceiverAddressTO

__all__ = ["Logistics"]


class Logistics(Resource):
    """Warehouse and overseas logistics."""

    __slots__ = ()

    async def estimate_freight(
        self,
        *,
        item_id: str | int,
        sku_id: str | int,
        receiver_address: ReceiverAddressTO,
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
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The answer is not documented; what comes in data is returned as it is.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``POST /v2/open/pp/logistics/itemLogisticsPrice``, signed in the query.
            Read: repeated where an attempt failed.
            The answer is not documented.
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
        receiver_address: ReceiverAddressTO | Unset = UNSET,
        render_items: Sequence[FreightRenderItem] | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Preview the freight of an order abroad.

        Returns what shipping the items to an overseas address would cost. Books nothing.

        Args:
            receiver_address: Overseas delivery address.
            render_items: Items to quote freight for.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The answer is not documented; what comes in data is returned as it is.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``POST /v2/open/pp/logistics/orderRenderFreight``, signed in the query.
            Read: repeated where an attempt failed.
            The answer is not documented.
            Page "Order overseas freight preview": doc-env2.pandapon.com/api-289121053, date unknown.
        """
        return await self._caller.call(
            operations.LOGISTICS_PREVIEW_FREIGHT,
            {"receiver_address": receiver_address, "render_items": render_items},
            options,
        )
