"""A local PandaPon for demos, tests and benchmarks.

::

    async with serve(Sandbox()) as running:
        ...  # call running.url with the demo credentials

It needs the extra ``sandbox``. Names are imported when they are first used, so :mod:`pandapon_async.sandbox.faults` can
be imported without the server.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandapon_async.sandbox import faults
    from pandapon_async.sandbox.account import SandboxAccount
    from pandapon_async.sandbox.application import Sandbox
    from pandapon_async.sandbox.clock import MovableClock
    from pandapon_async.sandbox.faults.log import InjectedFault
    from pandapon_async.sandbox.faults.parsing import FaultRule, parse_faults
    from pandapon_async.sandbox.faults.plan import FaultPlan, FaultSpecificationError
    from pandapon_async.sandbox.http.authentication import (
        DEMO_ACCESS_KEY,
        DEMO_ACCESS_SECRET,
        DEMO_ACCOUNT,
        DEMO_USER_ID,
        Account,
    )
    from pandapon_async.sandbox.http.connection import DroppedConnectionError
    from pandapon_async.sandbox.pushes.pushing import Push, Pushing, PushSettings, PushState
    from pandapon_async.sandbox.seed import seed
    from pandapon_async.sandbox.server.serving import RunningSandbox, serve
    from pandapon_async.sandbox.specification.documents import read_document
    from pandapon_async.sandbox.specification.merging import merged_document
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
    "InjectedFault",
    "MovableClock",
    "Order",
    "Push",
    "PushSettings",
    "PushState",
    "Pushing",
    "Reconciliation",
    "RunningSandbox",
    "Sandbox",
    "SandboxAccount",
    "faults",
    "merged_document",
    "parse_faults",
    "read_document",
    "seed",
    "serve",
]

_MODULES = {
    "account": ("SandboxAccount",),
    "application": ("Sandbox",),
    "clock": ("MovableClock",),
    "faults.log": ("InjectedFault",),
    "faults.parsing": ("FaultRule", "parse_faults"),
    "faults.plan": ("FaultPlan", "FaultSpecificationError"),
    "http.authentication": ("DEMO_ACCESS_KEY", "DEMO_ACCESS_SECRET", "DEMO_ACCOUNT", "DEMO_USER_ID", "Account"),
    "http.connection": ("DroppedConnectionError",),
    "pushes.pushing": ("Push", "PushSettings", "PushState", "Pushing"),
    "seed": ("seed",),
    "server.serving": ("RunningSandbox", "serve"),
    "specification.documents": ("read_document",),
    "specification.merging": ("merged_document",),
    "state.orders": ("Order",),
    "state.reconciliation": ("Reconciliation",),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


if not TYPE_CHECKING:
    # Hidden from type checkers: a module-level __getattr__ would make every name valid.
    def __getattr__(name: str) -> object:
        if name == "faults":
            return importlib.import_module("pandapon_async.sandbox.faults")
        if name not in _MODULE_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
