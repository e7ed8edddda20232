"""What a client sees of each fault that is named by meaning, and whether the sandbox carried out the call."""

import asyncio
import json
import time
from collections import Counter
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import pytest
from sandbox_caller import NOW, Caller, Clock, signed_headers

from pandapon_async.sandbox import FaultRule, FaultSpecificationError, MovableClock, Sandbox, faults, parse_faults
from pandapon_async.sandbox.faults.recipes import RECIPES

TWO_LINES = {
    "flow": "general",
    "addressParam": {
        "fullName": "Test Buyer",
        "mobile": "13800000000",
        "cityText": "杭州市",
        "provinceText": "浙江省",
        "address": "1 Example Road",
    },
    "cargoParamList": [
        {"offerId": 610947572360, "specId": "b1", "quantity": 1},
        {"offerId": 610947572361, "specId": "b2", "quantity": 1},
    ],
    "message": "A-1",
}
ID = "purchaseOrderId"


def kept(caller: Caller) -> int:
    return len(caller.sandbox.orders)


def done(caller: Caller) -> list[tuple[str, str]]:
    """What the sandbox recorded: the fault, and whether the call was carried out."""
    return [(entry.faults[0], entry.done) for entry in caller.sandbox.injected_faults]


async def alibaba_order(caller: Caller, path: str = "/alibaba/order/create") -> dict[str, Any]:
    found: dict[str, Any] = (await caller.call(path, TWO_LINES)).json()
    return found


async def test_a_lost_answer_resets_the_connection_when_the_order_is_kept(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.lost_answer("K-1"))
    assert (await caller.order("K-0")).json()["code"] == 200
    with pytest.raises(httpx.ReadError):
        await caller.order("K-1")
    assert (await caller.order("K-2")).json()["code"] == 200
    assert [len(caller.sandbox.orders.find(number)) for number in ("K-0", "K-1", "K-2")] == [1, 1, 1]
    assert done(caller) == [("lost_answer", "yes")]
    [entry] = caller.sandbox.injected_faults
    assert entry.order_ids == (caller.sandbox.orders.find("K-1")[0].purchase_order_id,)


async def test_a_call_that_never_arrived_does_nothing_and_may_be_sent_again(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.never_arrived("K-1"))
    with pytest.raises(httpx.TransportError):
        await caller.order("K-1")
    assert (kept(caller), done(caller)) == (0, [("never_arrived", "no")])
    assert (await caller.order("K-1")).json()["code"] == 200


async def test_half_a_body_ends_early(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.half_body())
    with pytest.raises(httpx.RemoteProtocolError):
        await caller.order()
    assert (kept(caller), done(caller)) == (1, [("half_body", "yes")])


async def test_slow_answers_come_when_the_clock_has_moved_on(clock: Clock) -> None:
    movable = MovableClock(clock, stopped=True)
    sandbox = Sandbox(clock=movable)
    sandbox.faults.add(faults.slow(30))
    transport = httpx.ASGITransport(app=sandbox)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as http:
        caller = Caller(http, sandbox, clock)
        call = asyncio.create_task(caller.order())
        while not kept(caller):
            await asyncio.sleep(0)
        movable.advance(29)
        await asyncio.sleep(0)
        assert not call.done()
        movable.advance(1)
        assert (await call).json()["code"] == 200


async def test_an_outage_ends_after_its_seconds(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.outage(5))
    assert [(await caller.order()).status_code for _ in range(3)] == [503, 503, 503]
    caller.clock.now += 5
    assert (await caller.order()).json()["code"] == 200
    assert kept(caller) == 1


async def test_throttling_says_when_to_come_back(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.throttle(retry_after=2, times=2))
    answers = [await caller.order() for _ in range(3)]
    assert [answer.status_code for answer in answers] == [429, 429, 200]
    assert (answers[0].headers["retry-after"], answers[0].json()["code"]) == ("2", 429)
    assert kept(caller) == 1


async def test_a_throttled_success_says_yes_inside_429(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.throttled_success(retry_after=1))
    answer = await caller.order()
    assert (answer.status_code, answer.headers["retry-after"], answer.json()["code"]) == (429, "1", 200)
    assert (len(answer.json()["data"][ID]), kept(caller)) == (19, 1)


@pytest.mark.parametrize("code", [400, 1030, "SYSTEM_ERROR", -1, "isp.top-remote-connection-timeout"])
async def test_a_refusal_has_the_code_and_a_date_that_is_off(caller: Caller, code: int | str) -> None:
    caller.sandbox.faults.add(faults.refuse(code, date=590))
    answer = await caller.order()
    assert (answer.json()["code"], answer.json()["data"], kept(caller)) == (code, None, 0)
    assert parsedate_to_datetime(answer.headers["date"]).timestamp() == NOW + 590


