"""A sandbox with a clock set by hand, over a socket or in the same process."""

from collections.abc import AsyncIterator

import httpx
import pytest
from sandbox_caller import Caller, Checked, Clock, admin_headers

from pandapon_async.sandbox import RunningSandbox, Sandbox, serve


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sandbox(clock: Clock) -> Sandbox:
    return Sandbox(clock=clock)


@pytest.fixture
async def running(sandbox: Sandbox) -> AsyncIterator[RunningSandbox]:
    async with serve(sandbox) as running:
        yield running


@pytest.fixture
async def caller(running: RunningSandbox, sandbox: Sandbox, clock: Clock) -> AsyncIterator[Caller]:
    """Over a socket, as users call it."""
    async with httpx.AsyncClient(base_url=running.url, headers=admin_headers(sandbox)) as http:
        yield Caller(http, running.sandbox, clock, running.url, running.host, running.port)


@pytest.fixture
async def strict(clock: Clock) -> AsyncIterator[Caller]:
    """In the same process, by ASGI, in strict mode."""
    sandbox = Sandbox(clock=clock, strict=True)
    transport = httpx.ASGITransport(app=sandbox)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as http:
        yield Caller(http, sandbox, clock)


@pytest.fixture
def checked(caller: Caller) -> Checked:
    return Checked(caller)
