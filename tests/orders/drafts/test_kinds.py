"""The kinds of draft: each agrees with its operation, survives the ledger, and is sent as the documentation has it."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
import pytest

import pandapon_async
from pandapon_async import Credentials, JsonValue, PandaPonClient
from pandapon_async.cli.orders_options import KIND_NAMES
from pandapon_async.orders import KINDS, AlibabaPayment, Draft, Submission, TaobaoOrder, open_ledger
from pandapon_async.orders.ledger.identity import SURFACE_CLIENTS
from pandapon_async.sandbox import DEMO_ACCESS_KEY, DEMO_ACCESS_SECRET, DEMO_USER_ID, Sandbox, serve

ADDRESS = {
    "fullName": "Test Buyer",
    "mobile": "13800000000",
    "phone": "0571-1",
    "postCode": "311121",
    "cityText": "杭州市",
    "provinceText": "浙江省",
    "areaText": "余杭区",
    "address": "1 Example Road",
}
CARGO = {"offerId": 554456348334, "specId": "b266e0726506185beaf205cbae88530d", "quantity": 2}
BOOKING = {"key": "K-1", "render_id": "FF1", "tmall_order_info": {"tmallOrderId": "1"}}

ROWS: Mapping[str, dict[str, JsonValue]] = {
    "taobao-order": {
        "seller_order_number": "K-1",
        "purchase_amount": 400,
        "receiver": {"name": "Test Buyer"},
        "order_line_list": [{"item_id": "1", "quantity": 1, "price": 400}],
    },
    "alibaba-order": {"key": "K-1", "flow": "general", "address_param": ADDRESS, "cargo_param_list": [CARGO]},
    "alibaba-sellers-order": {
        "key": "K-1",
        "flow": "general",
        "address_param": ADDRESS,
        "cargo_param_list": [{**CARGO, "sellerOpenId": "BBBtoken"}],
    },
    "alibaba-payment": {"order_id": "2059624776425880794"},
    "freight-booking": {**BOOKING},
    "alibaba-v2-order": {
        "key": "K-1",
        "flow": "general",
        "address_param": ADDRESS,
        "cargo_param_list": [{"offerMapId": "opaque", "specId": CARGO["specId"], "quantity": 2}],
    },
    "ka-order": {"key": "K-1", "flow": "general", "address_param": ADDRESS, "cargo_param_list": [CARGO]},
    "ka-freight-booking": {**BOOKING},
}


@pytest.mark.parametrize("drafts", KINDS.values(), ids=KINDS.keys())
def test_a_kind_has_a_field_for_every_argument_and_no_other_but_its_key(drafts: type[Draft]) -> None:
    parameters = {parameter.argument: parameter for parameter in drafts.kind.operation.parameters}
    fields = {attribute.name: attribute for attribute in attrs.fields(drafts)}
    if drafts is AlibabaPayment:
        assert set(parameters) == {"order_ids"}
        return
    assert set(fields) - {drafts.kind.key} == set(parameters) - {drafts.kind.key}
    for name, parameter in parameters.items():
        assert parameter.required <= (fields[name].default is attrs.NOTHING)
    assert fields[drafts.kind.key].default is attrs.NOTHING


@pytest.mark.parametrize("drafts", KINDS.values(), ids=KINDS.keys())
def test_a_kind_is_of_a_surface_that_has_a_client_and_writes_or_pays(drafts: type[Draft]) -> None:
    assert hasattr(pandapon_async, SURFACE_CLIENTS[drafts.kind.surface])
    assert drafts.kind.operation.effect == ("pay" if drafts is AlibabaPayment else "write")


def test_the_command_line_knows_every_kind() -> None:
    assert set(KIND_NAMES) == set(KINDS)


@pytest.mark.parametrize("name", KINDS)
async def test_a_draft_of_each_kind_is_created_at_a_sandbox_that_checks_it(name: str, tmp_path: object) -> None:
    drafts = KINDS[name]
    draft = drafts.load(ROWS[name])
    assert drafts.loads(draft.store().payload) == draft
    credentials = Credentials(access_key=DEMO_ACCESS_KEY, access_secret=DEMO_ACCESS_SECRET, user_id=DEMO_USER_ID)
    async with serve(Sandbox()) as running:
        url = running.ka_url if drafts.kind.surface == "xportcn-ka" else running.url
        client: PandaPonClient = getattr(pandapon_async, SURFACE_CLIENTS[drafts.kind.surface])(
            credentials, base_url=url
        )
        async with (
            client,
            open_ledger(f"{tmp_path}/l.sqlite", drafts, client) as ledger,
            Submission(ledger, client, [draft]) as submission,
        ):
            (outcome,) = [each async for each in submission]
    assert (outcome.key, outcome.state) == (draft.draft_key, "created"), outcome
    if drafts is TaobaoOrder:
        assert outcome.order_id


def test_a_payment_is_of_one_order_and_its_id_is_the_key() -> None:
    payment = AlibabaPayment(order_id=2059624776425880794)
    assert payment.draft_key == "2059624776425880794"
    assert payment.arguments() == {"order_ids": [2059624776425880794]}
