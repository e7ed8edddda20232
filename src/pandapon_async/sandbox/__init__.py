"""A local PandaPon for demos, tests and benchmarks.

    async with serve(Sandbox()) as running:
        ...  # call running.url with the demo credentials

It needs the extra ``sandbox``.
"""

from pandapon_async.sandbox.application import Sandbox
from pandapon_async.sandbox.faults.rules import FaultPlan, FaultRule, FaultSpecificationError, parse_faults
from pandapon_async.sandbox.http.authentication import (
    DEMO_ACCESS_KEY,
    DEMO_ACCESS_SECRET,
    DEMO_ACCOUNT,
    DEMO_USER_ID,
    Account,
)
from pandapon_async.sandbox.http.connection import DroppedConnectionError
from pandapon_async.sandbox.pushes.pushing import Push, Pushing, PushSettings, PushState
from pandapon_async.sandbox.server.serving import RunningSandbox, serve
from pandapon_async.sandbox.state.orders import Order
from pandapon_async.sandbox.state.reconciliation import Reconciliation

__all__ = [
    "DEMO_ACCESS_KEY",
    "DEMO_ACCESS_SECRET",
    "DEMO_ACCOUNT",
    "DEMO_USER_ID",
    "Account",
    "DroppedConnectionError",
    "FaultPlan",
    "FaultRule",
    "FaultSpecificationError",
    "Order",
    "Push",
    "PushSettings",
    "PushState",
    "Pushing",
    "Reconciliation",
    "RunningSandbox",
    "Sandbox",
    "parse_faults",
    "serve",
]
