"""The default transport over real sockets: which connections it uses, how many, and that it leaves none behind."""

from __future__ import annotations

import asyncio
import contextvars
import gc
import random
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
import uvloop
from certificates import client_context, server_context
from transports import request_to
from virtual_time import run_virtual
from wire_server import Connection, wire_server

from pandapon_async import ConfigurationError, HttpTransport
from pandapon_async._core.http.errors import HttpError, ResponseTooLargeError
from pandapon_async._core.http.request import Effect
from pandapon_async._core.http.transport import http_transport
from pandapon_async._core.http.transport.opening import open_connection

EFFECTS: tuple[Effect, ...] = ("read", "write")


async def serve(connection: Connection) -> None:
    while await connection.request():
        await connection.answer()


@asynccontextmanager
async def transport_of(**settings: object) -> AsyncIterator[HttpTransport]:
    transport = HttpTransport(ssl_context=client_context(), **settings)  # type: ignore[arg-type]
    try:
        yield transport
    finally:
        await transport.aclose()


async def failure(transport: HttpTransport, url: str, **settings: object) -> HttpError:
    with pytest.raises(HttpError) as caught:
        await transport.send(request_to(url, **settings))  # type: ignore[arg-type]
    return caught.value


# --- which connection ---


@pytest.mark.parametrize("context", [None, server_context()], ids=["plain", "tls"])
async def test_requests_one_after_the_other_share_a_connection(context: object) -> None:
    async with wire_server(serve, context=context) as server, transport_of() as transport:
        for effect in ("write", "read", "write", "pay"):
            response = await transport.send(request_to(server.url + "/a", effect=effect))
            assert response.status == 200
            assert response.headers["content-type"] == "application/json"
        assert len(server.connections) == 1


def test_the_connection_that_went_idle_last_is_taken_first_and_old_ones_are_closed() -> None:
    async def main() -> None:
        async with wire_server(serve) as server, transport_of(idle_timeout=10) as transport:

            async def read(count: int) -> None:
                requests = [transport.send(request_to(server.url + "/a", effect="read")) for _ in range(count)]
                await asyncio.gather(*requests)

            await read(3)
            for _ in range(5):
                await asyncio.sleep(3)
                await read(1)
            # Two have been idle for longer than ten seconds.
            assert [connection.reader.at_eof() for connection in server.connections].count(True) == 2
            assert sorted(connection.requests for connection in server.connections) == [1, 1, 6]
            await asyncio.sleep(11)
            assert all(connection.reader.at_eof() for connection in server.connections)

    run_virtual(main())


@pytest.mark.parametrize("effect", EFFECTS)
@pytest.mark.parametrize("when", ["with the response", "later", "just before"])
@pytest.mark.parametrize("context", [None, server_context()], ids=["plain", "tls"])
async def test_a_second_response_that_nobody_asked_for_is_never_taken(
    effect: Effect, when: str, context: object
) -> None:
    async def script(connection: Connection) -> None:
        while await connection.request():
            await connection.answer(f"asked {connection.number}")
            if when == "later":
                await asyncio.sleep(0.01)
            await connection.answer("not asked")
            unasked.set()

    async with wire_server(script, context=context) as server, transport_of() as transport:
        for number in range(10):
            unasked = asyncio.Event()
            response = await transport.send(request_to(server.url + "/a", effect=effect))
            assert b"asked %d" % number in response.body
            if when == "just before":
                await unasked.wait()
            elif when == "later":
                await asyncio.sleep(0.02)
        assert len(server.connections) == 10


async def test_a_server_that_speaks_first_is_sent_nothing() -> None:
    received: list[bytes] = []

    async def script(connection: Connection) -> None:
        await connection.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        with suppress(ConnectionError):
            received.append(await connection.reader.read(1))

    async with wire_server(script) as server, transport_of() as transport:
        unsent = 0
        for _ in range(50):
            try:
                await transport.send(request_to(server.url + "/a"))
            except HttpError as error:
                assert error.progress == "never_sent"
                unsent += 1
        await asyncio.sleep(0.01)
    # What arrives a moment after the request cannot be told from an answer.
    assert sum(map(len, received)) == 50 - unsent


@pytest.mark.parametrize("said", ["Connection: close\r\n", ""], ids=["said", "not said"])
async def test_a_connection_that_the_server_closes_is_not_used_again(said: str) -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        await connection.answer(extra=said)

    async with wire_server(script) as server, transport_of() as transport:
        for _ in range(30):
            await transport.send(request_to(server.url + "/a"))
        assert server.requests == 30


