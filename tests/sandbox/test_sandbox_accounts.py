"""Accounts on one shared sandbox see nothing of each other, in the same process and without waiting."""

import asyncio
import hashlib
import json
import secrets
import time
from typing import Any

import httpx
from sandbox_caller import NOW, Clock

from pandapon_async.sandbox import MovableClock, PushState, Sandbox, SandboxAccount, faults

KA_ORDER = {
    "flow": "general",
    "cargoParamList": [{"offerId": 554456348334, "specId": "b1", "quantity": 5}],
    "addressParam": {
        "fullName": "Test Buyer",
        "mobile": "13800000000",
        "cityText": "杭州市",
        "provinceText": "浙江省",
        "address": "1 Example Road",
    },
}


async def call(sandbox: Sandbox, account: SandboxAccount, path: str, body: Any) -> dict[str, Any]:
    nonce = secrets.token_hex(16)
    signed = f"{account.access_key}{NOW}{nonce}{account.access_secret}"
    headers = {
        "access-key": account.access_key,
        "user-id": account.user_id,
        "nonce-str": nonce,
        "timestamp": str(NOW),
        "signature": hashlib.md5(signed.encode()).hexdigest().upper(),
    }
    transport = httpx.ASGITransport(app=sandbox)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as http:
        found: dict[str, Any] = (await http.post(path, json=body, headers=headers)).json()
        return found


async def order(sandbox: Sandbox, account: SandboxAccount, number: str) -> dict[str, Any]:
    body = {"purchaseAmount": 400, "receiver": "{}", "orderLineList": "[]", "sellerOrderNumber": number}
    return await call(sandbox, account, "/open/order", body)


async def test_orders_and_reconciliation_are_separate(sandbox: Sandbox) -> None:
    first, second = sandbox.create_account(), sandbox.create_account()
    for account in (first, second):
        assert (await order(sandbox, account, "A-1"))["code"] == 200
    found = first.reconcile(["A-1"])
    assert (found.created, found.lost, found.duplicated, found.orders, len(first.orders)) == (1, 0, 0, 1, 1)
    await order(sandbox, first, "A-1")
    assert (first.reconcile(["A-1"]).duplicated, second.reconcile(["A-1"]).duplicated) == (1, 0)


async def test_faults_are_separate(sandbox: Sandbox) -> None:
    first, second = sandbox.create_account(), sandbox.create_account()
    first.add_fault(faults.refuse(500, times=1))
    first.add_fault("lost_answer:A-2")
    assert (await order(sandbox, second, "A-1"))["code"] == 200
    assert (await order(sandbox, first, "A-1"))["code"] == 500
    assert [rule.key for rule in first.unmatched_faults()] == ["A-2"]
    assert (second.unmatched_faults(), len(first.injected_faults), second.injected_faults) == ([], 1, [])


async def test_a_removed_account_may_not_call_and_leaves_no_rule(sandbox: Sandbox) -> None:
    account = sandbox.create_account()
    account.add_fault("slow:1")
    account.remove()
    assert (await order(sandbox, account, "A-1"))["code"] == 401
    assert sandbox.faults.to_json()["rules"] == []


async def test_pushes_of_an_account_go_to_its_own_application(sandbox: Sandbox) -> None:
    received: list[Any] = []

    async def receiver(_scope: Any, receive: Any, send: Any) -> None:
        received.append(json.loads((await receive())["body"]))
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    first, second = sandbox.create_account(), sandbox.create_account()
    first.push_to(receiver)
    async with sandbox.pushing.running():
        for account in (first, second):
            assert (await call(sandbox, account, "/api/alibaba/ka/order/create", KA_ORDER))["code"] == 200
        async with asyncio.timeout(5):
            while not received or first.pushes[0].state is PushState.WAITING:
                await asyncio.sleep(0)
    assert [push["messageType"] for push in received] == ["ORDER_CREATE"]
    assert second.pushes == []


async def test_a_push_that_failed_comes_again_when_the_clock_has_moved(clock: Clock) -> None:
    movable = MovableClock(clock, stopped=True)
    sandbox = Sandbox(clock=movable)
    statuses = [503, 200]

    async def receiver(_scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "http.response.start", "status": statuses.pop(0), "headers": []})
        await send({"type": "http.response.body", "body": b""})

    account = sandbox.create_account()
    account.push_to(receiver)
    async with sandbox.pushing.running(), asyncio.timeout(5):
        await call(sandbox, account, "/api/alibaba/ka/order/create", KA_ORDER)
        while not account.pushes[0].attempts or account.pushes[0].last_result is None:
            await asyncio.sleep(0)
        while account.pushes[0].state is PushState.WAITING:
            movable.advance(1800)
            await asyncio.sleep(0)
    assert (account.pushes[0].attempts, statuses) == (2, [])


async def test_an_account_and_a_call_cost_milliseconds(sandbox: Sandbox) -> None:
    await order(sandbox, sandbox.create_account(), "warm")
    costs = []
    for _ in range(20):
        started = time.process_time()
        account = sandbox.create_account()
        assert (await order(sandbox, account, "A-1"))["code"] == 200
        account.remove()
        costs.append(time.process_time() - started)
    assert min(costs) < 0.005
