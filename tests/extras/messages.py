"""Messages on SQLite: a signed push is stored over ASGI before it is answered; an unsigned one is refused."""

import asyncio
import hashlib
import hmac
import json
import tempfile
import time
from pathlib import Path

from pandapon_async.messages import Messages

PUSH = {
    "messageType": "made-up",
    "messageBody": {"n": 1},
    "messagePlatform": 0,
    "timestamp": str(int(time.time() * 1000)),
}


async def post(app: Messages, body: bytes, signature: str) -> int:
    sent: list[dict[str, object]] = []
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/",
        "raw_path": b"/",
        "query_string": b"",
        "headers": [(b"content-type", b"application/json"), (b"authorization", signature.encode())],
    }

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return int(str(sent[0]["status"]))


async def main() -> None:
    body = json.dumps(PUSH).encode()
    signature = hmac.new(b"made-up-secret", b"key" + body, hashlib.sha256).hexdigest()
    with tempfile.TemporaryDirectory() as folder:
        app = Messages(secret="made-up-secret", access_key="key", inbox=Path(folder, "inbox.sqlite"))
        async with app.running():
            assert await post(app, body, signature) == 200
            assert await post(app, body, "0" * 64) == 401


asyncio.run(main())
