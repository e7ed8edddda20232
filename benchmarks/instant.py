"""A server that costs next to nothing: prepared bytes for every request, over one protocol without a framework.

``python -m benchmarks.instant`` serves in a process of its own, so that what is measured is the client, and prints its
port; with ``PORT TLS_PORT FOLDER`` it serves there, also over TLS with the ``cert.pem`` and ``key.pem`` in the folder.
"""

from __future__ import annotations

import asyncio
import ssl
import sys
from pathlib import Path
from typing import Final

from benchmarks.samples import ANSWERS

_HEAD: Final = b"\r\n\r\n"
_LENGTH: Final = b"content-length:"
_ABSENT: Final = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
_PREPARED: Final = {
    path.encode(): b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    for path, body in ANSWERS.items()
}


class Instant(asyncio.Protocol):
    """One connection: answers each request that has arrived whole."""

    def __init__(self) -> None:
        self._arrived = b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport; uvloop's is no subclass of asyncio's, but has the same methods."""
        self._transport = transport  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]

    def data_received(self, data: bytes) -> None:
        """Answer."""
        self._arrived += data
        while (end := self._arrived.find(_HEAD)) >= 0:
            head = self._arrived[:end]
            lower = head.lower()
            at = lower.find(_LENGTH)
            length = int(lower[at + len(_LENGTH) :].partition(b"\r\n")[0]) if at >= 0 else 0
            whole = end + len(_HEAD) + length
            if len(self._arrived) < whole:
                return
            self._arrived = self._arrived[whole:]
            path = head.split(b" ", 2)[1].partition(b"?")[0]
            if self._transport is not None:
                self._transport.write(_PREPARED.get(path, _ABSENT))


async def serve(port: int = 0, tls_port: int = 0, folder: Path | None = None) -> None:
    """Serve until the process is ended."""
    loop = asyncio.get_running_loop()
    if folder is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
        await loop.create_server(Instant, "127.0.0.1", tls_port, backlog=1024, ssl=context)
    server = await loop.create_server(Instant, "127.0.0.1", port, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    serving = serve(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])) if len(sys.argv) > 1 else serve()
    try:
        import uvloop
    except ImportError:
        asyncio.run(serving)
    else:
        uvloop.run(serving)
