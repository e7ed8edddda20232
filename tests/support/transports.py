"""The ways of sending a request, for tests that hold for all of them."""

from __future__ import annotations

import ssl
from collections.abc import Callable

import httpx
import httpx2

from pandapon_async import AiohttpTransport, HttpTransport
from pandapon_async._core.http.httpx_adapter import sender_for
from pandapon_async._core.http.request import Effect, HttpRequest
from pandapon_async._core.http.sender import DirectTransport, Sender
from pandapon_async._core.http.timeouts import PhaseTimeouts

#: The transports of this package.
TRANSPORTS: dict[str, Callable[..., DirectTransport]] = {"own": HttpTransport, "aiohttp": AiohttpTransport}


def _over_httpx(ssl_context: ssl.SSLContext | None = None) -> Sender:
    return sender_for(None, httpx.AsyncHTTPTransport(verify=ssl_context or True))


def _over_httpx2(ssl_context: ssl.SSLContext | None = None) -> Sender:
    return sender_for(None, httpx2.AsyncHTTPTransport(verify=ssl_context or True))


#: All senders, those over a caller's transport included.
SENDERS: dict[str, Callable[..., Sender]] = {**TRANSPORTS, "httpx": _over_httpx, "httpx2": _over_httpx2}


def request_to(  # noqa: PLR0913 - what tests vary
    url: str,
    *,
    method: str = "POST",
    body: bytes | None = b'{"orderId":"1"}',
    headers: dict[str, str] | None = None,
    effect: Effect = "write",
    limit: int = 1_000_000,
    **seconds: float,
) -> HttpRequest:
    """A request; ``connect``, ``read``, ``write`` and ``pool`` are its time limits in seconds."""
    limits = {"connect": 5.0, "read": 5.0, "write": 5.0, "pool": 5.0, **seconds}
    return HttpRequest(
        method=method,
        url=url,
        headers={"accept": "application/json"} if headers is None else headers,
        body=body,
        effect=effect,
        timeout=PhaseTimeouts(**limits),
        max_response_bytes=limit,
    )
