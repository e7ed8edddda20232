"""The resources of PandaPon v1, as lazily imported attributes of a client.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandapon_async._core.call.resource import Caller
    from pandapon_async.pandapon_v1.resources.addresses import Addresses
    from pandapon_async.pandapon_v1.resources.alibaba import Alibaba
    from pandapon_async.pandapon_v1.resources.logistics import Logistics
    from pandapon_async.pandapon_v1.resources.taobao import Taobao

__all__ = ["PandaPonV1Resources"]


class PandaPonV1Resources:
    """Resources of PandaPon v1, a base class of its client."""

    @cached_property
    def taobao(self: Caller) -> Taobao:
        """Resources below ``taobao``."""
        from pandapon_async.pandapon_v1.resources.taobao import Taobao

        return Taobao(self)

    @cached_property
    def alibaba(self: Caller) -> Alibaba:
        """Resources below ``alibaba``."""
        from pandapon_async.pandapon_v1.resources.alibaba import Alibaba

        return Alibaba(self)

    @cached_property
    def addresses(self: Caller) -> Addresses:
        """Delivery addresses of the user."""
        from pandapon_async.pandapon_v1.resources.addresses import Addresses

        return Addresses(self)

    @cached_property
    def logistics(self: Caller) -> Logistics:
        """Warehouse and overseas logistics."""
        from pandapon_async.pandapon_v1.resources.logistics import Logistics

        return Logistics(self)
