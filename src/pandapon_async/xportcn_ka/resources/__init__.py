"""The resources of Xportcn KA, as lazily imported attributes of a client.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandapon_async._core.call.resource import Caller
    from pandapon_async.xportcn_ka.resources.addresses import Addresses
    from pandapon_async.xportcn_ka.resources.alibaba import Alibaba
    from pandapon_async.xportcn_ka.resources.im import Im
    from pandapon_async.xportcn_ka.resources.logistics import Logistics
    from pandapon_async.xportcn_ka.resources.wms import Wms

__all__ = ["XportcnKAResources"]


class XportcnKAResources:
    """Resources of Xportcn KA, a base class of its client."""

    @cached_property
    def logistics(self: Caller) -> Logistics:
        """Warehouse and overseas logistics."""
        from pandapon_async.xportcn_ka.resources.logistics import Logistics

        return Logistics(self)

    @cached_property
    def alibaba(self: Caller) -> Alibaba:
        """Resources below ``alibaba``."""
        from pandapon_async.xportcn_ka.resources.alibaba import Alibaba

        return Alibaba(self)

    @cached_property
    def im(self: Caller) -> Im:
        """Chat with sellers."""
        from pandapon_async.xportcn_ka.resources.im import Im

        return Im(self)

    @cached_property
    def wms(self: Caller) -> Wms:
        """Parcels in the warehouse."""
        from pandapon_async.xportcn_ka.resources.wms import Wms

        return Wms(self)

    @cached_property
    def addresses(self: Caller) -> Addresses:
        """Delivery addresses of the user."""
        from pandapon_async.xportcn_ka.resources.addresses import Addresses

        return Addresses(self)
