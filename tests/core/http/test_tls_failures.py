"""TLS that fails: none of the ways leaves a request in doubt. And TLS that is cut after the n-th byte on the wire."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import ssl
from collections.abc import Awaitable, Callable

import pytest
import trustme
from certificates import authority, client_context, server_context
from cutting_relay import cutting_relay
from transports import SENDERS, TRANSPORTS, request_to
from virtual_time import run_virtual
from wire_server import Connection, wire_server

from pandapon_async._core.http.errors import HttpError

NOW = dt.datetime.now(dt.UTC)
DAY = dt.timedelta(days=1)


def serving(*names: str, of: trustme.CA | None = None, **validity: dt.datetime) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    (of or authority()).issue_cert(*(names or ("127.0.0.1",)), **validity).configure_cert(context)
    return context


def trusting() -> ssl.SSLContext:
    """A client's context of its own, to be changed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    authority().configure_trust(context)
    return context


def limited(context: ssl.SSLContext, version: ssl.TLSVersion) -> ssl.SSLContext:
    context.minimum_version = context.maximum_version = version
    return context


def ciphers(context: ssl.SSLContext, names: str) -> ssl.SSLContext:
    limited(context, ssl.TLSVersion.TLSv1_2).set_ciphers(names)
    return context


def wants_certificate() -> ssl.SSLContext:
    context = limited(serving(), ssl.TLSVersion.TLSv1_2)
    context.verify_mode = ssl.CERT_REQUIRED
    authority().configure_trust(context)
    return context


def refuses_name() -> ssl.SSLContext:
    context = serving()
    context.sni_callback = lambda *_: ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
    return context


Case = tuple[Callable[[], ssl.SSLContext], Callable[[], ssl.SSLContext], str]
CASES: dict[str, Case] = {
    "expired": (lambda: serving(not_before=NOW - 2 * DAY, not_after=NOW - DAY), trusting, "it has expired"),
    "not valid yet": (lambda: serving(not_before=NOW + DAY, not_after=NOW + 2 * DAY), trusting, "it is not valid yet"),
    "another address": (lambda: serving("127.0.0.2"), trusting, "it is for another address"),
    "another name": (lambda: serving("other.example"), trusting, "it is for another"),
    "an unknown authority": (lambda: serving(of=trustme.CA()), trusting, "its issuer is unknown"),
    "no common version": (
        lambda: limited(serving(), ssl.TLSVersion.TLSv1_2),
        lambda: limited(trusting(), ssl.TLSVersion.TLSv1_3),
        "TLS version",
    ),
    "no common cipher": (
        lambda: ciphers(serving(), "ECDHE+AESGCM"),
        lambda: ciphers(trusting(), "ECDHE+CHACHA20"),
        "handshake failed",
    ),
    "a client certificate is wanted": (wants_certificate, trusting, "handshake failed"),
    "the name is refused": (refuses_name, trusting, "handshake failed"),
}


def handshaking(context: ssl.SSLContext, received: list[bytes]) -> Callable[[Connection], Awaitable[None]]:
    """A server that sends its alert before it closes; asyncio's drops it."""

    async def script(connection: Connection) -> None:
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        session = context.wrap_bio(incoming, outgoing, server_side=True)
        while data := await connection.reader.read(1 << 16):
            incoming.write(data)
            try:
                session.do_handshake()
                received.append(session.read(1 << 16))
            except ssl.SSLWantReadError:
                pass
            except ssl.SSLError:
                await connection.raw(outgoing.read())
                return
            await connection.raw(outgoing.read())

    return script


@pytest.mark.parametrize("kind", SENDERS)
@pytest.mark.parametrize("case", CASES)
async def test_a_handshake_that_fails_means_that_nothing_was_sent(case: str, kind: str) -> None:
    server, client, reason = CASES[case]
    received: list[bytes] = []
    transport = SENDERS[kind](ssl_context=client())
    async with wire_server(handshaking(server(), received)) as running:
        with pytest.raises(HttpError) as caught:
            await transport.send(request_to(f"https://127.0.0.1:{running.port}/a"))
        await transport.aclose()
    assert received == []
    error = caught.value
    assert (error.progress, error.phase, error.timed_out) == ("never_sent", "tls", False)
    assert "127.0.0.1" not in str(error)
    if kind in TRANSPORTS:
        assert reason in str(error)


