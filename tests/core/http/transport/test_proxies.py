"""Proxies: what they are told, and that nothing is sent if they do not connect."""

from __future__ import annotations

import asyncio
import base64
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress

import attrs
import pytest
from certificates import client_context, server_context
from transports import request_to
from wire_server import Connection, wire_server

from pandapon_async import ConfigurationError, HttpTransport
from pandapon_async._core.http.errors import HttpError
from pandapon_async._core.http.transport.proxies import environment_proxy, parse_proxy
from pandapon_async._core.http.transport.route import route_to


@attrs.define
class Tunnel:
    """A proxy that connects to a server on this machine."""

    port: int
    asked: list[tuple[str, dict[str, str], bytes]] = attrs.field(factory=list)

    async def script(self, connection: Connection) -> None:
        request = await connection.request()
        assert request is not None
        self.asked.append(request)
        await connection.raw(b"HTTP/1.1 200 Connection established\r\n\r\n")
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)

        async def pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
            with suppress(ConnectionError):
                while data := await source.read(1 << 16):
                    sink.write(data)
                    await sink.drain()
            sink.close()

        try:
            await asyncio.gather(pump(connection.reader, writer), pump(reader, connection.writer))
        finally:
            writer.close()


async def serve(connection: Connection) -> None:
    while await connection.request():
        await connection.answer()


@pytest.mark.parametrize("context", [None, server_context()], ids=["http", "https"])
async def test_https_goes_through_a_tunnel(context: ssl.SSLContext | None) -> None:
    async with wire_server(serve, context=server_context()) as server:
        tunnel = Tunnel(server.port)
        async with wire_server(tunnel.script, context=context) as proxy:
            url = proxy.url.replace("://", "://buyer:p%40ss%3Aword@")
            transport = HttpTransport(ssl_context=client_context(), proxy=url)
            for _ in range(3):
                assert (await transport.send(request_to(f"https://127.0.0.1:{server.port}/open/order"))).status == 200
            await transport.aclose()
        assert server.requests == 3
    [(line, headers, body)] = tunnel.asked
    assert line == f"CONNECT 127.0.0.1:{server.port} HTTP/1.1"
    assert base64.b64decode(headers.pop("proxy-authorization").removeprefix("Basic ")) == b"buyer:p@ss:word"
    # Nothing of the request reaches the proxy.
    assert headers == {"host": f"127.0.0.1:{server.port}"}
    assert body == b""


async def test_http_is_sent_to_the_proxy_with_the_whole_url() -> None:
    seen: list[tuple[str, dict[str, str], bytes]] = []

    async def script(connection: Connection) -> None:
        while request := await connection.request():
            seen.append(request)
            await connection.answer()

    async with wire_server(script) as proxy:
        transport = HttpTransport(proxy=proxy.url.replace("://", "://a:b@"))
        for _ in range(2):
            await transport.send(request_to("http://api.example:8080/open/order?x=1", body=b"{}"))
        await transport.aclose()
        assert len(proxy.connections) == 1
    line, headers, body = seen[0]
    assert line == "POST http://api.example:8080/open/order?x=1 HTTP/1.1"
    assert headers["host"] == "api.example:8080"
    assert headers["proxy-authorization"] == "Basic " + base64.b64encode(b"a:b").decode()
    assert body == b"{}"


