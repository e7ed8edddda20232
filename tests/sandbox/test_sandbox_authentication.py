"""Which calls are let in, and how the others are refused."""

from typing import Any

import pytest
from sandbox_caller import NOW, WAREHOUSE, Caller, signature, signed_headers

from pandapon_async.sandbox import DEMO_USER_ID, Account
from pandapon_async.sandbox.http.authentication import Authenticator, NonceMemory

SHIPMENT = {"orderId": "21"}
PATH = "/open/order/updateWarehouse"
QUERY_PATH = "/open/pp/logistics/updateLogisticInfo"


async def test_a_right_signature_is_let_in(caller: Caller) -> None:
    answer = await caller.call(PATH, WAREHOUSE)
    assert answer.json()["code"] == 200


@pytest.mark.parametrize(
    ("headers", "reason", "says"),
    [
        ({"access-key": None}, "access-key", "header access-key is missing"),
        ({"access-key": "0" * 32}, "access-key", "is not that of an account"),
        ({"user-id": None}, "user-id", "header user-id is missing"),
        ({"user-id": "2100000000000"}, "user-id", "is not a sub-account"),
        ({"nonce-str": None}, "nonce-str", "header nonce-str is missing"),
        ({"nonce-str": "a" * 31}, "nonce-str", "32 ASCII letters and digits"),
        ({"nonce-str": "a" * 33}, "nonce-str", "32 ASCII letters and digits"),
        ({"nonce-str": "a" * 31 + "-"}, "nonce-str", "32 ASCII letters and digits"),
        ({"timestamp": None}, "timestamp", "header timestamp is missing"),
        ({"timestamp": "17500000000"}, "timestamp", "10 digits of seconds or 13 of milliseconds"),
        ({"timestamp": "1750000000.0"}, "timestamp", "10 digits of seconds or 13 of milliseconds"),
        ({"signature": None}, "signature", "header signature is missing"),
        ({"signature": "0" * 32}, "signature", "does not match"),
    ],
)
async def test_a_wrong_system_parameter_is_refused_by_name(
    caller: Caller, headers: dict[str, str | None], reason: str, says: str
) -> None:
    answer = await caller.call(PATH, WAREHOUSE, headers=headers)
    assert answer.status_code == 200
    envelope = answer.json()
    assert (envelope["code"], envelope["data"]) == (401, None)
    assert says in envelope["msg"]
    assert caller.sandbox.summary()["refusals"] == {reason: 1}


async def test_the_signature_is_upper_case(caller: Caller) -> None:
    headers = signed_headers()
    answer = await caller.call(PATH, WAREHOUSE, headers={**headers, "signature": headers["signature"].lower()})
    assert answer.json()["code"] == 401


async def test_another_secret_is_refused(caller: Caller) -> None:
    headers = signed_headers()
    wrong = signature(headers["timestamp"], headers["nonce-str"], "another secret")
    answer = await caller.call(PATH, WAREHOUSE, headers={**headers, "signature": wrong})
    assert answer.json()["code"] == 401


async def test_a_header_that_comes_twice_is_refused(caller: Caller) -> None:
    headers = [*signed_headers().items(), ("user-id", DEMO_USER_ID), ("content-type", "application/json")]
    answer = await caller.http.post(PATH, json=WAREHOUSE, headers=headers)
    assert answer.json()["msg"] == "header user-id is repeated"


@pytest.mark.parametrize("off", [-600, 600])
@pytest.mark.parametrize("unit", [1, 1000])
async def test_a_clock_600_seconds_off_is_let_in(caller: Caller, off: int, unit: int) -> None:
    answer = await caller.call(PATH, WAREHOUSE, headers=signed_headers(str((NOW + off) * unit)))
    assert answer.json()["code"] == 200


@pytest.mark.parametrize("off", [-601, 601])
@pytest.mark.parametrize("unit", [1, 1000])
async def test_a_clock_601_seconds_off_is_refused(caller: Caller, off: int, unit: int) -> None:
    answer = await caller.call(PATH, WAREHOUSE, headers=signed_headers(str((NOW + off) * unit)))
    assert answer.json()["code"] == 401
    assert caller.sandbox.summary()["refusals"] == {"clock": 1}


