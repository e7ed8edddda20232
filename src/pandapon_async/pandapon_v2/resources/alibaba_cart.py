"""The resource ``alibaba.cart`` of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource
from pandapon_async.pandapon_v2 import operations

if TYPE_CHECKING:
    from typing import Unpack

    from pandapon_async._core.call.options import CallOptions
    from pandapon_async.pandapon_v2.models.alibaba_cart_v2vo import AlibabaCartV2VO

__all__ = ["AlibabaCart"]


class AlibabaCart(Resource):
    """Cart on 1688."""

    __slots__ = ()

    async def list(self, **options: Unpack[CallOptions]) -> AlibabaCartV2VO | None:
        """List the 1688 cart.

        Returns everything in the cart, shop by shop. There are no pages.

        Args:
            **options: For this call only: ``timeout``, ``deadline``, ``retry``, ``user_id``, ``headers``.

        Returns:
            The cart.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            TransportError: No answer came, and nothing was done.
            DecodeError: The answer is not what the documentation says.
            APIError: The server said no.

        Note:
            ``GET /v2/alibaba/cart/list``, signed in the headers.
            Read: repeated where an attempt failed.
            Page "Shopping Cart List": doc-cnv2.pandapon.com/api-288837580, changed 2025-04-24 08:59:04.
        """
        return await self._caller.call(operations.ALIBABA_CART_LIST, {}, options)
