"""Retries without waiting."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import anyio
import attrs

from pandapon_async._core.call.clock import SystemClock
from pandapon_async._core.call.options import ClientOptions

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["no_waiting"]


@contextmanager
def no_waiting(*, max_attempts: int = 3) -> Generator[None]:
    """Let calls inside the block retry, honour ``Retry-After`` and wait for rate limits without waiting.

    It applies to all clients that use the system's clock. A retry still happens; only the pause before it is skipped.

    Args:
        max_attempts: No call is sent more often than this, whatever its retry policy says.

    Raises:
        ValueError: ``max_attempts`` is below 1.
    """
    if max_attempts < 1:
        raise ValueError("max_attempts must be at least 1")
    settings_of = ClientOptions.for_call

    async def skip(_clock: SystemClock, _seconds: float) -> None:
        await anyio.lowlevel.checkpoint()

    def capped(self: ClientOptions, options: Any) -> ClientOptions:
        settings = settings_of(self, options)
        retry = settings.retry
        if retry.attempts <= max_attempts:
            return settings
        return attrs.evolve(settings, retry=attrs.evolve(retry, attempts=max_attempts))

    with patch.object(SystemClock, "sleep", skip), patch.object(ClientOptions, "for_call", capped):
        yield
