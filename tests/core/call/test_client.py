"""The client as users hold it: settings, environment, derived clients, raw answers, own httpx clients, bad input."""

from __future__ import annotations

import asyncio
import email.utils
import inspect
from typing import Any

import httpx
import pytest
from fakes import CREDENTIALS, FakeClock, ScriptedTransport, answer, never_sent, ok
from hypothesis import given
from hypothesis import strategies as st

from pandapon_async import (
    UNSET,
    APIError,
    Attempt,
    AttemptResult,
    ClientOptions,
    ConfigurationError,
    Credentials,
    DecodeError,
    InvalidArgumentError,
    Model,
    OutcomeUnknownError,
    PandaPonClient,
    PandaPonError,
    PandaPonV2Client,
    RetryPolicy,
    Settings,
    XportcnClient,
)
from pandapon_async.pandapon_v1 import OrderBookingFreightResult, OrderLine, Receiver
from pandapon_async.pandapon_v2 import OrderLogistics

WAREHOUSE = {"order_id": "1", "warehouse_name": "w", "warehouse_address": "a"}


def client_with(*replies: Any, **settings: Any) -> tuple[PandaPonClient, ScriptedTransport]:
    transport = ScriptedTransport(replies)
    return PandaPonClient(CREDENTIALS, transport=transport, clock=FakeClock(), **settings), transport


# --- construction ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cls", "prefix", "base_url"),
    [
        (PandaPonClient, "PANDAPON", "https://api.pandapon.com"),
        (PandaPonV2Client, "PANDAPON", "https://api.pandapon.com"),
        (XportcnClient, "XPORTCN", "https://www.xportcn.com/api"),
    ],
)
async def test_a_client_is_built_from_the_environment(
    cls: type[PandaPonClient], prefix: str, base_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ConfigurationError, match=f"{prefix}_ACCESS_KEY, {prefix}_ACCESS_SECRET, {prefix}_USER_ID"):
        cls.from_env()
    for name in ("ACCESS_KEY", "ACCESS_SECRET", "USER_ID"):
        monkeypatch.setenv(f"{prefix}_{name}", name.lower())
    assert cls.from_env().base_url == base_url
    monkeypatch.setenv(f"{prefix}_BASE_URL", "http://127.0.0.1:8000/api/")
    client = cls.from_env(max_concurrency=2)
    assert client.base_url == "http://127.0.0.1:8000/api"
    assert client.options.max_concurrency == 2


@pytest.mark.parametrize("field", ["access_key", "access_secret", "user_id"])
@pytest.mark.parametrize("value", ["", "a b", "line\nbreak", "键", None, 5])
def test_credentials_that_no_header_can_hold_are_refused_unseen(field: str, value: Any) -> None:
    values = {"access_key": "k", "access_secret": "s", "user_id": "u", field: value}
    with pytest.raises(ConfigurationError, match=field) as caught:
        Credentials(**values)
    if value:
        assert str(value) not in str(caught.value)


@pytest.mark.parametrize(
    "base_url", ["api.pandapon.com", "ftp://x", "https://", "https://u:p@x", "https://x?a=1", "https://x#f"]
)
def test_an_impossible_base_url_is_refused(base_url: str) -> None:
    with pytest.raises(ConfigurationError, match="base_url"):
        PandaPonClient(CREDENTIALS, base_url=base_url)


@pytest.mark.parametrize(
    "settings",
    [
        {"timeout": 0},
        {"timeout": float("nan")},
        {"timeout": httpx.Timeout(None)},
        {"timeout": httpx.Timeout(5, read=None)},
        {"deadline": -1},
        {"max_concurrency": 0},
        {"headers": {"x": "a\r\nb"}},
        {"timestamp_unit": "minutes"},
        {"max_response_bytes": 0},
        {"no_such_setting": 1},
        {"http_client": object()},
        {"http_client": httpx.AsyncClient(), "transport": httpx.MockTransport(lambda r: ok())},
    ],
)
def test_an_impossible_setting_is_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match=next(iter(settings))):
        PandaPonClient(CREDENTIALS, **settings)


