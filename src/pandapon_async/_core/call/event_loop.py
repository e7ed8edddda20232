"""The event loop that a client belongs to."""

from __future__ import annotations

import asyncio

from pandapon_async._core.errors import ConfigurationError

__all__ = ["OneEventLoop"]


class OneEventLoop:
    """Binds a client to the event loop of its first call: its connections, limits and deadlines belong to that loop."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None

    def check(self) -> None:
        """Raise if another loop runs than at the first call.

        Raises:
            ConfigurationError: It does.
        """
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            if self._loop is not None:
                raise ConfigurationError("the client was used in another event loop; build one client per event loop")
            self._loop = loop
