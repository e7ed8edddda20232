"""What the sandbox remembers: orders of all kinds, carts, addresses and refunds.

Everything belongs to an owner: one access key on one platform. PandaPon v1 and v2 are one platform, so what was created
through one is seen through the other; Xportcn KA is a platform of its own.
"""

from pandapon_async.sandbox.state.addresses import AddressBook
from pandapon_async.sandbox.state.carts import Carts
from pandapon_async.sandbox.state.orders import OrderBook
from pandapon_async.sandbox.state.refunds import RefundBook

_PLATFORMS = {"xportcn-ka": "xportcn-ka"}
_SHARED_PLATFORM = "pandapon"


class State:
    """All that is remembered, one book per subject."""

    def __init__(self) -> None:
        self.orders = OrderBook()
        self.carts = Carts()
        self.addresses = AddressBook()
        self.refunds = RefundBook()
        self._owners: dict[tuple[str, str], str] = {}

    def owner(self, access_key: str, surface: str) -> str:
        """Return the name under which an account keeps its things on the platform of a surface."""
        key = (access_key, surface)
        owner = self._owners.get(key)
        if owner is None:
            owner = self._owners[key] = f"{_PLATFORMS.get(surface, _SHARED_PLATFORM)}/{access_key}"
        return owner

    def clear(self) -> None:
        """Forget everything. Ids are not given out again."""
        self.orders.clear()
        self.carts.clear()
        self.addresses.clear()
        self.refunds.clear()
