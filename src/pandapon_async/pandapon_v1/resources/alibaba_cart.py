"""The resource ``alibaba.cart`` of PandaPon v1.

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
    from pandapon_async.pandapon_v1.models.date_time import DateTime
    from pandapon_async.pandapon_v1.models.fast_adress import FastAdress
    from pandapon_async.pandapon_v1.models.order_preview import OrderPreview

__all__ = ["AlibabaCart"]


class AlibabaCart(Resource):
    """Shopping cart of 1688."""

    __slots__ = ()

    async def create_order(
        self,
        *,
        flow: str | None,
        cart_ids: Sequence[str | int] | None,
        message: str | None | Unset = UNSET,
        shop_promotion_id: str | None | Unset = UNSET,
        trade_type: str | None | Unset = UNSET,
        address_param: FastAdress | Unset = UNSET,
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
            platform_user_id: User id of the platform. On the wire: ``userId``.
            staff_name: Name of the employee who orders.
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
            ``POST /alibaba/cart/create/order``, signed in the headers.
            Write: never repeated where it may have been taken.
            The answer is not documented.
            Page "Create an order": doc-en.pandapon.com/api-263477662, date unknown.
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

    async def preview_order(
        self,
        *,
        cart_ids: Sequence[str | int],
        address_param: FastAdress | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> OrderPreview | None:
        """Preview an order from the 1688 cart.

        Shows what the orders would cost, without placing them.

        Args:
            cart_ids: Cart record ids.
            address_param: Delivery address.
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            What the orders would cost.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``POST /alibaba/cart/preview/order``, signed in the headers.
            Read: repeated where an attempt failed.
            The answer is not documented.
            The answer is typed after com.alibaba.trade:alibaba.createOrder.preview, which the platform forwards; not
            confirmed.
            Page "Preview the data interface before creating an order": doc.pandapon.com/api-250313128,
            doc-vnm.pandapon.com/api-250496591, date unknown.
        """
        return await self._caller.call(
            operations.ALIBABA_CART_PREVIEW_ORDER, {"address_param": address_param, "cart_ids": cart_ids}, options
        )

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
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            True when the quantity was changed.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.
            OutcomeUnknownError: It may have been done, or not: look before doing it again.

        Note:
            ``POST /alibaba/cart/edit-quantity``, signed in the headers.
            Write: never repeated where it may have been taken.
            Page "Edit the quantity of goods": doc.pandapon.com/api-250313129, date unknown.
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
