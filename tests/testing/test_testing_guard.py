"""No test reaches a real server by mistake, and none waits for a retry."""

from __future__ import annotations

import time

import httpx
import pytest
from fakes import CREDENTIALS

from pandapon_async import CallError, PandaPonClient, RetryPolicy, TransportError
from pandapon_async.testing import RealHostError, loopback_only, no_waiting


async def call(client: PandaPonClient) -> object:
    return await client.request("GET", "/open/any", effect="read")


async def test_the_default_transport_reaches_no_real_host() -> None:
    with loopback_only():
        async with PandaPonClient(CREDENTIALS, base_url="https://api.pandapon.com") as client:
            with pytest.raises(RealHostError, match=r"api\.pandapon\.com; nothing was sent"):
                await call(client)


async def test_an_http_client_of_the_caller_reaches_no_real_host() -> None:
    with loopback_only():
        async with (
            httpx.AsyncClient() as http_client,
            PandaPonClient(CREDENTIALS, http_client=http_client) as client,
        ):
            with pytest.raises(RealHostError):
                await call(client)


async def test_transports_inside_the_process_may_use_any_host() -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"code": 200, "data": 1}))
    with loopback_only():
        async with PandaPonClient(CREDENTIALS, transport=transport) as client:
            assert await call(client) == 1


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "127.8.0.1"])
async def test_loopback_is_allowed(host: str) -> None:
    with loopback_only():
        async with PandaPonClient(CREDENTIALS, base_url=f"http://{host}:9", retry=RetryPolicy(attempts=1)) as client:
            with pytest.raises(TransportError):
                await call(client)


async def test_retries_do_not_wait_and_are_capped() -> None:
    sent = 0

    def busy(_request: httpx.Request) -> httpx.Response:
        nonlocal sent
        sent += 1
        return httpx.Response(503, headers={"retry-after": "30"})

    retry = RetryPolicy(attempts=50, base_delay=5.0, max_delay=60.0)
    started = time.monotonic()
    with no_waiting(max_attempts=4):
        async with PandaPonClient(CREDENTIALS, transport=httpx.MockTransport(busy), retry=retry) as client:
            with pytest.raises(CallError):
                await call(client)
    assert sent == 4
    assert time.monotonic() - started < 5


def test_at_least_one_attempt_is_needed() -> None:
    with pytest.raises(ValueError, match="at least 1"), no_waiting(max_attempts=0):
        pass
