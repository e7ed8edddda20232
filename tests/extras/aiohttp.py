"""The transport on aiohttp: a call goes through it to a server, and a failure says that nothing was sent."""

import asyncio

from pandapon_async import AiohttpTransport, Credentials, PandaPonClient, RetryPolicy, TransportError

BODY = b'{"code":200,"msg":"ok","data":true}'


async def respond(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY)
    await writer.drain()
    writer.close()


async def main() -> None:
    credentials = Credentials(access_key="key", access_secret="made-up-secret", user_id="user")
    server = await asyncio.start_server(respond, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with (
        server,
        PandaPonClient(
            credentials,
            base_url=f"http://127.0.0.1:{port}",
            transport=AiohttpTransport(),
            retry=RetryPolicy(attempts=1),
        ) as client,
    ):
        assert await client.request("GET", "/open/order", effect="read") is True
        server.close()
        try:
            await client.request("POST", "/open/order", json={})
        except TransportError:
            return
    raise AssertionError("the server was closed")


asyncio.run(main())