async def test_a_refusal_may_be_http(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.refuse(409, status=409))
    answer = await caller.order()
    assert (answer.status_code, answer.json()["code"]) == (409, 409)


@pytest.mark.parametrize("is_done", [False, True])
async def test_an_ambiguous_code_does_not_say_whether_the_order_exists(caller: Caller, is_done: bool) -> None:
    caller.sandbox.faults.add(faults.ambiguous("1030", done=is_done))
    answer = await caller.order()
    assert (answer.json()["code"], answer.json()["data"]) == (1030, None)
    assert (kept(caller), done(caller)) == (int(is_done), [("ambiguous", "yes" if is_done else "no")])


async def test_one_order_is_forbidden_and_the_others_are_not(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.forbidden("K-2"))
    codes = [(await caller.order(number)).json()["code"] for number in ("K-1", "K-2", "K-3")]
    assert (codes, kept(caller)) == ([200, 403, 200], 2)
    caller.sandbox.faults.add(faults.forbidden("K-4", inner=True))
    data = (await caller.order("K-4")).json()["data"]
    assert (data["success"], data["errorCode"]) == (False, "403")


async def test_placed_in_part_names_the_line_that_failed_and_keeps_the_rest(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.placed_in_part("A-1"))
    data = (await alibaba_order(caller))["data"]
    [order] = caller.sandbox.orders
    assert data["orderId"] == order.purchase_order_id
    assert [(each["offerId"], each["specId"]) for each in data["failedOfferList"]] == [("610947572361", "b2")]
    assert (len(order.lines), caller.sandbox.orders.missing_lines(order)) == (1, 1)
    assert done(caller) == [("placed_in_part", "in part")]
    references = {"kind": "alibaba", "references": ["A-1"]}
    found = (await caller.http.post("/_sandbox/reconcile", json=references)).json()
    assert (found["created"], found["lost"], found["inPart"], found["inPartReferences"]) == (1, 0, 1, ["A-1"])


async def test_placed_in_part_may_say_so_in_the_list_of_orders(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.placed_in_part(form="order_list"))
    placed, refused = (await alibaba_order(caller))["data"]["orderList"]
    assert (placed["orderId"], placed["success"]) == (str(next(iter(caller.sandbox.orders)).purchase_order_id), True)
    assert (refused["orderId"], refused["success"]) == (None, False)


async def test_placed_in_part_may_be_wrapped(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.placed_in_part(form="wrapped"))
    data = (await alibaba_order(caller))["data"]
    assert data["success"] is True
    assert data["result"]["failedOfferList"]


async def test_orders_of_several_sellers_lose_the_last_one(caller: Caller) -> None:
    goods = [{**line, "sellerOpenId": seller} for line, seller in zip(TWO_LINES["cargoParamList"], "ab", strict=True)]
    caller.sandbox.faults.add(faults.placed_in_part())
    answer = await caller.call("/v2/alibaba/order/batch/create", {**TWO_LINES, "cargoParamList": goods})
    first, refused = answer.json()["data"]
    assert first["baseInfo"]["idOfStr"] == next(iter(caller.sandbox.orders)).purchase_order_id
    assert (refused["success"], len(refused["failedOfferList"]), kept(caller)) == (False, 1, 1)


async def test_a_taobao_order_is_placed_without_its_last_line(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.placed_in_part("K-1"))
    data = (await caller.order("K-1")).json()["data"]
    assert (len(data[ID]), data["failedOfferList"][0]["offerId"]) == (19, "600126245031041190")
    assert caller.sandbox.orders.find("K-1")[0].lines == []


@pytest.mark.parametrize(
    ("form", "success", "data"),
    [
        ("success_text", "False", None),
        ("success_zero", 0, None),
        ("inner_success_text", None, {"success": "False", "errorCode": "OUT_OF_STOCK", "errorInfo": "out of stock"}),
        (
            "nested",
            None,
            {"result": {"success": False, "errorCode": "OUT_OF_STOCK", "errorInfo": "out of stock"}, "success": True},
        ),
        ("data_false", None, False),
        ("data_code", None, {"code": 500, "message": "timeout"}),
        ("json_text", None, '{"success":false,"errorCode":"OUT_OF_STOCK","errorInfo":"out of stock"}'),
        ("text", None, "OUT-OF-STOCK-500"),
    ],
)
async def test_a_no_in_data_has_code_200(caller: Caller, form: str, success: Any, data: Any) -> None:
    caller.sandbox.faults.add(faults.no_in_data(form))
    envelope = (await caller.order()).json()
    assert (envelope["code"], envelope.get("success"), envelope["data"]) == (200, success, data)
    assert (kept(caller), done(caller)) == (0, [("no_in_data", "no")])


