"""Signed calls against one local server, by our client and by what a user would write instead; one peer a process.

``python -m benchmarks.calls PEER IN_FLIGHT CALLS PORT`` makes the calls and prints what they took.
"""

from __future__ import annotations

import asyncio
import hashlib
import importlib
import json
import secrets
import sys
import time
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.payloads import LOGISTICS_PATH

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable

    Call = Callable[[], Awaitable[object]]

__all__ = ["PEERS", "STOCK"]

KEY: Final = "k" * 32
SECRET: Final = "s" * 32
USER: Final = "2100007341207"
#: Where the stock client is generated to, below the folder of a run.
STOCK: Final = "stock_client"


def signed_headers() -> dict[str, str]:
    """Return the five headers, as somebody would write them by hand."""
    timestamp, nonce = str(int(time.time())), secrets.token_hex(16)
    digest = hashlib.md5((KEY + timestamp + nonce + SECRET).encode(), usedforsecurity=False).hexdigest().upper()
    return {"access-key": KEY, "timestamp": timestamp, "nonce-str": nonce, "user-id": USER, "signature": digest}


def opened(envelope: dict[str, Any]) -> Any:
    """Check the envelope and return what is in it."""
    if envelope["code"] != 200:
        raise RuntimeError(envelope["msg"])
    return envelope["data"]


@asynccontextmanager
async def ours(port: int, in_flight: int) -> AsyncGenerator[Call]:
    """Our client, with a typed result."""
    from pandapon_async import Credentials, PandaPonClient  # noqa: PLC0415 - each peer imports what it needs alone

    credentials = Credentials(access_key=KEY, access_secret=SECRET, user_id=USER)
    async with PandaPonClient(credentials, base_url=f"http://127.0.0.1:{port}", max_concurrency=in_flight) as client:
        get = client.taobao.orders.get_logistics
        yield lambda: get(sub_purchase_order_id="3682557363260579405")


@asynccontextmanager
async def _by_aiohttp(port: int, decode: Callable[[Any], Any]) -> AsyncGenerator[Call]:
    import aiohttp  # noqa: PLC0415

    url = f"http://127.0.0.1:{port}{LOGISTICS_PATH}"
    params = {"subPurchaseOrderId": "3682557363260579405"}
    timeout = aiohttp.ClientTimeout(total=90, connect=5, sock_read=30)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), timeout=timeout) as session:

        async def call() -> object:
            async with session.get(url, params=params, headers=signed_headers()) as response:
                response.raise_for_status()
                return opened(decode(await response.read()))

        yield call


def aiohttp_json(port: int, _in_flight: int) -> Any:
    """Hand-written aiohttp, JSON of the standard library, a dict as result."""
    return _by_aiohttp(port, json.loads)


def aiohttp_orjson(port: int, _in_flight: int) -> Any:
    """Hand-written aiohttp and orjson, a dict as result."""
    return _by_aiohttp(port, importlib.import_module("orjson").loads)


@asynccontextmanager
async def httpx_json(port: int, in_flight: int) -> AsyncGenerator[Call]:
    """Hand-written httpx, a dict as result."""
    import httpx  # noqa: PLC0415

    params = {"subPurchaseOrderId": "3682557363260579405"}
    limits = httpx.Limits(max_connections=in_flight, max_keepalive_connections=in_flight)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", limits=limits, timeout=30) as client:

        async def call() -> object:
            response = await client.get(LOGISTICS_PATH, params=params, headers=signed_headers())
            response.raise_for_status()
            return opened(response.json())

        yield call


@asynccontextmanager
async def stock(port: int, in_flight: int) -> AsyncGenerator[Call]:
    """What openapi-python-client makes of our specification, with the signature added by an event hook of httpx."""
    import httpx  # noqa: PLC0415

    package = importlib.import_module(f"{STOCK}.client")
    operation = importlib.import_module(f"{STOCK}.api.taobao_orders.taobao_orders_get_logistics")

    async def sign(request: httpx.Request) -> None:
        request.headers.update(signed_headers())

    limits = httpx.Limits(max_connections=in_flight, max_keepalive_connections=in_flight)
    arguments = {"limits": limits, "event_hooks": {"request": [sign]}}
    client = package.Client(base_url=f"http://127.0.0.1:{port}", httpx_args=arguments, timeout=httpx.Timeout(30))
    async with client as entered:

        async def call() -> object:
            return (await operation.asyncio_detailed(client=entered, **stock_arguments(operation))).parsed.data

        yield call


def stock_arguments(operation: Any) -> dict[str, str]:
    """Return the arguments of the stock operation: the five headers are among them, and are replaced by the hook."""
    names = operation.asyncio_detailed.__annotations__
    given = {"sub_purchase_order_id": "3682557363260579405", "user_id": USER}
    return {name: given.get(name, "0") for name in names if name not in ("client", "return")}


PEERS: Final[dict[str, Callable[[int, int], Any]]] = {
    "ours": ours,
    "aiohttp + json": aiohttp_json,
    "aiohttp + orjson": aiohttp_orjson,
    "httpx": httpx_json,
    "openapi-python-client": stock,
}


async def measure(peer: str, in_flight: int, calls: int, port: int) -> dict[str, float]:
    """Make calls; return the seconds that they took, and those of the processor."""
    async with PEERS[peer](port, in_flight) as call:
        left = calls

        async def work() -> None:
            nonlocal left
            while left > 0:
                left -= 1
                await call()

        left = in_flight * 4
        await asyncio.gather(*(work() for _ in range(in_flight)))
        left = calls
        wall, cpu = time.perf_counter(), time.process_time()
        await asyncio.gather(*(work() for _ in range(in_flight)))
        return {"seconds": time.perf_counter() - wall, "cpu": time.process_time() - cpu}


if __name__ == "__main__":
    name, in_flight, calls, port = sys.argv[1], *map(int, sys.argv[2:5])
    if len(sys.argv) > 5:
        sys.path.insert(0, str(Path(sys.argv[5])))
    print(json.dumps(asyncio.run(measure(name, in_flight, calls, port))))
