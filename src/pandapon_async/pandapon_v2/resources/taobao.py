"""The resource ``taobao`` of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource

if TYPE_CHECKING:
    from pandapon_async.pandapon_v2.resources.taobao_after_sales import TaobaoAfterSales
    from pandapon_async.pandapon_v2.resources.taobao_cart import TaobaoCart
    from pandapon_async.pandapon_v2.resources.taobao_goods import TaobaoGoods
    from pandapon_async.pandapon_v2.resources.taobao_orders import TaobaoOrders

__all__ = ["Taobao"]


class Taobao(Resource):
    """Resources below ``taobao``."""

    @cached_property
    def goods(self) -> TaobaoGoods:
        """Products on Taobao."""
        from pandapon_async.pandapon_v2.resources.taobao_goods import TaobaoGoods

        return TaobaoGoods(self._caller)

    @cached_property
    def orders(self) -> TaobaoOrders:
        """Orders on Taobao."""
        from pandapon_async.pandapon_v2.resources.taobao_orders import TaobaoOrders

        return TaobaoOrders(self._caller)

    @cached_property
    def cart(self) -> TaobaoCart:
        """Cart on Taobao."""
        from pandapon_async.pandapon_v2.resources.taobao_cart import TaobaoCart

        return TaobaoCart(self._caller)

    @cached_property
    def after_sales(self) -> TaobaoAfterSales:
        """Returns and refunds on Taobao."""
        from pandapon_async.pandapon_v2.resources.taobao_after_sales import TaobaoAfterSales

        return TaobaoAfterSales(self._caller)
