"""How long an answer is waited for. Sockets are real; time jumps, and each wait is measured exactly."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable

import httpx
import pytest
import trustme
from fakes import CREDENTIALS
from transports import TRANSPORTS
from virtual_time import run_virtual
from wire_server import Connection, WireServer, wire_server

from pandapon_async import (
    AiohttpTransport,
    HttpTransport,
    OutcomeUnknownError,
    PandaPonClient,
    PandaPonError,
    RetryPolicy,
    TransportError,
)
from pandapon_async._core.http.sender import DirectTransport

READ = httpx.Timeout(5, read=10)
BODY = b'{"requestId": "r", "code": 200, "msg": "ok", "data": true}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(BODY)
ENDLESS_HEAD = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"

Script = Callable[[Connection], Awaitable[None]]
MakeTransport = Callable[..., DirectTransport]


@pytest.fixture(params=TRANSPORTS, autouse=True)
def make_transport(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> MakeTransport:
    """Every test runs over each transport: clients that are given none use this one."""
    make = TRANSPORTS[request.param]
    monkeypatch.setattr("pandapon_async._core.http.transport.http_transport.HttpTransport", make)
    return make


def client_for(server: WireServer, **settings: object) -> PandaPonClient:
    once = RetryPolicy(attempts=1)
    return PandaPonClient(CREDENTIALS, base_url=server.url, timeout=READ, deadline=None, retry=once, **settings)


def parts(*sent: bytes | float) -> Script:
    """Answer with these parts, and with pauses of so many seconds, then say no more."""

    async def script(connection: Connection) -> None:
        while await connection.request():
            for part in sent:
                if isinstance(part, bytes):
                    await connection.raw(part)
                else:
                    await asyncio.sleep(part)
        await asyncio.Event().wait()

    return script


async def call(script: Script, **arguments: object) -> tuple[object, float]:
    """Return what comes of a call, and how long that took."""
    loop = asyncio.get_running_loop()
    async with wire_server(script) as server, client_for(server) as client:
        try:
            result = await client.request("POST", "/open/order", **{"json": {}, **arguments})
        except (OutcomeUnknownError, TransportError) as error:
            result = error
        return result, loop.time()


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param((b"",), id="nothing"),
        pytest.param((HEAD[:20],), id="half a head"),
        pytest.param((HEAD,), id="the head"),
        pytest.param((HEAD + BODY[:20],), id="half a body"),
        # Its end is the connection's end, so that breaking it off must not make it whole.
        pytest.param((ENDLESS_HEAD + BODY,), id="a body without a length"),
        pytest.param((ENDLESS_HEAD,), id="the head of a body without a length"),
    ],
)
def test_a_server_that_falls_silent_is_left_after_the_time_for_reading(sent: tuple[bytes, ...]) -> None:
    error, seconds = run_virtual(call(parts(*sent)))
    assert isinstance(error, OutcomeUnknownError)
    assert "no answer in time" in str(error)
    assert seconds == 10
    error, seconds = run_virtual(call(parts(*sent), effect="read"))
    assert isinstance(error, TransportError)
    assert "no answer in time" in str(error)
    assert seconds == 10


def test_the_time_for_reading_begins_anew_with_each_part() -> None:
    pieces = [HEAD[:10], 9.0, HEAD[10:], 9.0, *(piece for byte in BODY for piece in (bytes([byte]), 9.0))]
    result, seconds = run_virtual(call(parts(*pieces)))
    assert result is True
    assert seconds > 9 * len(BODY)


@pytest.mark.filterwarnings("ignore:Sending a large body:ResourceWarning")
def test_a_request_that_is_still_leaving_is_not_a_silent_server() -> None:
    async def script(connection: Connection) -> None:
        await asyncio.sleep(35)
        await connection.request()
        await connection.answer()

    # More than the buffers of two sockets hold.
    timeout = httpx.Timeout(5, read=10, write=40)
    result, seconds = run_virtual(call(script, json="x" * 20_000_000, timeout=timeout))
    assert result is True
    assert seconds == 35


def test_a_server_that_stops_reading_is_left_after_the_time_for_writing() -> None:
    """aiohttp has no such limit; there the deadline of the call ends it."""

    async def main() -> None:
        async def script(connection: Connection) -> None:
            connection.writer.transport.pause_reading()
            await asyncio.Event().wait()

        async with (
            wire_server(script) as server,
            PandaPonClient(
                CREDENTIALS,
                base_url=server.url,
                transport=HttpTransport(),
                timeout=httpx.Timeout(5, write=7),
                deadline=None,
                retry=RetryPolicy(attempts=1),
            ) as client,
        ):
            with pytest.raises(PandaPonError, match="could not be written in time"):
                await client.request("POST", "/open/order", json="x" * 20_000_000)
        assert 7 <= asyncio.get_running_loop().time() < 8

    run_virtual(main())


def test_a_lost_connection_is_no_silence() -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        await asyncio.sleep(3)

    error, seconds = run_virtual(call(script))
    assert isinstance(error, OutcomeUnknownError)
    assert "the connection broke" in str(error)
    assert seconds == 3


def test_a_cancelled_call_stays_cancelled_and_waits_no_more() -> None:
    async def main() -> None:
        async with wire_server(parts(HEAD)) as server, client_for(server) as client:
            task = asyncio.create_task(client.request("POST", "/open/order", json={}))
            await asyncio.sleep(2)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    run_virtual(main())


def test_calls_of_one_client_wait_each_for_its_own_time() -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        left: dict[float, float] = {}

        async def wait(client: PandaPonClient, read: float) -> None:
            with contextlib.suppress(TransportError):
                await client.request("GET", "/open/order", effect="read", timeout=httpx.Timeout(5, read=read))
            left[read] = loop.time()

        async with wire_server(parts(b"")) as server, client_for(server) as client, asyncio.TaskGroup() as group:
            for read in (40, 5, 20, 5.5):
                group.create_task(wait(client, read))
        assert left == {5: 5, 5.5: 5.5, 20: 20, 40: 40}

    run_virtual(main())


def test_a_connection_that_was_silent_between_two_calls_is_left_alone() -> None:
    async def serve(connection: Connection) -> None:
        while await connection.request():
            await connection.answer()

    async def main() -> None:
        async with wire_server(serve) as server, client_for(server) as client:
            await client.request("GET", "/open/order", effect="read")
            # Longer than a server may be silent, shorter than a connection may be idle.
            await asyncio.sleep(12)
            await client.request("GET", "/open/order", effect="read")
            assert len(server.connections) == 1

    run_virtual(main())


def test_a_silent_server_behind_tls_is_left_at_once(make_transport: MakeTransport) -> None:
    """Taking leave politely would wait for the silent server once more."""

    async def script(connection: Connection) -> None:
        await connection.request()
        await connection.raw(HEAD + BODY[:20])
        connection.writer.transport.pause_reading()
        try:
            await asyncio.Event().wait()
        finally:
            connection.abort()

    async def main() -> None:
        authority = trustme.CA()
        served, trusted = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
        authority.issue_cert("127.0.0.1").configure_cert(served)
        authority.configure_trust(trusted)
        transport = make_transport(ssl_context=trusted)
        async with (
            wire_server(script, context=served) as server,
            client_for(server, transport=transport) as client,
        ):
            with pytest.raises(OutcomeUnknownError, match="no answer in time"):
                await client.request("POST", "/open/order", json={})
            assert asyncio.get_running_loop().time() == 10

    run_virtual(main())


@pytest.mark.parametrize("read", [None, 10])
def test_httpx_reads_part_by_part(read: float | None) -> None:
    async def chunks(client: httpx.AsyncClient, url: str) -> AsyncIterator[bytes]:
        async with client.stream("GET", url) as response:
            async for chunk in response.aiter_raw():
                yield chunk

    async def main() -> None:
        script = parts(HEAD, 9.0, BODY[:20], 9.0, BODY[20:])
        timeout = httpx.Timeout(5, read=read)
        async with (
            wire_server(script) as server,
            httpx.AsyncClient(transport=AiohttpTransport(), timeout=timeout) as client,
        ):
            assert [chunk async for chunk in chunks(client, server.url)] == [BODY[:20], BODY[20:]]
            assert asyncio.get_running_loop().time() == 18

    run_virtual(main())
