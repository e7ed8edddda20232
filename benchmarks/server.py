"""A server that costs next to nothing: it reads a request to its end and answers with bytes prepared before.

It runs in a process of its own, so that what is measured is the client. ``python -m benchmarks.server`` prints its
port.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Final, cast

import uvloop

from benchmarks.payloads import ANSWERS

_HEAD_END: Final = b"\r\n\r\n"
_LENGTH: Final = b"content-length:"
_NOT_FOUND: Final = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"

_PREPARED: Final = {
    path.encode(): b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
    % (len(body), body)
    for path, body in ANSWERS.items()
}


class Answering(asyncio.Protocol):
    """One connection."""

    def __init__(self) -> None:
        self._read = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        # uvloop's is no subclass of it.
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Answer every request that is here whole."""
        self._read += data
        while (end := self._read.find(_HEAD_END)) >= 0:
            head = self._read[:end].lower()
            at = head.find(_LENGTH)
            length = int(head[at + len(_LENGTH) :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            whole = end + len(_HEAD_END) + length
            if len(self._read) < whole:
                return
            target = self._read.split(b" ", 2)[1].split(b"?", 1)[0]
            self._read = self._read[whole:]
            if self._transport is not None:
                self._transport.write(_PREPARED.get(target, _NOT_FOUND))


async def main() -> None:
    """Serve until the process is ended."""
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    sys.exit(uvloop.run(main()))
