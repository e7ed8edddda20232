"""A request is sent again only if nothing was done: clocks, foreign transports, holds, cancellation, bad settings."""

from __future__ import annotations

import asyncio
import email.utils
import enum
import time
from typing import Any

import httpx
import pytest
from fakes import CREDENTIALS, NOW, FakeClock, ScriptedTransport, answer, ok
from wire_server import Connection, wire_server

from pandapon_async import (
    AccountHold,
    APIError,
    ConfigurationError,
    Credentials,
    DeadlineError,
    DecodeError,
    InvalidArgumentError,
    OutcomeUnknownError,
    PandaPonClient,
    PandaPonError,
    RateLimit,
    RateLimitError,
    RetryPolicy,
)
from pandapon_async._core.call.clock import parse_http_date
from pandapon_async._core.call.limits import Limiter
from pandapon_async._core.call.redaction import scrub
from pandapon_async.pandapon_v1 import OrderLine, Receiver

WAREHOUSE: dict[str, Any] = {"order_id": "1", "warehouse_name": "w", "warehouse_address": "a"}


def date(seconds: float) -> str:
    return email.utils.formatdate(NOW + seconds, usegmt=True)


# -- the server's clock ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body", [{"code": 400, "msg": "balance"}, {"code": 429}, {"code": "1030"}, {"code": 409}, b"<html>"]
)
@pytest.mark.parametrize("effect", ["write", "pay"])
async def test_only_a_refused_signature_corrects_the_clock(body: object, effect: str) -> None:
    transport = ScriptedTransport([answer(body, 404 if isinstance(body, bytes) else 200, date=date(700))])
    async with PandaPonClient(CREDENTIALS, transport=transport, clock=FakeClock()) as client:
        with pytest.raises(PandaPonError):
            await client.request("POST", "/x", json={}, effect=effect)
        assert client._state.pipeline.server_time.offset == 0
    assert transport.sent == 1


async def test_a_write_is_repeated_only_if_the_refusal_names_signature_or_time() -> None:
    silent = ScriptedTransport([answer({"code": 401, "msg": "no"}, date=date(700))])
    async with PandaPonClient(CREDENTIALS, transport=silent, clock=FakeClock()) as client:
        with pytest.raises(APIError):
            await client.request("POST", "/x", json={})
    assert silent.sent == 1
    named = ScriptedTransport([answer({"code": 401, "msg": "timestamp expired"}, date=date(700)), ok(True)])
    async with PandaPonClient(CREDENTIALS, transport=named, clock=FakeClock()) as client:
        assert await client.request("POST", "/x", json={}) is True


async def test_an_offset_with_which_calls_are_refused_is_discarded() -> None:
    """Right clocks; the Date is that of a proxy which is 700 s ahead."""

    def check(request: httpx.Request) -> httpx.Response:
        off = abs(int(request.headers["timestamp"]) - NOW)
        if "nonsense" in str(request.url):
            return answer({"code": 401, "msg": "sign"}, date=date(700))
        return answer({"code": 200 if off <= 600 else 401, "msg": "timestamp", "data": 1}, date=date(700))

    async with PandaPonClient(CREDENTIALS, transport=httpx.MockTransport(check), clock=FakeClock()) as client:
        with pytest.raises(APIError):
            await client.request("POST", "/nonsense", effect="read")
        for _ in range(3):
            assert await client.request("POST", "/x", effect="read") == 1
        assert client._state.pipeline.server_time.offset == 0


@pytest.mark.parametrize(
    "text", ["Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 -0000", "Sun, 06 Nov 1994 08:49:37"]
)
def test_a_date_without_a_zone_is_utc(text: str) -> None:
    assert parse_http_date(text) == 784111777


# -- transports --------------------------------------------------------------------------------------------------------


class Foreign(httpx.AsyncBaseTransport):
    """Reports every failure as one to connect, as some adapters do, after the server has received the request."""

    def __init__(self, error: type[Exception]) -> None:
        self.error = error
        self.inner = httpx.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        try:
            return await self.inner.handle_async_request(request)
        except httpx.TransportError:
            raise self.error("as it reports it") from None


