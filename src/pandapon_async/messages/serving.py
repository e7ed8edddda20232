"""The receiver on a socket of its own, within the running event loop."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, cast

import anyio
import attrs
from uvicorn import Config, Server
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from pandapon_async.messages.service import Messages

__all__ = ["RunningReceiver", "serve"]

#: Seconds for the headers of a request to come, and for an idle connection to say something.
_HEADERS: Final = 10.0
_BACKLOG: Final = 2048
_TURN: Final = 0.01


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
        """Its base URL. Every path below it takes pushes."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


@asynccontextmanager
async def serve(messages: Messages, *, host: str = "127.0.0.1", port: int = 0) -> AsyncGenerator[RunningReceiver]:
    """Receive and handle messages for the block, over plain HTTP; put what speaks HTTPS in front of it.

    No signal handler is installed.

    Args:
        messages: What to serve.
        host: Address to listen on.
        port: Port to listen on, 0 for a free one.

    Raises:
        OSError: The address cannot be listened on.
        InboxError: The inbox cannot be opened.
    """
    config = Config(
        cast("Any", messages),
        http=_ImpatientProtocol,
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
            group.start_soon(server.serve, [listening])
            try:
                while not server.started:  # noqa: ASYNC110 - uvicorn tells nobody
                    await anyio.sleep(_TURN)
                yield RunningReceiver(*address)
            except Exception as error:  # noqa: BLE001 - raised below as it is, rather than in a group
                failure = error
            finally:
                server.should_exit = True
    if failure is not None:
        raise failure


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
        """Leave signals to whoever runs this."""
        yield


class _ImpatientProtocol(HttpToolsProtocol):
    """Closes connections whose request headers do not come; uvicorn itself would wait for ever."""

    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect_headers()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.cycle is None or self.cycle.response_complete:  # pyright: ignore[reportUnnecessaryComparison]
            self._expect_headers()

    def on_headers_complete(self) -> None:
        self._calm_down()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._calm_down()
        super().connection_lost(exc)

    def _expect_headers(self) -> None:
        if self._patience is None:
            self._patience = asyncio.get_running_loop().call_later(_HEADERS, self._give_up)

    def _calm_down(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _give_up(self) -> None:
        self._patience = None
        if not self.transport.is_closing():
            with suppress(OSError):
                self.transport.abort()
