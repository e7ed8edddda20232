"""A sandbox that pushes, and what is asked of it."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import httpx
from push_receiver import PATIENCE, until
from sandbox_caller import Caller, Checked, Clock, admin_headers

from pandapon_async.sandbox import PushSettings, PushState, RunningSandbox, Sandbox, serve
from pandapon_async.sandbox.pushes.messages import Message, documented_messages

KA, V1 = "xportcn-ka", "pandapon-v1"
ORDER = {
    "flow": "general",
    "cargoParamList": [{"offerId": 554456348334, "specId": "b266e0726506185beaf205cbae88530d", "quantity": 5}],
    "addressParam": {
        "fullName": "Planted Person",
        "mobile": "15000000000",
        "cityText": "杭州市",
        "provinceText": "浙江省",
        "address": "1 Planted Road",
    },
    "message": "planted remark",
}


class Pauses:
    """Sleeps for no time at all once it is let, and remembers for how long it should have."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self.may_pass = asyncio.Event()

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)
        await self.may_pass.wait()


@asynccontextmanager
async def pushing_to(url: str | None, clock: Clock, **settings: Any) -> AsyncGenerator[Checked]:
    sandbox = Sandbox(clock=clock, push=PushSettings(url=url, **{"timeout": PATIENCE, **settings}))
    async with serve(sandbox) as running, _http(running) as http:
        yield Checked(Caller(http, sandbox, clock, running.url, running.host, running.port))


def _http(running: RunningSandbox) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=running.url, timeout=PATIENCE, headers=admin_headers(running.sandbox))


async def ka_order(checked: Checked, faults: str | None = None) -> str:
    answer = await checked.caller.call("/api/alibaba/ka/order/create", ORDER, faults=faults)
    assert answer.json()["code"] == 200, answer.text
    return str(answer.json()["data"]["orderId"])


async def admin(checked: Checked, path: str, body: Any = None, faults: str | None = None) -> dict[str, Any]:
    headers = {} if faults is None else {"x-sandbox-fault": faults}
    answer = await checked.caller.http.post(f"/_sandbox/{path}", json=body, headers=headers)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def pushes(checked: Checked, **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await checked.caller.http.get("/_sandbox/pushes", params=query)).json()["pushes"]
    return found


def documented(name: str) -> Message:
    return documented_messages()[name]


async def ended(checked: Checked, count: int) -> None:
    """Wait until so many pushes are through."""
    pushing = checked.caller.sandbox.pushing
    await until(lambda: sum(push.state is not PushState.WAITING for push in pushing) >= count)
