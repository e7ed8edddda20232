"""An aiohttp response whose request aiohttp never repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp

if TYPE_CHECKING:
    from aiohttp.connector import Connection

__all__ = ["ConnectionLostError", "Response"]


class ConnectionLostError(aiohttp.ClientError):
    """A connection broke. Not one of the classes after which aiohttp sends a request again by itself."""


class Response(aiohttp.ClientResponse):
    """A response. If the connection breaks before it, aiohttp does not send the request again."""

    async def start(self, connection: Connection) -> aiohttp.ClientResponse:
        """Wait for the head.

        Raises:
            TimeoutError: The server was silent for too long.
            ConnectionLostError: The connection broke.
        """
        try:
            return await super().start(connection)
        except TimeoutError:
            raise
        except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
            raise ConnectionLostError(type(error).__name__) from error