@pytest.mark.parametrize("arguments", [{"attempts": 0}, {"base_delay": -1}, {"max_delay": float("inf")}])
def test_an_impossible_retry_policy_is_refused(arguments: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match=next(iter(arguments))):
        RetryPolicy(**arguments)


def test_every_phase_has_a_limit_by_default() -> None:
    options = ClientOptions()
    assert all(seconds for seconds in options.timeout.as_dict().values())
    assert options.deadline


def test_constructor_and_with_options_accept_the_same_settings() -> None:
    assert set(Settings.__annotations__) == ClientOptions.names()
    for method in (PandaPonClient.__init__, PandaPonClient.with_options, PandaPonClient.from_env):
        assert inspect.signature(method).parameters["settings"].annotation == "Unpack[Settings]"


def test_accounts_can_be_told_apart_without_showing_the_key() -> None:
    client = PandaPonClient(CREDENTIALS)
    other = PandaPonClient(Credentials(access_key="other", access_secret="s", user_id="u"))
    assert client.account == PandaPonClient(CREDENTIALS, base_url="http://x").account != other.account
    assert CREDENTIALS.access_key not in client.account
    assert (client.user_id, client.with_options(user_id="7").user_id) == (CREDENTIALS.user_id, "7")


# --- derived clients -------------------------------------------------------------------------------------------------


async def test_with_options_changes_the_copy_alone_and_shares_the_pool() -> None:
    client, transport = client_with(ok(), ok())
    derived = client.with_options(user_id="77", headers={"x-a": "1"})
    async with derived:
        await derived.taobao.orders.update_warehouse(**WAREHOUSE)
    assert not transport.closed
    await client.taobao.orders.update_warehouse(**WAREHOUSE)
    first, second = transport.requests
    assert (first.headers["user-id"], first.headers["x-a"]) == ("77", "1")
    assert second.headers["user-id"] == CREDENTIALS.user_id
    assert "x-a" not in second.headers
    await client.aclose()
    assert transport.closed
    with pytest.raises(ConfigurationError, match="closed"):
        await derived.taobao.orders.update_warehouse(**WAREHOUSE)


async def test_resources_made_before_belong_to_the_old_client() -> None:
    client, transport = client_with(ok())
    assert client.taobao.orders is client.taobao.orders
    derived = client.with_options(user_id="77")
    assert derived.taobao is not client.taobao
    await derived.taobao.orders.update_warehouse(**WAREHOUSE)
    assert transport.requests[0].headers["user-id"] == "77"


async def test_limits_are_shared_unless_set_anew() -> None:
    async def in_flight(client: PandaPonClient, other: PandaPonClient) -> int:
        now = most = 0

        async def handler(_: httpx.Request) -> httpx.Response:
            nonlocal now, most
            now += 1
            most = max(most, now)
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            now -= 1
            return ok()

        client._state.pipeline.sender._transport = httpx.MockTransport(handler)
        async with asyncio.TaskGroup() as group:
            for each in (client, other) * 10:
                group.create_task(each.request("GET", "/x", effect="read"))
        return most

    client, _ = client_with(max_concurrency=3)
    assert await in_flight(client, client) == 3
    assert await in_flight(client, client.with_options(deadline=5)) == 3
    assert await in_flight(client, client.with_options(max_concurrency=2)) == 5


# --- calls -----------------------------------------------------------------------------------------------------------


async def test_one_call_can_have_its_own_options() -> None:
    client, transport = client_with(ok(True), headers={"x-a": "1", "x-b": "1"})
    timeout = httpx.Timeout(3)
    result = await client.taobao.orders.update_warehouse(
        **WAREHOUSE, user_id="9", timeout=timeout, headers={"x-b": "2"}, deadline=None
    )
    request = transport.requests[0]
    assert result is True
    assert request.headers["user-id"] == "9"
    assert (request.headers["x-a"], request.headers["x-b"]) == ("1", "2")
    assert request.extensions["timeout"] == timeout.as_dict()


