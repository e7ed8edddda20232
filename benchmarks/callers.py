"""The same signed call by our client and by what a user would write instead, each in a process of its own.

``python -m benchmarks.callers PEER BASE_URL SECONDS IN_FLIGHT... [--stock FOLDER] [--authority FILE]`` prints, for each
number in flight, calls a second and processor time per call in microseconds.
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
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from benchmarks.samples import LOGISTICS, LOGISTICS_ID, WAREHOUSE, WAREHOUSE_BODY
from benchmarks.servers import trusting

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncGenerator, Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    Call: TypeAlias = Callable[[], Awaitable[object]]

__all__ = ["OPTIONAL", "PEERS", "STOCK", "UVLOOP", "Server", "measure"]

#: Package that the stock client is generated into.
STOCK: Final = "stock_client"
_KEY: Final = "k" * 32
_SECRET: Final = "s" * 32
_USER: Final = "2100007341207"
_QUERY: Final = {"subPurchaseOrderId": LOGISTICS_ID}


#: Peers that are compared with where their wheels install, by module.
OPTIONAL: Final = {"pyreqwest": "pyreqwest", "wreq": "wreq"}
#: Ends the name of a peer that runs under uvloop.
UVLOOP: Final = ", uvloop"


class Server(NamedTuple):
    """Where calls go.

    Attributes:
        base: Base URL.
        authority: File with the certificate to trust; for HTTPS.
    """

    base: str
    authority: Path | None = None

    @property
    def context(self) -> ssl.SSLContext | None:
        """What peers are given to trust the server."""
        return trusting(self.authority) if self.authority is not None else None


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
async def ours(server: Server, in_flight: int, *, write: bool = False) -> AsyncGenerator[Call]:
    """Our client; a typed result."""
    from pandapon_async import Credentials, HttpTransport, PandaPonClient  # noqa: PLC0415 - its own peer alone

    credentials = Credentials(access_key=_KEY, access_secret=_SECRET, user_id=_USER)
    transport = HttpTransport(ssl_context=server.context)
    async with PandaPonClient(
        credentials, base_url=server.base, max_concurrency=in_flight, transport=transport
    ) as client:
        orders = client.taobao.orders

        async def update() -> object:
            return await orders.update_warehouse(
                order_id=WAREHOUSE_BODY["orderId"],
                warehouse_name=WAREHOUSE_BODY["warehouseName"],
                warehouse_address=WAREHOUSE_BODY["warehouseAddress"],
            )

        yield update if write else lambda: orders.get_logistics(sub_purchase_order_id=LOGISTICS_ID)


@asynccontextmanager
async def _with_aiohttp(server: Server, loads: Callable[[bytes], Any], *, write: bool = False) -> AsyncGenerator[Call]:
    import aiohttp  # noqa: PLC0415

    timeout = aiohttp.ClientTimeout(total=90, connect=5, sock_read=30)
    connector = aiohttp.TCPConnector(limit=0, ssl=server.context or True)
    async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session:

        async def get() -> object:
            async with session.get(server.base + LOGISTICS, params=_QUERY, headers=signature()) as response:
                response.raise_for_status()
                return opened(loads(await response.read()))

        async def post() -> object:
            async with session.post(server.base + WAREHOUSE, json=WAREHOUSE_BODY, headers=signature()) as response:
                response.raise_for_status()
                return opened(loads(await response.read()))

        yield post if write else get


def _aiohttp_json(server: Server, _: int) -> AbstractAsyncContextManager[Call]:
    return _with_aiohttp(server, json.loads)


def _aiohttp_orjson(server: Server, _: int) -> AbstractAsyncContextManager[Call]:
    return _with_aiohttp(server, importlib.import_module("orjson").loads)


@asynccontextmanager
async def _httpx(server: Server, in_flight: int) -> AsyncGenerator[Call]:
    import httpx  # noqa: PLC0415

    limits = httpx.Limits(max_connections=in_flight, max_keepalive_connections=in_flight)
    verify = server.context or True
    async with httpx.AsyncClient(base_url=server.base, limits=limits, timeout=30, verify=verify) as client:

        async def get() -> object:
            response = await client.get(LOGISTICS, params=_QUERY, headers=signature())
            response.raise_for_status()
            return opened(response.json())

        yield get


@asynccontextmanager
async def _stock(server: Server, in_flight: int) -> AsyncGenerator[Call]:
    import httpx  # noqa: PLC0415

    made = importlib.import_module(f"{STOCK}.client")
    operation = importlib.import_module(f"{STOCK}.api.taobao_orders.taobao_orders_get_logistics")

    async def sign(request: httpx.Request) -> None:
        request.headers.update(signature())

    limits = httpx.Limits(max_connections=in_flight, max_keepalive_connections=in_flight)
    settings = {"limits": limits, "event_hooks": {"request": [sign]}}
    async with made.Client(base_url=server.base, timeout=httpx.Timeout(30), httpx_args=settings) as client:
        yield lambda: operation.asyncio(client=client, sub_purchase_order_id=LOGISTICS_ID)


@asynccontextmanager
async def _pyreqwest(server: Server, _: int) -> AsyncGenerator[Call]:
    builder = importlib.import_module("pyreqwest.client").ClientBuilder()
    if server.authority is not None:
        builder = builder.add_root_certificate_pem(server.authority.read_bytes())
    client: Any = builder.build()

    async def get() -> object:
        request = client.get(server.base + LOGISTICS).query(_QUERY).headers(signature()).build()
        return opened(await (await request.send()).json())

    try:
        yield get
    finally:
        await client.close()


@asynccontextmanager
async def _wreq(server: Server, _: int) -> AsyncGenerator[Call]:
    settings = {} if server.authority is None else {"tls_verify": server.authority}
    client: Any = importlib.import_module("wreq").Client(**settings)

    async def get() -> object:
        return opened(await (await client.get(server.base + LOGISTICS, query=_QUERY, headers=signature())).json())

    yield get


PEERS: Final[dict[str, Callable[[Server, int], AbstractAsyncContextManager[Call]]]] = {
    "ours": ours,
    "aiohttp + json": _aiohttp_json,
    "aiohttp + orjson": _aiohttp_orjson,
    "httpx": _httpx,
    "stock openapi-python-client": _stock,
    "pyreqwest": _pyreqwest,
    "wreq": _wreq,
    "ours, write": lambda server, in_flight: ours(server, in_flight, write=True),
    "aiohttp + json, write": lambda server, _: _with_aiohttp(server, json.loads, write=True),
    f"ours{UVLOOP}": ours,
    f"aiohttp + json{UVLOOP}": _aiohttp_json,
}


async def measure(peer: str, server: Server, in_flight: int, seconds: float) -> dict[str, float]:
    """Keep a number of calls in flight for some seconds; return calls a second and microseconds of CPU per call."""
    async with PEERS[peer](server, in_flight) as call:
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
    parser.add_argument("base_url")
    parser.add_argument("seconds", type=float)
    parser.add_argument("in_flight", type=int, nargs="+")
    parser.add_argument("--stock", help="folder of the generated stock client")
    parser.add_argument("--authority", type=Path, help="file with the certificate to trust")
    arguments = parser.parse_args()
    if arguments.stock:
        sys.path.insert(0, arguments.stock)
    where = Server(arguments.base_url, arguments.authority)
    new_loop = importlib.import_module("uvloop").new_event_loop if arguments.peer.endswith(UVLOOP) else None
    measured: dict[str, dict[str, float]] = {}
    for number in arguments.in_flight:
        with asyncio.Runner(loop_factory=new_loop) as runner:
            measured[str(number)] = runner.run(measure(arguments.peer, where, number, arguments.seconds))
    print(json.dumps(measured))