@pytest.mark.parametrize("error", [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError])
@pytest.mark.parametrize("in_client", [False, True])
async def test_a_foreign_failure_to_connect_is_not_believed(error: type[Exception], in_client: bool) -> None:
    async def script(connection: Connection) -> None:
        await connection.request()
        connection.abort()

    async with wire_server(script) as server:
        transport = Foreign(error)
        mine: dict[str, Any] = (
            {"http_client": httpx.AsyncClient(transport=transport)} if in_client else {"transport": transport}
        )
        async with PandaPonClient(CREDENTIALS, base_url=server.url, **mine) as client:
            with pytest.raises(OutcomeUnknownError):
                await client.taobao.orders.update_warehouse(**WAREHOUSE)
        assert server.requests == 1


async def test_httpxs_own_failure_to_connect_is_believed() -> None:
    async with wire_server(lambda connection: asyncio.sleep(0)) as server:
        url = server.url
    retry = RetryPolicy(attempts=2, base_delay=0.01)
    async with PandaPonClient(CREDENTIALS, base_url=url, transport=httpx.AsyncHTTPTransport(), retry=retry) as client:
        with pytest.raises(PandaPonError) as caught:
            await client.taobao.orders.update_warehouse(**WAREHOUSE)
    assert not isinstance(caught.value, OutcomeUnknownError)
    assert caught.value.attempts == 2  # type: ignore[attr-defined]


@pytest.mark.parametrize("user_id", [7, "a\r\nx-evil: 1", "用户", ""])
async def test_an_impossible_user_id_is_an_invalid_argument(user_id: Any) -> None:
    transport = ScriptedTransport([])
    async with PandaPonClient(CREDENTIALS, transport=transport) as client:
        with pytest.raises(InvalidArgumentError, match="user_id"):
            await client.taobao.orders.update_warehouse(**WAREHOUSE, user_id=user_id)
    assert transport.sent == 0


async def test_what_is_raised_while_the_request_is_built_is_no_doubt() -> None:
    def broken() -> str:
        raise KeyError

    async with PandaPonClient(CREDENTIALS, transport=ScriptedTransport([]), nonce=broken) as client:
        with pytest.raises(ConfigurationError, match="nothing was sent"):
            await client.request("POST", "/x", json={})


