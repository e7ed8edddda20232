"""Orders on 1688 through their life, over all surfaces."""

import hashlib
import secrets
from typing import Any

import httpx
import pytest
from sandbox_caller import Caller, Checked, Clock

from pandapon_async.sandbox import DEMO_ACCOUNT, Account, Sandbox, serve

V1, V2, KA = "pandapon-v1", "pandapon-v2", "xportcn-ka"
ADDRESS = {
    "fullName": "Test Buyer",
    "mobile": "13800000000",
    "cityText": "杭州市",
    "provinceText": "浙江省",
    "address": "1 Example Road",
}
UNKNOWN = "2700000000000999999"


def cargo(offer: int = 1, seller: str = "A", quantity: float = 2) -> dict[str, Any]:
    return {"offerId": offer, "specId": f"spec-{offer}", "quantity": quantity, "sellerOpenId": seller}


def order(*lines: dict[str, Any], message: str | None = "M-1") -> dict[str, Any]:
    return {"flow": "general", "message": message, "addressParam": ADDRESS, "cargoParamList": list(lines or [cargo()])}


async def create(checked: Checked, message: str | None = "M-1") -> str:
    order_id: str = (await checked.data(f"{V1} alibaba.orders.create", order(message=message)))["orderId"]
    assert len(order_id) == 19
    return order_id


async def status(checked: Checked, order_id: str) -> str:
    found = await checked.data(f"{V1} alibaba.orders.get", {"webSite": "1688", "orderId": order_id})
    text: str = found["baseInfo"]["status"]
    return text


async def pay(checked: Checked, order_id: str, surface: str = V1) -> Any:
    return await checked.data(f"{surface} alibaba.orders.pay", query={"orderId": order_id})


async def test_an_order_costs_what_its_preview_said(checked: Checked) -> None:
    body = {"addressParam": ADDRESS, "cargoParamList": [cargo(1, quantity=2), cargo(2, quantity=3)]}
    [preview] = (await checked.data(f"{V1} alibaba.orders.preview", body))["orderPreviewResuslt"]
    assert preview["sumPayment"] == preview["sumPaymentNoCarriage"] + preview["sumCarriage"]
    assert preview["sumPaymentNoCarriage"] == round(sum(line["amount"] for line in preview["cargoList"]) * 100)
    assert [line["amount"] for line in preview["cargoList"]] == [
        pytest.approx(line["finalUnitPrice"] * quantity)
        for line, quantity in zip(preview["cargoList"], (2, 3), strict=True)
    ]
    assert (await checked.console())["total"] == 0
    created = await checked.data(f"{V1} alibaba.orders.create", order(*body["cargoParamList"]))
    assert created["totalSuccessAmount"] == preview["sumPayment"]


@pytest.mark.parametrize("surface", [V1, V2])
async def test_each_seller_gets_an_order_of_its_own(checked: Checked, surface: str) -> None:
    lines = [cargo(1, "A"), cargo(2, "B"), cargo(3, "A")]
    if surface == V1:
        body = {"addressParam": ADDRESS, "cargoParamList": lines}
        preview = await checked.data(f"{V1} alibaba.orders.preview_for_sellers", body)
        assert [len(each["cargoList"]) for each in preview["orderPreviewResuslt"]] == [2, 1]
    else:
        lines = [{**line, "offerMapId": str(line.pop("offerId"))} for line in lines]
    orders = await checked.data(f"{surface} alibaba.orders.create_for_sellers", order(*lines))
    assert [len(each["productItems"]) for each in orders] == [2, 1]
    assert len({each["baseInfo"]["idOfStr"] for each in orders}) == 2
    assert orders[0]["nativeLogistics"]["contactPerson"] == "Test Buyer"
    # One call is no duplicate of itself, a second one is.
    assert (await checked.reconcile("alibaba", ["M-1"]))["duplicated"] == 0
    await checked.data(f"{surface} alibaba.orders.create_for_sellers", order(*lines))
    assert (await checked.reconcile("alibaba", ["M-1"]))["duplicatedReferences"] == ["M-1"]


async def test_v1_and_v2_see_the_same_orders(checked: Checked) -> None:
    order_id = await create(checked)
    listed = await checked.data(f"{V2} alibaba.orders.list")
    assert [each["baseInfo"]["idOfStr"] for each in listed["result"]] == [order_id]
    assert (await pay(checked, order_id, V2))["protocolPaySuccess"] is True
    assert await status(checked, order_id) == "waitbuyerreceive"


