"""Serves the sandbox on a socket within the running event loop."""

import asyncio
import socket
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from uvicorn import Config
from uvicorn.server import ServerState

from pandapon_async.sandbox.application import ADMIN_PREFIX, Sandbox
from pandapon_async.sandbox.server.protocol import make_protocol

if TYPE_CHECKING:
    from pandapon_async.sandbox.pushes.pushing import Pushing

_TURN = 0.005


@dataclass(frozen=True, slots=True)
class RunningSandbox:
    """A listening sandbox.

    Attributes:
        sandbox: The application.
        host: Address it listens on.
        port: Port it listens on.
    """

    sandbox: Sandbox
    host: str
    port: int

    @property
    def url(self) -> str:
        """Base URL of PandaPon v1 and v2."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"

    @property
    def ka_url(self) -> str:
        """Base URL of Xportcn KA."""
        return f"{self.url}/api"

    @property
    def console_url(self) -> str:
        """Address of the console, for a browser."""
        return f"{self.url}{ADMIN_PREFIX}/"

    @property
    def token(self) -> str:
        """Token for requests to the admin interface that change something, in the header ``x-sandbox-token``."""
        return self.sandbox.token


@asynccontextmanager
async def serve(
    sandbox: Sandbox,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    keep_alive: float = 5.0,
    grace_period: float = 0.25,
) -> AsyncGenerator[RunningSandbox]:
    """Serve a sandbox over HTTP for the duration of a ``with`` block, and send its message pushes.

    Installs no signal handler and leaves no task or thread behind.

    Args:
        sandbox: The sandbox.
        host: Address to listen on. Avoid addresses that other machines can reach.
        port: Port to listen on, 0 for a free one.
        keep_alive: Seconds after which an idle connection is closed.
        grace_period: Seconds after the end of the block in which running calls may finish.

    Raises:
        OSError: cannot listen on the address.
    """
    config = Config(
        cast("Any", sandbox), log_config=None, lifespan="off", ws="none", interface="asgi3", proxy_headers=False
    )
    config.load()
    state = ServerState()
    loop = asyncio.get_running_loop()
    # A name may have several addresses, and with port 0 each would get its own port: use the first.
    address = (await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM))[0][4][0]
    # Let the loop create the socket: it then sets TCP_NODELAY.
    server = await loop.create_server(
        lambda: make_protocol(sandbox, config, state, keep_alive), str(address), port, backlog=config.backlog
    )
    # The application may also be a wrapper around a sandbox.
    pushing: Pushing | None = getattr(sandbox, "pushing", None)
    async with AsyncExitStack() as stack:
        try:
            if pushing is not None:
                await stack.enter_async_context(pushing.running())
            yield RunningSandbox(sandbox, str(address), server.sockets[0].getsockname()[1])
        finally:
            server.close()
            await _finish(state, grace_period)
            await server.wait_closed()


async def _finish(state: ServerState, grace_period: float) -> None:
    """Close idle connections now, and others after their call or the grace period ends."""
    for connection in list(state.connections):
        connection.shutdown()
    deadline = asyncio.get_running_loop().time() + grace_period
    # uvicorn offers no event for this.
    while (state.connections or state.tasks) and asyncio.get_running_loop().time() < deadline:  # noqa: ASYNC110
        await asyncio.sleep(_TURN if state.tasks else 0)
    for connection in list(state.connections):
        connection.transport.abort()
    tasks = list(state.tasks)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    while state.connections:  # noqa: ASYNC110
        await asyncio.sleep(0)
