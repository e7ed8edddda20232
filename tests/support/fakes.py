"""Stand-ins for what a client depends on: time, transport, account."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable

import httpcore
import httpx

from pandapon_async import Credentials

CREDENTIALS = Credentials(access_key="KEY-aaaaaaaa", access_secret="SECRET-planted-7391", user_id="2100007341207")
NOW = 1_700_000_000.0


class FakeClock:
    """Time that passes only when somebody sleeps."""

    def __init__(self, now: float = NOW) -> None:
        self.now = now
        self.slept: list[float] = []

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


Reply = httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]


class ScriptedTransport(httpx.AsyncBaseTransport):
    """Answers from a script and keeps the requests; a request beyond the script fails the test."""

    def __init__(self, replies: Iterable[Reply]) -> None:
        self._replies = list(replies)
        self.requests: list[httpx.Request] = []
        self.closed = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if not self._replies:
            raise AssertionError("unexpected request")
        reply = self._replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        if isinstance(reply, httpx.Response):
            return reply
        return reply(request)

    async def aclose(self) -> None:
        self.closed = True

    @property
    def sent(self) -> int:
        return len(self.requests)


def ok(data: object = None, **fields: object) -> httpx.Response:
    """A successful answer in the code style."""
    return answer({"requestId": "req-1", "code": 200, "developId": "1", "msg": "成功", "data": data, **fields})


def never_sent(kind: str = "ConnectError") -> httpx.TransportError:
    """The error of httpx's own transport before a byte has left: the error of httpcore is behind it."""
    error: httpx.TransportError = getattr(httpx, kind)("x")
    error.__cause__ = getattr(httpcore, kind)("x")
    return error


def answer(body: object, status: int = 200, **headers: str) -> httpx.Response:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return httpx.Response(status, content=content, headers={k.replace("_", "-"): v for k, v in headers.items()})


def digest(timestamp: str, nonce: str, credentials: Credentials = CREDENTIALS) -> str:
    """The signature as the documentation's table of signed parameters implies it, computed here on its own."""
    text = credentials.access_key + timestamp + nonce + credentials.access_secret
    return hashlib.md5(text.encode()).hexdigest().upper()
