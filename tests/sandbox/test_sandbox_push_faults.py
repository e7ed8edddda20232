"""What can go wrong with message pushes on request, and pushes by hand."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from push_receiver import Receiver, receiving, signature
from pushing_sandbox import KA, ORDER, admin, documented, ended, ka_order, pushes, pushing_to
from sandbox_caller import Checked, Clock

from pandapon_async.sandbox import DEMO_ACCESS_KEY, DEMO_ACCESS_SECRET, FaultRule, PushSettings
from pandapon_async.sandbox.pushes.messages import KIND_OF_TYPE


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as receiver:
        yield receiver


@pytest.fixture
async def checked(receiver: Receiver, clock: Clock) -> AsyncIterator[Checked]:
    async with pushing_to(receiver.url, clock) as checked:
        yield checked


def summary(checked: Checked) -> dict[str, int]:
    found: dict[str, int] = checked.caller.sandbox.summary()["faults"]
    return found


async def test_drop_sends_nothing(checked: Checked, receiver: Receiver) -> None:
    dropped = await ka_order(checked, "push-drop")
    kept = await ka_order(checked)
    await ended(checked, 2)
    assert [push.content["orderId"] for push in receiver.received] == [kept]
    assert [(push["orderId"], push["state"]) for push in await pushes(checked, state="dropped")] == [
        (dropped, "dropped")
    ]
    assert summary(checked) == {"push-drop": 1}


async def test_duplicate_sends_the_same_bytes_twice(checked: Checked, receiver: Receiver) -> None:
    await ka_order(checked, "push-duplicate")
    await ended(checked, 2)
    first, second = receiver.received
    assert (first.body, first.headers["authorization"]) == (second.body, second.headers["authorization"])
    assert summary(checked) == {"push-duplicate": 1}


async def test_repeat_sends_the_same_change_with_another_timestamp(checked: Checked, receiver: Receiver) -> None:
    await ka_order(checked, "push-repeat")
    await ended(checked, 2)
    first, second = (push.json for push in receiver.received)
    assert first.pop("timestamp") != second.pop("timestamp")
    assert first == second


async def test_late_holds_back_until_the_time_is_over_or_somebody_asks(checked: Checked, receiver: Receiver) -> None:
    late = await ka_order(checked, "push-late=3600")
    soon = await ka_order(checked)
    await ended(checked, 1)
    assert [push.content["orderId"] for push in receiver.received] == [soon]
    [waiting] = await pushes(checked, state="waiting")
    assert (waiting["orderId"], waiting["attempts"]) == (late, 0)
    await admin(checked, "pushes/retry")
    await ended(checked, 2)
    assert receiver.received[1].content["orderId"] == late


async def test_late_pushes_come_by_themselves(checked: Checked, receiver: Receiver) -> None:
    await ka_order(checked, "push-late=0.01")
    await receiver.until(1)


async def test_reorder_lets_a_later_push_overtake(checked: Checked, receiver: Receiver) -> None:
    order_id = await ka_order(checked, "push-reorder")
    await checked.data(f"{KA} alibaba.orders.pay", {"orderId": order_id})
    await ended(checked, 2)
    assert receiver.types() == ["ORDER_PAY_SUCCESS", "ORDER_CREATE"]


@pytest.mark.parametrize(("fault", "form"), [("push-string-body", str), ("push-object-body", dict)])
async def test_the_form_of_the_body_is_whatever_is_asked_for(
    checked: Checked, receiver: Receiver, fault: str, form: type
) -> None:
    for name in ("ORDER_CREATE", "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"):
        await admin(checked, "pushes", {"messageType": name, "fault": fault})
    await ended(checked, 2)
    assert [type(push.json["messageBody"]) for push in receiver.received] == [form, form]
    assert sorted(receiver.types()) == ["1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY", "ORDER_CREATE"]


async def test_wrong_signature_fits_no_base(checked: Checked, receiver: Receiver) -> None:
    await ka_order(checked, "push-wrong-signature")
    [push] = await receiver.until(1)
    given = push.headers["authorization"]
    assert len(given) == 64
    assert given not in {signature(base + push.body, DEMO_ACCESS_SECRET) for base in (b"", DEMO_ACCESS_KEY.encode())}


async def test_unknown_type_keeps_the_rest(checked: Checked, receiver: Receiver) -> None:
    order_id = await ka_order(checked, "push-unknown-type")
    [push] = await receiver.until(1)
    assert (push.type, push.content["orderId"]) == ("SANDBOX_UNKNOWN_TYPE", order_id)


async def test_faults_of_one_call_go_together_and_spare_the_next(checked: Checked, receiver: Receiver) -> None:
    await ka_order(checked, "push-duplicate, push-unknown-type, push-object-body")
    await ended(checked, 2)
    checked.caller.sandbox.pushing.record(documented("ORDER_CANCEL"), DEMO_ACCESS_KEY)
    await ended(checked, 3)
    await ka_order(checked)
    await ended(checked, 4)
    assert receiver.types() == ["SANDBOX_UNKNOWN_TYPE"] * 2 + ["ORDER_CANCEL", "ORDER_CREATE"]


async def test_rules_befall_pushes_as_they_befall_calls(checked: Checked, receiver: Receiver) -> None:
    rule = FaultRule(fault="push-duplicate", operation="alibaba.orders.create", times=1)
    checked.caller.sandbox.faults.replace([rule])
    for _ in range(2):
        await ka_order(checked)
    await ended(checked, 3)
    ids = [push.content["orderId"] for push in receiver.received]
    assert sorted(ids.count(each) for each in set(ids)) == [1, 2]


async def test_an_order_whose_answer_is_lost_is_told_of_all_the_same(checked: Checked, receiver: Receiver) -> None:
    answer = await checked.caller.call("/api/alibaba/ka/order/create", ORDER, faults="code-after=500")
    assert answer.json()["data"] is None
    [push] = await receiver.until(1)
    assert checked.caller.sandbox.orders.get(push.content["orderId"]) is not None


async def test_a_call_that_is_not_done_is_not_told_of(checked: Checked) -> None:
    await checked.caller.call("/api/alibaba/ka/order/create", ORDER, faults="status=503, push-duplicate")
    assert await pushes(checked) == []
    assert summary(checked) == {"status": 1}


async def test_what_a_person_does_can_have_faults_too(checked: Checked, receiver: Receiver) -> None:
    order_id = await ka_order(checked)
    await receiver.until(1)
    await admin(checked, "payments", {"orderId": order_id}, faults="push-duplicate")
    await ended(checked, 3)
    assert receiver.types() == ["ORDER_CREATE", "ORDER_PAY_SUCCESS", "ORDER_PAY_SUCCESS"]
    other = {"x-sandbox-fault": "drop-after"}
    refused = await checked.caller.http.post("/_sandbox/payments", json={"orderId": order_id}, headers=other)
    assert (refused.status_code, "only faults of pushes" in refused.json()["error"]) == (400, True)


# --- by hand ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(KIND_OF_TYPE))
async def test_every_documented_type_can_be_pushed_as_its_example(
    checked: Checked, receiver: Receiver, name: str
) -> None:
    answer = await admin(checked, "pushes", {"messageType": name})
    assert [push["messageType"] for push in answer["pushes"]] == [name]
    [push] = await receiver.until(1)
    assert push.type == name
    assert isinstance(push.json["messageBody"], str) is name.startswith("ORDER_")


@pytest.mark.parametrize("name", [name for name in sorted(KIND_OF_TYPE) if name.startswith("ORDER_")])
async def test_every_ka_type_can_be_pushed_about_an_order(checked: Checked, receiver: Receiver, name: str) -> None:
    order_id = await ka_order(checked, "push-drop")
    await admin(checked, "pushes", {"messageType": name, "orderId": order_id})
    [push] = await receiver.until(1)
    assert (push.type, push.content["orderId"]) == (name, order_id)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({}, "expected"),
        ({"messageType": "ORDER_SENT"}, "messageType must be"),
        ({"messageType": "ORDER_CREATE", "orderId": "1"}, "names no order of this kind"),
        ({"messageType": "ORDER_CREATE", "orderId": 1}, "must be strings"),
        ({"messageType": "ORDER_CREATE", "fault": "push-nothing"}, "unknown fault"),
        ({"messageType": "ORDER_CREATE", "fault": "drop-after"}, "only faults of pushes"),
    ],
)
async def test_a_push_by_hand_that_makes_no_sense_is_refused(checked: Checked, body: Any, says: str) -> None:
    answer = await checked.caller.http.post("/_sandbox/pushes", json=body)
    assert (answer.status_code, says in answer.json()["error"]) == (400, True)
    assert await pushes(checked) == []


async def test_the_address_can_be_changed_in_the_console(checked: Checked, receiver: Receiver) -> None:
    http = checked.caller.http
    async with receiving() as other:
        assert (await http.put("/_sandbox/pushes/address", json={"url": other.url})).status_code == 204
        await ka_order(checked)
        await other.until(1)
    assert (await http.put("/_sandbox/pushes/address", json={"url": None})).status_code == 204
    await ka_order(checked)
    assert len(await pushes(checked)) == 1
    assert receiver.received == []
    for wrong in ({"url": "nonsense"}, {"url": "ftp://example.com"}, {"url": 1}, {}):
        assert (await http.put("/_sandbox/pushes/address", json=wrong)).status_code == 400


@pytest.mark.parametrize("url", ["http://", "example.com", "ftp://example.com", "", "https://name:planted@example.com"])
def test_an_address_that_makes_no_sense_is_refused_and_not_quoted(url: str) -> None:
    with pytest.raises(ValueError, match="must be a URL") as caught:
        PushSettings(url=url)
    assert "planted" not in str(caught.value)


async def test_the_list_comes_in_pages_and_the_console_shows_it(checked: Checked) -> None:
    for _ in range(3):
        await ka_order(checked)
    await ended(checked, 3)
    answer = (await checked.caller.http.get("/_sandbox/pushes", params={"offset": 1, "limit": 1})).json()
    assert (answer["total"], [push["number"] for push in answer["pushes"]]) == (3, [2])
    assert (await checked.caller.http.get("/_sandbox/pushes?state=lost")).status_code == 400
    page = (await checked.caller.http.get("/_sandbox/")).text
    assert page.count("<td>ORDER_CREATE</td>") == 3
    assert json.dumps(checked.caller.sandbox.summary()["pushes"]) == '{"delivered": 3}'
