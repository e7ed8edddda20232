"""Carts, addresses, refunds, Taobao orders and bookings of freight."""

from typing import Any

import pytest
from sandbox_caller import ORDER, Checked

V1, V2, KA = "pandapon-v1", "pandapon-v2", "xportcn-ka"
RECEIVER = {"zip": "11111", "city": "杭州市", "address": "1 Example Road", "name": "Test Buyer"}


def goods(**changes: Any) -> dict[str, Any]:
    item = {"mpId": "26", "mpSkuId": "65", "skuId": "85", "itemId": 1, "price": 700, "quantity": 2, "shopId": 42}
    return {**item, "itemTitle": "Example item", **changes}


async def test_a_taobao_cart_becomes_one_order_for_each_shop(checked: Checked) -> None:
    one = (await checked.data(f"{V1} taobao.cart.add", goods()))["id"]
    two = (await checked.data(f"{V1} taobao.cart.add", goods(itemId=2, shopId=43, promotionPrice=500)))["id"]
    assert (await checked.data(f"{V1} taobao.cart.add", goods()))["id"] == one
    chosen = {"ids": [one, two], "orderAddress": RECEIVER}
    previews = await checked.data(f"{V1} taobao.cart.preview_order", chosen)
    assert [each["productAmount"] for each in previews] == [4 * 700, 2 * 500]
    created = await checked.data(f"{V1} taobao.cart.create_order", chosen)
    shown = (await checked.console(kind="taobao"))["orders"]
    assert [each["purchaseOrderId"] for each in shown] == [each["purchaseOrderId"] for each in created]
    assert [each["amount"] for each in shown] == [each["purchaseAmount"] for each in previews]
    assert await checked.code(f"{V1} taobao.cart.create_order", chosen) == 404


async def test_v1_and_v2_share_the_taobao_cart(checked: Checked) -> None:
    body = {"mpId": "26", "mpSkuId": "65", "skuId": "85", "itemMapId": "1", "price": 700, "aliShopId": "42"}
    added = (await checked.data(f"{V2} taobao.cart.add", body))["id"]
    [preview] = await checked.data(f"{V1} taobao.cart.preview_order", {"ids": [added], "orderAddress": RECEIVER})
    assert preview["productAmount"] == 700


async def test_the_1688_cart_is_listed_changed_and_ordered(checked: Checked) -> None:
    async def records() -> dict[int, int]:
        cart = await checked.data(f"{V2} alibaba.cart.list")
        return {each["id"]: each["quantity"] for shop in cart["enableList"] for each in shop["cartItemInfos"]}

    before = await records()
    assert len(before) == 3
    first = next(iter(before))
    assert await checked.data(f"{V1} alibaba.cart.update_quantity", {"id": first, "quantity": 7}) is True
    assert (await records())[first] == 7
    assert await checked.code(f"{V1} alibaba.cart.update_quantity", {"id": 5, "quantity": 7}) == 404
    chosen = {"cartIds": list(before), "flow": "general", "message": "C-1"}
    preview = await checked.data(f"{V1} alibaba.cart.preview_order", {"cartIds": list(before)})
    orders = await checked.data(f"{V1} alibaba.cart.create_order", chosen)
    amounts = [each["sumPayment"] for each in preview["orderPreviewResuslt"]]
    assert [round(each["baseInfo"]["totalAmount"] * 100) for each in orders] == amounts
    assert len(amounts) == 2
    assert await records() == {}
    assert (await checked.reconcile("alibaba", ["C-1"]))["duplicated"] == 0


async def test_a_person_puts_goods_into_the_1688_cart(checked: Checked) -> None:
    goods = {"offerMapId": "abc", "specId": "s", "sellerOpenId": "B", "quantity": 3}
    answer = await checked.caller.http.post("/_sandbox/cart", json=goods)
    cart = await checked.data(f"{V2} alibaba.cart.list")
    [record] = next(shop["cartItemInfos"] for shop in cart["enableList"] if shop["sellerOpenId"] == "B")
    assert (record["id"], record["quantity"]) == (answer.json()["id"], 3)
    for wrong in ({}, {**goods, "quantity": 0}, {**goods, "accessKey": "nobody"}, {**goods, "accessKey": [1]}):
        assert (await checked.caller.http.post("/_sandbox/cart", json=wrong)).status_code == 400