async def test_xportcn_ka_is_a_platform_of_its_own(checked: Checked) -> None:
    body = {"addressParam": ADDRESS, "cargoParamList": [{"offerId": 1, "specId": "s", "quantity": 1}], "message": "K"}
    [preview] = await checked.data(f"{KA} alibaba.orders.preview", body)
    ka_id = (await checked.data(f"{KA} alibaba.orders.create", body))["orderId"]
    assert preview["sumTotalPayment"] == (await checked.console(kind="ka"))["orders"][0]["amount"]
    assert (await checked.data(f"{V2} alibaba.orders.list"))["totalRecord"] == 0
    assert await checked.code(f"{V2} alibaba.orders.pay", query={"orderId": ka_id}) == 404
    assert await checked.code(f"{KA} alibaba.orders.pay", {"orderId": await create(checked)}) == 404
    assert (await checked.data(f"{KA} alibaba.orders.pay", {"orderId": ka_id}))["protocolPaySuccess"] is True
    again = await checked.data(f"{KA} alibaba.orders.pay", {"orderIds": [ka_id]})
    assert (again["protocolPaySuccess"], again["cantPayOrderList"]) == (False, [int(ka_id)])


async def test_an_order_is_paid_once_however_often_it_is_asked_for(checked: Checked) -> None:
    order_id = await create(checked)
    first = await pay(checked, order_id)
    assert first == {"orderId": order_id, "protocolPaySuccess": True, "payUrl": None, "cantPayOrderList": []}
    for _ in range(2):
        again = await pay(checked, order_id)
        assert (again["protocolPaySuccess"], again["cantPayOrderList"]) == (False, [int(order_id)])
    [shown] = (await checked.console(paid="true"))["orders"]
    assert (shown["paid"], shown["payments"], shown["paymentCalls"]) == (True, 1, 3)


async def test_a_payment_whose_answer_is_lost_is_told_by_the_console(checked: Checked) -> None:
    paid, lost, other = [await create(checked, f"M-{number}") for number in range(3)]
    with pytest.raises(httpx.HTTPError):
        await checked.caller.call("/alibaba/order/pay/url", method="GET", query={"orderId": paid}, faults="drop-after")
    with pytest.raises(httpx.HTTPError):
        await checked.caller.call("/alibaba/order/pay/url", method="GET", query={"orderId": lost}, faults="drop-before")
    await pay(checked, other)
    found = await checked.reconcile("payment", [paid, lost])
    assert found["lostReferences"] == [lost]
    assert found["unexpectedReferences"] == [other]
    assert (found["created"], found["orders"], found["duplicated"]) == (1, 2, 0)


async def test_many_orders_are_paid_at_once_or_not_at_all(checked: Checked) -> None:
    one, two = await create(checked), await create(checked)
    assert await checked.code(f"{V1} alibaba.orders.pay_many", {"orderIds": [one, UNKNOWN]}) == 404
    assert (await checked.console(paid="true"))["total"] == 0
    await pay(checked, one)
    answer = await checked.data(f"{V1} alibaba.orders.pay_many", {"orderIds": [one, two, two]})
    assert answer["cantPayOrderList"] == [int(one)]
    assert [each["payments"] for each in (await checked.console())["orders"]] == [1, 1]


@pytest.mark.parametrize("surface", [V1, V2])
async def test_only_an_unpaid_order_can_be_cancelled(checked: Checked, surface: str) -> None:
    async def cancel(order_id: str) -> Any:
        body = {"webSite": "1688", "orderId": int(order_id), "cancelReason": "buyerCancel"}
        return await checked.data(f"{surface} alibaba.orders.cancel", body)

    unpaid, paid = await create(checked), await create(checked)
    await pay(checked, paid)
    assert [await cancel(unpaid), await cancel(unpaid), await cancel(paid)] == [True, True, False]
    assert [await status(checked, unpaid), await status(checked, paid)] == ["cancel", "waitbuyerreceive"]
    assert (await pay(checked, unpaid))["cantPayOrderList"] == [int(unpaid)]


async def test_goods_are_sent_once_paid_and_then_received(checked: Checked) -> None:
    order_id = await create(checked)
    receipt = {"orderId": int(order_id), "orderEntryIds": []}
    logistics = f"{V2} alibaba.orders.get_logistics"
    assert await checked.data(logistics, query={"orderId": order_id}) == []
    assert (await checked.data(f"{V1} alibaba.orders.confirm_receipt", receipt))["success"] is False
    await pay(checked, order_id)
    [parcel] = await checked.data(logistics, query={"orderId": order_id})
    assert parcel["orderId"] == int(order_id)
    assert (await checked.data(f"{V1} alibaba.orders.confirm_receipt", receipt))["success"] is True
    assert await status(checked, order_id) == "success"


async def test_logistics_of_an_unknown_order_are_the_documented_ones(checked: Checked) -> None:
    assert len(await checked.data(f"{V2} alibaba.orders.get_logistics", query={"orderId": "1"})) == 1