def serve_tls_once(listener: socket.socket) -> None:
    """Answer one request, in a thread: what TLS sends after the handshake has long arrived before the request."""
    raw, _ = listener.accept()
    with server_context().wrap_socket(raw, server_side=True) as connection:
        connection.recv(1 << 16)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")


async def test_session_tickets_of_tls_are_no_answer_that_nobody_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async def slowly(*arguments: Any) -> object:
        connection = await open_connection(*arguments)
        time.sleep(0.1)  # noqa: ASYNC251 - the loop is busy while the tickets arrive
        return connection

    monkeypatch.setattr(http_transport, "open_connection", slowly)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"https://127.0.0.1:{listener.getsockname()[1]}/a"
        async with transport_of() as transport:
            serving = asyncio.create_task(asyncio.to_thread(serve_tls_once, listener))
            assert (await transport.send(request_to(url))).status == 200
            await serving


async def test_a_response_to_head_has_no_body_and_the_connection_stays() -> None:
    async def script(connection: Connection) -> None:
        while await connection.request():
            await connection.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")

    async with wire_server(script) as server, transport_of() as transport:
        for _ in range(2):
            response = await transport.send(request_to(server.url + "/a", method="HEAD", body=None, effect="read"))
            assert response.body == b""
        assert len(server.connections) == 1


@pytest.mark.parametrize(
    ("response", "too_large"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n", True),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 1001, True),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200_000, True),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}", False),
    ],
    ids=["announced", "sent", "headers", "two lengths"],
)
async def test_a_response_that_cannot_be_used_closes_the_connection(response: bytes, too_large: bool) -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        await connection.raw(response)
        await connection.reader.read()

    async with wire_server(script) as server, transport_of() as transport:
        for _ in range(3):
            error = await failure(transport, server.url + "/a", limit=1000)
            assert error.progress == "answer_begun"
            assert isinstance(error, ResponseTooLargeError) is too_large


async def test_a_body_that_cannot_be_decoded_is_an_answer_that_has_begun() -> None:
    async def script(connection: Connection) -> None:
        while await connection.request():
            await connection.raw(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}")

    async with wire_server(script) as server, transport_of() as transport:
        error = await failure(transport, server.url + "/a")
        assert (error.progress, error.phase) == ("answer_begun", "protocol")


# --- how many connections ---


async def test_requests_beyond_the_limit_of_connections_wait_their_turn() -> None:
    waiting = 0

    async def script(connection: Connection) -> None:
        nonlocal waiting
        while await connection.request():
            waiting += 1
            await asyncio.sleep(0.005)
            waiting -= 1
            await connection.answer()

    async with wire_server(script) as server, transport_of(max_connections=3) as transport:
        requests = [transport.send(request_to(server.url + "/a", effect=EFFECTS[n % 2])) for n in range(30)]
        assert len(await asyncio.gather(*requests)) == 30
        assert len(server.connections) == 3


async def test_a_request_that_waits_too_long_for_a_connection_was_never_sent() -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        await asyncio.Event().wait()

    async with wire_server(script) as server, transport_of(max_connections=1) as transport:
        first = asyncio.create_task(transport.send(request_to(server.url + "/a")))
        await asyncio.sleep(0.01)
        error = await failure(transport, server.url + "/a", pool=0.02)
        assert (error.progress, error.phase, error.timed_out) == ("never_sent", "pool", True)
        # A cancelled request makes room, whether it was sent or waits.
        waiting = asyncio.create_task(transport.send(request_to(server.url + "/a")))
        await asyncio.sleep(0)
        waiting.cancel()
        first.cancel()
        last = asyncio.create_task(transport.send(request_to(server.url + "/a")))
        await asyncio.sleep(0.02)
        assert server.requests == 2
        last.cancel()
        await asyncio.gather(first, waiting, last, return_exceptions=True)


def test_bursts_of_writes_do_not_pile_up_idle_connections() -> None:
    async def main() -> None:
        async with wire_server(serve) as server, transport_of() as transport:
            for _ in range(10):
                await asyncio.gather(*[transport.send(request_to(server.url + "/a")) for _ in range(8)])
                await asyncio.sleep(1)
            assert sum(not connection.reader.at_eof() for connection in server.connections) <= 8

    run_virtual(main())


# --- nothing is left behind ---


def open_sockets() -> int:
    gc.collect()
    return sum(isinstance(each, socket.socket) and each.fileno() >= 0 for each in gc.get_objects())