async def answers_in_plain_http(connection: Connection) -> None:
    await connection.reader.read(100)
    await connection.raw(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")


async def answers_in_another_protocol(connection: Connection) -> None:
    await connection.raw(b"SSH-2.0-OpenSSH_9.6\r\n")
    await connection.reader.read(100)


async def hangs_up(connection: Connection) -> None:
    await connection.reader.read(100)


async def resets(connection: Connection) -> None:
    await connection.reader.read(100)
    connection.abort()


@pytest.mark.parametrize("kind", SENDERS)
@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (answers_in_plain_http, "does not speak TLS"),
        (answers_in_another_protocol, "does not speak TLS"),
        (hangs_up, "ended during the TLS handshake"),
        (resets, "ended during the TLS handshake"),
    ],
)
async def test_a_server_that_does_not_speak_tls_is_sent_nothing(
    script: Callable[[Connection], Awaitable[None]], reason: str, kind: str
) -> None:
    transport = SENDERS[kind](ssl_context=client_context())
    async with wire_server(script) as server:
        with pytest.raises(HttpError) as caught:
            await transport.send(request_to(f"https://127.0.0.1:{server.port}/a"))
        await transport.aclose()
    assert caught.value.progress == "never_sent"
    assert "certificate" not in str(caught.value)
    if kind == "own":
        assert caught.value.phase == "tls"
        assert reason in str(caught.value)


@pytest.mark.parametrize("kind", SENDERS)
def test_a_handshake_that_stalls_is_left_after_the_time_for_connecting(kind: str) -> None:
    async def main() -> None:
        async def script(connection: Connection) -> None:
            await asyncio.Event().wait()

        transport = SENDERS[kind](ssl_context=client_context())
        async with wire_server(script) as server:
            with pytest.raises(HttpError) as caught:
                await transport.send(request_to(f"https://127.0.0.1:{server.port}/a", connect=4))
            await transport.aclose()
        assert (caught.value.progress, caught.value.timed_out) == ("never_sent", True)
        assert 4 <= asyncio.get_running_loop().time() <= 5

    run_virtual(main())


# --- cut on the wire ---

#: All points take minutes; without the variable, some are tested, the first ones and the last ones among them.
ALL_POINTS = bool(os.environ.get("PANDAPON_TEST_ALL_POINTS"))


def points(total: int, kind: str) -> list[int]:
    if ALL_POINTS:
        return list(range(total))
    # Those of other libraries are tested by their authors, too.
    step = 31 if kind == "own" else 150
    return sorted({*range(0, total, step), *range(total - 3, total)})


def check(error: HttpError, n: int, *, received: bool, answered: bool) -> None:
    if received:
        assert error.progress != "never_sent", n
    if not answered:
        assert error.progress != "answer_begun", n
    if n < 200:
        # Within the first message of the handshake.
        assert error.progress == "never_sent", n
    if error.progress == "never_sent":
        assert error.phase in ("connect", "tls"), n


@pytest.mark.parametrize("ending", ["close", "reset", "silence"])
@pytest.mark.parametrize("direction", ["up", "down"])
@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3], ids=["TLS 1.2", "TLS 1.3"])
@pytest.mark.parametrize("kind", SENDERS)
def test_a_connection_that_is_cut_after_the_nth_byte_on_the_wire(
    kind: str, version: ssl.TLSVersion, direction: str, ending: str
) -> None:
    received: list[bytes] = []
    answered = False

    async def script(connection: Connection) -> None:
        nonlocal answered
        received.append(await connection.reader.read(1))
        await connection.request()
        answered = True
        await connection.answer()
        await connection.reader.read()

    async def main() -> None:
        nonlocal answered
        context = limited(trusting(), version)
        async with wire_server(script, context=server_context()) as server, cutting_relay(server.port) as relay:

            async def attempt() -> HttpError | None:
                transport = SENDERS[kind](ssl_context=context)
                try:
                    await transport.send(request_to(f"https://127.0.0.1:{relay.port}/a", connect=1, read=1, write=1))
                except HttpError as error:
                    return error
                finally:
                    await transport.aclose()
                return None

            assert await attempt() is None
            total = relay.passed[direction]
            relay.direction, relay.ending = direction, ending  # type: ignore[assignment]
            for n in points(total, kind):
                received.clear()
                answered = False
                relay.after = n
                error = await attempt()
                if error is None:
                    # The last bytes are TLS's farewell.
                    assert answered, n
                else:
                    check(error, n, received=any(received), answered=answered)

    if ending == "silence":
        run_virtual(main())
    else:
        asyncio.run(main())