async def test_an_address_is_added_without_an_id_and_changed_with_one(checked: Checked) -> None:
    address = {"name": "Test Buyer", "province": "浙江省", "city": "杭州市", "address": "1 Example Road"}
    for body in (address, {**address, "id": 0}, {**address, "id": 8}, {**address, "id": 8}):
        assert await checked.data(f"{V1} addresses.save", body) is None
    await checked.data(f"{V2} addresses.save", {**address, "id": 8})
    summary = await checked.caller.http.get("/_sandbox/summary")
    assert summary.json()["addresses"] == 3
    assert "Example Road" not in summary.text


async def taobao_order(checked: Checked) -> dict[str, Any]:
    created: dict[str, Any] = await checked.data(f"{V1} taobao.orders.create", ORDER)
    return created


async def test_a_taobao_order_tells_the_ids_of_its_lines(checked: Checked) -> None:
    created = await taobao_order(checked)
    [line] = created["subPurchaseOrderIds"]
    for surface in (V1, V2):
        name = f"{surface} taobao.orders.get_logistics"
        found = await checked.data(name, query={"subPurchaseOrderId": line})
        assert found == {"purchaseOrderOuterId": created["purchaseOrderId"], "pnmLogisticsDetails": []}
    paid = await checked.caller.http.post("/_sandbox/payments", json={"orderId": created["purchaseOrderId"]})
    assert (paid.json()["paid"], paid.json()["order"]["payments"]) == (True, 1)
    found = await checked.data(f"{V1} taobao.orders.get_logistics", query={"subPurchaseOrderId": line})
    assert len(found["pnmLogisticsDetails"]) == 1
    other = await checked.data(f"{V1} taobao.orders.get_logistics", query={"subPurchaseOrderId": "200033789041"})
    assert other["purchaseOrderOuterId"] == "3682557363260579405"


async def test_a_taobao_preview_sums_up_and_keeps_nothing(checked: Checked) -> None:
    body = {"orderLineList": '[{"itemId":1,"quantity":"3","skuId":2},{"itemId":3,"skuId":4}]', "receiver": "{}"}
    preview = await checked.data(f"{V1} taobao.orders.preview", body)
    assert preview["productAmount"] == sum(line["price"] * line["quantity"] for line in preview["orderLineList"])
    assert (await checked.console())["total"] == 0


async def test_a_taobao_refund_is_shown_listed_and_cancelled(checked: Checked) -> None:
    created = await taobao_order(checked)
    order_id, [line] = created["purchaseOrderId"], created["subPurchaseOrderIds"]
    template = {"subOrderId": line, "refundType": 1, "goodsStatus": 1}
    preview = await checked.data(f"{V2} taobao.after_sales.preview", template)
    assert preview["refundOrderTemplate"]["maxRefundFee"]["refundFee"] == 200
    refunds = [
        (await checked.caller.http.post("/_sandbox/refunds", json={"orderId": order_id})).json()["refundId"]
        for _ in range(3)
    ]
    for surface in (V1, V2):
        found = await checked.data(f"{surface} taobao.after_sales.get", query={"refundId": refunds[0]})
        assert found["refundOrderAggregate"]["purchaseOrderLine"]["purchaseOrderId"] == int(order_id)
    cancelled = [await checked.data(f"{V1} taobao.after_sales.cancel", refundId=refunds[0]) for _ in range(2)]
    assert [each["cancelSuccess"] for each in cancelled] == [True, False]
    message = {"refundId": refunds[1], "refundMessage": "text", "refundImages": ""}
    assert await checked.data(f"{V1} taobao.after_sales.submit_message", message) is True

    async def listed(**filters: Any) -> list[str]:
        page = await checked.data(f"{V1} taobao.after_sales.list", {"pageSize": 2, **filters})
        return [each["refundOrder"]["refundId"] for each in page["data"]]

    assert [await listed(pageNo=page) for page in (1, 2, 3)] == [refunds[:0:-1], refunds[:1], []]
    assert await listed(refundStatus=-20) == refunds[:1]
    assert await listed(purchaseOrderId="1") == []
    assert await listed(refundStartTime=1_750_000_000, refundEndTime=1_750_000_000_000, refundId=refunds[2]) == [
        refunds[2]
    ]
    for surface, name in ((V1, "get"), (V2, "get")):
        assert await checked.code(f"{surface} taobao.after_sales.{name}", query={"refundId": "1"}) == 404
    assert await checked.code(f"{V2} taobao.after_sales.cancel", refundId="1") == 404


