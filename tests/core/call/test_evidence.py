"""What the response to a write proves: single calls and batches, over a real socket."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from fakes import CREDENTIALS, FakeClock, ScriptedTransport, answer
from hypothesis import given
from hypothesis import strategies as st
from outcome_table import table
from wire_server import Connection, WireServer, wire_server

from pandapon_async import (
    APIError,
    CallError,
    OutcomeUnknownError,
    PandaPonClient,
    PartialSuccessError,
    RetryPolicy,
)
from pandapon_async._core.call.outcomes import CASES, TABLE
from pandapon_async.orders import AlibabaOrder, Limits, Outcome, Submission, open_ledger
from pandapon_async.pandapon_v1 import AddressParam, CargoParam

ORDER = "60241415417789305"
SECOND = "60241415417789306"
FAILED = [{"offerId": "610947572361", "specId": "b2", "errorCode": "STOCK", "errorMessage": "out of stock"}]
MISSING = ("610947572361/b2",)
PLACED = {"success": True, "orderId": ORDER, "code": "", "message": "", "failedOfferList": [], "orderList": []}
REFUSED = {"success": False, "orderId": None, "code": "500_005", "message": "cannot be bought"}


def envelope(data: object, **fields: object) -> dict[str, object]:
    return {"requestId": "r-1", "code": 200, "developId": "1", "msg": "ok", "data": data, **fields}


def wrapped(data: object) -> dict[str, object]:
    return {"result": data, "success": True, "code": "", "message": ""}


# ruff: noqa: E501 - a case per line

#: name → (body, state in a batch, certain, ids, missing)
CASES_OF_WRITES: dict[str, tuple[object, str, bool, tuple[str, ...], tuple[str, ...]]] = {
    "placed": (envelope(PLACED), "created", True, (ORDER,), ()),
    "placed, wrapped": (envelope(wrapped(PLACED)), "created", True, (ORDER,), ()),
    "placed, as JSON text": (envelope(json.dumps(PLACED)), "created", True, (ORDER,), ()),
    "placed, the id alone": (envelope(ORDER), "created", True, (ORDER,), ()),
    "placed, two ids": (envelope([ORDER, SECOND]), "created", True, (ORDER, SECOND), ()),
    "placed, two orders": (
        envelope({"success": True, "orderList": [{"orderId": ORDER}, {"orderId": SECOND, "resultCode": "200"}]}),
        "created", True, (ORDER, SECOND), (),
    ),
    "placed, no id": (envelope(None), "created", True, (), ()),
    "an empty error code": ({"success": True, "errorCode": "", "errorMsg": "", "data": {"orderId": "9001"}}, "created", True, ("9001",), ()),
    "goods that failed": (envelope({**PLACED, "failedOfferList": FAILED}), "partial", True, (ORDER,), MISSING),
    "goods that failed, wrapped": (envelope(wrapped({**PLACED, "failedOfferList": FAILED})), "partial", True, (ORDER,), MISSING),
    "one seller refused": (
        envelope({"success": True, "orderList": [{"orderId": ORDER, "success": True}, {"success": False, "resultCode": "X", "offerId": "7"}]}),
        "partial", True, (ORDER,), ("7",),
    ),
    "goods that failed and no order": (envelope({**PLACED, "orderId": "", "failedOfferList": FAILED}), "unknown", True, (), ()),
    "every seller refused": (envelope({"success": True, "orderList": [{"success": False}, {"success": "N"}]}), "unknown", True, (), ()),
    "no beside an id": (envelope({**PLACED, "success": False}), "unknown", True, (ORDER,), ()),
    "a repeated order": (envelope({"orderId": ORDER}, code="ORDER_REPEAT"), "unknown", True, (ORDER,), ()),
    "yes beside SUCCESS": ({"success": True, "code": "SUCCESS", "data": {"orderId": ORDER}}, "unknown", True, (ORDER,), ()),
    "yes beside 10000": ({"success": True, "code": 10000, "data": {"orderId": ORDER}}, "unknown", True, (ORDER,), ()),
    "yes beside 200.0": ({"success": True, "code": "200.0", "data": {"orderId": ORDER}}, "unknown", True, (ORDER,), ()),
    "a text that is no id": (envelope("ORDER-LIMIT-500"), "unknown", True, (), ()),
    "an exception as text": (envelope("java.net.SocketTimeoutException: Read timed out"), "rejected", False, (), ()),
    "data is false": (envelope(False), "rejected", False, (), ()),
    "success 'False'": (envelope(None, success="False"), "rejected", False, (), ()),
    "success 0": (envelope(None, success=0), "rejected", False, (), ()),
    "refused inside": (envelope(REFUSED), "rejected", False, (), ()),
    "refused in a wrapper": (envelope(wrapped(REFUSED)), "rejected", False, (), ()),
    "refused in JSON text": (envelope(json.dumps(REFUSED)), "rejected", False, (), ()),
    "data is an error": (envelope({"code": 500, "message": "timeout"}), "unknown", True, (), ()),
    "an unknown code": (envelope(None, code="ISV.NO_STOCK"), "rejected", False, (), ()),
    "a known refusal": (envelope(None, code=400), "rejected", True, (), ()),
    **{
        f"in doubt: {code}": (envelope(None, code=code), "unknown", True, (), ())
        for code in ("1030", "SYSTEM_ERROR", -1, 50000, "isp.top-remote-connection-timeout", "504")
    },
}  # fmt: skip


@asynccontextmanager
async def answering(body: object, status: str = "200 OK", extra: str = "") -> AsyncIterator[WireServer]:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()

    async def script(connection: Connection) -> None:
        while await connection.request() is not None:
            head = f"HTTP/1.1 {status}\r\nContent-Length: {len(content)}\r\n{extra}\r\n"
            await connection.raw(head.encode() + content)

    async with wire_server(script) as server:
        yield server


def client_of(server: WireServer, **settings: Any) -> PandaPonClient:
    return PandaPonClient(CREDENTIALS, base_url=server.url, retry=RetryPolicy(base_delay=0.01), **settings)


ADDRESS = AddressParam(
    full_name="Test Buyer", mobile="13800000000", phone="0571-1", post_code="311121", city_text="杭州市",
    province_text="浙江省", area_text="余杭区", town_text="", address="1 Example Road",
)  # fmt: skip
CARGO = CargoParam(offer_id=554456348334, spec_id="b266e0726506185beaf205cbae88530d", quantity=2)


async def create(client: PandaPonClient) -> object:
    return await client.alibaba.orders.create(flow="general", address_param=ADDRESS, cargo_param_list=[CARGO])


@pytest.mark.parametrize("name", CASES_OF_WRITES)
async def test_a_single_call_says_what_its_response_proves(name: str) -> None:
    body, state, certain, ids, missing = CASES_OF_WRITES[name]
    async with answering(body) as server, client_of(server) as client:
        if state == "created":
            raw = await client.raw_response(create(client))
            assert raw.response.order_ids == ids
            assert raw.response.evidence is not None
            assert raw.response.evidence.no_id == (not ids)
        else:
            errors = {"partial": PartialSuccessError, "unknown": OutcomeUnknownError, "rejected": APIError}
            with pytest.raises(errors[state]) as caught:
                await create(client)
            error = caught.value
            assert error.order_ids == ids
            if isinstance(error, APIError):
                assert error.certain is certain
            if isinstance(error, PartialSuccessError):
                assert error.missing == missing
    assert server.requests == 1


@pytest.mark.parametrize("name", CASES_OF_WRITES)
async def test_a_batch_records_what_the_response_proves_and_sends_nothing_twice(name: str, tmp_path: Path) -> None:
    body, state, certain, ids, missing = CASES_OF_WRITES[name]
    draft = AlibabaOrder(key="A-1", flow="general", address_param=ADDRESS, cargo_param_list=[CARGO])
    async with (
        answering(body) as server,
        client_of(server) as client,
        open_ledger(f"{tmp_path}/l.sqlite", AlibabaOrder, client) as ledger,
    ):
        await ledger.add([draft])
        async with Submission(ledger, client) as submission:
            (outcome,) = [each async for each in submission]
        assert described(outcome) == (state, certain, ids, missing)
        entry = await ledger.find("A-1")
        assert entry is not None
        assert described(entry) == (state, certain, ids, missing)
        # Neither sent again as it is, nor corrected, unless it is certain that nothing was done.
        added = await ledger.add([draft], retry_rejected=True)
        assert added.replaced == (1 if state == "rejected" and certain else 0)
        assert server.requests == 1


def described(outcome: Outcome) -> tuple[object, ...]:
    return outcome.state, outcome.certain, outcome.order_ids, outcome.missing


async def test_the_users_code_book_defines_codes() -> None:
    yes = {"success": True, "code": "SUCCESS", "data": {"orderId": ORDER}}
    async with answering(yes) as server, client_of(server, codes={"SUCCESS": "success"}) as client:
        assert (await client.raw_response(create(client))).response.order_ids == (ORDER,)
    async with answering(envelope(None, code="NO_STOCK")) as server, client_of(server) as client:
        with pytest.raises(APIError) as uncertain:
            await create(client)
        with pytest.raises(APIError) as certain:
            await create(client.with_options(codes={"no_stock": "refused"}))
    assert (uncertain.value.certain, uncertain.value.meaning) == (False, None)
    assert (certain.value.certain, certain.value.meaning) == (True, "refused")


@pytest.mark.parametrize(
    ("body", "error"), [(envelope({"orderId": ORDER}), OutcomeUnknownError), (envelope(None, code=429), APIError)]
)
async def test_429_is_read_together_with_its_envelope(body: object, error: type[CallError]) -> None:
    async with answering(body, "429 Too Many Requests") as server, client_of(server) as client:
        with pytest.raises(error):
            await create(client)
    assert server.requests == (1 if error is OutcomeUnknownError else 3)


# -- the rules, for responses built from known pieces ------------------------------------------------------------------

FLAGS = st.sampled_from([True, False, "true", "False", "false", 0, 1, "0", "N", "Y", None])
CODES = st.sampled_from([200, "200", 0, "", None, 400, "500", "X_1", -1, "SUCCESS", "1030"])
IDS = st.sampled_from([ORDER, SECOND, int(ORDER), "", None, 0, "null"])
FAILED_LISTS = st.sampled_from([None, [], FAILED])
PIECES = st.fixed_dictionaries(
    {},
    optional={
        "success": FLAGS, "errorCode": CODES, "orderId": IDS, "failedOfferList": FAILED_LISTS,
        "orderList": st.lists(st.fixed_dictionaries({"orderId": IDS}, optional={"success": FLAGS}), max_size=3),
    },
)  # fmt: skip
CONTENTS = st.recursive(PIECES, lambda inner: st.builds(lambda data: {"result": data}, inner), max_leaves=2)
BODIES = st.fixed_dictionaries(
    {"data": CONTENTS | CONTENTS.map(json.dumps)}, optional={"code": CODES, "success": FLAGS}
)


def leaves(value: object, name: str = "") -> list[tuple[str, object]]:
    if isinstance(value, str) and value[:1] == "{":
        value = json.loads(value)
    if isinstance(value, dict):
        return [leaf for key, item in value.items() for leaf in leaves(item, key)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in leaves(item, name)] if value else []
    return [(name, value)]


@given(body=BODIES)
async def test_three_rules_hold_for_any_response(body: dict[str, object]) -> None:
    transport = ScriptedTransport([answer(body)])
    client = PandaPonClient(CREDENTIALS, transport=transport, clock=FakeClock())
    found = leaves(body)
    error: CallError | None = None
    ids: tuple[str, ...] = ()
    try:
        ids = (await client.raw_response(create(client))).response.order_ids
    except CallError as raised:
        error, ids = raised, raised.order_ids
    says_no = any(
        (name == "success" and value in (False, "False", "false", "0", "N") and value is not None)
        or (name in ("code", "errorCode") and value not in (200, "200", 0, "", None))
        or name in ("offerId", "specId")
        for name, value in found
    )
    if error is None:
        assert not says_no, "no contradiction is a yes"
    if isinstance(error, APIError):
        codes = {str(value) for name, value in found if name in ("code", "errorCode")}
        assert not error.certain or codes - {"200", "0", "", "None"} == {"400"}, "no uncertain refusal is resendable"
        assert not error.certain or not ids
    expected = {str(value) for name, value in found if name == "orderId"} & {ORDER, SECOND}
    assert set(ids) == expected, "no id is lost, and nothing else is one"


# -- the table ---------------------------------------------------------------------------------------------------------


def test_every_case_has_a_description_and_a_write_is_sent_again_only_if_nothing_was_done() -> None:
    assert TABLE.keys() == CASES.keys()
    assert {case for case, (_, write) in TABLE.items() if write.retry} == {"never_sent", "throttled"}


def test_the_readme_has_the_table() -> None:
    assert table() in (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("inner", [False, True])
async def test_a_refused_permission_of_one_draft_does_not_stop_a_batch_that_others_pass(
    inner: bool, tmp_path: Path
) -> None:
    refusal = {"success": False, "errorCode": "403", "errorInfo": "this item cannot be bought"}
    placed = 0

    async def script(connection: Connection) -> None:
        nonlocal placed
        while (request := await connection.request()) is not None:
            if b"POISON" in request[2]:
                body = envelope(refusal) if inner else envelope(None, code=403, msg="this item cannot be bought")
            else:
                placed += 1
                body = envelope({**PLACED, "orderId": str(int(ORDER) + placed)})
            content = json.dumps(body).encode()
            await connection.raw(f"HTTP/1.1 200 OK\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content)

    drafts = [
        AlibabaOrder(
            key=f"A-{number}",
            flow="general",
            address_param=ADDRESS,
            cargo_param_list=[CARGO],
            message="POISON" if number in (0, 10) else "m",
        )
        for number in range(40)
    ]
    async with (
        wire_server(script) as server,
        client_of(server) as client,
        open_ledger(f"{tmp_path}/l.sqlite", AlibabaOrder, client) as ledger,
    ):
        await ledger.add(drafts)
        async with Submission(ledger, client, limits=Limits(in_flight=4)) as submission:
            states = {outcome.key: outcome.state async for outcome in submission}
    assert {key for key, state in states.items() if state == "rejected"} == {"A-0", "A-10"}
    assert placed == 38
