"""A client belongs to one event loop, whatever it sends over."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import httpx
import httpx2
import pytest
from fakes import CREDENTIALS, ok
from wire_server import Connection, wire_server

from pandapon_async import (
    AiohttpTransport,
    ConfigurationError,
    DeadlineError,
    HttpTransport,
    PandaPonClient,
    RetryPolicy,
)

SENDING: dict[str, Callable[[], dict[str, object]]] = {
    "the default transport": dict,
    "HttpTransport": lambda: {"transport": HttpTransport()},
    "AiohttpTransport": lambda: {"transport": AiohttpTransport()},
    "an httpx transport": lambda: {"transport": httpx.AsyncHTTPTransport()},
    "an httpx client": lambda: {"http_client": httpx.AsyncClient()},
    "an httpx2 transport": lambda: {"transport": httpx2.AsyncHTTPTransport()},
}


@pytest.mark.parametrize("sending", SENDING)
async def test_a_second_loop_is_rejected_and_the_first_keeps_its_deadlines(sending: str) -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        await asyncio.Event().wait()

    rejected: list[Exception] = []

    def elsewhere(client: PandaPonClient) -> None:
        try:
            asyncio.run(client.request("GET", "/x", effect="read"))
        except ConfigurationError as error:
            rejected.append(error)

    async with wire_server(script) as server:
        once = RetryPolicy(attempts=1)
        client = PandaPonClient(CREDENTIALS, base_url=server.url, retry=once, **SENDING[sending]())
        call = asyncio.create_task(client.request("GET", "/x", effect="read", deadline=0.2))
        await asyncio.sleep(0.05)
        other = threading.Thread(target=elsewhere, args=(client,))
        other.start()
        with pytest.raises(DeadlineError):
            await asyncio.wait_for(call, 20)
        other.join()
        await client.aclose()
    assert "one client per event loop" in str(rejected[0])


async def test_a_client_derived_from_another_belongs_to_the_same_loop() -> None:
    client = PandaPonClient(CREDENTIALS, transport=httpx.MockTransport(lambda _: ok(True)))
    assert await client.request("GET", "/x", effect="read") is True
    derived = client.with_options(max_concurrency=3)

    def elsewhere() -> None:
        asyncio.run(derived.request("GET", "/x", effect="read"))

    with pytest.raises(ConfigurationError, match="one client per event loop"):
        await asyncio.to_thread(elsewhere)
    await client.aclose()
