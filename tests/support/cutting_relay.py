"""Passes bytes between a client and a server, and cuts the connection after the n-th in one direction."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Literal

import attrs

__all__ = ["CuttingRelay", "cutting_relay"]


@attrs.define
class CuttingRelay:
    """Where to cut, and what passed.

    Attributes:
        direction: In which direction bytes are counted.
        after: Bytes after which the connection is cut; ``None`` for never.
        ending: What the client sees.
        passed: Bytes that passed, by direction, on the latest connection.
    """

    port: int = 0
    direction: Literal["up", "down"] = "up"
    after: int | None = None
    ending: Literal["close", "reset", "silence"] = "close"
    passed: dict[str, int] = attrs.field(factory=lambda: {"up": 0, "down": 0})

    async def pump(
        self, direction: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, client: asyncio.StreamWriter
    ) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(1 << 16):
                if direction == self.direction and self.after is not None:
                    data = data[: max(0, self.after - self.passed[direction])]
                self.passed[direction] += len(data)
                writer.write(data)
                await writer.drain()
                if direction == self.direction and self.passed[direction] == self.after:
                    break
            else:
                return
        await self.cut(client)

    async def cut(self, client: asyncio.StreamWriter) -> None:
        if self.ending == "silence":
            await asyncio.Event().wait()
        if self.ending == "reset":
            raw = client.get_extra_info("socket")
            if raw.fileno() >= 0:
                raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            client.transport.abort()
        client.close()


@asynccontextmanager
async def cutting_relay(server_port: int) -> AsyncIterator[CuttingRelay]:
    relay = CuttingRelay()
    tasks: set[asyncio.Task[None]] = set()

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            with suppress(asyncio.CancelledError):
                await relay_one(reader, writer)
        finally:
            tasks.discard(task)
            writer.close()

    async def relay_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        relay.passed = {"up": 0, "down": 0}
        if relay.after == 0:
            await relay.cut(writer)
            return
        up_reader, up_writer = await asyncio.open_connection("127.0.0.1", server_port)
        pumps = {
            asyncio.create_task(relay.pump("up", reader, up_writer, writer)),
            asyncio.create_task(relay.pump("down", up_reader, writer, writer)),
        }
        try:
            await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for pump in pumps:
                pump.cancel()
            await asyncio.wait(pumps)
            up_writer.close()

    listener = await asyncio.start_server(accept, "127.0.0.1", 0)
    relay.port = listener.sockets[0].getsockname()[1]
    try:
        yield relay
    finally:
        listener.close()
        # Connections that are being accepted have their task first.
        await asyncio.sleep(0.05)
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0.01)
