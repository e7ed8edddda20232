"""The client and the sandbox, which know nothing of each other, over a real socket."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fakes import FakeClock

from pandapon_async import (
    AuthenticationError,
    Credentials,
    DecodeError,
    OutcomeUnknownError,
    PandaPonClient,
    PandaPonError,
    PandaPonV2Client,
    RateLimitError,
    RetryPolicy,
    ServerError,
    TransportError,
    ValidationError,
    XportcnClient,
)
from pandapon_async.pandapon_v1 import OrderLine, Receiver
from pandapon_async.sandbox import DEMO_ACCESS_KEY, DEMO_ACCESS_SECRET, DEMO_USER_ID, RunningSandbox, Sandbox, serve

CREDENTIALS = Credentials(access_key=DEMO_ACCESS_KEY, access_secret=DEMO_ACCESS_SECRET, user_id=DEMO_USER_ID)
QUICK = RetryPolicy(attempts=3, base_delay=0.0)
RECEIVER = Receiver(name="Test Buyer", mobile_phone="13800000000", city="杭州市", address="1 Example Road")
LINES = [OrderLine(order_line_no="1", item_id="600126245031041190", sku_id="5016042822039", quantity=2, price=200)]


@pytest.fixture
async def sandbox() -> AsyncIterator[RunningSandbox]:
    async with serve(Sandbox(strict=True)) as running:
        yield running


def client_for(sandbox: RunningSandbox, credentials: Credentials = CREDENTIALS, **settings: Any) -> PandaPonClient:
    return PandaPonClient(credentials, base_url=sandbox.url, **{"retry": QUICK, **settings})


async def create(client: PandaPonClient, number: str, **options: Any) -> Any:
    return await client.taobao.orders.create(
        purchase_amount=400, receiver=RECEIVER, order_line_list=LINES, seller_order_number=number, **options
    )


# --- who calls, and when ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", [{"access_secret": "wrong"}, {"access_key": "wrong"}, {"user_id": "1"}])
async def test_wrong_credentials_are_refused_once(sandbox: RunningSandbox, change: dict[str, str]) -> None:
    values = {"access_key": DEMO_ACCESS_KEY, "access_secret": DEMO_ACCESS_SECRET, "user_id": DEMO_USER_ID, **change}
    async with client_for(sandbox, Credentials(**values)) as client:
        with pytest.raises(AuthenticationError) as caught:
            await create(client, "1")
        assert caught.value.attempts == 1
        with pytest.raises(AuthenticationError):
            await client.logistics.update_domestic_logistics(order_id="21")
    assert len(sandbox.sandbox.orders) == 0


async def test_a_used_nonce_is_refused(sandbox: RunningSandbox) -> None:
    async with client_for(sandbox, nonce=lambda: "N" * 32) as client:
        await create(client, "1")
        with pytest.raises(AuthenticationError, match="used before"):
            await create(client, "2")
    assert len(sandbox.sandbox.orders) == 1


@pytest.mark.parametrize("unit", ["seconds", "milliseconds"])
async def test_both_units_of_the_timestamp_are_taken(sandbox: RunningSandbox, unit: str) -> None:
    async with client_for(sandbox, timestamp_unit=unit) as client:
        await create(client, "1")


@pytest.mark.parametrize("seconds", [-1200, -605, 605, 1200])
async def test_a_wrong_clock_recovers_and_nothing_is_done_twice(sandbox: RunningSandbox, seconds: float) -> None:
    async with client_for(sandbox, clock=FakeClock(time.time() + seconds)) as client:
        raw = await client.raw_response(create(client, "1"))
        assert raw.response.attempts == 2
        raw = await client.raw_response(create(client, "2"))
        assert raw.response.attempts == 1
    assert len(sandbox.sandbox.orders) == 2
    assert sandbox.sandbox.summary()["refusals"] == {"clock": 1}


async def test_all_three_clients_speak_to_their_surface(sandbox: RunningSandbox) -> None:
    async with PandaPonV2Client(CREDENTIALS, base_url=sandbox.url) as v2:
        assert len(await v2.alibaba.orders.get_logistics(order_id=1)) == 1
    async with XportcnClient(CREDENTIALS, base_url=sandbox.ka_url) as ka:
        assert await ka.logistics.update_domestic_logistics(order_id=21) is None


async def test_the_server_refuses_what_the_specification_does_not_allow(sandbox: RunningSandbox) -> None:
    async with client_for(sandbox) as client:
        with pytest.raises(ValidationError, match=r"body\.purchaseAmount is missing"):
            await client.request("POST", "/open/order", json={"receiver": "{}", "orderLineList": "[]"})
        body = {"purchaseAmount": 1, "receiver": "{", "orderLineList": "[]"}
        with pytest.raises(ValidationError, match="JSON inside a string"):
            await client.request("POST", "/open/order", json=body)


async def test_it_works_in_process_as_well() -> None:
    transport = httpx.ASGITransport(app=Sandbox())
    async with PandaPonClient(CREDENTIALS, transport=transport, base_url="http://sandbox") as client:
        assert "purchaseOrderId" in await create(client, "1")


# --- faults ----------------------------------------------------------------------------------------------------------

#: fault → (orders created, what a write raises, what a read raises)
FAULTS: dict[str, tuple[int, type[PandaPonError] | None, type[PandaPonError] | None]] = {
    "latency=0.01": (1, None, None),
    "latency-after=0.01": (1, None, None),
    "latency-after=0.5": (1, OutcomeUnknownError, TransportError),
    "status=503": (0, OutcomeUnknownError, ServerError),
    "status=429": (0, RateLimitError, RateLimitError),
    "status=429,retry-after=0": (0, RateLimitError, RateLimitError),
    "status-after=502": (1, OutcomeUnknownError, ServerError),
    "code=500": (0, OutcomeUnknownError, ServerError),
    "code-after=500": (1, OutcomeUnknownError, ServerError),
    "drop-before": (0, OutcomeUnknownError, TransportError),
    "drop-after": (1, OutcomeUnknownError, TransportError),
    "truncate": (1, OutcomeUnknownError, DecodeError),
    "cut": (1, OutcomeUnknownError, TransportError),
    "malformed": (1, OutcomeUnknownError, DecodeError),
    "empty": (1, OutcomeUnknownError, DecodeError),
    "close": (1, None, None),
    "close-idle": (1, None, None),
}
TIMEOUT = httpx.Timeout(5.0, read=0.2)


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_never_makes_two_orders_of_one(sandbox: RunningSandbox, fault: str) -> None:
    created, of_a_write, of_a_read = FAULTS[fault]
    options = {"headers": {"x-sandbox-fault": fault}, "timeout": TIMEOUT}
    async with client_for(sandbox) as client:
        await create(client, "before")  # the connection is a reused one
        if of_a_write is None:
            await create(client, "1", **options)
        else:
            with pytest.raises(of_a_write) as caught:
                await create(client, "1", **options)
            assert caught.value.attempts == (3 if of_a_write is RateLimitError else 1)
    assert len(sandbox.sandbox.orders) == 1 + created

    async with PandaPonV2Client(CREDENTIALS, base_url=sandbox.url, retry=QUICK) as v2:
        call = v2.alibaba.orders.get_logistics(order_id=1, **options)
        if of_a_read is None:
            await call
        else:
            with pytest.raises(of_a_read) as caught:
                await call
            assert caught.value.attempts == (1 if of_a_read is DecodeError else 3)


async def test_wrong_types_inside_data_are_decoded_leniently(sandbox: RunningSandbox) -> None:
    async with client_for(sandbox, headers={"x-sandbox-fault": "wrong-types"}) as client:
        booked = await client.logistics.book_freight(remark="x")
    assert booked is not None
    assert booked.order_id.isdigit()
    assert booked.order_fee is not None
    assert booked.order_fee


async def test_a_server_that_closes_idle_connections_leaves_no_write_in_doubt(sandbox: RunningSandbox) -> None:
    async with client_for(sandbox, headers={"x-sandbox-fault": "close-idle"}) as client:
        for number in range(20):
            await create(client, str(number))
            await asyncio.sleep(0.03)  # the sandbox closes after 10 ms
    assert len(sandbox.sandbox.orders) == 20


# --- lists page by page ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("prefetch", [False, True])
async def test_all_items_of_a_list_come_once(sandbox: RunningSandbox, prefetch: bool) -> None:
    async with client_for(sandbox) as client:
        items = client.alibaba.goods.iter_search(keyword="dress", country="en", page_size=20, prefetch=prefetch)
        found = [item.offer_id async for item in items]
        few = client.alibaba.goods.iter_search(keyword="dress", country="en", page_size=20, limit=7)
        assert len([item async for item in few]) == 7
    assert len(found) == len(set(found)) > 40