@pytest.mark.parametrize("context", [None, server_context()], ids=["plain", "tls"])
def test_ten_thousand_cancellations_leave_no_connection_no_task_and_no_timer(context: object) -> None:
    """Cancelled at each turn of the loop that a request takes: connecting, in the handshake, sending, waiting."""
    count = 10_000 if context is None else 1_000
    chance = random.Random(17)

    async def main() -> None:
        async with wire_server(serve, context=context) as server:
            tasks = len(asyncio.all_tasks())
            async with transport_of() as transport:
                cancelled = 0
                while cancelled < count:
                    requests = [request_to(server.url + "/a", effect=EFFECTS[n % 2]) for n in range(100)]
                    calls = [asyncio.create_task(transport.send(request)) for request in requests]
                    for _ in range(chance.choice((0, 0, 0, 1, 2, 3, 5, 8))):
                        await asyncio.sleep(0)
                    for call in calls:
                        if chance.random() < 0.02:
                            await asyncio.sleep(0)
                        call.cancel()
                    results = await asyncio.gather(*calls, return_exceptions=True)
                    cancelled += sum(isinstance(result, asyncio.CancelledError) for result in results)
                # What is left works.
                assert (await transport.send(request_to(server.url + "/a"))).status == 200
            for _ in range(200):
                if all(connection.writer.is_closing() for connection in server.connections):
                    break
                await asyncio.sleep(0.01)
            assert all(connection.writer.is_closing() for connection in server.connections)
            assert len(asyncio.all_tasks()) == tasks
            loop = asyncio.get_running_loop()
            # Nothing but the timers of the shared timer and of this test, each at most once.
            assert len([timer for timer in loop._scheduled if not timer.cancelled()]) <= 2

    before = open_sockets()
    asyncio.run(main())
    assert open_sockets() <= before


@pytest.mark.parametrize("point", range(12))
async def test_cancelled_at_any_turn_of_the_loop_a_request_leaves_its_connection_closed(point: int) -> None:
    async with wire_server(serve) as server, transport_of() as transport:
        call = asyncio.create_task(transport.send(request_to(server.url + "/a")))
        for _ in range(point):
            await asyncio.sleep(0)
        if call.cancel():
            with pytest.raises(asyncio.CancelledError):
                await call
            await asyncio.sleep(0.01)
            assert all(connection.writer.is_closing() for connection in server.connections)


async def test_closing_the_transport_ends_what_is_in_flight_and_says_how_far_it_got() -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        await connection.reader.read()

    async with wire_server(script) as server:
        transport = HttpTransport()
        call = asyncio.create_task(transport.send(request_to(server.url + "/a")))
        await asyncio.sleep(0.02)
        await transport.aclose()
        with pytest.raises(HttpError) as caught:
            await call
        assert caught.value.progress == "sent"
        with pytest.raises(ConfigurationError, match="closed"):
            await transport.send(request_to(server.url + "/a"))
        await asyncio.sleep(0.01)
        assert all(connection.reader.at_eof() for connection in server.connections)


async def test_a_transport_that_is_closed_while_it_connects_sends_nothing() -> None:
    async with wire_server(serve, context=server_context()) as server:
        transport = HttpTransport(ssl_context=client_context())
        call = asyncio.create_task(transport.send(request_to(server.url + "/a")))
        await asyncio.sleep(0)
        await transport.aclose()
        with pytest.raises(ConfigurationError, match="closed"):
            await call
        assert server.requests == 0


async def test_a_transport_belongs_to_one_event_loop() -> None:
    transport = HttpTransport()
    await failure(transport, "http://127.0.0.1:1/a")

    def elsewhere() -> None:
        asyncio.run(failure(transport, "http://127.0.0.1:1/a"))

    with pytest.raises(ConfigurationError, match="one client per event loop"):
        await asyncio.to_thread(elsewhere)
    await transport.aclose()


# --- connecting ---


async def test_a_refused_connection_was_never_sent(unused_port: int) -> None:
    async with transport_of() as transport:
        error = await failure(transport, f"http://127.0.0.1:{unused_port}/a")
    assert (error.progress, error.phase, error.timed_out) == ("never_sent", "connect", False)
    assert "refused" in str(error)


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.mark.parametrize("host", ["host.invalid", "a" * 70 + ".example", "a..example"])
async def test_a_host_that_is_not_found_was_never_sent_and_is_not_quoted(host: str) -> None:
    async with transport_of(proxy="") as transport:
        try:
            error = await failure(transport, f"http://{host}/a")
        except ConfigurationError as rejected:
            error = HttpError(str(rejected), progress="never_sent", phase="connect")
    assert (error.progress, error.phase) == ("never_sent", "connect")
    assert host not in str(error)


