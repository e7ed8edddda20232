"""The resource ``alibaba.cart`` of PandaPon v2.

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
    from pandapon_async.pandapon_v2.models.alibaba_cart import AlibabaCart
    from pandapon_async.pandapon_v2.models.date_time import DateTime
    from pandapon_async.pandapon_v2.models.fast_address_from_v1 import FastAddressFromV1
    from pandapon_async.pandapon_v2.models.order_preview import OrderPreview

__all__ = ["AlibabaCart"]


class AlibabaCart(Resource):
    """Cart on 1688.

    ``docs/errors.md`` explains the errors that a call raises.
    """

    __slots__ = ()

    async def list(self, **options: Unpack[CallOptions]) -> AlibabaCart | None:
        """List the 1688 cart.

        Returns everything in the cart, shop by shop. There are no pages.

        Args:
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The cart.

        Note:
            ``GET /v2/alibaba/cart/list``, signed in the headers.
            Read: retried when an attempt fails.
            Page "Shopping Cart List": doc-cnv2.pandapon.com/api-288837580, changed 2025-04-24 08:59:04.
        """
        return await self._caller.call(operations.ALIBABA_CART_LIST, {}, options)

    async def update_quantity(
        self,
        *,
        quantity: int | None | Unset = UNSET,
        id: str | int | None | Unset = UNSET,
        update_time: DateTime | Unset = UNSET,
        product_no: str | None | Unset = UNSET,
        container: str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> bool | None:
        """Change a quantity in the 1688 cart.

        Sets how many pieces of one cart record are wanted.

        Args:
            quantity: New quantity.
            id: Cart record id.
            update_time: Time of the change. Probably not meant to be sent.
            product_no: Product number.
            container: Container number.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            True when the quantity was changed.

        Note:
            ``POST /v2/alibaba/cart/edit-quantity``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The path is inferred from POST /alibaba/cart/edit-quantity (alibaba.cart.update_quantity of pandapon-v1) by
            the rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP
            method; the request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths
            are allowed.
            Page of the source operation: doc.pandapon.com/api-250313129, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_CART_UPDATE_QUANTITY,
            {
                "quantity": quantity,
                "id": id,
                "update_time": update_time,
                "product_no": product_no,
                "container": container,
            },
            options,
        )

    async def preview_order(
        self,
        *,
        cart_ids: Sequence[str | int],
        address_param: FastAddressFromV1 | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> OrderPreview | None:
        """Preview an order from the 1688 cart.

        Shows what the orders would cost, without placing them.

        Args:
            cart_ids: Cart record ids.
            address_param: Delivery address.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            What the orders would cost.

        Note:
            ``POST /v2/alibaba/cart/preview/order``, signed in the headers.
            Read: retried when an attempt fails.
            The path is inferred from POST /alibaba/cart/preview/order (alibaba.cart.preview_order of pandapon-v1) by
            the rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP
            method; the request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths
            are allowed.
            The response is not documented.
            The response has the shape of com.alibaba.trade:alibaba.createOrder.preview, which the platform forwards;
            not confirmed.
            Page of the source operation: doc.pandapon.com/api-250313128, doc-vnm.pandapon.com/api-250496591, date
            unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_CART_PREVIEW_ORDER, {"address_param": address_param, "cart_ids": cart_ids}, options
        )

    async def create_order(
        self,
        *,
        flow: str | None,
        cart_ids: Sequence[str | int] | None,
        message: str | None | Unset = UNSET,
        shop_promotion_id: str | None | Unset = UNSET,
        trade_type: str | None | Unset = UNSET,
        address_param: FastAddressFromV1 | Unset = UNSET,
        platform_user_id: str | int | None | Unset = UNSET,
        staff_name: str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Order what lies in the 1688 cart.

        Nothing in the documentation makes this call repeatable, and no number of the caller can be given.

        Args:
            flow: Code of the kind of order; general and fenxiaonew are known.
            cart_ids: Cart record ids.
            message: Remark on the order.
            shop_promotion_id: Promotion of the shop, from the preview.
            trade_type: Way of payment, from the preview.
            address_param: Delivery address.
            platform_user_id: User id of the platform. Wire name: ``userId``.
            staff_name: Name of the employee who orders.
            **options: Options of this call: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``,
                ``inferred``.

        Returns:
            The response is not documented; data is returned unchanged.

        Note:
            ``POST /v2/alibaba/cart/create/order``, signed in the headers.
            Write: never sent again when the server may have received it; raises OutcomeUnknownError then.
            The path is inferred from POST /alibaba/cart/create/order (alibaba.cart.create_order of pandapon-v1) by the
            rule v1-v2: 16 of the 16 operations whose path both documentations print obey it, with the same HTTP method;
            the request fields are the same in 12 of 15. A call raises InferredPathError unless inferred paths are
            allowed.
            The response is not documented.
            Page of the source operation: doc-en.pandapon.com/api-263477662, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_CART_CREATE_ORDER,
            {
                "flow": flow,
                "message": message,
                "shop_promotion_id": shop_promotion_id,
                "trade_type": trade_type,
                "address_param": address_param,
                "cart_ids": cart_ids,
                "platform_user_id": platform_user_id,
                "staff_name": staff_name,
            },
            options,
        )
