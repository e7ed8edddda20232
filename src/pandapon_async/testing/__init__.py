"""What users need to test a service that uses this package.

The pytest plugin of the same distribution provides fixtures; see ``docs/testing.md``. Everything here works without
pytest too. It needs the extra ``testing``. Names are imported when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async._core.lazy_imports import lazy_names

if TYPE_CHECKING:
    from pandapon_async.testing.cassettes import Cassette, CassetteError
    from pandapon_async.testing.examples import example, example_response
    from pandapon_async.testing.guard import RealHostError, loopback_only
    from pandapon_async.testing.no_waiting import no_waiting
    from pandapon_async.testing.pushes import PushesForTest
    from pandapon_async.testing.sandboxes import LedgersForTest, SandboxForTest, on_socket
    from pandapon_async.testing.virtual_time import VirtualClock, VirtualLoop, run_virtual

_HOMES: Final = {
    "cassettes": ("Cassette", "CassetteError"),
    "examples": ("example", "example_response"),
    "guard": ("RealHostError", "loopback_only"),
    "no_waiting": ("no_waiting",),
    "pushes": ("PushesForTest",),
    "sandboxes": ("LedgersForTest", "SandboxForTest", "on_socket"),
    "virtual_time": ("VirtualClock", "VirtualLoop", "run_virtual"),
}
_HOME_OF: Final = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Cassette",
    "CassetteError",
    "LedgersForTest",
    "PushesForTest",
    "RealHostError",
    "SandboxForTest",
    "VirtualClock",
    "VirtualLoop",
    "example",
    "example_response",
    "loopback_only",
    "no_waiting",
    "on_socket",
    "run_virtual",
]

if not TYPE_CHECKING:
    # Hidden from type checkers: a module-level __getattr__ would make every name valid.
    __getattr__, __dir__ = lazy_names(__name__, _HOME_OF)
