"""Message pushes over a socket: what they say, how they are signed, and when they come again."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
from documented_operations import push_complaints
from push_receiver import PATIENCE, Receiver, receiving, signature, until
from pushing_sandbox import KA, ORDER, V1, Pauses, admin, documented, ended, ka_order, pushes, pushing_to
from sandbox_caller import Checked, Clock

from pandapon_async.sandbox import (
    DEMO_ACCESS_KEY,
    DEMO_ACCESS_SECRET,
    Account,
    PushSettings,
    PushState,
    Sandbox,
    serve,
)
from pandapon_async.sandbox.pushes.messages import TYPES, documented_messages


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as receiver:
        yield receiver


@pytest.fixture
async def checked(receiver: Receiver, clock: Clock) -> AsyncIterator[Checked]:
    async with pushing_to(receiver.url, clock) as checked:
        yield checked


# --- what is pushed, and when -----------------------------------------------------------------------------------------


async def test_a_ka_order_is_told_of_in_the_documented_form(checked: Checked, receiver: Receiver, clock: Clock) -> None:
    order_id = await ka_order(checked)
    [push] = await receiver.until(1)
    assert (push.method, push.headers["content-type"]) == ("POST", "application/json")
    envelope = push.json
    # KA documents the body as JSON in a string.
    assert isinstance(envelope.pop("messageBody"), str)
    assert envelope == {
        "messageType": "ORDER_CREATE",
        "messagePlatform": 1,
        "timestamp": str(int(clock.now * 1000)),
    }
    content = push.content
    assert content["totalAmount"] == content["productAmount"] + content["shippingFee"]
    assert content == {
        "orderId": order_id,
        "orderNo": "PO202506150001",
        "orderStatus": "WAITING_FOR_PAYMENT",
        "payStatus": 1,
        "totalAmount": content["totalAmount"],
        "shippingFee": 600,
        "productAmount": content["productAmount"],
        "refundAmount": 0,
        "refundStatus": None,
        "closeReason": None,
        "tbCreateTime": "2025-06-15 23:06:40",
        "payTime": None,
    }


async def test_a_ka_order_is_told_of_through_its_life(checked: Checked, receiver: Receiver) -> None:
    paid, cancelled = await ka_order(checked), await ka_order(checked)
    await receiver.until(2)
    assert (await admin(checked, "prices", {"orderId": paid, "amount": 5000}))["changed"]
    assert (await receiver.until(3))[2].content.items() >= {"orderId": paid, "totalAmount": 5000}.items()
    await checked.data(f"{KA} alibaba.orders.pay", {"orderId": paid})
    content = (await receiver.until(4))[3].content
    assert (content["orderStatus"], content["payStatus"]) == ("WAITING_FOR_SENT", 2)
    assert content["payTime"] == "2025-06-15 23:06:40"
    await admin(checked, "cancellations", {"orderId": cancelled})
    content = (await receiver.until(5))[4].content
    assert (content["orderStatus"], content["closeReason"]) == ("CANCEL", "buyer_cancel")
    refund = await admin(checked, "refunds", {"orderId": paid})
    assert (await receiver.until(6))[5].content == {"refundId": refund["refundId"], "orderId": paid}
    assert receiver.types() == [
        "ORDER_CREATE",
        "ORDER_CREATE",
        "ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY",
        "ORDER_PAY_SUCCESS",
        "ORDER_CANCEL",
        "ORDER_BUYER_VIEW_ORDER_BUYER_REFUND",
    ]


async def test_what_changes_nothing_is_not_told_of(checked: Checked, receiver: Receiver) -> None:
    order_id = await ka_order(checked)
    for _ in range(2):
        await admin(checked, "cancellations", {"orderId": order_id})
    assert not (await admin(checked, "payments", {"orderId": order_id}))["paid"]
    assert not (await admin(checked, "prices", {"orderId": order_id, "amount": 5000}))["changed"]
    await ended(checked, 2)
    assert sorted(receiver.types()) == ["ORDER_CANCEL", "ORDER_CREATE"]


async def test_a_changed_price_of_a_1688_order_shows_the_whole_order(checked: Checked, receiver: Receiver) -> None:
    order_id = (await checked.data(f"{V1} alibaba.orders.create", ORDER))["orderId"]
    await admin(checked, "prices", {"orderId": order_id, "amount": 4200})
    # Created, paid and cancelled orders have no documented type on PandaPon, so this is the first.
    [push] = await receiver.until(1)
    assert push.type == "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"
    assert push.json["messagePlatform"] == 1
    shown = await checked.data(f"{V1} alibaba.orders.get", {"webSite": "1688", "orderId": order_id})
    assert push.json["messageBody"] == shown
    assert (shown["baseInfo"]["idOfStr"], shown["baseInfo"]["totalAmount"]) == (order_id, 42)


async def test_a_changed_price_of_a_taobao_order(checked: Checked, receiver: Receiver) -> None:
    order_id = (await checked.caller.order()).json()["data"]["purchaseOrderId"]
    await admin(checked, "prices", {"orderId": order_id, "amount": 1000})
    [push] = await receiver.until(1)
    assert (push.type, push.json["messagePlatform"]) == ("TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY", 0)
    body = push.json["messageBody"]
    assert body["salesOrderId"] == order_id
    [line] = body["subOrders"]
    assert (line["quantity"], line["product_amount"]) == (200, "1000")
    assert len(line) == 8


async def test_everything_that_is_pushed_fits_the_documentation(checked: Checked, receiver: Receiver) -> None:
    taobao = (await checked.caller.order()).json()["data"]["purchaseOrderId"]
    alibaba = (await checked.data(f"{V1} alibaba.orders.create", ORDER))["orderId"]
    ka, cancelled = await ka_order(checked), await ka_order(checked)
    for order_id in (taobao, alibaba, ka):
        await admin(checked, "prices", {"orderId": order_id, "amount": 5000})
        await admin(checked, "payments", {"orderId": order_id})
    await admin(checked, "refunds", {"orderId": ka})
    await admin(checked, "cancellations", {"orderId": cancelled})
    await ended(checked, 8)
    assert set(receiver.types()) == set(TYPES.values()) == set(documented_messages())
    for push in receiver.received:
        assert push_complaints(push.json) == [], push.type


async def test_without_an_address_nothing_is_recorded(clock: Clock) -> None:
    async with pushing_to(None, clock) as checked:
        await ka_order(checked)
        assert await pushes(checked) == []
        refused = await checked.caller.http.post("/_sandbox/pushes", json={"messageType": "ORDER_CREATE"})
        assert (refused.status_code, "no push address" in refused.json()["error"]) == (400, True)


# --- the signature ---------------------------------------------------------------------------------------------


async def test_a_push_is_signed_with_the_access_key_and_the_raw_body(checked: Checked, receiver: Receiver) -> None:
    await ka_order(checked)
    [push] = await receiver.until(1)
    assert push.headers["authorization"] == signature(DEMO_ACCESS_KEY.encode() + push.body, DEMO_ACCESS_SECRET)


async def test_a_push_can_be_signed_with_the_raw_body_alone(receiver: Receiver, clock: Clock) -> None:
    async with pushing_to(receiver.url, clock, signed="body") as checked:
        await ka_order(checked)
        [push] = await receiver.until(1)
    assert push.headers["authorization"] == signature(push.body, DEMO_ACCESS_SECRET)


async def test_a_push_is_signed_with_the_secret_of_the_order_s_account(receiver: Receiver, clock: Clock) -> None:
    other = Account(access_key="other-key", access_secret="other-secret", user_ids=("1",))
    sandbox = Sandbox(accounts=[other], clock=clock, push=PushSettings(url=receiver.url, timeout=PATIENCE))
    async with serve(sandbox):
        sandbox.pushing.record(documented("ORDER_CREATE"), "other-key")
        [push] = await receiver.until(1)
    assert push.headers["authorization"] == signature(b"other-key" + push.body, "other-secret")


# --- again and again ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", [500, 404, 302, 201])
async def test_whatever_is_not_200_is_pushed_again_after_half_an_hour(clock: Clock, answer: int) -> None:
    pauses = Pauses()
    async with receiving([answer]) as receiver, pushing_to(receiver.url, clock, sleep=pauses) as checked:
        await ka_order(checked)
        await until(lambda: pauses.asked)
        assert pauses.asked == [1800.0]
        [push] = await pushes(checked)
        assert (push["state"], push["attempts"], push["lastResult"]) == ("waiting", 1, f"HTTP {answer}")
        pauses.may_pass.set()
        first, second = await receiver.until(2)
        assert (first.body, first.headers["authorization"]) == (second.body, second.headers["authorization"])
        await ended(checked, 1)
        [push] = await pushes(checked)
        assert (push["state"], push["attempts"], push["lastResult"]) == ("delivered", 2, "HTTP 200")


async def test_after_five_times_more_it_is_given_up(clock: Clock) -> None:
    pauses = Pauses()
    pauses.may_pass.set()
    async with receiving([503] * 100) as receiver, pushing_to(receiver.url, clock, sleep=pauses) as checked:
        await ka_order(checked)
        await ended(checked, 1)
        [push] = await pushes(checked, state="given-up")
        assert (push["attempts"], len(receiver.received), pauses.asked) == (6, 6, [1800.0] * 5)
        assert checked.caller.sandbox.summary()["pushes"] == {"given-up": 1}


async def test_no_answer_in_time_counts_as_none(clock: Clock) -> None:
    pauses = Pauses()
    async with receiving([None]) as receiver, pushing_to(receiver.url, clock, sleep=pauses, timeout=0.05) as checked:
        await ka_order(checked)
        await until(lambda: pauses.asked)
        [push] = await pushes(checked)
        assert (push["state"], push["lastResult"]) == ("waiting", "no response within 0.05 s")
    assert PushSettings().timeout == 1.0


async def test_nobody_listening_counts_as_no_answer(clock: Clock) -> None:
    async with receiving() as receiver:
        url = receiver.url
    pauses = Pauses()
    async with pushing_to(url, clock, sleep=pauses) as checked:
        await ka_order(checked)
        await until(lambda: pauses.asked)
        [push] = await pushes(checked)
        assert (push["state"], push["lastResult"]) == ("waiting", "ConnectError")


async def test_what_waits_can_be_pushed_again_at_once(clock: Clock) -> None:
    async with receiving([500]) as receiver, pushing_to(receiver.url, clock) as checked:
        await ka_order(checked)
        await until(lambda: [push.last_result for push in checked.caller.sandbox.pushing] == ["HTTP 500"])
        assert await admin(checked, "pushes/retry") == {"waiting": 1}
        await receiver.until(2)
        await ended(checked, 1)
        assert await admin(checked, "pushes/retry") == {"waiting": 0}


async def test_answers_do_not_wait_for_pushes(clock: Clock) -> None:
    async with receiving([None] * 100) as receiver, pushing_to(receiver.url, clock, concurrency=2) as checked:
        for _ in range(5):
            await ka_order(checked)
        await receiver.until(2)
        assert [push["state"] for push in await pushes(checked)] == ["waiting"] * 5


# --- its life ---------------------------------------------------------------------------------------------


async def test_the_end_leaves_no_task_and_a_second_run_goes_on(clock: Clock) -> None:
    before = asyncio.all_tasks()
    sandbox = Sandbox(clock=clock, push=PushSettings(url="http://127.0.0.1:9/", timeout=PATIENCE))
    async with receiving([500, 500]) as receiver:
        sandbox.pushing.set_address(receiver.url)
        async with serve(sandbox):
            for _ in range(2):
                sandbox.pushing.record(documented("ORDER_CREATE"), DEMO_ACCESS_KEY)
            await until(lambda: [push.last_result for push in sandbox.pushing] == ["HTTP 500"] * 2)
        # The receiver's own end when the sandbox has closed its connections; nothing of the sandbox.
        await until(lambda: asyncio.all_tasks() <= before)
        assert [push.state for push in sandbox.pushing] == [PushState.WAITING] * 2
        async with serve(sandbox):
            await receiver.until(4)
            await until(lambda: [push.state for push in sandbox.pushing] == [PushState.DELIVERED] * 2)


async def test_a_reset_forgets_pushes_and_sends_no_more(clock: Clock) -> None:
    async with receiving([500]) as receiver, pushing_to(receiver.url, clock) as checked:
        await ka_order(checked)
        await until(lambda: [push.last_result for push in checked.caller.sandbox.pushing] == ["HTTP 500"])
        await checked.caller.http.delete("/_sandbox/state")
        assert await pushes(checked) == []
        assert await admin(checked, "pushes/retry") == {"waiting": 0}
        # Nobody waits for the half hour to be over either.
        await until(lambda: not any("_deliver" in repr(task.get_coro()) for task in asyncio.all_tasks()))
        await ka_order(checked)
        await ended(checked, 1)
        assert len(receiver.received) == 2


async def test_a_sandbox_at_two_addresses_pushes_once(checked: Checked, receiver: Receiver) -> None:
    async with serve(checked.caller.sandbox):
        await ka_order(checked)
        await ended(checked, 1)
    await ka_order(checked)
    await ended(checked, 2)
    assert [push["attempts"] for push in await pushes(checked)] == [1, 1]
    assert len(receiver.received) == 2


async def test_too_many_waiting_pushes_give_up_the_oldest(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pandapon_async.sandbox.pushes.pushing._MAX_KEPT", 3)
    sandbox = Sandbox(clock=clock, push=PushSettings(url="http://127.0.0.1:9/"))
    for _ in range(8):
        sandbox.pushing.record(documented("ORDER_CREATE"), DEMO_ACCESS_KEY)
    assert [(push.number, push.state.value) for push in sandbox.pushing] == [
        *[(number, "given-up") for number in (3, 4, 5)],
        *[(number, "waiting") for number in (6, 7, 8)],
    ]
    assert sandbox.pushing.counts() == {"given-up": 5, "waiting": 3}


async def test_a_server_s_lifespan_carries_the_pushing(receiver: Receiver, clock: Clock) -> None:
    sandbox = Sandbox(clock=clock, push=PushSettings(url=receiver.url, timeout=PATIENCE))
    asked: asyncio.Queue[dict[str, str]] = asyncio.Queue()
    told: asyncio.Queue[dict[str, str]] = asyncio.Queue()
    scope: Any = {"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}
    living = asyncio.create_task(sandbox(scope, asked.get, told.put))  # type: ignore[arg-type]
    await asked.put({"type": "lifespan.startup"})
    assert (await told.get())["type"] == "lifespan.startup.complete"
    sandbox.pushing.record(documented("ORDER_CREATE"), DEMO_ACCESS_KEY)
    await receiver.until(1)
    await asked.put({"type": "lifespan.shutdown"})
    assert (await told.get())["type"] == "lifespan.shutdown.complete"
    await living


# --- nothing personal ---------------------------------------------------------------------------------------------


async def test_logs_lists_and_reprs_hold_nothing_personal(
    checked: Checked, receiver: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    order_id = (await checked.data(f"{V1} alibaba.orders.create", ORDER))["orderId"]
    await admin(checked, "prices", {"orderId": order_id, "amount": 4200})
    [push] = await receiver.until(1)
    assert b"Planted Person" in push.body
    await ended(checked, 1)
    shown = [
        caplog.text,
        json.dumps(await pushes(checked)),
        (await checked.caller.http.get("/_sandbox/")).text,
        repr(list(checked.caller.sandbox.pushing)),
        repr(checked.caller.sandbox.pushing.settings),
    ]
    for text in shown:
        for secret in ("Planted", "planted remark", "15000000000", DEMO_ACCESS_SECRET, push.headers["authorization"]):
            assert secret not in text
    assert "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY attempt 1: HTTP 200" in caplog.text
