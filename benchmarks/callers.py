"""The same signed call by our client and by what a user would write instead, each in a process of its own.

``python -m benchmarks.callers PEER PORT SECONDS IN_FLIGHT... [--stock FOLDER]`` prints, for each number in flight,
calls a second and processor time per call in microseconds.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import importlib
import json
import secrets
import sys
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from benchmarks.samples import LOGISTICS, LOGISTICS_ID, WAREHOUSE, WAREHOUSE_BODY

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    Call: TypeAlias = Callable[[], Awaitable[object]]

__all__ = ["PEERS", "STOCK", "measure"]

#: Package that the stock client is generated into.
STOCK: Final = "stock_client"
_KEY: Final = "k" * 32
_SECRET: Final = "s" * 32
_USER: Final = "2100007341207"
_QUERY: Final = {"subPurchaseOrderId": LOGISTICS_ID}


def signature() -> dict[str, str]:
    """Sign as somebody would by hand."""
    timestamp, nonce = str(int(time.time())), secrets.token_hex(16)
    digest = hashlib.md5(f"{_KEY}{timestamp}{nonce}{_SECRET}".encode(), usedforsecurity=False).hexdigest().upper()
    return {"access-key": _KEY, "timestamp": timestamp, "nonce-str": nonce, "user-id": _USER, "signature": digest}


def opened(answer: dict[str, Any]) -> object:
    """Check the code and take the data out, as somebody would by hand."""
    if answer["code"] != 200:
        raise RuntimeError(answer["msg"])
    return answer["data"]


@asynccontextmanager
async def ours(base: str, in_flight: int, *, write: bool = False) -> AsyncGenerator[Call]:
    """Our client; a typed result."""
    from pandapon_async import Credentials, PandaPonClient  # noqa: PLC0415 - each process imports its own peer alone

    credentials = Credentials(access_key=_KEY, access_secret=_SECRET, user_id=_USER)
    async with PandaPonClient(credentials, base_url=base, max_concurrency=in_flight) as client:
        orders = client.taobao.orders

        async def update() -> object:
            return await orders.update_warehouse(
                order_id=WAREHOUSE_BODY["orderId"],
                warehouse_name=WAREHOUSE_BODY["warehouseName"],
                warehouse_address=WAREHOUSE_BODY["warehouseAddress"],
            )

        yield update if write else lambda: orders.get_logistics(sub_purchase_order_id=LOGISTICS_ID)


@asynccontextmanager
async def _with_aiohttp(base: str, loads: Callable[[bytes], Any], *, write: bool = False) -> AsyncGenerator[Call]:
    import aiohttp  # noqa: PLC0415

    timeout = aiohttp.ClientTimeout(total=90, connect=5, sock_read=30)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), timeout=timeout) as session:

        async def get() -> object:
            async with session.get(base + LOGISTICS, params=_QUERY, headers=signature()) as response:
                response.raise_for_status()
                return opened(loads(await response.read()))

        async def post() -> object:
            async with session.post(base + WAREHOUSE, json=WAREHOUSE_BODY, headers=signature()) as response:
                response.raise_for_status()
                return opened(loads(await response.read()))

        yield post if write else get


def _aiohttp_json(base: str, _: int) -> AbstractAsyncContextManager[Call]:
    return _with_aiohttp(base, json.loads)


def _aiohttp_orjson(base: str, _: int) -> AbstractAsyncContextManager[Call]:
    return _with_aiohttp(base, importlib.import_module("orjson").loads)


@asynccontextmanager
async def _httpx(base: str, in_flight: int) -> AsyncGenerator[Call]:
    import httpx  # noqa: PLC0415

    limits = httpx.Limits(max_connections=in_flight, max_keepalive_connections=in_flight)
    async with httpx.AsyncClient(base_url=base, limits=limits, timeout=30) as client:

        async def get() -> object:
            response = await client.get(LOGISTICS, params=_QUERY, headers=signature())
            response.raise_for_status()
            return opened(response.json())

        yield get


@asynccontextmanager
async def _stock(base: str, in_flight: int) -> AsyncGenerator[Call]:
    import httpx  # noqa: PLC0415

    made = importlib.import_module(f"{STOCK}.client")
    operation = importlib.import_module(f"{STOCK}.api.taobao_orders.taobao_orders_get_logistics")

    async def sign(request: httpx.Request) -> None:
        request.headers.update(signature())

    limits = httpx.Limits(max_connections=in_flight, max_keepalive_connections=in_flight)
    settings = {"limits": limits, "event_hooks": {"request": [sign]}}
    async with made.Client(base_url=base, timeout=httpx.Timeout(30), httpx_args=settings) as client:
        yield lambda: operation.asyncio(client=client, sub_purchase_order_id=LOGISTICS_ID)


PEERS: Final[dict[str, Callable[[str, int], AbstractAsyncContextManager[Call]]]] = {
    "ours": ours,
    "aiohttp + json": _aiohttp_json,
    "aiohttp + orjson": _aiohttp_orjson,
    "httpx": _httpx,
    "stock openapi-python-client": _stock,
    "ours, write": lambda base, in_flight: ours(base, in_flight, write=True),
    "aiohttp + json, write": lambda base, _: _with_aiohttp(base, json.loads, write=True),
}


async def measure(peer: str, base: str, in_flight: int, seconds: float) -> dict[str, float]:
    """Keep a number of calls in flight for some seconds; return calls a second and microseconds of CPU per call."""
    async with PEERS[peer](base, in_flight) as call:
        calls = 0

        async def work(end: float) -> None:
            nonlocal calls
            while time.perf_counter() < end:
                if await call() is None:
                    raise RuntimeError("no result")
                calls += 1

        async def work_all(duration: float) -> None:
            end = time.perf_counter() + duration
            await asyncio.gather(*(work(end) for _ in range(in_flight)))

        # Connections are made and code is compiled before the clock starts.
        await work_all(seconds / 5)
        calls = 0
        wall, cpu = time.perf_counter(), time.process_time()
        await work_all(seconds)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return {"per_second": calls / wall, "cpu_us": cpu / calls * 1e6}


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("port", type=int)
    parser.add_argument("seconds", type=float)
    parser.add_argument("in_flight", type=int, nargs="+")
    parser.add_argument("--stock", help="folder of the generated stock client")
    arguments = parser.parse_args()
    if arguments.stock:
        sys.path.insert(0, arguments.stock)
    address = f"http://127.0.0.1:{arguments.port}"
    measured = {
        str(number): asyncio.run(measure(arguments.peer, address, number, arguments.seconds))
        for number in arguments.in_flight
    }
    print(json.dumps(measured))
