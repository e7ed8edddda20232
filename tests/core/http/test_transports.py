"""A client over real sockets and each transport: what a failure says about the request, and two traps of keep-alive."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import gzip
import json
import socket
import ssl
import time
from collections.abc import AsyncIterator, Callable

import httpx
import pytest
import trustme
import uvloop
from fakes import CREDENTIALS, ok
from transports import TRANSPORTS
from wire_server import Connection, WireServer, wire_server

from pandapon_async import (
    ConfigurationError,
    DeadlineError,
    OutcomeUnknownError,
    PandaPonClient,
    RetryPolicy,
    TransportError,
)
from pandapon_async._core.http.errors import HttpError
from pandapon_async._core.http.sender import DirectTransport

ONCE = RetryPolicy(attempts=1)
QUICK = RetryPolicy(attempts=3, base_delay=0.0)


MakeTransport = Callable[..., DirectTransport]


@pytest.fixture(params=TRANSPORTS, autouse=True)
def make_transport(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> MakeTransport:
    """Every test runs over each transport: clients that are given none use this one."""
    make = TRANSPORTS[request.param]
    monkeypatch.setattr("pandapon_async._core.http.transport.http_transport.HttpTransport", make)
    return make


def client_for(server: WireServer, **settings: object) -> PandaPonClient:
    return PandaPonClient(CREDENTIALS, base_url=server.url, **{"retry": QUICK, **settings})


async def serve_all(connection: Connection) -> None:
    while await connection.request():
        await connection.answer()


# --- what arrives ----------------------------------------------------------------------------------------------------


async def test_a_request_arrives_whole() -> None:
    seen = []

    async def script(connection: Connection) -> None:
        while request := await connection.request():
            seen.append(request)
            await connection.answer()

    async with wire_server(script) as server, client_for(server) as client:
        await client.request("POST", "/open/order", json={"a": "中"}, query={"q": "a b&ü/+"}, signing="query")
        await client.request("GET", "/open/product/get", query={"itemId": "1"}, effect="read")
    (first, headers, body), (second, get_headers, nothing) = seen
    assert first.startswith("POST /open/order?q=a%20b%26%C3%BC%2F%2B&timestamp=")
    assert body == '{"a":"中"}'.encode()
    assert headers["content-type"] == "application/json"
    assert headers["host"] == f"127.0.0.1:{server.port}"
    assert headers["accept"] == "application/json"
    assert headers["user-agent"].startswith("pandapon-async/")
    assert second == "GET /open/product/get?itemId=1 HTTP/1.1"
    assert nothing == b""
    assert "content-type" not in get_headers


async def test_nothing_is_added_to_the_headers_of_a_call_but_what_http_needs() -> None:
    seen: list[set[str]] = []

    async def script(connection: Connection) -> None:
        while request := await connection.request():
            seen.append(set(request[1]))
            await connection.answer()

    async with wire_server(script) as server, client_for(server) as client:
        await client.request("GET", "/open/order", effect="read")
        await client.request("POST", "/open/order", json={})
        await client.request("POST", "/open/order")
        await client.request("PUT", "/open/order")
    signed = {"access-key", "timestamp", "nonce-str", "user-id", "signature"}
    bare = {"host", "accept", "accept-encoding", "user-agent", *signed}
    empty = bare | {"content-length"}
    assert seen == [bare, empty | {"content-type"}, empty, empty]


async def test_a_compressed_answer_is_unpacked_and_bounded() -> None:
    async def script(connection: Connection) -> None:
        while request := await connection.request():
            size = 100 if "small" in request[0] else 10_000_000
            body = gzip.compress(json.dumps({"code": 200, "data": "x" * size}).encode())
            await connection.raw(
                b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(body) + body
            )

    async with wire_server(script) as server, client_for(server, max_response_bytes=1_000_000) as client:
        assert await client.request("GET", "/small", effect="read") == "x" * 100
        with pytest.raises(OutcomeUnknownError, match="max_response_bytes"):
            await client.request("GET", "/large")


# --- what a failure says about the request ---------------------------------------------------------------------------


async def test_a_refused_connection_was_never_sent_and_is_tried_again() -> None:
    async with wire_server(serve_all) as server:
        pass  # its port is closed now
    async with client_for(server) as client:
        with pytest.raises(TransportError, match="no connection") as caught:
            await client.request("POST", "/open/order", json={})
    assert caught.value.attempts == 3
    assert isinstance(caught.value.__cause__, HttpError)
    assert caught.value.__cause__.progress == "never_sent"


async def test_an_unknown_host_was_never_sent() -> None:
    async with PandaPonClient(CREDENTIALS, base_url="http://host.invalid", retry=ONCE) as client:
        with pytest.raises(TransportError, match="no connection"):
            await client.request("POST", "/open/order", json={})


@pytest.mark.parametrize("when", ["before any byte", "after the head", "in the middle of the body"])
@pytest.mark.parametrize("how", ["reset", "close"])
async def test_a_connection_lost_after_sending_leaves_a_write_in_doubt(when: str, how: str) -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        if when != "before any byte":
            await connection.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n")
        if when == "in the middle of the body":
            await connection.raw(b'{"code": 200')
        if how == "reset":
            connection.abort()

    async with wire_server(script) as server, client_for(server) as client:
        with pytest.raises(OutcomeUnknownError) as caught:
            await client.request("POST", "/open/order", json={})
        assert server.requests == 1
        assert caught.value.attempts == 1
        with pytest.raises(TransportError) as lost:
            await client.request("GET", "/open/order", effect="read")
        assert server.requests == 1 + 3
        assert lost.value.attempts == 3


async def test_no_answer_in_time_leaves_a_write_in_doubt() -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        await asyncio.Event().wait()

    timeout = httpx.Timeout(5, read=0.05)
    async with wire_server(script) as server, client_for(server, timeout=timeout) as client:
        with pytest.raises(OutcomeUnknownError, match="no answer in time"):
            await client.request("POST", "/open/order", json={})
        with pytest.raises(TransportError, match="no answer in time"):
            await client.request("GET", "/open/order", effect="read", retry=ONCE)
        assert server.requests == 2


async def test_an_answer_that_stops_arriving_times_out() -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        await connection.raw(b'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"code"')
        await asyncio.Event().wait()

    timeout = httpx.Timeout(5, read=0.05)
    async with wire_server(script) as server, client_for(server, timeout=timeout) as client:
        with pytest.raises(OutcomeUnknownError, match="no answer in time"):
            await client.request("POST", "/open/order", json={})


async def test_no_connection_in_time_was_never_sent() -> None:
    # A listener that accepts nothing; once its queue is full, further connections get no answer.
    with socket.socket() as listener, contextlib.ExitStack() as blockers:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):
            blocker = blockers.enter_context(socket.socket())
            blocker.setblocking(False)
            blocker.connect_ex(listener.getsockname())
        base_url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        timeout = httpx.Timeout(5, connect=0.1)
        async with PandaPonClient(CREDENTIALS, base_url=base_url, timeout=timeout, retry=ONCE) as client:
            with pytest.raises(TransportError, match="no connection in time") as caught:
                await client.request("POST", "/open/order", json={})
        assert not isinstance(caught.value, DeadlineError)


async def test_the_deadline_covers_the_whole_call() -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        await asyncio.Event().wait()

    async with wire_server(script) as server, client_for(server, deadline=1) as client:
        with pytest.raises(OutcomeUnknownError, match="deadline passed while the request was in flight"):
            await client.request("POST", "/open/order", json={})
        with pytest.raises(DeadlineError, match="the deadline passed"):
            await client.request("GET", "/open/order", effect="read")


async def test_the_deadline_holds_with_a_transport_that_swallows_a_cancellation() -> None:
    class Stubborn(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.Event().wait()
            await asyncio.Event().wait()
            raise AssertionError("never reached")

    async with PandaPonClient(CREDENTIALS, transport=Stubborn(), deadline=0.2) as client:
        with pytest.raises(OutcomeUnknownError, match="deadline passed while the request was in flight"):
            await asyncio.wait_for(client.request("POST", "/open/order", json={}), 60)


async def test_what_is_no_http_leaves_a_write_in_doubt() -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        await connection.raw(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")

    async with wire_server(script) as server, client_for(server) as client:
        with pytest.raises(OutcomeUnknownError):
            await client.request("POST", "/open/order", json={})
        assert server.requests == 1


# --- trap one: aiohttp sends a GET again by itself -------------------------------------------------------------------


@pytest.mark.parametrize("effect", ["read", "write", "pay"])
@pytest.mark.parametrize("how", ["reset", "close"])
async def test_a_get_on_a_reused_connection_is_sent_once_with_one_signature(effect: str, how: str) -> None:
    """A GET may be a payment; and what is sent again must be signed anew."""
    nonces: list[str] = []

    async def script(connection: Connection) -> None:
        while request := await connection.request():
            nonces.append(request[1]["nonce-str"])
            if connection.number == 0 and connection.requests == 2:
                if how == "reset":
                    connection.abort()
                return
            await connection.answer()

    async with wire_server(script) as server, client_for(server) as client:
        await client.request("GET", "/alibaba/order/pay/url", effect=effect)
        again = client.request("GET", "/alibaba/order/pay/url", effect=effect)
        if effect == "read":
            await again
            assert len(nonces) == 3
        else:
            with pytest.raises(OutcomeUnknownError):
                await again
            assert len(nonces) == 2
    assert len(set(nonces)) == len(nonces)


# --- trap two: idle connections that the server closes ---------------------------------------------------------------


@pytest.mark.parametrize("effect", ["read", "write", "pay"])
async def test_a_connection_closed_while_idle_does_not_put_the_next_call_in_doubt(effect: str) -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        await connection.answer()  # and closes, without having said so

    async with wire_server(script) as server, client_for(server, retry=ONCE) as client:
        for _ in range(30):
            await client.request("POST", "/open/order", json={}, effect=effect)
            await asyncio.sleep(0.001)
        assert server.requests == 30


async def test_a_close_that_the_event_loop_has_not_seen_yet_is_seen_before_a_write() -> None:
    """The loop was busy while the server closed: without a look, the write would go into a dead connection."""
    closed = asyncio.Event()

    async def script(connection: Connection) -> None:
        await connection.request()
        await connection.answer()
        connection.writer.close()
        closed.set()

    async with wire_server(script) as server, client_for(server, retry=ONCE) as client:
        for _ in range(20):
            closed.clear()
            await client.request("POST", "/open/order", json={})
            await closed.wait()
            time.sleep(0.002)  # noqa: ASYNC251 - the busy loop is the point
            await client.request("POST", "/open/order", json={})
        assert server.requests == 40


async def test_writes_do_not_take_a_connection_that_was_idle_for_long() -> None:
    async with wire_server(serve_all) as server, client_for(server) as client:
        await client.request("POST", "/x", json={})
        await client.request("POST", "/x", json={})
        assert len(server.connections) == 1
        # aiohttp measures by the machine's clock.
        await asyncio.sleep(0.2)
        await client.request("POST", "/x", json={})
        assert len(server.connections) == 2


# --- TLS, redirects, proxies -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
async def tls_server(authority: trustme.CA) -> AsyncIterator[tuple[str, list[bytes]]]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    seen: list[bytes] = []

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append(await reader.readuntil(b"\r\n\r\n"))
        body = ok(True).content
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(accept, "localhost", 0, ssl=context)
    async with server:
        yield f"https://localhost:{server.sockets[0].getsockname()[1]}", seen


async def test_a_certificate_of_an_unknown_authority_is_refused(tls_server: tuple[str, list[bytes]]) -> None:
    base_url, seen = tls_server
    async with PandaPonClient(CREDENTIALS, base_url=base_url) as client:
        with pytest.raises(TransportError, match="certificate was not accepted") as caught:
            await client.request("POST", "/open/order", json={})
    assert seen == []
    assert caught.value.attempts == 1


async def test_other_authorities_can_be_trusted(
    authority: trustme.CA, tls_server: tuple[str, list[bytes]], make_transport: MakeTransport
) -> None:
    base_url, seen = tls_server
    context = ssl.create_default_context()
    authority.configure_trust(context)
    transport = make_transport(ssl_context=context)
    async with PandaPonClient(CREDENTIALS, base_url=base_url, transport=transport) as client:
        assert await client.request("POST", "/open/order", json={}) is True
    assert len(seen) == 1


async def test_redirects_are_not_followed() -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        await connection.raw(b"HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")

    async with wire_server(script) as server, client_for(server) as client:
        with pytest.raises(OutcomeUnknownError, match="check the base URL"):
            await client.request("POST", "/open/order", json={})
        assert server.requests == 1


async def test_a_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = []

    async def script(connection: Connection) -> None:
        while request := await connection.request():
            lines.append(request[0])
            await connection.answer()

    async with wire_server(script) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        async with PandaPonClient(CREDENTIALS, base_url="http://api.example") as client:
            await client.request("POST", "/open/order", json={})
        monkeypatch.setenv("no_proxy", "api.example")
        async with PandaPonClient(CREDENTIALS, base_url="http://api.example:1", retry=ONCE) as client:
            with pytest.raises(TransportError):
                await client.request("POST", "/open/order", json={})
    assert lines == ["POST http://api.example/open/order HTTP/1.1"]


async def test_a_proxy_that_refuses_means_that_nothing_was_sent(make_transport: MakeTransport) -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        await connection.raw(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")

    async with wire_server(script) as proxy:
        transport = make_transport(proxy=proxy.url)
        async with PandaPonClient(CREDENTIALS, transport=transport, base_url="https://api.example", retry=ONCE) as c:
            with pytest.raises(TransportError, match="proxy"):
                await c.request("POST", "/open/order", json={})
    assert proxy.requests == 1


# --- nothing is left behind ------------------------------------------------------------------------------------------


async def test_a_cancelled_call_leaves_no_task_and_no_connection() -> None:
    arrived = asyncio.Event()

    async def script(connection: Connection) -> None:
        await connection.request()
        arrived.set()
        assert await connection.reader.read() == b""  # the client hangs up
        connection.requests += 100

    async with wire_server(script) as server, client_for(server) as client:
        for effect in ("read", "write"):
            before = asyncio.all_tasks()
            call = asyncio.create_task(client.request("POST", "/open/order", json={}, effect=effect))
            await arrived.wait()
            arrived.clear()
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            for _ in range(20):
                await asyncio.sleep(0)
            mine = {task for task in asyncio.all_tasks() - before if "accept" not in repr(task)}
            assert mine == set()
        await asyncio.sleep(0.01)
        assert [connection.requests for connection in server.connections] == [101, 101]


async def test_thousands_of_calls_leave_nothing_behind() -> None:
    async with wire_server(serve_all) as server, client_for(server, max_concurrency=16) as client:

        async def calls(count: int) -> None:
            for _ in range(count):
                await client.request("POST", "/open/order", json={"a": 1})

        async with asyncio.TaskGroup() as group:
            for _ in range(16):
                group.create_task(calls(20))
        gc.collect()
        objects = len(gc.get_objects())
        async with asyncio.TaskGroup() as group:
            for _ in range(16):
                group.create_task(calls(180))
        gc.collect()
        assert len(gc.get_objects()) - objects < 500
        assert sum(not connection.writer.is_closing() for connection in server.connections) <= 16
        assert server.requests == 16 * 200


async def test_a_client_belongs_to_one_event_loop() -> None:
    client = PandaPonClient(CREDENTIALS, base_url="http://127.0.0.1:1", retry=ONCE)
    with pytest.raises(TransportError):
        await client.request("GET", "/x", effect="read")

    def elsewhere() -> None:
        asyncio.run(client.request("GET", "/x", effect="read"))

    with pytest.raises(ConfigurationError, match="one client per event loop"):
        await asyncio.to_thread(elsewhere)
    await client.aclose()
    with pytest.raises(ConfigurationError, match="closed"):
        await client.request("GET", "/x", effect="read")


@pytest.mark.parametrize("effect", ["read", "write"])
def test_it_works_under_uvloop(effect: str) -> None:
    async def main() -> int:
        async def script(connection: Connection) -> None:
            await connection.request()
            await connection.answer()

        # A read may meet the closed connection and is then sent again; a write must not meet it.
        retry = QUICK if effect == "read" else ONCE
        async with wire_server(script) as server, client_for(server, retry=retry) as client:
            for _ in range(20):
                await client.request("POST", "/open/order", json={}, effect=effect)
            return server.requests

    assert uvloop.run(main()) == 20
