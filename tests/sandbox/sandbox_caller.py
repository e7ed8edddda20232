"""A caller that signs by itself: nothing here comes from the client of this project."""

import asyncio
import hashlib
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx
from documented_operations import BY_NAME

from pandapon_async.sandbox import DEMO_ACCESS_KEY, DEMO_ACCESS_SECRET, DEMO_USER_ID, Sandbox

NOW = 1_750_000_000

ORDER = {
    "purchaseAmount": 400,
    "receiver": json.dumps({"name": "Test Buyer", "mobile_phone": "13800000000", "address": "1 Example Road"}),
    "orderLineList": json.dumps([{"itemId": "600126245031041190", "quantity": "200", "price": "1"}]),
    "sellerOrderNumber": "K-1",
}
WAREHOUSE = {"warehouseAddress": "广西省", "warehouseName": "一号仓库", "orderId": "1024285237573584051"}


class Clock:
    """The sandbox's clock, set by hand."""

    def __init__(self) -> None:
        self.now = float(NOW)

    def __call__(self) -> float:
        return self.now


def signature(timestamp: str, nonce: str, secret: str = DEMO_ACCESS_SECRET) -> str:
    text = DEMO_ACCESS_KEY + timestamp + nonce + secret
    return hashlib.md5(text.encode()).hexdigest().upper()


def signed_headers(timestamp: str = str(NOW), nonce: str = "") -> dict[str, str]:
    nonce = nonce or secrets.token_hex(16)
    return {
        "access-key": DEMO_ACCESS_KEY,
        "user-id": DEMO_USER_ID,
        "nonce-str": nonce,
        "timestamp": timestamp,
        "signature": signature(timestamp, nonce),
    }


def admin_headers(sandbox: Sandbox) -> dict[str, str]:
    """What the admin interface wants for changes."""
    return {"x-sandbox-token": sandbox.token}


async def until(condition: Callable[[], object]) -> None:
    """Wait for something inside the sandbox that nobody announces."""
    async with asyncio.timeout(5):
        while not condition():
            await asyncio.sleep(0.001)


@dataclass
class Caller:
    """Calls a sandbox over HTTP with a right signature, unless told otherwise."""

    http: httpx.AsyncClient
    sandbox: Sandbox
    clock: Clock
    url: str = ""
    host: str = ""
    port: int = 0

    async def call(  # noqa: PLR0913 - what a call consists of
        self,
        path: str,
        body: Any = None,
        *,
        method: str = "POST",
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        faults: str | None = None,
        content: bytes | None = None,
    ) -> httpx.Response:
        """Headers given replace the signed ones; None leaves one out."""
        sent: dict[str, str | None] = {**signed_headers(str(int(self.clock.now))), **(headers or {})}
        if faults is not None:
            sent["x-sandbox-fault"] = faults
        if body is not None or content is not None:
            sent.setdefault("content-type", "application/json")
            content = content if content is not None else json.dumps(body, ensure_ascii=False).encode()
        return await self.http.request(
            method,
            path,
            params=query,
            content=content,
            headers={name: value for name, value in sent.items() if value is not None},
        )

    async def order(self, number: str | None = "K-1", **options: Any) -> httpx.Response:
        body = {name: value for name, value in ORDER.items() if name != "sellerOrderNumber"}
        return await self.call(
            "/open/order", body if number is None else {**body, "sellerOrderNumber": number}, **options
        )

    async def query_signed(self, path: str, body: Any, **options: Any) -> httpx.Response:
        headers = {**signed_headers(str(int(self.clock.now))), **options.pop("headers", {})}
        query = {"timestamp": headers["timestamp"], "sign": headers["signature"], **options.pop("query", {})}
        query = {name: value for name, value in query.items() if value is not None}
        return await self.call(path, body, headers=headers, query=query, **options)


@dataclass
class Checked:
    """Calls operations by name and holds every answer against the documented type."""

    caller: Caller

    async def envelope(
        self, name: str, body: Any = None, *, query: Mapping[str, Any] | None = None, **path: str
    ) -> dict[str, Any]:
        operation = BY_NAME[name]
        call = self.caller.query_signed if operation.is_query_signed else self.caller.call
        answer = await call(operation.served_path.format(**path), body, method=operation.method, query=query or {})
        found: dict[str, Any] = answer.json()
        if found.get("code", found.get("errorCode")) == 200:
            assert operation.complaints(found) == []
        return found

    async def data(self, name: str, body: Any = None, **options: Any) -> Any:
        envelope = await self.envelope(name, body, **options)
        assert envelope.get("code", envelope.get("errorCode")) == 200, envelope
        return envelope["data"]

    async def code(self, name: str, body: Any = None, **options: Any) -> int:
        envelope = await self.envelope(name, body, **options)
        code: int = envelope["code"]
        return code

    async def console(self, **filters: Any) -> dict[str, Any]:
        found: dict[str, Any] = (await self.caller.http.get("/_sandbox/orders", params=filters)).json()
        return found

    async def reconcile(self, kind: str, references: list[str]) -> dict[str, Any]:
        answer = await self.caller.http.post("/_sandbox/reconcile", json={"kind": kind, "references": references})
        found: dict[str, Any] = answer.json()
        return found
