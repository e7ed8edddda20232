"""A small receiver of pushes that checks nothing by itself and imports nothing of this project."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

PATIENCE = 60


def signature(base: bytes, secret: str) -> str:
    """The formula of the documentation: HEX_ENCODE(HMAC-SHA256(Base, Secret))."""
    return hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


@dataclass(frozen=True)
class HttpResponse:
    method: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found

    @property
    def type(self) -> str:
        return str(self.json["messageType"])

    @property
    def content(self) -> dict[str, Any]:
        body = self.json["messageBody"]
        found: dict[str, Any] = json.loads(body) if isinstance(body, str) else body
        return found


@dataclass
class Receiver:
    """Keeps what comes, and answers statuses one after the other, 200 after the last; ``None`` is no answer at all."""

    url: str = ""
    received: list[HttpResponse] = field(default_factory=list)
    answers: list[int | None] = field(default_factory=list)
    _arrived: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def until(self, count: int) -> list[HttpResponse]:
        """Wait until so many pushes have come in all."""
        async with asyncio.timeout(PATIENCE), self._arrived:
            await self._arrived.wait_for(lambda: len(self.received) >= count)
        return self.received

    def types(self) -> list[str]:
        return [push.type for push in self.received]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                headers = dict(line.lower().split(": ", 1) for line in head[1:] if line)
                body = await reader.readexactly(int(headers["content-length"]))
                status = self.answers.pop(0) if self.answers else 200
                async with self._arrived:
                    self.received.append(HttpResponse(head[0].split(" ")[0], headers, body))
                    self._arrived.notify_all()
                if status is None:
                    await reader.read()
                    return
                writer.write(f"HTTP/1.1 {status} -\r\ncontent-length: 0\r\n\r\n".encode())
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()


@asynccontextmanager
async def receiving(answers: Iterable[int | None] = ()) -> AsyncGenerator[Receiver]:
    receiver = Receiver(answers=list(answers))
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0)
    receiver.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/pushes?shop=1"
    try:
        yield receiver
    finally:
        server.close()


async def until(condition: Callable[[], object]) -> None:
    """Wait for something inside the sandbox that nobody announces."""
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.002)
