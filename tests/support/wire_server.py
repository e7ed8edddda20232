"""A TCP server whose every byte is scripted, for what no HTTP framework does on purpose."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import ssl
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import attrs


@attrs.define
class Connection:
    """One accepted connection."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    number: int
    requests: int = 0

    async def request(self) -> tuple[str, dict[str, str], bytes] | None:
        """Read one request; ``None`` at the end of the connection."""
        try:
            head = await self.reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            return None
        first, *lines = head.decode().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
        body = await self.reader.readexactly(int(headers.get("content-length", "0")))
        self.requests += 1
        return first, headers, body

    async def answer(self, data: object = True, *, status: str = "200 OK", extra: str = "") -> None:
        body = json.dumps({"requestId": "r", "code": 200, "developId": "1", "msg": "ok", "data": data}).encode()
        head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n{extra}\r\n"
        await self.raw(head.encode() + body)

    async def raw(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    def abort(self) -> None:
        """Reset the connection."""
        linger = struct.pack("ii", 1, 0)
        self.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.writer.transport.abort()


@attrs.define
class WireServer:
    scheme: str = "http"
    port: int = 0
    connections: list[Connection] = attrs.field(factory=list)

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    @property
    def requests(self) -> int:
        return sum(connection.requests for connection in self.connections)


@asynccontextmanager
async def wire_server(
    script: Callable[[Connection], Awaitable[None]], *, context: ssl.SSLContext | None = None, port: int = 0
) -> AsyncIterator[WireServer]:
    """Run ``script`` for each connection."""
    server = WireServer("https" if context else "http")
    tasks: set[asyncio.Task[None]] = set()

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = Connection(reader, writer, len(server.connections))
        server.connections.append(connection)
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            # Cancelled at the end of the block; asyncio would log that.
            with contextlib.suppress(ConnectionError, asyncio.CancelledError):
                await script(connection)
        finally:
            tasks.discard(task)
            writer.close()

    listener = await asyncio.start_server(accept, "127.0.0.1", port, ssl=context)
    server.port = listener.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listener.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0)
