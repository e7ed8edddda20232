"""What a well-made call gets back."""

import httpx
import pytest
from sandbox_caller import WAREHOUSE, Caller, Clock, signed_headers

from pandapon_async.sandbox import DEMO_ACCESS_KEY, Account, Sandbox


async def test_an_order_is_kept_and_its_id_answered(caller: Caller) -> None:
    answer = await caller.order("K-7")
    envelope = answer.json()
    assert set(envelope) == {"requestId", "code", "developId", "msg", "data"}
    assert (envelope["code"], envelope["msg"], envelope["developId"]) == (200, "成功", "1014533973088404335")
    assert len(envelope["requestId"]) == 32
    order_id = envelope["data"]["purchaseOrderId"]
    assert len(order_id) == 19
    [order] = caller.sandbox.orders.find("K-7")
    assert (order.purchase_order_id, order.seller_order_number, order.purchase_amount) == (order_id, "K-7", 400)
    assert order.lines == [{"itemId": "600126245031041190", "quantity": "200", "price": "1"}]
    assert order.receiver["mobile_phone"] == "13800000000"
    assert order.created_at == caller.clock.now


async def test_the_same_number_twice_makes_two_orders(caller: Caller) -> None:
    first, second = await caller.order("K"), await caller.order("K")
    assert first.json()["data"] != second.json()["data"]
    assert len(caller.sandbox.orders.find("K")) == 2


async def test_an_order_needs_no_number(caller: Caller) -> None:
    assert (await caller.order(None)).json()["code"] == 200
    assert caller.sandbox.orders.page(0, 10)[0].seller_order_number is None


async def test_ids_are_not_given_out_again_after_a_reset(caller: Caller) -> None:
    before = (await caller.order()).json()["data"]
    caller.sandbox.reset()
    assert len(caller.sandbox.orders) == 0
    assert (await caller.order()).json()["data"] != before


async def test_an_order_tells_nothing_personal_in_its_repr(caller: Caller) -> None:
    await caller.order()
    [order] = caller.sandbox.orders.find("K-1")
    assert repr(order) == f"Order({order.purchase_order_id})"


async def test_the_warehouse_of_an_order_is_recorded(caller: Caller) -> None:
    order_id = (await caller.order()).json()["data"]["purchaseOrderId"]
    answer = await caller.call("/open/order/updateWarehouse", {**WAREHOUSE, "orderId": order_id})
    assert answer.json()["data"] is True
    [order] = caller.sandbox.orders.find("K-1")
    assert caller.sandbox.orders.warehouse(order).name == "一号仓库"


@pytest.mark.parametrize("order_id", ["1", "1024285237573584051", "9" * 19, "x" * 19, "٣" * 19])
async def test_the_warehouse_of_any_other_order_gets_the_documented_answer(caller: Caller, order_id: str) -> None:
    answer = await caller.call("/open/order/updateWarehouse", {**WAREHOUSE, "orderId": order_id})
    assert answer.json()["data"] is True


async def test_an_unknown_path_is_http_404_in_an_envelope(caller: Caller) -> None:
    answer = await caller.call("/open/nothing", {})
    assert (answer.status_code, answer.json()["code"], answer.json()["data"]) == (404, 404, None)


async def test_xportcn_ka_is_served_below_its_own_path(caller: Caller) -> None:
    answer = await caller.query_signed("/api/open/pp/logistics/updateLogisticInfo", {"orderId": "21"})
    assert answer.json()["errorCode"] == 200
    assert caller.sandbox.summary()["calls"] == {"xportcn-ka": {"logistics.update_domestic_logistics": 1}}


async def test_a_body_beyond_the_limit_is_refused_and_the_connection_closed(clock: Clock) -> None:
    sandbox = Sandbox(clock=clock, max_body_bytes=100)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=sandbox), base_url="http://sandbox") as http:
        answer = await http.post(
            "/open/order", content=b"x" * 101, headers={**signed_headers(), "content-type": "application/json"}
        )
    assert (answer.status_code, answer.json()["code"]) == (200, 413)
    assert answer.headers["connection"] == "close"


async def test_answers_carry_the_developer_id_of_the_account(clock: Clock) -> None:
    account = Account(
        access_key=DEMO_ACCESS_KEY,
        access_secret="c1d5a60f4b7e4f0e9a2b8d3761fe9045",
        user_ids=("2100007341207",),
        developer_id="77",
    )
    transport = httpx.ASGITransport(app=Sandbox(accounts=[account], clock=clock))
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as http:
        answer = await http.post("/open/order/updateWarehouse", json=WAREHOUSE, headers=signed_headers())
    assert answer.json()["developId"] == "77"


async def test_one_line_is_logged_for_a_call_without_anything_private(
    caller: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="pandapon_async.sandbox")
    await caller.order("K-9")
    await caller.query_signed("/open/pp/logistics/updateLogisticInfo", {})
    await caller.call("/open/no%0athing", {})
    await caller.order(headers={"signature": "0" * 32})
    lines = [record.getMessage() for record in caplog.records if record.name == "pandapon_async.sandbox"]
    assert lines == [
        "POST /open/order pandapon-v1 taobao.orders.create done",
        "POST /open/pp/logistics/updateLogisticInfo pandapon-v1 logistics.update_domestic_logistics done",
        "POST /open/no%0Athing - refused: unknown-path",
        "POST /open/order pandapon-v1 taobao.orders.create refused: signature",
    ]
    assert not [record for record in caplog.records if record.name.startswith("uvicorn")]