async def refuses(connection: Connection) -> None:
    await connection.request()
    await connection.raw(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 5\r\n\r\nsorry")


async def hangs_up(connection: Connection) -> None:
    await connection.request()


async def resets(connection: Connection) -> None:
    await connection.request()
    connection.abort()


async def speaks_no_http(connection: Connection) -> None:
    await connection.request()
    await connection.raw(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")


async def sends_too_much(connection: Connection) -> None:
    await connection.request()
    with suppress(ConnectionError):
        await connection.raw(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200_000)


async def goes_on_after_its_answer(connection: Connection) -> None:
    await connection.request()
    with suppress(ConnectionError):
        await connection.raw(b"HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")


async def is_silent(connection: Connection) -> None:
    await connection.request()
    await asyncio.Event().wait()


@pytest.mark.parametrize(
    "script", [refuses, hangs_up, resets, speaks_no_http, sends_too_much, goes_on_after_its_answer, is_silent]
)
async def test_a_proxy_that_makes_no_tunnel_means_that_nothing_was_sent(
    script: Callable[[Connection], Awaitable[None]],
) -> None:
    async with wire_server(script) as proxy:
        transport = HttpTransport(ssl_context=client_context(), proxy=proxy.url)
        with pytest.raises(HttpError) as caught:
            await transport.send(request_to("https://api.example/open/order", connect=0.2))
        await transport.aclose()
    error = caught.value
    assert error.progress == "never_sent"
    assert error.phase in ("proxy", "tls")
    assert error.timed_out is (script is is_silent)
    if script is refuses:
        assert str(error) == "the proxy did not connect: HTTP status 407"


async def test_a_proxy_that_cannot_be_reached_means_that_nothing_was_sent() -> None:
    for url in ("http://api.example/a", "https://api.example/a"):
        transport = HttpTransport(ssl_context=client_context(), proxy="http://127.0.0.1:1")
        with pytest.raises(HttpError, match="no connection to the proxy") as caught:
            await transport.send(request_to(url))
        assert (caught.value.progress, caught.value.phase) == ("never_sent", "proxy")
        await transport.aclose()


@pytest.mark.parametrize("url", ["socks5://a:1", "http://", "http://a:99999", "ftp://a"])
def test_what_is_no_http_proxy_is_rejected(url: str) -> None:
    with pytest.raises(ConfigurationError, match="the proxy must be"):
        parse_proxy(url)


@pytest.mark.parametrize(
    ("url", "port"), [("a.example", 80), ("http://a.example:3128", 3128), ("https://a.example", 443)]
)
def test_a_proxy_may_be_given_without_scheme_and_port(url: str, port: int) -> None:
    assert (parse_proxy(url).host, parse_proxy(url).port) == ("a.example", port)


def test_the_credentials_of_a_proxy_are_not_shown() -> None:
    proxy = parse_proxy("http://buyer:secret@a.example")
    assert proxy.authorization
    route = route_to("http://b.example", proxy="http://buyer:secret@a.example", idle_timeout=1, slots=None)
    for shown in (repr(proxy), repr(route)):
        assert "secret" not in shown
        assert proxy.authorization.split()[-1] not in shown


@pytest.mark.parametrize(
    ("variables", "scheme", "expected"),
    [
        ({}, "https", ""),
        ({"HTTPS_PROXY": "http://p:1"}, "https", "http://p:1"),
        ({"https_proxy": "http://p:1"}, "https", "http://p:1"),
        ({"HTTPS_PROXY": "http://p:1"}, "http", ""),
        ({"ALL_PROXY": "http://p:1"}, "http", "http://p:1"),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": "api.example"}, "https", ""),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": ".example"}, "https", ""),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": "*"}, "https", ""),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": "api.example:444"}, "https", "http://p:1"),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": "api.example:443"}, "https", ""),
    ],
)
def test_the_environment_names_the_proxy(
    variables: dict[str, str], scheme: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert environment_proxy(scheme, "api.example", 443) == expected


@pytest.mark.parametrize(
    ("origin", "connect_to", "authority"),
    [
        ("http://api.example", ("api.example", 80), "api.example"),
        ("https://api.example", ("api.example", 443), "api.example"),
        ("https://api.example:8443", ("api.example", 8443), "api.example:8443"),
        ("http://[::1]:8080", ("::1", 8080), "[::1]:8080"),
        ("https://bücher.example", ("xn--bcher-kva.example", 443), "xn--bcher-kva.example"),
    ],
)
def test_a_route_names_the_server_as_the_host_header_does(
    origin: str, connect_to: tuple[str, int], authority: str
) -> None:
    route = route_to(origin, proxy="", idle_timeout=1, slots=None)
    assert (route.connect_to, route.authority) == (connect_to, authority)
