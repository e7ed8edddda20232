"""Serves the receiver on its own socket, within the running event loop."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast

import anyio
import attrs
from uvicorn import Config, Server
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator

    from pandapon_async.messages.service import Messages

__all__ = ["RunningReceiver", "serve"]

#: Seconds for the headers of a request to arrive.
_HEADER_SECONDS: Final = 10.0
#: Maximum bytes of a request besides its body. With chunks, as many bytes as the body has are allowed in addition.
_HEADER_BYTES: Final = 65_536
_BACKLOG: Final = 2048
_POLL: Final = 0.01


@attrs.frozen
class RunningReceiver:
    """A receiver that is listening.

    Attributes:
        host: Address that it listens on.
        port: Port that it listens on.
    """

    host: str
    port: int

    @property
    def url(self) -> str:
        """Its base URL. Every path below it accepts pushes."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


@asynccontextmanager
async def serve(messages: Messages, *, host: str = "127.0.0.1", port: int = 0) -> AsyncGenerator[RunningReceiver]:
    """Receive and handle messages for the block, over plain HTTP; put a proxy that speaks HTTPS in front of it.

    No signal handler is installed.

    Args:
        messages: What to serve.
        host: Address to listen on.
        port: Port to listen on, 0 for a free one.

    Raises:
        OSError: Listening on the address failed.
        InboxError: The inbox cannot be opened.
    """
    config = Config(
        cast("Any", messages),
        http=cast("Any", partial(_LimitedProtocol, messages.count_refusal)),
        ws="none",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=5,
    )
    server = _Server(config)
    failure: Exception | None = None
    with await _listen(host, port) as listening:
        address: tuple[str, int] = listening.getsockname()[:2]
        async with messages.running(), anyio.create_task_group() as group:
            group.start_soon(_run, server, listening)
            try:
                while not server.started:  # noqa: ASYNC110 - uvicorn offers no event for this
                    await anyio.sleep(_POLL)
                yield RunningReceiver(*address)
            except Exception as error:  # noqa: BLE001 - raised below, rather than in a group
                failure = error
            finally:
                server.should_exit = True
    if failure is not None:
        raise failure


async def _run(server: Server, listening: socket.socket) -> None:
    # Ended by should_exit alone: a server that is cancelled leaves its connections open.
    with anyio.CancelScope(shield=True):
        await server.serve([listening])


async def _listen(host: str, port: int) -> socket.socket:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    family, kind, _, _, address = found[0]
    listening = socket.socket(family, kind)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_BACKLOG)
    except BaseException:
        listening.close()
        raise
    return listening


class _Server(Server):
    @contextmanager
    def capture_signals(self) -> Generator[None]:
        """Leave signals to the caller."""
        yield


class _LimitedProtocol(HttpToolsProtocol):
    """Limits the time and the size of request headers, which uvicorn does not.

    It overrides only methods that asyncio and httptools call by their documented names, and uses no state of uvicorn's.
    """

    def __init__(self, refused: Callable[[str], None], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._refused = refused
        self._connection: asyncio.Transport | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._received = 0
        self._body = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._connection = transport
        self._start_timer()

    def data_received(self, data: bytes) -> None:
        self._received += len(data)
        super().data_received(data)
        if self._received - self._body > _HEADER_BYTES + self._body:
            self._close("the headers are too large")
        elif self._timer is None and not data.strip():
            # Blank lines before a request; the parser skips them, and uvicorn ends its timeout for idle connections.
            self._start_timer()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._start_timer()

    def on_headers_complete(self) -> None:
        self._stop_timer()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._body += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._received = self._body = 0
        super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        super().connection_lost(exc)

    def _start_timer(self) -> None:
        self._stop_timer()
        timeout = partial(self._close, "the headers took too long")
        self._timer = asyncio.get_running_loop().call_later(_HEADER_SECONDS, timeout)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _close(self, reason: str) -> None:
        self._stop_timer()
        if self._connection is not None and not self._connection.is_closing():
            self._refused(reason)
            self._connection.abort()