async def test_the_date_header_tells_the_clock_of_the_sandbox(caller: Caller) -> None:
    answer = await caller.call(PATH, WAREHOUSE)
    assert answer.headers["date"] == "Sun, 15 Jun 2025 15:06:40 GMT"
    caller.clock.now += 1
    answer = await caller.call(PATH, WAREHOUSE)
    assert answer.headers["date"] == "Sun, 15 Jun 2025 15:06:41 GMT"


async def test_a_nonce_counts_once(caller: Caller) -> None:
    headers = signed_headers()
    assert (await caller.call(PATH, WAREHOUSE, headers=headers)).json()["code"] == 200
    again = await caller.call(PATH, WAREHOUSE, headers=headers)
    assert (again.json()["code"], again.json()["msg"]) == (401, "header nonce-str was used before")


async def test_a_nonce_counts_once_even_when_signed_anew(caller: Caller) -> None:
    nonce = "n" * 32
    await caller.call(PATH, WAREHOUSE, headers=signed_headers(nonce=nonce))
    again = await caller.call(PATH, WAREHOUSE, headers=signed_headers(str(NOW + 1), nonce))
    assert again.json()["code"] == 401


async def test_a_refused_signature_does_not_use_the_nonce_up(caller: Caller) -> None:
    headers = signed_headers()
    await caller.call(PATH, WAREHOUSE, headers={**headers, "signature": "0" * 32})
    assert (await caller.call(PATH, WAREHOUSE, headers=headers)).json()["code"] == 200


async def test_an_invalid_body_uses_the_nonce_up(caller: Caller) -> None:
    headers = signed_headers()
    assert (await caller.call(PATH, {}, headers=headers)).json()["code"] == 400
    assert (await caller.call(PATH, WAREHOUSE, headers=headers)).json()["code"] == 401


def test_nonces_are_forgotten_when_no_replay_can_pass_the_clock_any_more() -> None:
    memory = NonceMemory(window=600)
    assert memory.use("a", now=0)
    assert not memory.use("a", now=1200)
    for moment in range(10_000):
        memory.use(str(moment), now=moment)
    assert len(memory) == 1201
    assert memory.use("a", now=10_000)


def test_two_accounts_cannot_share_an_access_key() -> None:
    account = Account(access_key="k", access_secret="s", user_ids=("1",))
    with pytest.raises(ValueError, match="share an access key"):
        Authenticator([account, account], clock=lambda: 0)


def test_the_secret_of_an_account_stays_out_of_its_repr() -> None:
    assert "planted" not in repr(Account(access_key="k", access_secret="planted", user_ids=("1",)))


async def test_the_query_style_is_let_in(caller: Caller) -> None:
    answer = await caller.query_signed(QUERY_PATH, SHIPMENT)
    assert answer.json() == {"errorCode": 200, "errorMsg": "", "success": True, "data": None}


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"timestamp": None}, "query parameter timestamp is missing"),
        ({"timestamp": str(NOW - 1)}, "query parameter timestamp differs from header timestamp"),
        ({"sign": None}, "query parameter sign is missing"),
        ({"sign": "0" * 32}, "query parameter sign does not match"),
        ({"sign": ["a", "b"]}, "query parameter sign is repeated"),
    ],
)
async def test_a_wrong_query_signature_is_refused_in_the_other_envelope(
    caller: Caller, query: dict[str, Any], says: str
) -> None:
    answer = await caller.query_signed(QUERY_PATH, SHIPMENT, query=query)
    assert answer.json() == {"errorCode": 401, "errorMsg": says, "success": False, "data": None}


async def test_the_query_style_needs_the_headers_as_well(caller: Caller) -> None:
    headers = signed_headers()
    query = {"timestamp": headers["timestamp"], "sign": headers["signature"]}
    answer = await caller.call(QUERY_PATH, SHIPMENT, headers=dict.fromkeys(headers), query=query)
    assert answer.json()["errorMsg"] == "header access-key is missing"
