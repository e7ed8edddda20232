"""Clocks that do not jump."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Final

__all__ = ["boot_id", "boot_time"]

if sys.platform == "darwin":  # pragma: no cover - this clock counts suspension there, time.monotonic() does not
    _CLOCK: Final[int | None] = time.CLOCK_MONOTONIC
else:
    _CLOCK: Final[int | None] = getattr(time, "CLOCK_BOOTTIME", None)


def boot_time() -> float:
    """Return seconds on a clock that never jumps and, where the system has such a clock, also counts suspension."""
    return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)


def boot_id() -> str:
    """Return what tells one run of this machine from another; empty where the system has no such id."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""