async def test_a_cancelled_write_in_flight_says_so() -> None:
    async def never(_: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError

    async with PandaPonClient(CREDENTIALS, transport=httpx.MockTransport(never)) as client:
        with pytest.raises(TimeoutError) as caught:
            async with asyncio.timeout(0.02):
                await client.taobao.orders.update_warehouse(**WAREHOUSE)
    cancelled = caught.value.__cause__
    assert isinstance(cancelled, asyncio.CancelledError)
    assert "taobao.orders.update_warehouse: this write was interrupted" in cancelled.__notes__[0]


async def test_a_client_belongs_to_one_event_loop() -> None:
    client = PandaPonClient(CREDENTIALS, transport=httpx.MockTransport(lambda _: ok()))
    await client.request("GET", "/x", effect="read")
    with pytest.raises(ConfigurationError, match="another event loop"):
        await asyncio.to_thread(asyncio.run, client.request("GET", "/x", effect="read"))


# -- holds and rates ---------------------------------------------------------------------------------------------------


async def test_after_429_all_calls_of_the_account_wait() -> None:
    arrived: list[float] = []
    started = time.monotonic()
    held: list[float] = []

    class Hook:
        def on_hold(self, seconds: float) -> None:
            held.append(seconds)

    async def script(connection: Connection) -> None:
        while await connection.request() is not None:
            arrived.append(time.monotonic() - started)
            if len(arrived) == 1:
                await connection.raw(b"HTTP/1.1 429 X\r\nRetry-After-Ms: 400\r\nContent-Length: 0\r\n\r\n")
            else:
                await connection.answer()

    async with (
        wire_server(script) as server,
        PandaPonClient(CREDENTIALS, base_url=server.url, hooks=[Hook()]) as client,
    ):
        first = asyncio.create_task(client.request("GET", "/x", effect="read"))
        while not held:
            await asyncio.sleep(0.005)
        with pytest.raises(DeadlineError, match="asked the account to wait"):
            await client.request("GET", "/x", effect="read", deadline=0.05)
        other = client.with_options(deadline=5)
        await asyncio.gather(first, *(each.request("GET", "/x", effect="read") for each in (client, other) * 10))
    assert held == [0.4]
    assert len(arrived) == 22
    assert min(arrived[1:]) - arrived[0] >= 0.39


async def test_a_hold_can_be_shared_by_clients_of_one_account() -> None:
    hold, clock = AccountHold(), FakeClock()
    replies = [answer(b"", 429, retry_after="30")]
    one = PandaPonClient(
        CREDENTIALS, transport=ScriptedTransport(replies), clock=clock, hold=hold, retry=RetryPolicy(attempts=1)
    )
    two = PandaPonClient(CREDENTIALS, transport=ScriptedTransport([ok()]), clock=clock, hold=hold)
    with pytest.raises(RateLimitError):
        await one.request("GET", "/x", effect="read")
    await two.request("GET", "/x", effect="read")
    assert clock.slept == [30]


async def test_a_burst_does_not_exceed_the_rate() -> None:
    clock = FakeClock(0.0)
    limiter = Limiter(max_concurrency=None, rate_limit=RateLimit(10, burst=10), clock=clock)
    times: list[float] = []
    for _ in range(40):
        await limiter.acquire()
        times.append(clock.now)
    for start in times:
        assert sum(start <= moment < start + 1 - 1e-9 for moment in times) <= 10


# -- settings ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "settings",
    [
        {"timeout": None}, {"timeout": "5"}, {"deadline": "5"}, {"max_concurrency": 2.5}, {"max_concurrency": "8"},
        {"retry": None}, {"retry": 3}, {"headers": {"x": 1}}, {"headers": None}, {"success_codes": {"200"}},
        {"success_codes": 200}, {"hooks": None}, {"hooks": [object()]}, {"user_id": 7}, {"user_id": "a\nb"},
        {"max_response_bytes": "1"}, {"rate_limit": 10}, {"codes": {"X": "nonsense"}}, {"codes": 5},
        {"base_url": "http://x:99999"}, {"base_url": "http://x:a"}, {"base_url": "http://x y"}, {"base_url": "http://x\r\n"},
        {"base_url": 5},
    ],
)  # fmt: skip
def test_a_setting_of_a_wrong_type_is_refused_at_once(settings: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError):
        PandaPonClient(CREDENTIALS, **settings)


def test_an_async_hook_is_refused() -> None:
    class Hook:
        async def before_attempt(self, attempt: object) -> None: ...

    with pytest.raises(ConfigurationError, match="async"):
        PandaPonClient(CREDENTIALS, hooks=[Hook()])  # type: ignore[list-item]


async def test_a_subclass_keeps_its_attributes_and_headers_are_merged() -> None:
    class Mine(PandaPonClient):
        def __init__(self, *args: Any, **settings: Any) -> None:
            super().__init__(*args, **settings)
            self.shop = "s"

    transport = ScriptedTransport([ok()])
    client = Mine(CREDENTIALS, transport=transport, headers={"x-a": "1"})
    derived = client.with_options(headers={"x-b": "2"})
    assert derived.shop == "s"
    await derived.request("GET", "/x", effect="read")
    assert (transport.requests[0].headers["x-a"], transport.requests[0].headers["x-b"]) == ("1", "2")


# -- arguments and results ---------------------------------------------------------------------------------------------


class Warehouse(str, enum.Enum):  # noqa: UP042 - users have such classes
    GX = "Guangxi"


