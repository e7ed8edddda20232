"""aiohttp's answers, waited for as long as a call allows, and not asked for twice."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

import aiohttp
import attrs

from pandapon_async._core.http.shared_timer import SharedTimer

if TYPE_CHECKING:
    from aiohttp.connector import Connection

__all__ = ["ConnectionLostError", "Patience", "Response", "patience_of_requests", "patience_timer"]


class ConnectionLostError(aiohttp.ClientError):
    """A connection broke. Not one of the classes after which aiohttp sends a request again by itself."""


@attrs.frozen(eq=False)
class Patience:
    """How long servers may be silent while an answer is waited for.

    aiohttp counts this too, with two timers of the event loop for each call; here all calls share one.

    Attributes:
        timer: See :func:`patience_timer`.
        seconds: How long; ``None`` for ever.
    """

    timer: SharedTimer[Response]
    seconds: float | None


#: Found by the answers to requests that leave in this context: aiohttp has no place to hand something on to them.
patience_of_requests: Final[ContextVar[Patience]] = ContextVar("patience_of_requests")


class Response(aiohttp.ClientResponse):
    """An answer.

    * The server may be silent before it, and between its parts, as long as :data:`patience_of_requests` allows.
    * Where a connection breaks before it, aiohttp does not send the request again.
    """

    _patience: Patience
    _timed_out = False

    async def start(self, connection: Connection) -> aiohttp.ClientResponse:
        """Wait for the head.

        Raises:
            TimeoutError: The server was silent for too long.
            ConnectionLostError: The connection broke.
        """
        self._patience = patience_of_requests.get()
        self._wait()
        try:
            return await super().start(connection)
        except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
            if self._timed_out:
                raise TimeoutError from error
            raise ConnectionLostError(type(error).__name__) from error
        finally:
            self._patience.timer.stop(self)

    async def next_part(self, most: int = -1) -> bytes:
        """Return what has arrived of the body, decompressed; wait until something has.

        Args:
            most: Bytes to return at most.

        Raises:
            TimeoutError: The server was silent for too long.
            aiohttp.ClientPayloadError: The body ended before its end.
        """
        self._wait()
        try:
            part = await (self.content.readany() if most < 0 else self.content.read(most))
        except aiohttp.ClientError as error:
            if self._timed_out:
                raise TimeoutError from error
            raise
        finally:
            self._patience.timer.stop(self)
        # A body without a length ends with its connection: what was cut off looks whole.
        if self._timed_out:
            raise TimeoutError
        return part

    def _wait(self) -> None:
        if self._patience.seconds is not None:
            self._patience.timer.start(self, self._patience.seconds)

    def run_out(self) -> None:
        """Break the connection off, which ends the wait; the timer calls this."""
        # One that has gone back to the pool is no longer found here: by now it may be another call's.
        connection = self.connection
        transport = None if connection is None else connection.transport
        if transport is None:
            return
        if transport.get_write_buffer_size():
            # The request is still leaving; it is not the server that is silent.
            self._wait()
            return
        self._timed_out = True
        transport.abort()


def patience_timer() -> SharedTimer[Response]:
    """Return a timer for all that wait over one transport."""
    return SharedTimer(Response.run_out)
