"""The sandbox on a socket: start, end, event loops, keep-alive, and its independence of the client."""

import ast
import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvloop
from sandbox_caller import Clock, signed_headers, until
from uvicorn.protocols.http.h11_impl import H11Protocol

import pandapon_async.sandbox
from pandapon_async.sandbox import RunningSandbox, Sandbox, serve
from pandapon_async.sandbox.server import protocol


async def order_over(sandbox: Sandbox, **options: Any) -> int:
    body = {"purchaseAmount": 1, "receiver": "{}", "orderLineList": "[]"}
    async with serve(sandbox, **options) as running, httpx.AsyncClient(base_url=running.url) as http:
        answer = await http.post("/open/order", json=body, headers=signed_headers())
        with pytest.raises(httpx.TransportError):
            await http.post("/open/order", json=body, headers={**signed_headers(), "x-sandbox-fault": "drop-after"})
        return answer.json()["code"]


@pytest.mark.parametrize("loop_factory", [asyncio.new_event_loop, uvloop.new_event_loop])
def test_it_serves_on_both_event_loops(clock: Clock, loop_factory: Callable[[], asyncio.AbstractEventLoop]) -> None:
    sandbox = Sandbox(clock=clock)
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        assert runner.run(order_over(sandbox)) == 200
    assert len(sandbox.orders) == 2


async def test_it_serves_without_httptools(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "AutoHTTPProtocol", H11Protocol)
    sandbox = Sandbox(clock=clock)
    assert await order_over(sandbox) == 200
    assert len(sandbox.orders) == 2


async def test_it_tells_where_it_listens(sandbox: Sandbox) -> None:
    async with serve(sandbox) as running:
        assert running.url == f"http://127.0.0.1:{running.port}"
        assert running.ka_url == f"{running.url}/api"
        assert running.console_url == f"{running.url}/_sandbox/"


async def test_a_port_in_use_is_an_error(running: RunningSandbox, sandbox: Sandbox) -> None:
    with pytest.raises(OSError, match="in use"):
        async with serve(sandbox, port=running.port):
            pass


async def test_the_end_leaves_no_task_and_frees_the_port(sandbox: Sandbox) -> None:
    before = asyncio.all_tasks()
    async with serve(sandbox) as first:
        reader, writer = await asyncio.open_connection(first.host, first.port)
    assert await reader.read() == b""
    writer.close()
    await writer.wait_closed()
    assert asyncio.all_tasks() == before
    async with serve(sandbox, port=first.port):
        pass


async def test_the_end_cancels_a_call_that_takes_too_long(sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    async with serve(sandbox, grace_period=0.02) as running, httpx.AsyncClient(base_url=running.url) as http:
        headers = {**signed_headers(), "x-sandbox-fault": "latency=60"}
        call = asyncio.create_task(http.post("/open/order", headers=headers))
        await until(lambda: sandbox.summary()["faults"])
        # The client is still waiting when the server ends.
        asyncio.get_running_loop().call_later(0.04, call.cancel)
    await asyncio.wait([call])
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_the_end_lets_a_running_call_finish(sandbox: Sandbox, caller_body: dict[str, Any]) -> None:
    async with httpx.AsyncClient() as http:
        async with serve(sandbox, grace_period=2) as running:
            headers = {**signed_headers(), "x-sandbox-fault": "latency-after=0.03"}
            call = asyncio.create_task(http.post(f"{running.url}/open/order", json=caller_body, headers=headers))
            await until(lambda: len(sandbox.orders))
        assert (await call).json()["code"] == 200


@pytest.fixture
def caller_body() -> dict[str, Any]:
    return {"purchaseAmount": 1, "receiver": "{}", "orderLineList": "[]"}


async def test_an_idle_connection_is_closed_after_its_time(sandbox: Sandbox) -> None:
    async with serve(sandbox, keep_alive=0.02) as running:
        reader, writer = await asyncio.open_connection(running.host, running.port)
        writer.write(b"GET /_sandbox/health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n")
        async with asyncio.timeout(2):
            assert b'"ok"' in await reader.read()
        writer.close()
        await writer.wait_closed()


async def test_a_client_that_goes_away_in_the_middle_of_its_body_does_nothing(
    sandbox: Sandbox, running: RunningSandbox
) -> None:
    head = "".join(
        f"{name}: {value}\r\n" for name, value in {**signed_headers(), "content-type": "application/json"}.items()
    )
    _, writer = await asyncio.open_connection(running.host, running.port)
    writer.write(f"POST /open/order HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n{head}\r\n{{".encode())
    await writer.drain()
    await until(lambda: sandbox.summary()["nonces"])
    writer.close()
    await writer.wait_closed()
    assert len(sandbox.orders) == 0


async def test_it_may_be_mounted_below_a_path(sandbox: Sandbox, caller_body: dict[str, Any]) -> None:
    transport = httpx.ASGITransport(app=sandbox, root_path="/pandapon")
    async with httpx.AsyncClient(transport=transport, base_url="http://host/pandapon") as http:
        answer = await http.post("/open/order", json=caller_body, headers=signed_headers())
    assert answer.json()["code"] == 200


def test_it_imports_nothing_of_the_client() -> None:
    imported = set()
    for file in Path(pandapon_async.sandbox.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert node.level == 0
                imported.add(node.module)
            elif isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
    ours = {name for name in imported if name.split(".")[0] == "pandapon_async"}
    assert ours
    # The catalogue is data: the specifications that the sandbox checks calls against.
    assert all(name.startswith(("pandapon_async.sandbox", "pandapon_async.catalogue")) for name in ours)
