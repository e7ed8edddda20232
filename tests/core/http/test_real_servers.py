"""The transports against a real nginx and through a real tinyproxy."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from certificates import authority, client_context
from real_servers import Nginx, free_port, nginx, tinyproxy
from transports import TRANSPORTS, request_to
from wire_server import Connection, wire_server

from pandapon_async import HttpTransport
from pandapon_async._core.http.errors import HttpError
from pandapon_async._core.http.sender import DirectTransport

CREDENTIALS = "buyer:pass%2Dword"
PLAIN = {"accept-encoding": "identity"}
MakeTransport = Callable[..., DirectTransport]

# aiohttp leaves the transport under TLS through a proxy to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(scope="module")
def upstream_port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, upstream_port: int) -> Iterator[Nginx]:
    with nginx(tmp_path_factory.mktemp("nginx"), upstream=upstream_port) as running:
        yield running


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory, server: Nginx) -> Iterator[str]:
    with tinyproxy(tmp_path_factory.mktemp("tinyproxy"), allowed=server.tls_port) as port:
        yield f"http://{CREDENTIALS}@127.0.0.1:{port}"


@pytest.fixture(params=TRANSPORTS)
async def make(request: pytest.FixtureRequest) -> AsyncIterator[MakeTransport]:
    made: list[DirectTransport] = []

    def make(**settings: object) -> DirectTransport:
        made.append(TRANSPORTS[request.param](ssl_context=client_context(), **settings))
        return made[-1]

    yield make
    for transport in made:
        await transport.aclose()


def base_urls(server: Nginx) -> tuple[str, str]:
    return f"http://127.0.0.1:{server.port}", f"https://127.0.0.1:{server.tls_port}"


async def test_no_write_meets_a_connection_that_nginx_closes_after_some_requests(
    server: Nginx, make: MakeTransport
) -> None:
    transport = make()
    for base in base_urls(server):

        async def write(base: str = base) -> None:
            for _ in range(20):
                assert (await transport.send(request_to(base + "/open/order"))).body == b'{"code":200,"data":true}'

        await asyncio.gather(*[write() for _ in range(8)])


async def test_a_compressed_body_in_chunks_is_read(server: Nginx, make: MakeTransport) -> None:
    transport = make()
    for base in base_urls(server):
        request = request_to(
            base + "/files/page.json", method="GET", body=None, effect="read", headers={"accept-encoding": "gzip"}
        )
        response = await transport.send(request)
        assert response.headers["content-encoding"] == "gzip"
        assert "content-length" not in response.headers
        assert len(response.body) > 20_000


async def test_head_has_no_body(server: Nginx, make: MakeTransport) -> None:
    transport = make()
    for _ in range(3):
        url = base_urls(server)[1] + "/files/page.json"
        response = await transport.send(request_to(url, method="HEAD", body=None, effect="read", headers=PLAIN))
        assert (response.status, response.body) == (200, b"")
        assert int(response.headers["content-length"]) > 20_000


async def test_a_server_behind_nginx_gets_the_request_and_its_absence_is_a_502(
    server: Nginx, make: MakeTransport, upstream_port: int
) -> None:
    seen: list[bytes] = []

    async def script(connection: Connection) -> None:
        if request := await connection.request():
            seen.append(request[2])
            await connection.answer()

    transport = make()
    url = base_urls(server)[0] + "/upstream/open/order"
    assert (await transport.send(request_to(url))).status == 502
    async with wire_server(script, port=upstream_port):
        assert (await transport.send(request_to(url, body=b'{"a":1}'))).status == 200
    assert seen == [b'{"a":1}']


@pytest.mark.filterwarnings("ignore:Sending a large body:ResourceWarning")
async def test_a_body_that_nginx_refuses_is_answered_or_was_not_sent_in_full(
    server: Nginx, make: MakeTransport
) -> None:
    transport = make()
    for base in base_urls(server):
        try:
            response = await transport.send(request_to(base + "/open/order", body=bytes(5_000_000)))
        except HttpError as error:
            # nginx has closed the connection before its answer could be read.
            assert error.progress != "never_sent"
        else:
            assert response.status == 413


async def test_requests_go_through_the_proxy(server: Nginx, make: MakeTransport, proxy: str) -> None:
    transport = make(proxy=proxy)
    for base in base_urls(server):
        for _ in range(3):
            assert (await transport.send(request_to(base + "/open/order"))).status == 200


async def test_a_proxy_that_does_not_connect_means_that_nothing_was_sent(
    server: Nginx, make: MakeTransport, proxy: str
) -> None:
    for through, port in ((proxy, 1), (proxy.replace(CREDENTIALS, "buyer:wrong"), server.tls_port)):
        transport = make(proxy=through)
        with pytest.raises(HttpError) as caught:
            await transport.send(request_to(f"https://127.0.0.1:{port}/open/order"))
        assert (caught.value.progress, caught.value.phase) == ("never_sent", "proxy")
        assert "wrong" not in str(caught.value)


async def test_a_proxy_of_the_environment_is_used(
    server: Nginx, make: MakeTransport, proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    assert (await make().send(request_to(base_urls(server)[1] + "/open/order"))).status == 200
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    with pytest.raises(HttpError) as caught:
        await make().send(request_to(base_urls(server)[1] + "/open/order"))
    assert (caught.value.progress, caught.value.phase) == ("never_sent", "proxy")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert (await make().send(request_to(base_urls(server)[1] + "/open/order"))).status == 200


async def test_roots_of_a_file_are_trusted(server: Nginx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = base_urls(server)[1] + "/open/order"
    transport = HttpTransport()
    with pytest.raises(HttpError, match="its issuer is unknown"):
        await transport.send(request_to(url))
    await transport.aclose()
    roots = tmp_path / "roots.pem"
    authority().cert_pem.write_to_path(str(roots))
    monkeypatch.setenv("SSL_CERT_FILE", str(roots))
    transport = HttpTransport()
    assert (await transport.send(request_to(url))).status == 200
    await transport.aclose()