async def test_success_false_stands_beside_the_id_of_an_order_that_exists(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.success_false_with_id())
    data = (await alibaba_order(caller))["data"]
    assert (data["success"], data["orderId"]) == (False, next(iter(caller.sandbox.orders)).purchase_order_id)


async def test_an_empty_error_code_is_no_error(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.empty_error_code(times=2))
    body = {"receiverAddress": {}, "lineItems": [{"itemId": "1", "quantity": 1}], "renderId": "1"}
    booking = (await caller.query_signed("/open/pp/logistics/orderBookingFreight", body)).json()
    assert (booking["errorCode"], booking["success"], bool(booking["data"]["orderId"])) == ("", True, True)
    data = (await caller.order()).json()["data"]
    assert (data["errorCode"], data["success"], len(data[ID])) == ("", True, 19)


@pytest.mark.parametrize("code", ["SUCCESS", 10000, "200.0"])
async def test_a_contradiction_is_success_beside_another_code(caller: Caller, code: int | str) -> None:
    caller.sandbox.faults.add(faults.contradiction(code))
    envelope = (await caller.order()).json()
    assert (envelope["code"], envelope["success"], len(envelope["data"][ID])) == (code, True, 19)
    assert kept(caller) == 1


async def test_a_result_may_be_wrapped_or_gone(caller: Caller) -> None:
    order_id = (await alibaba_order(caller))["data"]["orderId"]
    caller.sandbox.faults.add(faults.wrapped_result(times=1))
    caller.sandbox.faults.add(faults.wrapped_result(gone=True))
    body = {"webSite": "1688", "orderId": order_id}
    wrapped, gone = [(await caller.call("/alibaba/order/detail", body)).json() for _ in range(2)]
    assert wrapped["data"]["result"]["result"]["baseInfo"]["idOfStr"] == order_id
    assert (gone["data"]["result"]["success"], gone["data"]["result"]["result"]) == (False, None)


async def test_strings_may_hold_half_a_surrogate_pair_or_a_wrong_byte(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.lone_surrogate(times=1))
    caller.sandbox.faults.add(faults.invalid_byte(times=1))
    surrogate, wrong_byte = await caller.order(), await caller.order()
    assert b"\\ud83d" in surrogate.content
    assert json.loads(surrogate.content)["msg"] == "成功\ud83d"
    with pytest.raises(UnicodeDecodeError):
        wrong_byte.content.decode()


async def test_a_byte_order_mark_comes_before_the_json(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.byte_order_mark())
    assert (await caller.order()).content.startswith(b"\xef\xbb\xbf{")


async def test_every_list_may_start_with_null(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.null_in_list())
    assert (await caller.order()).json()["data"]["subPurchaseOrderIds"][0] is None


async def test_pages_are_capped_whatever_size_is_requested(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.page_cap(50, total=120))
    sizes = []
    for number in range(1, 5):
        body = {"keyword": "x", "beginPage": number, "pageSize": 100}
        data = (await caller.call("/v2/alibaba/product/keywords/query", body)).json()["data"]
        sizes.append((len(data["data"]), data["pageSize"], data["totalRecords"]))
    assert sizes == [(50, 50, 120), (50, 50, 120), (20, 50, 120), (0, 50, 120)]


async def test_a_wrong_clock_refuses_what_a_right_one_accepts(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.wrong_clock(700))
    answer = await caller.order()
    assert (answer.json()["code"], done(caller)) == (401, [("wrong_clock", "refused")])
    assert parsedate_to_datetime(answer.headers["date"]).timestamp() == NOW + 700
    corrected = await caller.order(headers=signed_headers(str(NOW + 700)))
    assert corrected.json()["code"] == 200


async def test_behind_a_proxy_only_the_date_is_wrong(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.proxy_date(700))
    answer = await caller.order()
    assert answer.json()["code"] == 200
    assert parsedate_to_datetime(answer.headers["date"]).timestamp() == NOW + 700
    misled = await caller.order(headers=signed_headers(str(NOW + 700)))
    assert misled.json()["code"] == 401


