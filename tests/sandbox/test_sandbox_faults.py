"""What a client sees of each fault, over a socket, and whether the call was done."""

import asyncio
import json
from typing import Any

import httpx
import pytest
from sandbox_caller import WAREHOUSE, Caller, Clock, signed_headers

from pandapon_async.sandbox import DroppedConnectionError, FaultRule, FaultSpecificationError, Sandbox, parse_faults

ORDER = {"purchaseAmount": 400, "receiver": "{}", "orderLineList": "[]", "sellerOrderNumber": "K-1"}


def request(faults: str) -> bytes:
    body = json.dumps(ORDER).encode()
    headers = {**signed_headers(), "host": "sandbox", "content-type": "application/json", "x-sandbox-fault": faults}
    head = "".join(f"{name}: {value}\r\n" for name, value in {**headers, "content-length": len(body)}.items())
    return f"POST /open/order HTTP/1.1\r\n{head}\r\n".encode() + body


async def raw(caller: Caller, faults: str) -> bytes:
    """Send one call and return all bytes up to the end of the connection."""
    reader, writer = await asyncio.open_connection(caller.host, caller.port)
    try:
        writer.write(request(faults))
        async with asyncio.timeout(2):
            return await reader.read()
    finally:
        writer.close()


async def test_drop_before_resets_the_connection_and_does_nothing(caller: Caller) -> None:
    with pytest.raises(ConnectionResetError):
        await raw(caller, "drop-before")
    assert len(caller.sandbox.orders) == 0
    assert caller.sandbox.summary()["faults"] == {"drop-before": 1}


async def test_drop_after_resets_the_connection_when_the_order_is_kept(caller: Caller) -> None:
    with pytest.raises(ConnectionResetError):
        await raw(caller, "drop-after")
    assert len(caller.sandbox.orders) == 1
    assert caller.sandbox.summary()["faults"] == {"drop-after": 1}


async def test_cut_promises_more_than_it_sends(caller: Caller) -> None:
    head, _, body = (await raw(caller, "cut")).partition(b"\r\n\r\n")
    promised = int(httpx.Headers([line.split(": ") for line in head.decode().split("\r\n")[1:]])["content-length"])
    assert head.startswith(b"HTTP/1.1 200")
    assert len(body) == promised // 2
    assert len(caller.sandbox.orders) == 1


async def test_a_drop_leaves_other_connections_alone(caller: Caller) -> None:
    with pytest.raises(httpx.ReadError):
        await caller.order(faults="drop-after")
    assert (await caller.order()).json()["code"] == 200


async def test_without_a_connection_a_drop_is_an_exception(strict: Caller) -> None:
    for faults, kept in (("drop-before", 0), ("drop-after", 1), ("cut", 2)):
        with pytest.raises(DroppedConnectionError):
            await strict.order(faults=faults)
        assert len(strict.sandbox.orders) == kept


async def test_status_is_a_page_of_html_and_nothing_is_done(caller: Caller) -> None:
    answer = await caller.order(faults="status=503")
    assert (answer.status_code, answer.headers["content-type"]) == (503, "text/html")
    assert "<h1>503</h1>" in answer.text
    assert len(caller.sandbox.orders) == 0


async def test_status_after_is_the_same_when_the_order_is_kept(caller: Caller) -> None:
    answer = await caller.order(faults="status-after=502")
    assert (answer.status_code, answer.headers["content-type"]) == (502, "text/html")
    assert len(caller.sandbox.orders) == 1


@pytest.mark.parametrize(("faults", "kept"), [("code=500", 0), ("code-after=500", 1)])
async def test_code_is_an_envelope_over_http_200(caller: Caller, faults: str, kept: int) -> None:
    answer = await caller.order(faults=faults)
    envelope = answer.json()
    assert (answer.status_code, envelope["code"], envelope["data"]) == (200, 500, None)
    assert len(caller.sandbox.orders) == kept


async def test_code_is_answered_in_the_envelope_of_the_operation(caller: Caller) -> None:
    answer = await caller.query_signed("/open/pp/logistics/updateLogisticInfo", {}, faults="code=7")
    assert answer.json() == {"errorCode": 7, "errorMsg": "injected by the sandbox", "success": False, "data": None}


@pytest.mark.parametrize("error", ["status=429", "code=429", "status-after=503", "code-after=500"])
@pytest.mark.parametrize("value", ["2", "Sun, 15 Jun 2025 15:07:00 GMT"])
async def test_retry_after_goes_with_the_error(caller: Caller, error: str, value: str) -> None:
    answer = await caller.order(faults=f"retry-after={value}, {error}")
    assert answer.headers["retry-after"] == value


