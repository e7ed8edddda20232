"""Every point at which a connection can end or stall, byte by byte: what the error says about the request.

A peer reads the first n bytes of a request, or sends the first n bytes of a response, and then closes the connection,
resets it or falls silent.
"""

from __future__ import annotations

import asyncio
from typing import Literal

import attrs
import pytest
from certificates import client_context, server_context
from transports import SENDERS, request_to
from virtual_time import run_virtual
from wire_server import Connection, WireServer, wire_server

from pandapon_async._core.http.errors import HttpError
from pandapon_async._core.http.request import Effect
from pandapon_async._core.http.response import HttpResponse
from pandapon_async._core.http.sender import Sender

Ending = Literal["close", "reset", "silence"]
ENDINGS: tuple[Ending, ...] = ("close", "reset", "silence")
#: Other libraries cannot tell as much; there it must be true, not exact, and fewer points will do.
EXACT = {"own"}
RESPONSES = {
    "a length": b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{"code":200}',
    "chunks": b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{"code\r\n6\r\n":200}\r\n0\r\n\r\n',
    "an interim response": b"HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
}
#: No sender's request is shorter.
REQUEST_BYTES = 110


@attrs.define
class Peer:
    """What the server does on each connection."""

    reads: int | None = None
    sends: bytes = b""
    ending: Ending = "close"
    read: bytes = b""

    async def script(self, connection: Connection) -> None:
        self.read = b""
        if self.reads is None:
            self.read = repr(await connection.request()).encode()
        elif self.reads:
            self.read = await connection.reader.readexactly(self.reads)
        if self.sends:
            await connection.raw(self.sends)
        if self.ending == "reset":
            connection.abort()
        elif self.ending == "silence":
            await asyncio.Event().wait()


async def attempt(sender: Sender, server: WireServer, effect: Effect) -> HttpError | HttpResponse:
    try:
        return await sender.send(request_to(server.url + "/open/order?a=1", effect=effect, read=0.5))
    except HttpError as error:
        return error


def run(peer: Peer, kind: str, points: range, vary: Literal["reads", "sends"], *, tls: bool) -> None:
    whole = peer.sends

    async def main() -> None:
        context = server_context() if tls else None
        sender = SENDERS[kind](ssl_context=client_context())
        async with wire_server(peer.script, context=context) as server:
            for n in points:
                if vary == "reads":
                    peer.reads = n
                else:
                    peer.sends = whole[:n]
                effect: Effect = "read" if n % 2 else "write"
                error = await attempt(sender, server, effect)
                assert isinstance(error, HttpError), n
                check(error, n, vary, peer, exact=kind in EXACT)
            await sender.aclose()

    # Time jumps only if nothing happens, so that silence takes no time.
    if peer.ending == "silence":
        run_virtual(main())
    else:
        asyncio.run(main())


def check(error: HttpError, n: int, vary: str, peer: Peer, *, exact: bool) -> None:
    progress = error.progress
    if peer.read:
        assert progress != "never_sent", n
    if not peer.sends:
        assert progress != "answer_begun", n
    assert error.timed_out is (peer.ending == "silence"), (n, error)
    if not exact:
        return
    if vary == "sends":
        assert progress == ("answer_begun" if n else "sent"), n
        assert error.phase == "read", n
    elif n:
        assert (progress, error.phase) == ("sent", "read"), n
    else:
        # The connection may have ended before the request could be written.
        assert progress in ("sent", "never_sent"), n


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("kind", SENDERS)
def test_a_peer_that_has_read_the_first_n_bytes_of_a_request(kind: str, ending: Ending, tls: bool) -> None:
    step = 1 if kind in EXACT else 13
    run(Peer(ending=ending), kind, range(0, REQUEST_BYTES, step), "reads", tls=tls)


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("framing", RESPONSES)
@pytest.mark.parametrize("kind", SENDERS)
def test_a_peer_that_has_sent_the_first_n_bytes_of_a_response(
    kind: str, framing: str, ending: Ending, tls: bool
) -> None:
    whole = RESPONSES[framing]
    if (kind, framing, ending) == ("aiohttp", "an interim response", "silence"):
        # aiohttp stops its timer with an interim response; only the deadline of the call is left then.
        whole = whole[whole.index(b"\r\n\r\n") + 4 :]
    step = 1 if kind in EXACT else 13
    run(Peer(sends=whole, ending=ending), kind, range(0, len(whole), step), "sends", tls=tls)
