"""Imports in a thread what the first call needs, so that it does not block the event loop."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Final

import anyio.to_thread

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["warm_up"]

_MODULES: Final = ("pandapon_async._core.call.exceptions",)


async def warm_up(modules: Iterable[str]) -> None:
    """Import modules that are not imported yet."""
    missing = [name for name in (*_MODULES, *modules) if name not in sys.modules]
    if missing:
        await anyio.to_thread.run_sync(_import_all, missing)


def _import_all(names: list[str]) -> None:
    for name in names:
        importlib.import_module(name)
