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
    from pandapon_async.pandapon_v2.models.price_range import PriceRange
    from pandapon_async.pandapon_v2.models.sku_property import SkuProperty

__all__ = ["TaobaoCart"]


class TaobaoCart(Resource):
    """Cart on Taobao."""

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
            platform_user_id: User id of the platform. On the wire: ``userId``.
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
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The answer is not documented; what comes in data is returned as it is.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.
            OutcomeUnknownError: It may have been done, or not: look before doing it again.

        Note:
            ``POST /v2/taobao/cart/add``, signed in the headers.
            Write: never repeated where it may have been taken.
            The answer is not documented.
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