@pytest.mark.parametrize("order_id", [UNKNOWN, "1", "x", "٣" * 19, "9" * 400])
async def test_an_unknown_order_is_404_in_the_envelope(checked: Checked, order_id: str) -> None:
    envelope = await checked.envelope(f"{V1} alibaba.orders.get", {"webSite": "1688", "orderId": order_id})
    assert (envelope["code"], envelope["data"]) == (404, None)
    assert order_id not in envelope["msg"].replace("sandbox", "")
    assert await checked.code(f"{V2} alibaba.orders.pay", query={"orderId": order_id}) == 404


async def test_orders_are_listed_newest_first_page_by_page(checked: Checked, clock: Clock) -> None:
    created = []
    for number in range(5):
        created.append(await create(checked, f"M-{number}"))
        clock.now += 1
    pages = [
        (await checked.data(f"{V2} alibaba.orders.list", {"page": page, "pageSize": 2}))["result"]
        for page in (1, 2, 3, 4, 0)
    ]
    found = [[each["baseInfo"]["idOfStr"] for each in page] for page in pages]
    newest_first = created[::-1]
    assert found == [newest_first[:2], newest_first[2:4], newest_first[4:], [], []]
    assert await checked.code(f"{V2} alibaba.orders.list", {"pageSize": 100_000}) == 400


async def test_another_account_sees_nothing_of_it(clock: Clock) -> None:
    other = Account("o" * 32, "secret", ("1",))
    sandbox = Sandbox(clock=clock, accounts=[DEMO_ACCOUNT, other])
    async with serve(sandbox) as running, httpx.AsyncClient(base_url=running.url) as http:
        caller = Caller(http, sandbox, clock)
        order_id = await create(Checked(caller))
        body = {"webSite": "1688", "orderId": order_id}
        for account, code in ((DEMO_ACCOUNT, 200), (other, 404)):
            answer = await caller.call("/alibaba/order/detail", body, headers=signed_by(account, clock))
            assert answer.json()["code"] == code
        listed = await caller.call("/v2/alibaba/order/page", headers=signed_by(other, clock))
        assert listed.json()["data"]["totalRecord"] == 0


def signed_by(account: Account, clock: Clock) -> dict[str, str]:
    timestamp, nonce = str(int(clock.now)), secrets.token_hex(16)
    signed = f"{account.access_key}{timestamp}{nonce}{account.access_secret}"
    return {
        "access-key": account.access_key,
        "user-id": account.user_ids[0],
        "nonce-str": nonce,
        "timestamp": timestamp,
        "signature": hashlib.md5(signed.encode()).hexdigest().upper(),
    }


@pytest.mark.parametrize("quantity", [-1, 1e300, 10**30])
async def test_a_quantity_beyond_all_bounds_is_refused(checked: Checked, quantity: float) -> None:
    assert await checked.code(f"{V1} alibaba.orders.create", order(cargo(quantity=quantity))) == 400
    content = b'{"flow":"g","addressParam":{},"cargoParamList":[{"offerId":1,"specId":"s","quantity":1e999}]}'
    answer = await checked.caller.call("/v2/alibaba/order/batch/create", content=content)
    assert answer.json()["code"] == 400


async def test_v2_create_takes_an_undocumented_body_unless_strict(checked: Checked, strict: Caller) -> None:
    assert (await checked.data(f"{V2} alibaba.orders.create", order()))["orderId"]
    assert await checked.data(f"{V2} alibaba.orders.create") is None
    assert (await checked.console())["total"] == 1
    assert (await strict.call("/v2/alibaba/order/create", order())).json()["code"] == 400
    for content in (b"{", b"[1]", b'{"cargoParamList": {"a": 1}, "addressParam": [], "message": {"a": 1}}'):
        assert (await checked.caller.call("/v2/alibaba/order/create", content=content)).json()["code"] == 200


async def test_the_console_finds_orders_by_a_message_that_it_never_shows(checked: Checked) -> None:
    for message in ("ring at Mrs. Example", "ring at Mrs. Example", "other", None):
        await create(checked, message)
    answer = await checked.caller.http.get("/_sandbox/orders", params={"message": "ring at Mrs. Example"})
    assert (answer.json()["total"], {each["kind"] for each in answer.json()["orders"]}) == (2, {"alibaba"})
    assert "Mrs. Example" not in answer.text
    page = await checked.caller.http.get("/_sandbox/", params={"message": "ring at Mrs. Example"})
    assert "Mrs. Example" not in page.text
    found = await checked.reconcile("alibaba", ["other", "lost"])
    assert found == {
        "kind": "alibaba",
        "expected": 2,
        "orders": 4,
        "created": 1,
        "lost": 1,
        "duplicated": 1,
        "unexpected": 3,
        "lostReferences": ["lost"],
        "duplicatedReferences": [],
        "unexpectedReferences": [],
        "inPart": 0,
        "inPartReferences": [],
    }
