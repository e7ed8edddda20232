"""The resource ``taobao.cart`` of PandaPon v1.

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
    from pandapon_async.pandapon_v1.models.order_address import OrderAddress
    from pandapon_async.pandapon_v1.models.sku_property import SkuProperty

__all__ = ["TaobaoCart"]


class TaobaoCart(Resource):
    """Shopping cart of Taobao.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def create_order(
        self,
        *,
        ids: Sequence[str | int] | Unset = UNSET,
        order_address: OrderAddress | Unset = UNSET,
        platform_user_id: str | int | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Order what lies in the Taobao cart.

        Places an order. Nothing in the documentation makes this call repeatable, and no number of the caller can be
        given.

        Args:
            ids: Cart record ids.
            order_address: Delivery address.
            platform_user_id: User id of the platform, the same as in the header user-id by its name. Wire name:
                ``userId``.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /open/cart/create/order``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The response is not documented.
            Page "Create an order": doc.pandapon.com/api-250313096, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_CART_CREATE_ORDER,
            {"ids": ids, "order_address": order_address, "platform_user_id": platform_user_id},
            options,
        )

    async def preview_order(
        self,
        *,
        ids: Sequence[str | int],
        order_address: OrderAddress,
        platform_user_id: str | int | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Try out an order from the Taobao cart.

        Shows what an order would be like, without placing it.

        Args:
            ids: Cart record ids.
            order_address: Delivery address.
            platform_user_id: User id of the platform. Wire name: ``userId``.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /open/cart/confirm/order``, signed in the headers.
            Read: retried when an attempt fails.
            The response is not documented.
            Page "Generate an order preview": doc-vnm.pandapon.com/api-250496560, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_CART_PREVIEW_ORDER,
            {"ids": ids, "order_address": order_address, "platform_user_id": platform_user_id},
            options,
        )

    async def add(
        self,
        *,
        mp_id: str | int,
        mp_sku_id: str | int,
        platform_user_id: str | int | None | Unset = UNSET,
        platform: int | None | Unset = UNSET,
        item_id: str | int | Unset = UNSET,
        sku_id: str | int | Unset = UNSET,
        item_title: str | Unset = UNSET,
        item_pic: str | Unset = UNSET,
        price: int | Unset = UNSET,
        promotion_price: int | None | Unset = UNSET,
        properties: Sequence[SkuProperty] | None | Unset = UNSET,
        quantity: int | Unset = UNSET,
        shop_id: str | int | Unset = UNSET,
        shop_name: str | Unset = UNSET,
        sku_quantity: int | None | Unset = UNSET,
        user_nick: str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Put an item into the Taobao cart.

        The caller sends the ids and what the item looks like; both come from the item query.

        Args:
            mp_id: Distribution product id.
            mp_sku_id: Distribution SKU id.
            platform_user_id: User id of the platform. Wire name: ``userId``.
            platform: Platform; 1 in the sample, values not listed.
            item_id: Taobao item id.
            sku_id: SKU id.
            item_title: Title of the item.
            item_pic: Address of its picture.
            price: Price; unit not stated.
            promotion_price: Price after promotion; unit not stated.
            properties: Attributes of the SKU, a JSON array serialised into a string on the wire.
            quantity: How many.
            shop_id: Shop id.
            shop_name: Name of the shop.
            sku_quantity: Stock of the SKU.
            user_nick: Nickname, as the item query returned it.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /open/cart/add``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The response is not documented.
            Page "Add a shopping cart": doc.pandapon.com/api-250313100, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_CART_ADD,
            {
                "platform_user_id": platform_user_id,
                "platform": platform,
                "item_id": item_id,
                "sku_id": sku_id,
                "item_title": item_title,
                "item_pic": item_pic,
                "mp_id": mp_id,
                "mp_sku_id": mp_sku_id,
                "price": price,
                "promotion_price": promotion_price,
                "properties": properties,
                "quantity": quantity,
                "shop_id": shop_id,
                "shop_name": shop_name,
                "sku_quantity": sku_quantity,
                "user_nick": user_nick,
            },
            options,
        )