async def test_a_misspelt_argument_is_refused_by_name() -> None:
    client, transport = client_with()
    with pytest.raises(InvalidArgumentError, match="warehouse_nam: unexpected argument"):
        await client.taobao.orders.update_warehouse(**WAREHOUSE, warehouse_nam="x")
    assert transport.sent == 0


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"order_id": ""}, "order_id: must not be empty"),
        ({"order_id": None}, "order_id: may not be None; leave it out, or pass UNSET"),
        ({"order_id": 1.5}, "order_id: expected str or int, got float"),
        ({"order_id": UNSET}, "order_id: is required"),
        ({"warehouse_name": 5}, "warehouse_name: expected str, got int"),
        ({"warehouse_address": "\ud800"}, "warehouse_address: holds a text or number that JSON cannot carry"),
    ],
)
async def test_bad_arguments_are_refused_before_anything_is_sent(change: dict[str, Any], problem: str) -> None:
    client, transport = client_with()
    with pytest.raises(InvalidArgumentError) as caught:
        await client.taobao.orders.update_warehouse(**{**WAREHOUSE, **change})
    assert str(caught.value) == problem
    assert transport.sent == 0


async def test_bad_nested_arguments_are_refused_by_their_place() -> None:
    client, transport = client_with()
    lines = [OrderLine(item_id="1", quantity=1), OrderLine(quantity="2")]  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentError, match=r"order_line_list\[1\]\.quantity: expected int, got str"):
        await client.taobao.orders.create(purchase_amount=1, receiver=Receiver(), order_line_list=lines)
    assert transport.sent == 0


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        ({"path": "open/order"}, "path"),
        ({"path": "https://elsewhere.example/x"}, "path"),
        ({"path": "//elsewhere.example/x"}, "path"),
        ({"path": "/open/../admin"}, "path"),
        ({"path": "/open/%2E%2e/admin"}, "path"),
        ({"path": "/open?a=1"}, "path"),
        ({"path": "/open/订单"}, "path"),
        ({"path": "/a\r\nb"}, "path"),
        ({"method": "post"}, "method"),
        ({"method": "POST /x"}, "method"),
        ({"effect": "maybe"}, "effect"),
        ({"signing": "none"}, "signing"),
        ({"envelope": "xml"}, "envelope"),
        ({"json": {"a": object()}}, "json.a"),
        ({"json": {"a": {1, 2}}}, "json.a"),
        ({"json": "\ud800"}, "json"),
        ({"query": {"a": [1]}}, "query.a"),
        ({"query": {"sign": "x"}, "signing": "query"}, "query.sign"),
        ({"retries": 5}, "retries"),
    ],
)
async def test_bad_calls_by_path_are_refused_before_anything_is_sent(arguments: dict[str, Any], place: str) -> None:
    client, transport = client_with()
    with pytest.raises(InvalidArgumentError) as caught:
        await client.request(**{"method": "POST", "path": "/open/order", **arguments})
    assert caught.value.argument == place
    assert transport.sent == 0


async def test_a_call_by_path_is_signed_and_unwrapped_and_careful_by_default() -> None:
    client, transport = client_with(ok([1, {"a": None}]), httpx.ReadTimeout(""))
    assert await client.request("GET", "/open/x", query={"id": 12345678901234567890, "all": True}) == [1, {"a": None}]
    assert str(transport.requests[0].url) == "https://api.pandapon.com/open/x?id=12345678901234567890&all=true"
    with pytest.raises(OutcomeUnknownError):
        await client.request("GET", "/open/x")


async def test_a_raw_response_has_the_result_and_the_whole_answer() -> None:
    body = {"requestId": "r", "code": 200, "data": {"orderId": 5, "more": 1}}
    client, _ = client_with(httpx.ReadTimeout(""), answer(body, x_trace="t"))
    raw = await client.raw_response(client.request("GET", "/x", effect="read"))
    assert raw.result == raw.response.data == body["data"]
    assert raw.response.http_status == 200
    assert raw.response.headers["x-trace"] == "t"
    assert raw.response.attempts == 2
    assert raw.response.envelope is not None
    assert raw.response.envelope.request_id == "r"


async def test_a_raw_response_needs_the_call_itself() -> None:
    client, _ = client_with(ok())
    task = asyncio.create_task(client.request("GET", "/x", effect="read"))
    with pytest.raises(InvalidArgumentError, match="not a task"):
        await client.raw_response(task)  # type: ignore[arg-type]


