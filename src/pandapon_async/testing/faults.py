"""Faults named by meaning; the same as :mod:`pandapon_async.sandbox.faults`."""

from pandapon_async.sandbox.faults import *  # noqa: F403
from pandapon_async.sandbox.faults import __all__ as __all__  # noqa: PLC0414
