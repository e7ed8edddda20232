"""A resolver that looks orders up in the sandbox's console, as a person does in the platform's.

No such look-up of the platform is documented: this is for tests and demonstrations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pandapon_async.orders.drafts.kinds import TaobaoOrder
from pandapon_async.orders.errors import OrdersError
from pandapon_async.orders.resolution.resolvers import NotCreated, ResolvedCreated, StillUnknown

if TYPE_CHECKING:
    import httpx

    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async.orders.drafts.draft import Draft
    from pandapon_async.orders.ledger.states import Entry
    from pandapon_async.orders.resolution.resolvers import Resolution

__all__ = ["SandboxConsole"]


class SandboxConsole:
    """Finds Taobao orders by the caller's own order number.

    Its answer is final only once the sandbox has finished every request that it was sent: give ``Ledger.resolve`` a
    ``quiet_period`` that is longer than the sandbox's latency, injected faults included.

    Args:
        client: With the sandbox's address as its base.
    """

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def __call__(self, draft: Draft, entry: Entry) -> Resolution:
        """Look a draft up."""
        if not isinstance(draft, TaobaoOrder):
            return StillUnknown("the sandbox's console shows Taobao orders only")
        answer = await self._client.get("/_sandbox/orders", params={"sellerOrderNumber": entry.key})
        found = cast("JsonObject", answer.raise_for_status().json())
        match found:
            case {"total": 0}:
                return NotCreated()
            case {"total": 1, "orders": [{"purchaseOrderId": str(order_id)}]}:
                return ResolvedCreated(order_id)
            case _:
                raise OrdersError(f"the sandbox has {found.get('total')} orders of the number {entry.key!r}")
