"""The resource ``alibaba`` of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource

if TYPE_CHECKING:
    from pandapon_async.pandapon_v1.resources.alibaba_after_sales import AlibabaAfterSales
    from pandapon_async.pandapon_v1.resources.alibaba_cart import AlibabaCart
    from pandapon_async.pandapon_v1.resources.alibaba_goods import AlibabaGoods
    from pandapon_async.pandapon_v1.resources.alibaba_orders import AlibabaOrders

__all__ = ["Alibaba"]


class Alibaba(Resource):
    """Resources below ``alibaba``."""

    @cached_property
    def goods(self) -> AlibabaGoods:
        """Products on 1688."""
        from pandapon_async.pandapon_v1.resources.alibaba_goods import AlibabaGoods

        return AlibabaGoods(self._caller)

    @cached_property
    def orders(self) -> AlibabaOrders:
        """Orders on 1688."""
        from pandapon_async.pandapon_v1.resources.alibaba_orders import AlibabaOrders

        return AlibabaOrders(self._caller)

    @cached_property
    def after_sales(self) -> AlibabaAfterSales:
        """Refunds and returns on 1688."""
        from pandapon_async.pandapon_v1.resources.alibaba_after_sales import AlibabaAfterSales

        return AlibabaAfterSales(self._caller)

    @cached_property
    def cart(self) -> AlibabaCart:
        """Shopping cart of 1688."""
        from pandapon_async.pandapon_v1.resources.alibaba_cart import AlibabaCart

        return AlibabaCart(self._caller)
