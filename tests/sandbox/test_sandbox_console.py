"""The admin interface below /_sandbox/ and the pages of the console."""

import pytest
from sandbox_caller import Caller


async def test_health(caller: Caller) -> None:
    assert (await caller.http.get("/_sandbox/health")).json() == {"status": "ok"}


async def test_the_summary_counts_calls_refusals_faults_and_orders(caller: Caller) -> None:
    await caller.order()
    await caller.order(headers={"signature": "0" * 32})
    await caller.order(faults="empty")
    assert (await caller.http.get("/_sandbox/summary")).json() == {
        "calls": {"pandapon-v1": {"taobao.orders.create": 3}},
        "refusals": {"signature": 1},
        "faults": {"empty": 1},
        "orders": 2,
        "refunds": 0,
        "cartRecords": 0,
        "addresses": 0,
        "pushes": {},
        "nonces": 2,
    }


async def test_a_reset_forgets_orders_counts_and_nonces(caller: Caller) -> None:
    await caller.order()
    assert (await caller.http.delete("/_sandbox/state")).status_code == 204
    summary = (await caller.http.get("/_sandbox/summary")).json()
    assert {"calls": {}, "refusals": {}, "faults": {}, "orders": 0, "nonces": 0}.items() <= summary.items()


async def test_orders_are_found_by_the_number_of_the_caller(caller: Caller) -> None:
    order_id = (await caller.order("K-1")).json()["data"]["purchaseOrderId"]
    await caller.order("K-2")
    answer = await caller.http.get("/_sandbox/orders", params={"sellerOrderNumber": "K-1"})
    assert answer.json() == {
        "total": 1,
        "offset": 0,
        "limit": 100,
        "orders": [
            {
                "purchaseOrderId": order_id,
                "kind": "taobao",
                "sellerOrderNumber": "K-1",
                "tmallOrderId": None,
                "status": "TAOBAO_ORDER_WAIT_BUYER_PAY",
                "createdAt": "2025-06-15T15:06:40.000+00:00",
                "amount": 400,
                "lineCount": 1,
                "missingLines": 0,
                "paid": False,
                "shipped": False,
                "payments": 0,
                "paymentCalls": 0,
                "warehouse": None,
            }
        ],
    }
    assert "13800000000" not in answer.text
    missing = await caller.http.get("/_sandbox/orders", params={"sellerOrderNumber": "K-3"})
    assert missing.json()["total"] == 0


async def test_orders_come_in_pages_newest_last(caller: Caller) -> None:
    for number in "abcde":
        await caller.order(number)
    page = (await caller.http.get("/_sandbox/orders", params={"offset": 1, "limit": 2})).json()
    assert page["total"] == 5
    assert [order["sellerOrderNumber"] for order in page["orders"]] == ["b", "c"]


@pytest.mark.parametrize("query", ["limit=1001", "limit=x", "offset=-1", "offset=" + "9" * 5000])
async def test_a_page_that_makes_no_sense_is_refused(caller: Caller, query: str) -> None:
    answer = await caller.http.get(f"/_sandbox/orders?{query}")
    assert answer.status_code == 400
    assert "must be a whole number" in answer.json()["error"]


async def test_reconciliation_finds_lost_doubled_and_foreign_orders(caller: Caller) -> None:
    for number in ("a", "b", "b", "b", "x", None):
        await caller.order(number)
    answer = await caller.http.post("/_sandbox/reconcile", json={"sellerOrderNumbers": ["a", "b", "c", "d", "a"]})
    assert answer.json() == {
        "expected": 4,
        "orders": 6,
        "created": 2,
        "lost": 2,
        "duplicated": 1,
        "unexpected": 2,
        "inPart": 0,
        "lostNumbers": ["c", "d"],
        "duplicatedNumbers": ["b"],
        "unexpectedNumbers": ["x"],
        "inPartNumbers": [],
    }


async def test_reconciliation_tells_a_hundred_numbers_and_counts_all(caller: Caller) -> None:
    numbers = [str(number) for number in range(250)]
    answer = (await caller.http.post("/_sandbox/reconcile", json={"sellerOrderNumbers": numbers})).json()
    assert (answer["lost"], len(answer["lostNumbers"])) == (250, 100)


@pytest.mark.parametrize("body", ["{", "[]", '{"sellerOrderNumbers": [1]}', '{"sellerOrderNumbers": "a"}'])
async def test_reconciliation_of_something_else_is_refused(caller: Caller, body: str) -> None:
    answer = await caller.http.post("/_sandbox/reconcile", content=body)
    assert answer.status_code == 400
    assert "error" in answer.json()


async def test_the_page_shows_orders_and_searches_them(caller: Caller) -> None:
    await caller.order("K-1")
    await caller.order("K-2", faults="code-after=500")
    page = await caller.http.get("/_sandbox/", params={"sellerOrderNumber": "K-1"})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<input id="number" name="sellerOrderNumber" value="K-1"' in page.text
    assert "1 order with this number" in page.text
    assert "<td>K-1</td>" in page.text
    assert "<td>K-2</td>" not in page.text
    assert "code-after" in page.text
    assert "13800000000" not in page.text


async def test_the_page_keeps_markup_in_an_order_number_as_text(caller: Caller) -> None:
    number = '"><script>alert(1)</script>'
    await caller.order(number)
    page = await caller.http.get("/_sandbox/", params={"sellerOrderNumber": number})
    assert "<script>" not in page.text
    assert "&lt;script&gt;" in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


async def test_the_page_leads_through_many_orders(caller: Caller) -> None:
    for number in "abc":
        await caller.order(number)
    page = await caller.http.get("/_sandbox/", params={"offset": 1, "limit": 1})
    assert "3 orders, 2 to 2" in page.text
    assert "offset=0&amp;limit=1" in page.text
    assert "offset=2&amp;limit=1" in page.text


async def test_the_page_is_also_found_without_its_last_slash(caller: Caller) -> None:
    page = await caller.http.get("/_sandbox", follow_redirects=True)
    assert (page.status_code, page.url.path) == (200, "/_sandbox/")