async def test_a_1688_refund_belongs_to_an_order(checked: Checked) -> None:
    cargo = {"offerId": 1, "specId": "s", "quantity": 1}
    address = {"fullName": "Test", "mobile": "1", "cityText": "c", "provinceText": "p", "address": "a"}
    body = {"flow": "general", "addressParam": address, "cargoParamList": [cargo]}
    order_id = int((await checked.data(f"{V1} alibaba.orders.create", body))["orderId"])
    wish = {
        "orderId": order_id,
        "disputeRequest": "returnRefund",
        "applyPayment": 100,
        "applyCarriage": 50,
        "applyReasonId": 1,
        "description": "text",
        "goodsStatus": "refundBuyerReceived",
    }
    refund_id = (await checked.data(f"{V2} alibaba.after_sales.create", wish))["refundId"]
    found = await checked.data(f"{V1} alibaba.after_sales.get", {"refundId": refund_id})
    assert (found["orderId"], found["status"], found["refundPayment"]) == (order_id, "waitbuyersend", 150)
    parcel = {"refundId": refund_id, "logisticsCompanyNo": "SF", "freightBill": "SF1"}
    sent = [await checked.data(f"{V1} alibaba.after_sales.submit_return", parcel) for _ in range(2)]
    assert [each["success"] for each in sent] == [True, False]
    found = await checked.data(f"{V1} alibaba.after_sales.get", {"refundId": refund_id})
    assert found["status"] == "waitsellerreceive"
    assert await checked.code(f"{V1} alibaba.after_sales.create", {**wish, "orderId": 5}) == 404
    assert await checked.code(f"{V1} alibaba.after_sales.create", {**wish, "applyPayment": -1}) == 400
    assert await checked.code(f"{V1} alibaba.after_sales.get", {"refundId": "TQ1"}) == 404


@pytest.mark.parametrize("surface", [V1, KA])
async def test_each_call_is_a_booking_of_freight(checked: Checked, surface: str) -> None:
    body = {
        "tmallOrderInfo": {"tmallOrderId": "T-1"},
        "remark": "call Mrs. Example",
        "lineItems": [{"itemId": "1", "skuId": "2", "quantity": 3, "title": "Example item"}],
    }
    first = await checked.data(f"{surface} logistics.book_freight", body)
    second = await checked.data(f"{surface} logistics.book_freight", body)
    assert first["orderId"] != second["orderId"]
    assert first["orderFee"] == {"amount": "322.92", "currency": "USD"}
    assert (await checked.console(tmallOrderId="T-1", kind="freight"))["total"] == 2
    assert (await checked.console(remark="call Mrs. Example"))["total"] == 2
    assert (await checked.console(remark="other"))["total"] == 0
    found = await checked.reconcile("freight", ["T-1", "T-2"])
    assert (found["lostReferences"], found["duplicatedReferences"]) == (["T-2"], ["T-1"])
    text = (await checked.caller.http.get("/_sandbox/orders")).text
    assert "Mrs. Example" not in text
    assert '"tmallOrderId":"T-1"' in text


async def test_what_a_person_does_in_the_console_is_checked_too(checked: Checked) -> None:
    order_id = (await taobao_order(checked))["purchaseOrderId"]
    booking = (await checked.data(f"{V1} logistics.book_freight", {}))["orderId"]
    for path, body in (
        ("payments", {"orderId": "1"}),
        ("payments", {"order": "1"}),
        ("payments", {"orderId": booking}),
        ("refunds", {"orderId": booking}),
        ("refunds", {"orderId": order_id, "line": 1}),
        ("refunds", {"orderId": order_id, "line": True}),
    ):
        answer = await checked.caller.http.post(f"/_sandbox/{path}", json=body)
        assert (answer.status_code, list(answer.json())) == (400, ["error"])


async def test_nothing_beside_orders_grows_without_end(checked: Checked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pandapon_async.sandbox.state.limits.MAX_PER_OWNER", 2)
    assert [await checked.code(f"{V1} addresses.save", {"name": "x"}) for _ in range(3)] == [200, 200, 400]
    assert [await checked.code(f"{V1} taobao.cart.add", goods(itemId=n)) for n in range(3)] == [200, 200, 400]
    order_id = (await taobao_order(checked))["purchaseOrderId"]
    answers = [await checked.caller.http.post("/_sandbox/refunds", json={"orderId": order_id}) for _ in range(3)]
    assert [each.status_code for each in answers] == [200, 200, 400]
    await checked.caller.http.delete("/_sandbox/state")
    summary = (await checked.caller.http.get("/_sandbox/summary")).json()
    assert (summary["addresses"], summary["refunds"], summary["cartRecords"]) == (0, 0, 0)