async def test_addresses_of_both_families_are_tried() -> None:
    """The name has an IPv6 address and an IPv4 address; only one of them has a server."""
    loop = asyncio.get_running_loop()
    resolve = loop.getaddrinfo

    async def both(host: object, port: object, **hints: object) -> object:
        if host != "both.example":
            return await resolve(host, port, **hints)  # type: ignore[arg-type]
        return [
            (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", port, 0, 0)),
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port)),
        ]

    loop.getaddrinfo = both  # type: ignore[method-assign,assignment]
    async with wire_server(serve) as server, transport_of(proxy="") as transport:
        response = await transport.send(request_to(f"http://both.example:{server.port}/a"))
        assert response.status == 200


@pytest.mark.parametrize(
    "url",
    ["ftp://a/", "http:///a", "http://a:99999/b", "http://user:secret@a/b", "a/b", "http://a?b=/c", "http://a b/c"],
)
async def test_a_url_that_is_none_of_a_server_is_rejected_without_being_quoted(url: str) -> None:
    async with transport_of(proxy="") as transport:
        with pytest.raises(ConfigurationError) as caught:
            await transport.send(request_to(url))
    assert url not in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "settings",
    [
        {"max_connections": 0},
        {"max_connections": True},
        {"idle_timeout": 0},
        {"idle_timeout": float("nan")},
        {"idle_timeout": float("inf")},
        {"proxy": "socks5://a:1"},
        {"proxy": "http://a:99999"},
    ],
)
def test_settings_that_cannot_work_are_rejected_at_once(settings: dict[str, object]) -> None:
    with pytest.raises(ConfigurationError):
        HttpTransport(**settings)  # type: ignore[arg-type]


# --- loops and time ---


def test_two_tasks_that_share_one_context_have_each_their_own_time_limit() -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        await asyncio.Event().wait()

    async def main() -> None:
        loop = asyncio.get_running_loop()
        shared = contextvars.copy_context()
        took: dict[float, float] = {}

        async def wait(seconds: float) -> None:
            await failure(transport, server.url + "/a", read=seconds)
            took[seconds] = loop.time()

        async with wire_server(script) as server, transport_of() as transport:
            limits = (9.0, 3.0, 6.0)
            await asyncio.gather(*[asyncio.create_task(wait(each), context=shared) for each in limits])
        assert took == {3.0: 3.0, 6.0: 6.0, 9.0: 9.0}

    run_virtual(main())


@pytest.mark.parametrize("context", [None, server_context()], ids=["plain", "tls"])
def test_it_works_under_uvloop(context: object) -> None:
    async def main() -> None:
        async def script(connection: Connection) -> None:
            while await connection.request():
                if connection.requests == 5:
                    return
                await connection.answer()

        async with wire_server(script, context=context) as server, transport_of() as transport:
            for number in range(20):
                request = transport.send(request_to(server.url + "/a", body=b"x" * 1000))
                if number % 5 == 4:
                    with pytest.raises(HttpError) as caught:
                        await request
                    assert (caught.value.progress, caught.value.phase) == ("sent", "read")
                else:
                    assert (await request).status == 200
            with suppress(HttpError):
                await transport.send(request_to("http://127.0.0.1:1/a"))

    uvloop.run(main())


def test_where_the_kernel_cannot_be_asked_the_loop_notices_what_arrived(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows."""
    for module in ("connection", "http_transport"):
        monkeypatch.setattr(f"pandapon_async._core.http.transport.{module}.CAN_POLL", False)

    async def main() -> None:
        async def script(connection: Connection) -> None:
            await connection.request()
            await connection.answer()

        async with wire_server(script) as server, transport_of() as transport:
            for _ in range(30):
                await transport.send(request_to(server.url + "/a"))
            assert server.requests == 30

    asyncio.run(main())


def test_a_request_imports_neither_httpx_nor_aiohttp() -> None:
    program = """
import asyncio, sys
from pandapon_async import HttpTransport
from pandapon_async._core.http.errors import HttpError
from pandapon_async._core.http.request import HttpRequest
from pandapon_async._core.http.timeouts import PhaseTimeouts

async def main():
    transport, limits = HttpTransport(), PhaseTimeouts(connect=1, read=1, write=1, pool=1)
    try:
        await transport.send(HttpRequest(method="GET", url="http://127.0.0.1:1/", headers={}, body=None, effect="read",
            timeout=limits, max_response_bytes=1))
    except HttpError as error:
        print(error.progress, sorted({"httpx", "httpx2", "aiohttp", "httpcore"} & set(sys.modules)))

asyncio.run(main())
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "never_sent []"
