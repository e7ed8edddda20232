"""The parts of a sandbox that the application, the admin interface and the fault engine share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pandapon_async.sandbox.faults.log import FaultLog
from pandapon_async.sandbox.faults.rules import FaultRules
from pandapon_async.sandbox.http.authentication import Account, Authenticator
from pandapon_async.sandbox.pushes.pushing import Pushing
from pandapon_async.sandbox.state import State
from pandapon_async.sandbox.statistics import Statistics


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What the parts of one sandbox have in common. The application creates it.

    Attributes:
        accounts: The accounts that may call.
        clock: Wall time in seconds since the epoch.
        state: Orders, carts, addresses and refunds.
        faults: The fault rules in force.
        fault_log: The calls that met faults.
        pushing: The message pushes.
        statistics: Counts since the start or the last reset.
        authenticator: Checks signatures and remembers nonces.
    """

    accounts: list[Account]
    clock: Callable[[], float]
    state: State
    faults: FaultRules
    fault_log: FaultLog
    pushing: Pushing
    statistics: Statistics
    authenticator: Authenticator

    def summary(self) -> dict[str, Any]:
        """Return counts of calls, refusals and faults, and the number of records of each kind."""
        return {
            **self.statistics.to_json(),
            "orders": len(self.state.orders),
            "refunds": len(self.state.refunds),
            "cartRecords": len(self.state.carts),
            "addresses": len(self.state.addresses),
            "pushes": self.pushing.counts(),
            "nonces": self.authenticator.remembered_nonces,
        }

    def reset(self) -> None:
        """Delete all records, pushes, counts and used nonces. Fault rules stay in force."""
        self.state.clear()
        self.pushing.clear()
        self.statistics.clear()
        self.fault_log.clear()
        self.authenticator.forget_nonces()

    def add_account(self, account: Account) -> None:
        """Add an account.

        Raises:
            ValueError: its access key is taken.
        """
        self.authenticator.add(account)
        self.pushing.add_account(account)
        self.accounts.append(account)

    def remove_account(self, access_key: str) -> None:
        """Remove an account, its fault rules and its push address."""
        self.authenticator.remove(access_key)
        self.pushing.remove_account(access_key)
        self.faults.remove_account(access_key)
        self.accounts[:] = [account for account in self.accounts if account.access_key != access_key]
