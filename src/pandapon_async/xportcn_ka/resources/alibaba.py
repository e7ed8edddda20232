"""The resource ``alibaba`` of Xportcn KA.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pandapon_async._core.call.resource import Resource

if TYPE_CHECKING:
    from pandapon_async.xportcn_ka.resources.alibaba_goods import AlibabaGoods
    from pandapon_async.xportcn_ka.resources.alibaba_orders import AlibabaOrders

__all__ = ["Alibaba"]


class Alibaba(Resource):
    """Resources below ``alibaba``."""

    @cached_property
    def goods(self) -> AlibabaGoods:
        """Products on 1688."""
        from pandapon_async.xportcn_ka.resources.alibaba_goods import AlibabaGoods

        return AlibabaGoods(self._caller)

    @cached_property
    def orders(self) -> AlibabaOrders:
        """Orders on 1688."""
        from pandapon_async.xportcn_ka.resources.alibaba_orders import AlibabaOrders

        return AlibabaOrders(self._caller)
