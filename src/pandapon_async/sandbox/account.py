"""One account of a shared sandbox, with everything that belongs to it alone."""

import secrets
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from pandapon_async.sandbox.faults.log import InjectedFault
from pandapon_async.sandbox.faults.parsing import FaultRule, parse_rule
from pandapon_async.sandbox.http.authentication import Account
from pandapon_async.sandbox.pushes.pushing import Push
from pandapon_async.sandbox.services import Services
from pandapon_async.sandbox.state.orders import Kind, Order
from pandapon_async.sandbox.state.reconciliation import Reconciliation, reconcile

if TYPE_CHECKING:
    from starlette.types import ASGIApp

_PLATFORM_OF_KIND = {Kind.KA: "xportcn-ka"}
_PLATFORM = "pandapon-v1"


def new_account() -> Account:
    """Return an account with random credentials."""
    return Account(
        access_key=secrets.token_hex(16),
        access_secret=secrets.token_hex(16),
        user_ids=(str(2_100_000_000_000 + secrets.randbelow(10**11)),),
    )


class SandboxAccount:
    """An account of a sandbox that other accounts share.

    Orders, carts, addresses, refunds, faults, pushes and the push address of an account are invisible to the others.

    Attributes:
        access_key: Access key.
        access_secret: Access secret.
        user_id: User id.
    """

    def __init__(self, services: Services, account: Account) -> None:
        self._services = services
        self.access_key = account.access_key
        self.access_secret = account.access_secret
        self.user_id = account.user_ids[0]

    def __repr__(self) -> str:
        return f"SandboxAccount({self.access_key!r})"

    @property
    def orders(self) -> list[Order]:
        """The orders of this account, of all kinds, oldest first."""
        owners = {self._owner(kind) for kind in Kind}
        orders = self._services.state.orders
        found = [order for kind in Kind for owner in owners for order in orders.of_kind(kind, owner)]
        return sorted(found, key=lambda order: order.serial)

    def reconcile(self, references: Iterable[str], kind: Kind = Kind.TAOBAO) -> Reconciliation:
        """Compare the orders of this account with the order numbers that a caller submitted.

        Args:
            references: The caller's own order numbers.
            kind: The kind of orders.
        """
        owners = {self._owner(kind)}
        if kind is Kind.FREIGHT:
            # Both platforms book freight.
            owners.add(self._owner(Kind.KA))
        return reconcile(self._services.state.orders, references, kind, owners)

    def add_fault(self, rule: FaultRule | str) -> int:
        """Put a fault rule in force for this account only, and return its number.

        Raises:
            FaultSpecificationError: the rule is invalid.
        """
        rule = parse_rule(rule) if isinstance(rule, str) else rule
        return self._services.faults.add(replace(rule, account=self.access_key))

    def unmatched_faults(self) -> list[FaultRule]:
        """Return the fault rules of this account that never applied."""
        return self._services.faults.unmatched(self.access_key)

    @property
    def injected_faults(self) -> list[InjectedFault]:
        """The calls of this account that met faults, oldest first."""
        return [entry for entry in self._services.fault_log if entry.account == self.access_key]

    @property
    def pushes(self) -> list[Push]:
        """The pushes of this account, oldest first."""
        return [push for push in self._services.pushing if push.access_key == self.access_key]

    def push_to(self, receiver: "str | ASGIApp | None") -> None:
        """Send the pushes of this account to an address or to an ASGI application in this process; None for neither.

        Raises:
            ValueError: the address is not an HTTP URL.
        """
        self._services.pushing.set_receiver(self.access_key, receiver)

    def remove(self) -> None:
        """Remove the account, its fault rules and its push address. Its orders stay, visible to nobody else."""
        self._services.remove_account(self.access_key)

    def _owner(self, kind: Kind) -> str:
        return self._services.state.owner(self.access_key, _PLATFORM_OF_KIND.get(kind, _PLATFORM))