async def test_an_unsolicited_answer_waits_on_the_idle_connection(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.unsolicited_answer())
    body = json.dumps({"purchaseAmount": 400, "receiver": "{}", "orderLineList": "[]"}).encode()
    headers = {**signed_headers(), "host": "x", "content-type": "application/json", "content-length": len(body)}
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    reader, writer = await asyncio.open_connection(caller.host, caller.port)
    writer.write(f"POST /open/order HTTP/1.1\r\n{head}\r\n".encode() + body)
    async with asyncio.timeout(5):
        first, second = [await reader.readuntil(b"]}}") for _ in range(2)]
    writer.close()
    assert first.partition(b"\r\n\r\n")[2] == second.partition(b"\r\n\r\n")[2]
    assert kept(caller) == 1


async def outcomes_with(seed: int, clock: Clock) -> list[str]:
    sandbox = Sandbox(clock=clock)
    sandbox.faults.add(faults.flaky(0.5, seed=seed))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=sandbox), base_url="http://127.0.0.1") as http:
        caller = Caller(http, sandbox, clock)

        async def outcome(number: int) -> str:
            try:
                return str((await caller.order(f"K-{number}")).status_code)
            except ConnectionError:
                return f"dropped, kept {len(sandbox.orders.find(f'K-{number}'))}"

        return list(await asyncio.gather(*map(outcome, range(60))))


async def test_flaky_is_a_share_of_calls_and_the_same_for_the_same_seed(clock: Clock) -> None:
    first, again, other = [await outcomes_with(seed, clock) for seed in (1, 1, 2)]
    assert first == again != other
    counted = Counter(first)
    assert counted.keys() == {"200", "429", "502", "503", "dropped, kept 0", "dropped, kept 1"}
    assert 20 <= counted["200"] <= 40


def test_a_recipe_reads_the_same_in_python_and_in_text() -> None:
    assert faults.parse_rule("lost_answer:A-1") == faults.lost_answer("A-1")
    assert faults.parse_rule("refuse:code=1030,date=590") == faults.refuse(1030, date=590)
    assert faults.parse_rule("refuse:1030") == faults.refuse(1030)
    assert faults.parse_rule("flaky:0.2,seed=7") == faults.flaky(0.2, seed=7)
    assert faults.parse_rule("slow:3,times=2,key=A,1") == faults.slow(3, "A,1", times=2)
    assert faults.parse_rule("lost_answer:times=any,account=k") == faults.lost_answer(times=None, account="k")
    assert faults.parse_rule("status=503") == FaultRule(fault="status=503")


@pytest.mark.parametrize("name", list(RECIPES))
def test_every_recipe_is_a_function_of_the_module(name: str) -> None:
    assert name in faults.__all__
    assert getattr(faults, name)() == faults.parse_rule(name)
    assert parse_faults(name).recipes == (name,)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("slow:-1", "slow: seconds must be a number between 0 and 3600"),
        ("slow:nan", "slow: seconds must be a number"),
        ("slow:minutes=1", "slow has no argument 'minutes'; it has seconds, key"),
        ("no_in_data:maybe", "no_in_data: form must be success_text"),
        ("ambiguous:done=perhaps", "ambiguous: done must be true or false"),
        ("page_cap:0", "page_cap: size must be a whole number between 1"),
        ("lost_answer:A,key=B", "lost_answer: key is repeated"),
        ("lost_answer:times=often", "times must be a whole number, or any"),
        ("lost_answer=A", "write lost_answer as lost_answer:"),
        ("refuse:a b", "refuse: code must be a number or a word"),
    ],
)
def test_a_recipe_that_is_invalid_is_explained(text: str, says: str) -> None:
    with pytest.raises(FaultSpecificationError) as caught:
        parse_faults(text)
    assert str(caught.value).startswith(says)


async def test_rules_that_never_applied_are_reported(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.lost_answer("K-9"))
    caller.sandbox.faults.add("slow:0,key=K-1")
    await caller.order("K-1")
    assert caller.sandbox.faults.unmatched() == [faults.lost_answer("K-9")]


async def test_a_rule_for_one_account_leaves_the_others_alone(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.refuse(500, account="somebody else"))
    assert (await caller.order()).json()["code"] == 200
    assert len(caller.sandbox.faults.unmatched("somebody else")) == 1


async def test_two_recipes_for_one_call_are_not_mixed(caller: Caller) -> None:
    caller.sandbox.faults.add(faults.contradiction())
    caller.sandbox.faults.add(faults.lost_answer())
    assert (await caller.order()).json()["code"] == "SUCCESS"
    with pytest.raises(httpx.ReadError):
        await caller.order()


async def test_rules_wait_until_real_time_passes_too() -> None:
    clock = MovableClock()
    started = time.monotonic()
    await clock.sleep(0.01)
    assert time.monotonic() - started >= 0.009