async def test_a_member_of_a_string_enum_is_sent_as_its_value() -> None:
    transport = ScriptedTransport([ok(True), ok()])
    async with PandaPonClient(CREDENTIALS, transport=transport) as client:
        await client.taobao.orders.update_warehouse(
            order_id=Warehouse.GX, warehouse_name=Warehouse.GX, warehouse_address="a"
        )
        await client.request("GET", "/x", query={"w": Warehouse.GX}, json={"w": Warehouse.GX}, effect="read")
    assert b"Warehouse.GX" not in transport.requests[0].content
    assert transport.requests[1].url.query == b"w=Guangxi"
    assert transport.requests[1].content == b'{"w":"Guangxi"}'


async def test_a_lone_surrogate_is_refused_without_being_shown() -> None:
    async with PandaPonClient(CREDENTIALS, transport=ScriptedTransport([])) as client:
        with pytest.raises(InvalidArgumentError, match=r"^query\.a: "):
            await client.request("GET", "/x", query={"a": "\ud800"})
        with pytest.raises(InvalidArgumentError, match=r"^item_id: "):
            await client.taobao.goods.get(item_id="\ud800")


async def test_known_wrappers_are_opened_and_other_objects_are_no_result() -> None:
    product = {"itemId": "5", "title": "T"}
    replies = [
        ok({"result": {"result": product}}),
        ok({"nothing": 1}),
        ok({"result": {"success": False, "code": "GONE"}}),
    ]
    async with PandaPonClient(CREDENTIALS, transport=ScriptedTransport(replies)) as client:
        assert getattr(await client.taobao.goods.get(item_id=5), "title", None) == "T"
        with pytest.raises(DecodeError) as caught:
            await client.taobao.goods.get(item_id=5)
        assert caught.value.response is not None
        assert caught.value.response.data == {"nothing": 1}
        with pytest.raises(APIError, match="GONE"):
            await client.taobao.goods.get(item_id=5)


def test_a_subclass_of_a_model_has_decoders_of_its_own() -> None:
    class Mine(OrderLine):
        pass

    source = {"itemId": "1", "price": "2", "quantity": "3"}
    assert [type(Mine.from_dict(source)) for _ in range(3)] == [Mine] * 3
    assert [type(OrderLine.from_dict(source)) for _ in range(3)] == [OrderLine] * 3


# -- secrets -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("secret", ["SECRET-planted ", "SECRET-planted\n"])
def test_a_secret_with_a_blank_at_its_end_is_in_no_local_variable_of_ours(secret: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Credentials(access_key="k", access_secret=secret, user_id="u")
    frame = caught.value.__traceback__
    assert frame is not None
    while frame := frame.tb_next:
        assert "SECRET-planted" not in repr(frame.tb_frame.f_locals)


async def test_what_a_server_echoes_into_code_and_request_id_is_scrubbed() -> None:
    echo = {"code": f"X {CREDENTIALS.access_secret}", "msg": "m", "requestId": CREDENTIALS.access_secret}
    async with PandaPonClient(CREDENTIALS, transport=ScriptedTransport([answer(echo)])) as client:
        with pytest.raises(APIError) as caught:
            await client.request("POST", "/x", json={})
    assert CREDENTIALS.access_secret not in f"{caught.value!s} {caught.value.code} {caught.value.request_id}"


def test_tools_that_show_fields_of_models_show_no_personal_ones() -> None:
    shown = {field.name for field in Receiver.__attrs_attrs__ if field.repr}
    assert not shown & {"name", "mobile_phone", "address", "unknown_fields"}


def test_a_long_text_is_cut_before_it_is_scrubbed() -> None:
    started = time.process_time()
    text = scrub("x" * 5_000_000 + "secret", [f"value-{number}" for number in range(500)])
    assert time.process_time() - started < 0.5
    assert len(text) == 300
    # A value that the cut splits is masked as well.
    assert "planted" not in scrub("a" * 2990 + "planted-secret" * 50, ["planted-secret-value"])
