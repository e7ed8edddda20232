"""The sandbox's records: orders of all kinds, carts, addresses and refunds.

Every record has an owner: one access key on one platform. PandaPon v1 and v2 are one platform and share their records;
Xportcn KA is a separate platform.
"""

from typing import TYPE_CHECKING

from pandapon_async.sandbox.state.addresses import AddressBook
from pandapon_async.sandbox.state.carts import Carts
from pandapon_async.sandbox.state.orders import OrderBook
from pandapon_async.sandbox.state.refunds import RefundBook

_PLATFORMS = {"xportcn-ka": "xportcn-ka"}
_SHARED_PLATFORM = "pandapon"


if TYPE_CHECKING:
    from pandapon_async.sandbox.state.goods import Goods


class State:
    """All records of a sandbox."""

    def __init__(self) -> None:
        self.orders = OrderBook()
        self.carts = Carts()
        self.addresses = AddressBook()
        self.refunds = RefundBook()
        self.goods: list[Goods] = []
        self._owners: dict[tuple[str, str], str] = {}

    def owner(self, access_key: str, surface: str) -> str:
        """Return the owner name of an account on the platform of a surface."""
        key = (access_key, surface)
        owner = self._owners.get(key)
        if owner is None:
            owner = self._owners[key] = f"{_PLATFORMS.get(surface, _SHARED_PLATFORM)}/{access_key}"
        return owner

    def clear(self) -> None:
        """Delete all records. Ids are never reused."""
        self.orders.clear()
        self.carts.clear()
        self.addresses.clear()
        self.refunds.clear()
        self.goods.clear()
