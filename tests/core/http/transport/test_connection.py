"""How much of a request was handed to the kernel: exact on asyncio's own loops, at each way in which sending ends."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import attrs
import pytest
from certificates import client_context, server_context
from virtual_time import run_virtual

from pandapon_async._core.http.errors import HttpError
from pandapon_async._core.http.shared_timer import SharedTimer
from pandapon_async._core.http.transport.connection import Connection
from pandapon_async._core.http.transport.response_reader import ResponseReader

REQUEST = b"POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\n\r\n{}"
#: More than the buffers of two sockets hold.
LARGE = bytes(4_000_000)
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"


@attrs.define
class Pair:
    """A connection, and the other end of its socket."""

    connection: Connection
    ours: socket.socket
    theirs: socket.socket
    lost: list[Connection]

    def exchange(
        self, request: bytes = REQUEST, *, read: float = 5.0, write: float = 5.0
    ) -> asyncio.Future[ResponseReader]:
        return self.connection.exchange(request, ResponseReader("POST", 1000), read=read, write=write)

    async def failure(self, waiting: asyncio.Future[ResponseReader]) -> HttpError:
        with pytest.raises(HttpError) as caught:
            await waiting
        await asyncio.sleep(0)
        assert self.lost == [self.connection]
        return caught.value

    def received(self) -> bytes:
        data = b""
        try:
            while piece := self.theirs.recv(1 << 20):
                data += piece
        except OSError:
            pass
        return data


@asynccontextmanager
async def pair(*, full: bool = False) -> AsyncIterator[Pair]:
    """Connect two sockets; ``full``: the kernel takes no more from ours."""
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    theirs.setblocking(False)
    if full:
        # The smallest pieces last: not one byte fits any more.
        for size in (1 << 16, 1 << 10, 1):
            while True:
                try:
                    ours.send(b"." * size)
                except BlockingIOError:
                    break
    loop = asyncio.get_running_loop()
    lost: list[Connection] = []
    timer: SharedTimer[Connection] = SharedTimer(Connection.on_silence)
    _, connection = await loop.create_connection(lambda: Connection(loop, timer, lost.append), sock=ours)
    try:
        yield Pair(connection, ours, theirs, lost)
    finally:
        connection.abort()
        theirs.close()
        await asyncio.sleep(0)


def run(test: Callable[[Pair], object], *, full: bool = False) -> None:
    async def main() -> None:
        async with pair(full=full) as both:
            await test(both)  # type: ignore[misc]

    run_virtual(main())


def test_what_the_kernel_took_not_one_byte_of_was_never_sent() -> None:
    async def test(both: Pair) -> None:
        error = await both.failure(both.exchange(write=3))
        assert (error.progress, error.phase, error.timed_out) == ("never_sent", "write", True)
        assert asyncio.get_running_loop().time() == 3
        assert REQUEST not in both.received()

    run(test, full=True)


def test_closing_the_transport_before_the_kernel_took_anything_leaves_the_request_unsent() -> None:
    async def test(both: Pair) -> None:
        waiting = both.exchange()
        both.connection.abort()
        error = await both.failure(waiting)
        assert error.progress == "never_sent"
        assert REQUEST not in both.received()

    run(test, full=True)


def test_a_cancelled_request_that_waits_in_the_buffer_is_never_sent() -> None:
    async def test(both: Pair) -> None:
        waiting = both.exchange()
        waiting.cancel()
        both.connection.abort()
        await asyncio.sleep(1)
        assert REQUEST[:1] not in both.received()

    run(test, full=True)


@pytest.mark.parametrize("ending", ["time-out", "abort", "end of input", "reset"])
def test_what_the_kernel_took_a_part_of_was_sent_in_part(ending: str) -> None:
    async def test(both: Pair) -> None:
        waiting = both.exchange(LARGE, write=3)
        await asyncio.sleep(1)
        if ending == "abort":
            both.connection.abort()
        elif ending == "end of input":
            both.theirs.shutdown(socket.SHUT_WR)
        elif ending == "reset":
            both.theirs.close()
        error = await both.failure(waiting)
        assert error.progress == "partly_sent"
        assert error.phase == ("read" if ending == "abort" else "write")
        assert error.timed_out is (ending == "time-out")

    run(test)


def test_the_time_for_writing_begins_anew_with_each_part_that_leaves() -> None:
    async def test(both: Pair) -> None:
        waiting = both.exchange(LARGE, write=3, read=3)
        left = len(LARGE)
        while left:
            await asyncio.sleep(2)
            left -= len(both.theirs.recv(200_000))
        assert asyncio.get_running_loop().time() > 20
        both.theirs.send(RESPONSE)
        assert (await waiting).body == b"hi"

    run(test)


def test_the_time_for_reading_begins_when_the_request_has_left() -> None:
    async def test(both: Pair) -> None:
        waiting = both.exchange(LARGE, write=100, read=3)
        await asyncio.sleep(50)
        while not waiting.done():
            if not both.received():
                await asyncio.sleep(0.01)
        error = await both.failure(waiting)
        assert (error.progress, error.phase, error.timed_out) == ("sent", "read", True)
        assert 53 <= asyncio.get_running_loop().time() < 54

    run(test)


def test_what_the_kernel_took_all_of_was_sent() -> None:
    async def test(both: Pair) -> None:
        waiting = both.exchange()
        assert both.received() == REQUEST
        both.theirs.close()
        error = await both.failure(waiting)
        assert (error.progress, error.phase) == ("sent", "read")

    run(test)


def test_a_send_that_fails_at_once_sent_nothing() -> None:
    async def test(both: Pair) -> None:
        # The loop has not seen it yet.
        both.ours.shutdown(socket.SHUT_WR)
        error = await both.failure(both.exchange())
        assert (error.progress, error.phase) == ("never_sent", "write")
        assert both.received() == b""

    run(test)


def test_a_response_to_a_request_that_is_still_leaving_is_taken_and_the_connection_is_not_used_again() -> None:
    async def test(both: Pair) -> None:
        waiting = both.exchange(LARGE)
        both.theirs.send(RESPONSE)
        assert (await waiting).body == b"hi"
        assert not both.connection.reusable

    run(test)


def test_a_connection_is_quiet_until_the_peer_sends_or_closes() -> None:
    async def test(both: Pair) -> None:
        assert both.connection.is_quiet()
        both.theirs.send(b"x")
        # The kernel knows, although the loop has not run.
        assert not both.connection.is_quiet()
        await asyncio.sleep(0.01)
        assert both.connection.is_closing

    run(test)


@pytest.mark.parametrize("ending", [socket.SHUT_WR, None])
def test_a_connection_that_the_peer_has_closed_is_not_quiet(ending: int | None) -> None:
    async def test(both: Pair) -> None:
        if ending is None:
            both.theirs.close()
        else:
            both.theirs.shutdown(ending)
        assert not both.connection.is_quiet()

    run(test)


@pytest.mark.parametrize("unasked", [b"\r\n", RESPONSE, b"\0"])
def test_bytes_that_nobody_asked_for_close_the_connection(unasked: bytes) -> None:
    async def test(both: Pair) -> None:
        both.theirs.send(unasked)
        await asyncio.sleep(0.01)
        assert both.connection.is_closing
        assert both.lost == [both.connection]

    run(test)


# --- TLS: what counts are the bytes of the request as they are encrypted ---


@asynccontextmanager
async def tls_pair() -> AsyncIterator[tuple[Connection, asyncio.StreamReader, asyncio.StreamWriter]]:
    loop = asyncio.get_running_loop()
    accepted: asyncio.Future[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = loop.create_future()
    server = await asyncio.start_server(
        lambda *both: accepted.set_result(both), "127.0.0.1", 0, ssl=server_context(), limit=1 << 16
    )
    timer: SharedTimer[Connection] = SharedTimer(Connection.on_silence)
    port = server.sockets[0].getsockname()[1]
    _, connection = await loop.create_connection(lambda: Connection(loop, timer, lambda _: None), "127.0.0.1", port)
    await connection.start_tls(client_context(), "127.0.0.1")
    reader, writer = await accepted
    try:
        yield connection, reader, writer
    finally:
        connection.abort()
        writer.transport.abort()
        server.close()
        await asyncio.sleep(0.01)


async def test_over_tls_a_request_that_left_in_part_was_sent_in_part() -> None:
    async with tls_pair() as (connection, _, writer):
        writer.transport.pause_reading()
        waiting = connection.exchange(bytes(50_000_000), ResponseReader("POST", 1000), read=5, write=0.1)
        with pytest.raises(HttpError) as caught:
            await waiting
        assert (caught.value.progress, caught.value.phase) == ("partly_sent", "write")
        assert caught.value.timed_out


async def test_over_tls_a_response_is_read_and_the_connection_stays() -> None:
    async with tls_pair() as (connection, reader, writer):
        for _ in range(3):
            waiting = connection.exchange(REQUEST, ResponseReader("POST", 1000), read=5, write=5)
            assert await reader.readexactly(len(REQUEST)) == REQUEST
            writer.write(RESPONSE)
            assert (await waiting).body == b"hi"
            assert connection.reusable
        assert connection.is_quiet()


async def test_over_tls_a_body_that_ends_with_the_connection_needs_the_servers_farewell() -> None:
    """Without it, somebody may have cut the connection."""
    endless = b"HTTP/1.1 200 OK\r\n\r\nhalf an order"
    async with tls_pair() as (connection, _, writer):
        waiting = connection.exchange(REQUEST, ResponseReader("POST", 1000), read=5, write=5)
        writer.write(endless)
        writer.close()
        assert (await waiting).body == b"half an order"
    async with tls_pair() as (connection, _, writer):
        waiting = connection.exchange(REQUEST, ResponseReader("POST", 1000), read=5, write=5)
        writer.write(endless)
        await asyncio.sleep(0.01)
        writer.transport.abort()
        with pytest.raises(HttpError) as caught:
            await waiting
        assert caught.value.progress == "answer_begun"
