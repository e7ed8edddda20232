"""The core alone: a call over a real socket with the default transport, and one over an httpx transport."""

import asyncio
import json
import pathlib
import subprocess
import sys

import httpx

import pandapon_async
from pandapon_async import APIError, Credentials, PandaPonClient

CREDENTIALS = Credentials(access_key="key", access_secret="made-up-secret", user_id="user")
ARGUMENTS = {"order_id": 1, "warehouse_name": "w", "warehouse_address": "a"}


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    await reader.readexactly(length)
    body = json.dumps({"code": 200, "data": True}).encode()
    writer.write(
        b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%s" % (len(body), body)
    )
    await writer.drain()
    writer.close()


async def main() -> None:
    assert "site-packages" in pandapon_async.__file__
    assert (pathlib.Path(pandapon_async.__file__).parent / "py.typed").exists()
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, PandaPonClient(CREDENTIALS, base_url=f"http://127.0.0.1:{port}") as client:
        assert await client.taobao.orders.update_warehouse(**ARGUMENTS) is True
    refusing = httpx.MockTransport(lambda request: httpx.Response(200, json={"code": 404, "msg": "no", "data": None}))
    async with PandaPonClient(CREDENTIALS, transport=refusing) as client:
        try:
            await client.taobao.orders.update_warehouse(**ARGUMENTS)
        except APIError as error:
            assert error.code == 404
        else:
            raise AssertionError("a refusal was taken for a success")


asyncio.run(main())
shown = subprocess.run(
    [pathlib.Path(sys.executable).parent / "pandapon", "--help"], capture_output=True, text=True, check=False
)
assert "pandapon-async[cli" in shown.stderr + shown.stdout or shown.returncode == 0, shown.stderr
