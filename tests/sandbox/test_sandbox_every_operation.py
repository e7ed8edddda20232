"""Every operation of all surfaces: its documented request is taken in strict mode, and the answer has its type."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from documented_operations import OPERATIONS, Documented
from sandbox_caller import ORDER, Caller, Clock, admin_headers

from pandapon_async.sandbox import RunningSandbox, Sandbox, serve
from pandapon_async.sandbox.specification.operations import load_operations

ADDRESS = {
    "fullName": "Test Buyer",
    "mobile": "13800000000",
    "cityText": "杭州市",
    "provinceText": "浙江省",
    "address": "1 Example Road",
}
# Calls that create something, tell what is kept, or show a page of many rows cannot answer the example word for word.
STATEFUL = {
    "pandapon-v1 logistics.book_freight",
    "pandapon-v1 alibaba.orders.preview",
    "pandapon-v1 alibaba.after_sales.create",
    "pandapon-v2 alibaba.cart.list",
    "pandapon-v2 alibaba.goods.search",
    "pandapon-v2 alibaba.goods.search_store",
    "pandapon-v2 alibaba.orders.create_for_sellers",
    "pandapon-v2 taobao.after_sales.get",
}


@pytest.fixture
async def strict_caller(clock: Clock) -> AsyncIterator[Caller]:
    sandbox = Sandbox(clock=clock, strict=True)
    http = httpx.AsyncClient(headers=admin_headers(sandbox))
    async with serve(sandbox) as running, http:
        http.base_url = httpx.URL(running.url)
        yield _caller(http, running, clock)


def _caller(http: httpx.AsyncClient, running: RunningSandbox, clock: Clock) -> Caller:
    return Caller(http, running.sandbox, clock, running.url, running.host, running.port)


async def known_ids(caller: Caller, operation: Documented) -> dict[str, Any]:
    """Ids of an order and a refund that the sandbox keeps."""
    if ".after_sales." in operation.name and "taobao" in operation.name:
        order_id = (await caller.call("/open/order", ORDER)).json()["data"]["purchaseOrderId"]
        refund = await caller.http.post("/_sandbox/refunds", json={"orderId": order_id})
        return {"orderId": order_id, "refundId": refund.json()["refundId"]}
    cargo = {"offerId": 889512351602, "specId": "530ad00177264564503ec3b848650652", "quantity": 2}
    order = {"flow": "general", "addressParam": ADDRESS, "cargoParamList": [cargo]}
    order_id = (await caller.call("/alibaba/order/create", order)).json()["data"]["orderId"]
    refund = {
        "orderId": int(order_id),
        "disputeRequest": "returnRefund",
        "applyPayment": 100,
        "applyCarriage": 0,
        "applyReasonId": 1,
        "description": "text",
        "goodsStatus": "refundBuyerReceived",
    }
    refund_id = (await caller.call("/alibaba/refund/detail/create", refund)).json()["data"]["refundId"]
    return {"orderId": order_id, "refundId": refund_id}


def test_every_operation_of_the_specifications_is_served() -> None:
    served = {f"{operation.surface} {operation.operation_id}" for operation in load_operations(strict=False)}
    assert served == {operation.name for operation in OPERATIONS}
    assert len(served) >= 71


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
async def test_the_documented_request_gets_an_answer_of_the_documented_type(
    strict_caller: Caller, operation: Documented
) -> None:
    path, query, body = operation.request(await known_ids(strict_caller, operation))
    call = strict_caller.query_signed if operation.is_query_signed else strict_caller.call
    answer = await call(path, body, method=operation.method, query=query)
    envelope = answer.json()
    assert envelope.get("code", envelope.get("errorCode")) == 200, envelope
    assert "data" in envelope
    assert operation.complaints(envelope) == []
    if operation.example is not None and operation.name not in STATEFUL and "data" in operation.example:
        assert envelope["data"] == operation.example["data"]
    assert answer.headers["content-type"].startswith("application/json")


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
async def test_the_least_that_is_required_is_no_error_of_the_sandbox(caller: Caller, operation: Documented) -> None:
    path = operation.served_path.format(**{part["name"]: "1" for part in operation.parameters})
    query = {part["name"]: "1" for part in operation.parameters if part["in"] == "query" and part.get("required")}
    body = None if operation.body_schema is None else operation.least(operation.body_schema)
    call = caller.query_signed if operation.is_query_signed else caller.call
    answer = await call(path, body, method=operation.method, query=query)
    assert answer.status_code == 200
    envelope = answer.json()
    code = envelope.get("code", envelope.get("errorCode"))
    assert code in {200, 404}, envelope
    if code == 200:
        assert operation.complaints(envelope) == []
