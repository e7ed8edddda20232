"""The resource ``taobao.cart`` of PandaPon v2.

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
    from pandapon_async.pandapon_v2.models.order_address import OrderAddress
    from pandapon_async.pandapon_v2.models.price_range import PriceRange
    from pandapon_async.pandapon_v2.models.sku_property import SkuProperty

__all__ = ["TaobaoCart"]


class TaobaoCart(Resource):
    """Cart on Taobao.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def add(
        self,
        *,
        mp_id: str | int,
        mp_sku_id: str | int,
        platform_user_id: str | int | Unset = UNSET,
        platform: int | Unset = UNSET,
        item_map_id: str | int | Unset = UNSET,
        sku_id: str | int | Unset = UNSET,
        item_title: str | Unset = UNSET,
        item_pic: str | Unset = UNSET,
        price: int | Unset = UNSET,
        promotion_price: int | Unset = UNSET,
        properties: Sequence[SkuProperty] | Unset = UNSET,
        quantity: int | Unset = UNSET,
        shop_id: str | int | Unset = UNSET,
        ali_shop_id: str | int | Unset = UNSET,
        shop_name: str | Unset = UNSET,
        sku_quantity: int | Unset = UNSET,
        user_nick: str | Unset = UNSET,
        price_ranges: Sequence[PriceRange] | Unset = UNSET,
        quote_type: int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Put a Taobao product into the cart.

        The caller sends the whole product as it is shown to the buyer: ids, title, picture, prices.

        Args:
            mp_id: Distribution product id.
            mp_sku_id: Distribution SKU id.
            platform_user_id: User id of the platform. Wire name: ``userId``.
            platform: Platform; values are not documented, 1 in the sample of v1.
            item_map_id: Opaque item id.
            sku_id: SKU id.
            item_title: Title.
            item_pic: Address of the picture.
            price: Price; unit not stated.
            promotion_price: Price in the running promotion; unit not stated.
            properties: Attributes of the SKU, a JSON array serialised into a string on the wire.
            quantity: How many to buy.
            shop_id: Shop id.
            ali_shop_id: Shop id as text; the documentation does not tell it from shopId.
            shop_name: Shop.
            sku_quantity: Pieces of the SKU in stock.
            user_nick: Nickname.
            price_ranges: Prices by quantity.
            quote_type: Kind of pricing; values are not documented.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /v2/taobao/cart/add``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The response is not documented.
            Page "Add Cart Item": doc-env2.pandapon.com/api-289121002, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_CART_ADD,
            {
                "platform_user_id": platform_user_id,
                "platform": platform,
                "item_map_id": item_map_id,
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
                "ali_shop_id": ali_shop_id,
                "shop_name": shop_name,
                "sku_quantity": sku_quantity,
                "user_nick": user_nick,
                "price_ranges": price_ranges,
                "quote_type": quote_type,
            },
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
            ``POST /v2/taobao/cart/confirm/order``, signed in the headers.
            Read: retried when an attempt fails.
            The path is inferred from POST /open/cart/confirm/order (taobao.cart.preview_order of pandapon-v1) by the
            rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP method;
            the request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths are
            allowed.
            The response is not documented.
            Page of the source operation: doc-vnm.pandapon.com/api-250496560, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_CART_PREVIEW_ORDER,
            {"ids": ids, "order_address": order_address, "platform_user_id": platform_user_id},
            options,
        )

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
            ``POST /v2/taobao/cart/create/order``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The path is inferred from POST /open/cart/create/order (taobao.cart.create_order of pandapon-v1) by the rule
            v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP method; the
            request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths are allowed.
            The response is not documented.
            Page of the source operation: doc.pandapon.com/api-250313096, date unknown.
        """
        return await self._caller.call(
            operations.TAOBAO_CART_CREATE_ORDER,
            {"ids": ids, "order_address": order_address, "platform_user_id": platform_user_id},
            options,
        )