async def test_truncate_sends_half_of_the_json_as_if_it_were_all(caller: Caller) -> None:
    answer = await caller.order(faults="truncate")
    assert int(answer.headers["content-length"]) == len(answer.content)
    with pytest.raises(ValueError, match=r"."):
        answer.json()
    assert answer.content.startswith(b'{"requestId":')
    assert len(caller.sandbox.orders) == 1


async def test_malformed_is_html_with_http_200(caller: Caller) -> None:
    answer = await caller.order(faults="malformed")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html")
    assert len(caller.sandbox.orders) == 1


async def test_empty_is_nothing_with_http_200(caller: Caller) -> None:
    answer = await caller.order(faults="empty")
    assert (answer.status_code, answer.content) == (200, b"")
    assert len(caller.sandbox.orders) == 1


async def test_wrong_types_changes_the_data_and_not_the_envelope(caller: Caller) -> None:
    order = (await caller.order(faults="wrong-types")).json()
    assert (order["code"], order["msg"]) == (200, "成功")
    assert isinstance(order["data"]["purchaseOrderId"], int)
    warehouse = (await caller.call("/open/order/updateWarehouse", WAREHOUSE, faults="wrong-types")).json()
    assert (warehouse["code"], warehouse["data"]) == (200, "true")
    query = {"orderId": "1"}
    traces = await caller.call("/v2/alibaba/order/logistics", method="GET", query=query, faults="wrong-types")
    assert traces.json()["data"][0]["orderId"] == "0"
    assert traces.json()["data"][0]["logisticsId"] == [""]


async def test_close_says_so_and_closes(caller: Caller) -> None:
    head, _, body = (await raw(caller, "close")).partition(b"\r\n\r\n")
    assert b"connection: close" in head.lower()
    assert json.loads(body)["code"] == 200


async def test_close_idle_does_not_say_so_and_closes(caller: Caller) -> None:
    head, _, body = (await raw(caller, "close-idle")).partition(b"\r\n\r\n")
    assert b"connection: close" not in head.lower()
    assert json.loads(body)["code"] == 200


async def test_close_idle_spares_a_connection_that_is_in_use_again(caller: Caller) -> None:
    reader, writer = await asyncio.open_connection(caller.host, caller.port)
    writer.write(request("close-idle"))
    await reader.readuntil(b"}}")
    writer.write(request("latency=0.03"))
    async with asyncio.timeout(2):
        assert b'"code":200' in await reader.readuntil(b"}}")
    writer.close()
    await writer.wait_closed()


async def test_latency_comes_before_and_latency_after_comes_after_the_effect(caller: Caller) -> None:
    for faults, kept in (("latency=5", 0), ("latency-after=5", 1)):
        call = asyncio.create_task(caller.order(faults=faults))
        await asyncio.sleep(0.04)
        assert len(caller.sandbox.orders) == kept
        call.cancel()
        await asyncio.wait([call])


async def test_latency_delays_and_then_answers(caller: Caller) -> None:
    started = asyncio.get_running_loop().time()
    answer = await caller.order(faults="latency=0.02, latency-after=0.02")
    assert asyncio.get_running_loop().time() - started >= 0.04
    assert answer.json()["code"] == 200


async def test_a_fault_before_the_effect_does_not_use_the_nonce_up(caller: Caller) -> None:
    headers = signed_headers()
    await caller.order(headers=headers, faults="status=503")
    assert (await caller.order(headers=headers)).json()["code"] == 200


async def test_a_fault_after_the_effect_does_not_hide_a_refusal(caller: Caller) -> None:
    answer = await caller.call("/open/order", {}, faults="malformed")
    assert answer.json()["code"] == 400
    assert caller.sandbox.summary()["faults"] == {}


@pytest.mark.parametrize(
    ("faults", "says"),
    [
        ("explode", "unknown fault 'explode'; known are lost_answer, never_arrived"),
        ("drop-before, explode", "unknown fault"),
        (",", "unknown fault"),
        ("latency", "latency needs seconds between 0 and 3600"),
        ("latency=-1", "latency needs seconds"),
        ("latency=nan", "latency needs seconds"),
        ("latency=99999", "latency needs seconds"),
        ("status=200", "status needs an HTTP status between 300 and 599"),
        ("status=5x3", "status needs an HTTP status"),
        ("status-after=304", "status-after needs an HTTP status"),
        ("code=", "code needs a whole number"),
        ("drop-after=1", "drop-after takes no argument"),
        ("retry-after=2", "retry-after needs an error to go with"),
        ("status=503, retry-after=", "retry-after needs a header value"),
    ],
)
async def test_a_specification_that_cannot_be_followed_is_http_400(caller: Caller, faults: str, says: str) -> None:
    answer = await caller.order(faults=faults)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith(says)
    assert len(caller.sandbox.orders) == 0