async def test_raw_responses_of_concurrent_calls_do_not_mix() -> None:
    async def handler(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0)
        return ok(request.url.path)

    async with PandaPonClient(CREDENTIALS, transport=httpx.MockTransport(handler)) as client:
        calls = [client.raw_response(client.request("GET", f"/{n}", effect="read")) for n in range(50)]
        raws = await asyncio.gather(*calls)
    assert [raw.response.data for raw in raws] == [f"/{n}" for n in range(50)]


async def test_hooks_see_every_attempt() -> None:
    seen: list[tuple[Any, ...]] = []

    class Hook:
        def before_attempt(self, attempt: Attempt) -> None:
            seen.append((attempt.operation, attempt.number))

        def after_attempt(self, attempt: Attempt, result: AttemptResult) -> None:
            seen.append((result.outcome, result.http_status, result.code, result.request_id, result.error))

    replies = [never_sent(), answer(b"", 429), answer({"code": 7, "requestId": "r7"})]
    client, _ = client_with(*replies, hooks=[Hook()])
    with pytest.raises(APIError):
        await client.taobao.orders.update_warehouse(**WAREHOUSE)
    name = "taobao.orders.update_warehouse"
    assert seen == [
        (name, 1), ("not_sent", None, None, None, "HttpError"),
        (name, 2), ("rejected", 429, None, None, None),
        (name, 3), ("rejected", 200, 7, "r7", None),
    ]  # fmt: skip


async def test_a_cancelled_attempt_is_told_to_hooks() -> None:
    outcomes: list[str] = []

    class Hook:
        def before_attempt(self, attempt: Attempt) -> None:
            pass

        def after_attempt(self, attempt: Attempt, result: AttemptResult) -> None:
            outcomes.append(result.outcome)

    async def never(_: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError

    async with PandaPonClient(CREDENTIALS, transport=httpx.MockTransport(never), hooks=[Hook()]) as client:
        task = asyncio.create_task(client.request("POST", "/x", json={}))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert outcomes == ["cancelled"]


# --- the server's clock ----------------------------------------------------------------------------------------------


def checking_clock(server: FakeClock) -> Any:
    """A server that refuses timestamps more than 600 s off and tells its time."""

    def handler(request: httpx.Request) -> httpx.Response:
        date = email.utils.formatdate(server.now, usegmt=True)
        off = abs(int(request.headers["timestamp"]) - server.now)
        return answer({"code": 200 if off <= 600 else 401, "msg": "timestamp", "data": "ok"}, date=date)

    return handler


@pytest.mark.parametrize("minutes", [-20, 20])
@pytest.mark.parametrize("effect", ["read", "write", "pay"])
async def test_a_machine_20_minutes_off_recovers_by_the_servers_date(minutes: int, effect: str) -> None:
    machine, server = FakeClock(), FakeClock()
    machine.now += minutes * 60
    handler = checking_clock(server)
    transport = ScriptedTransport([handler] * 3)
    retry = RetryPolicy(attempts=1)
    async with PandaPonClient(CREDENTIALS, transport=transport, clock=machine, retry=retry) as client:
        assert await client.request("POST", "/x", json={}, effect=effect) == "ok"
        assert transport.sent == 2
        assert await client.with_options(user_id="2").request("POST", "/x", json={}, effect=effect) == "ok"
        assert transport.sent == 3
    assert machine.slept == []


async def test_a_refusal_with_a_right_clock_is_not_sent_again() -> None:
    date = "Tue, 14 Nov 2023 22:13:20 GMT"  # 1 700 000 000
    client, transport = client_with(answer({"code": 401}, date=date))
    with pytest.raises(APIError):
        await client.request("POST", "/x", json={})
    assert transport.sent == 1


async def test_a_date_that_stays_wrong_is_followed_once() -> None:
    date = "Tue, 14 Nov 2000 22:13:20 GMT"
    refusal = {"code": 401, "msg": "timestamp expired"}
    client, transport = client_with(answer(refusal, date=date), answer(refusal, date=date))
    with pytest.raises(APIError):
        await client.request("POST", "/x", json={})
    assert transport.sent == 2


@pytest.mark.parametrize("headers", [{}, {"date": "yesterday"}, {"date": "Tue, 14 Nov 2000 22:13:20 GMT", "age": "5"}])
async def test_an_unusable_date_teaches_nothing(headers: dict[str, str]) -> None:
    client, transport = client_with(answer({"code": 401}, **headers))
    with pytest.raises(APIError):
        await client.request("POST", "/x", json={})
    assert transport.sent == 1


# --- own httpx clients -----------------------------------------------------------------------------------------------


async def test_an_own_httpx_client_keeps_its_ways_and_the_signature() -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return ok(True)

    hooked: list[str] = []

    async def on_request(request: httpx.Request) -> None:
        hooked.append(request.url.path)

    theirs = httpx.AsyncClient(
        transport=httpx.MockTransport(handler),
        headers={"x-gateway": "g"},
        params={"tenant": "7"},
        auth=("user", "password"),
        follow_redirects=True,
        event_hooks={"request": [on_request]},
    )
    async with theirs:
        async with PandaPonClient(CREDENTIALS, http_client=theirs) as client:
            await client.taobao.orders.update_warehouse(**WAREHOUSE)
            await client.logistics.update_domestic_logistics(order_id=21)
        assert not theirs.is_closed
    first, second = seen
    assert first.headers["x-gateway"] == "g"
    assert "authorization" not in first.headers
    assert first.headers["signature"]
    assert first.headers["user-agent"].startswith("pandapon-async/")
    assert set(dict(second.url.params)) == {"tenant", "timestamp", "sign"}
    assert second.url.params["sign"] == second.headers["signature"]
    assert hooked == ["/open/order/updateWarehouse", "/open/pp/logistics/updateLogisticInfo"]


async def test_an_own_httpx_client_does_not_follow_redirects_with_a_used_signature() -> None:
    calls: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        calls.append(str(request.url))
        return httpx.Response(307, headers={"location": "https://elsewhere.example/"})

    theirs = httpx.AsyncClient(transport=httpx.MockTransport(handler), follow_redirects=True)
    async with theirs, PandaPonClient(CREDENTIALS, http_client=theirs) as client:
        with pytest.raises(OutcomeUnknownError):
            await client.taobao.orders.update_warehouse(**WAREHOUSE)
    assert len(calls) == 1


# --- results ---------------------------------------------------------------------------------------------------------

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda children: st.lists(children, max_size=4) | st.dictionaries(st.text(), children, max_size=4),
    max_leaves=20,
)
NEAR = JSON | st.fixed_dictionaries(
    {}, optional={"orderId": JSON, "orderFee": JSON, "subOrders": JSON, "success": JSON, "errorCode": JSON}
)


