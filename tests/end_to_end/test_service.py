"""The example service and the sandbox, each a process of its own, over real sockets: orders out, pushes in."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest

from pandapon_async.sandbox import DEMO_ACCESS_KEY, DEMO_ACCESS_SECRET, DEMO_USER_ID

SERVICE = Path(__file__).parents[2] / "examples" / "service.py"
PATIENCE = 120
PRICE_CHANGED = "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"


@attrs.frozen
class Together:
    """Both, each at the other end of a client."""

    service: httpx.AsyncClient
    sandbox: httpx.AsyncClient
    log: Path

    async def order(self, key: str, mobile: str) -> dict[str, Any]:
        wish = {
            "key": key,
            "offer_id": "554456348334",
            "spec_id": "b266e0726506185beaf205cbae88530d",
            "quantity": 2,
            "full_name": "Planted Person",
            "mobile": mobile,
            "province": "浙江省",
            "city": "杭州市",
            "address": "1 Planted Road",
        }
        answer = await self.service.post("/orders", json=wish)
        assert answer.status_code == 202, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def shown(self, key: str) -> dict[str, Any]:
        found: dict[str, Any] = (await self.service.get(f"/orders/{key}")).raise_for_status().json()
        return found

    async def in_state(self, key: str, state: str) -> dict[str, Any]:
        async def reached() -> dict[str, Any] | None:
            found = await self.shown(key)
            return found if found["state"] == state else None

        return await until(reached)

    async def orders(self) -> list[str]:
        """The ids of all orders at the sandbox."""
        answer = await self.sandbox.get("/_sandbox/orders", params={"kind": "alibaba"})
        return [order["purchaseOrderId"] for order in answer.json()["orders"]]

    async def change_price(self, order_id: str, faults: str = "push-duplicate") -> None:
        """Let the seller change a price, and the push about it come twice."""
        body = {"orderId": order_id, "amount": 4200}
        answer = await self.sandbox.post("/_sandbox/prices", json=body, headers={"x-sandbox-fault": faults})
        assert answer.raise_for_status().json()["changed"]

    async def pushes(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = (await self.sandbox.get("/_sandbox/pushes")).json()["pushes"]
        return found


async def until(condition: Callable[[], Awaitable[Any]]) -> Any:
    async with asyncio.timeout(PATIENCE):
        while not (found := await condition()):
            await asyncio.sleep(0.02)
    return found


@asynccontextmanager
async def process(*command: str, log: Path, **environment: str) -> AsyncGenerator[asyncio.subprocess.Process]:
    with log.open("wb") as errors:
        running = await asyncio.create_subprocess_exec(
            sys.executable,
            *command,
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
            env={**os.environ, "PYTHONUTF8": "1", **environment},
        )
    try:
        yield running
    finally:
        if running.returncode is None:
            running.terminate()
        await running.communicate()


@asynccontextmanager
async def client(url: str) -> AsyncGenerator[httpx.AsyncClient]:
    async with httpx.AsyncClient(
        base_url=url, timeout=PATIENCE, trust_env=False, headers={"x-sandbox-token": "service"}
    ) as http:
        yield http


@asynccontextmanager
async def serving(folder: Path, sandbox: httpx.AsyncClient) -> AsyncGenerator[Together]:
    environment = {
        "PANDAPON_ACCESS_KEY": DEMO_ACCESS_KEY,
        "PANDAPON_ACCESS_SECRET": DEMO_ACCESS_SECRET,
        "PANDAPON_USER_ID": DEMO_USER_ID,
        "PANDAPON_BASE_URL": str(sandbox.base_url).rstrip("/"),
    }
    command = [str(SERVICE), "--folder", str(folder), "--port", "0"]
    log = folder / "service.log"
    async with process(*command, log=log, **environment) as running:
        assert running.stdout is not None
        line = (await running.stdout.readline()).decode().strip()
        assert line.startswith("service: "), log.read_text(encoding="utf-8")
        url = line.removeprefix("service: ")
        async with client(url) as http:

            async def ready() -> bool:
                assert running.returncode is None, log.read_text(encoding="utf-8")
                try:
                    return (await http.get("/state")).status_code == 200
                except httpx.TransportError:
                    return False

            await until(ready)
            told = await sandbox.put("/_sandbox/pushes/address", json={"url": f"{url}/pandapon/"})
            assert told.status_code == 204
            yield Together(http, sandbox, log)


@pytest.fixture
async def sandbox(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    ready = tmp_path / "ready.json"
    options = [
        "--token",
        "service",
        "--port",
        "0",
        "--quiet",
        "--push-timeout",
        str(PATIENCE),
        "--ready-file",
        str(ready),
    ]
    log = tmp_path / "sandbox.log"
    async with process("-m", "pandapon_async.cli", "sandbox", *options, log=log) as running:

        async def announced() -> bool:
            assert running.returncode is None, log.read_text(encoding="utf-8")
            return ready.exists()

        await until(announced)
        async with client(json.loads(ready.read_text(encoding="utf-8"))["url"]) as http:
            yield http


async def test_a_lost_order_is_found_by_the_push_that_shows_it(tmp_path: Path, sandbox: httpx.AsyncClient) -> None:
    rule = {"operation": "alibaba.orders.create", "fault": "drop-after", "times": 1}
    async with serving(tmp_path, sandbox) as together:
        # One order goes well, and the other one's answer is lost on the way.
        await together.order("A-1", "13800000001")
        created = await together.in_state("A-1", "created")
        assert await together.orders() == [created["order_id"]]
        (await sandbox.put("/_sandbox/faults", json={"rules": [rule]})).raise_for_status()
        await together.order("A-2", "13800000002")
        unknown = await together.in_state("A-2", "unknown")
        assert unknown["order_id"] is None
        [_, lost] = await together.orders()

        # A push about the order that is known says nothing about the other one.
        await together.change_price(created["order_id"])

        async def told() -> dict[str, Any] | None:
            found = await together.shown("A-1")
            return found if [push["state"] for push in found["pushes"]] == ["handled"] else None

        assert [push["type"] for push in (await until(told))["pushes"]] == [PRICE_CHANGED]
        assert (await together.shown("A-2"))["state"] == "unknown"

        # One about the lost order shows it.
        await together.change_price(lost)
        found = await together.in_state("A-2", "created")
        assert found["order_id"] == lost

        # Each push came twice, was taken twice, and counts once.
        async def delivered() -> bool:
            return [push["state"] for push in await together.pushes()] == ["delivered"] * 4

        await until(delivered)

        async def settled() -> dict[str, Any] | None:
            state: dict[str, Any] = (await together.service.get("/state")).json()
            return state if state["pushes"]["handled"] == 2 else None

        state = await until(settled)
        assert state["orders"] == {"created": 2, "unknown": 0, "total": 2}
        assert state["pushes"] == {"handled": 2, "pending": 0, "dead_letter": 0}

        # Asked for once more it is the same order, and at the platform there are still two.
        assert (await together.order("A-2", "13800000002"))["order_id"] == lost
        assert (await together.service.post("/orders", json={"key": "A-3"})).status_code == 422
        assert len(await together.orders()) == 2
    assert "Planted" not in together.log.read_text(encoding="utf-8")


async def test_orders_and_pushes_outlive_the_service_and_forged_pushes_do_not_come_in(
    tmp_path: Path, sandbox: httpx.AsyncClient
) -> None:
    async with serving(tmp_path, sandbox) as together:
        await together.order("A-1", "13800000001")
        created = await together.in_state("A-1", "created")
        await together.change_price(created["order_id"], "push-wrong-signature")

        async def refused() -> bool:
            return [push["lastResult"] for push in await together.pushes()] == ["HTTP 401"]

        await until(refused)
        state = (await together.service.get("/state")).json()
        assert state["pushes"] == {"handled": 0, "pending": 0, "dead_letter": 0}
        await together.change_price(created["order_id"], "push-string-body")

        async def told() -> list[Any]:
            return [push for push in (await together.shown("A-1"))["pushes"] if push["state"] == "handled"]

        await until(told)
    async with serving(tmp_path, sandbox) as again:
        shown = await again.shown("A-1")
        assert (shown["state"], shown["order_id"]) == ("created", created["order_id"])
        assert [push["type"] for push in shown["pushes"]] == [PRICE_CHANGED]
        missing = await again.service.get("/orders/A-9")
        assert missing.status_code == 404