def test_a_header_value_cannot_smuggle_another_header() -> None:
    with pytest.raises(FaultSpecificationError, match="printable ASCII"):
        parse_faults("status=503, retry-after=2\r\nset-cookie: a=b")


def test_the_first_of_two_faults_that_exclude_each_other_counts() -> None:
    plan = parse_faults("drop-before, status=503, empty, malformed, latency=1")
    assert plan.prevention is not None
    assert plan.damage is not None
    assert (plan.prevention.name, plan.damage.name, plan.latency) == ("drop-before", "empty", 1.0)


async def test_a_rule_befalls_its_operation_as_often_as_it_says(caller: Caller) -> None:
    caller.sandbox.faults.replace([FaultRule(fault="code=500", operation="taobao.orders.create", times=2)])
    assert (await caller.call("/open/order/updateWarehouse", WAREHOUSE)).json()["code"] == 200
    codes = [(await caller.order()).json()["code"] for _ in range(4)]
    assert codes == [500, 500, 200, 200]


async def test_a_header_counts_before_a_rule(caller: Caller) -> None:
    caller.sandbox.faults.replace([FaultRule(fault="code=500")])
    assert (await caller.order(faults="code=429")).json()["code"] == 429


async def codes_with(seed: int, clock: Clock) -> list[int]:
    sandbox = Sandbox(clock=clock)
    sandbox.faults.replace([FaultRule(fault="code=500", probability=0.5)], seed=seed)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=sandbox), base_url="http://sandbox") as http:
        calls = [await http.post("/open/order", json=ORDER, headers=signed_headers()) for _ in range(30)]
    return [answer.json()["code"] for answer in calls]


async def test_the_same_seed_gives_the_same_faults(clock: Clock) -> None:
    first, again, other = [await codes_with(seed, clock) for seed in (1, 1, 2)]
    assert first == again != other
    assert {200, 500} == set(first)


async def test_rules_are_put_in_force_shown_and_removed_over_http(caller: Caller) -> None:
    rule = {"operation": "taobao.orders.create", "fault": "drop-after", "probability": 0.1, "times": 3}
    answer = await caller.http.put("/_sandbox/faults", json={"seed": 7, "rules": [rule]})
    shown = {**rule, "id": 1, "key": None, "account": None, "timesLeft": 3, "matched": 0}
    assert answer.json() == {"seed": 7, "rules": [shown]}
    assert (await caller.http.get("/_sandbox/faults")).json() == answer.json()
    assert (await caller.http.delete("/_sandbox/faults")).status_code == 204
    assert (await caller.http.get("/_sandbox/faults")).json() == {"seed": 0, "rules": []}


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ([], "expected"),
        ({"rules": [], "sead": 1}, "expected"),
        ({"rules": [], "seed": "1"}, "seed must be a whole number"),
        ({"rules": [{"operation": None}]}, "a rule is"),
        ({"rules": [{"fault": "explode"}]}, "unknown fault"),
        ({"rules": [{"fault": "empty", "operation": "nothing"}]}, "no operation is called 'nothing'"),
        ({"rules": [{"fault": "empty", "operation": 1}]}, "operation must be"),
        ({"rules": [{"fault": "empty", "probability": 2}]}, "probability must lie between 0 and 1"),
        ({"rules": [{"fault": "empty", "probability": True}]}, "probability must be a number"),
        ({"rules": [{"fault": "empty", "probability": "1"}]}, "probability must be a number"),
        ({"rules": [{"fault": "empty", "times": -1}]}, "times must not be negative"),
        ({"rules": [{"fault": "empty", "times": 1.5}]}, "times must be a whole number"),
    ],
)
async def test_rules_that_cannot_be_followed_leave_the_old_ones_in_force(
    caller: Caller, document: Any, says: str
) -> None:
    caller.sandbox.faults.replace([FaultRule(fault="empty")])
    answer = await caller.http.put("/_sandbox/faults", json=document)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith(says)
    assert len(caller.sandbox.faults.to_json()["rules"]) == 1