@given(data=NEAR)
async def test_any_data_ends_in_a_model_or_an_error_and_stays_reachable(data: Any) -> None:
    body = {"errorCode": 200, "errorMsg": None, "success": True, "data": data}
    client, transport = client_with(answer(body))
    try:
        raw = await client.raw_response(client.logistics.book_freight(remark="x"))
    except PandaPonError as error:
        assert error.response is not None
        assert error.response.data == data
        if isinstance(error, DecodeError):
            assert error.accepted
            assert "do not repeat" in str(error)
    else:
        assert isinstance(raw.result, OrderBookingFreightResult) or (data is None and raw.result is None)
        assert raw.response.data == data
    assert transport.sent == 1


@given(data=JSON | st.lists(JSON | st.just({"orderId": 1})))
async def test_any_data_of_a_list_operation_ends_in_models_or_an_error(data: Any) -> None:
    transport = ScriptedTransport([ok(data)])
    client = PandaPonV2Client(CREDENTIALS, transport=transport)
    try:
        result = await client.alibaba.orders.get_logistics(order_id=1)
    except DecodeError as error:
        assert error.response is not None
        assert error.response.data == data
    else:
        # Odd entries are kept beside those that are as documented.
        assert not result or any(entry is None or isinstance(entry, OrderLogistics) for entry in result)
        assert len(result) == len(data or [])


@given(body=JSON)
async def test_any_body_ends_in_a_result_or_an_error(body: Any) -> None:
    client, _ = client_with(answer(body))
    try:
        result = await client.logistics.book_freight(remark="x")
    except PandaPonError:
        return
    assert result is None or isinstance(result, Model)
