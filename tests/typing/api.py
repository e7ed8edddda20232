"""Only type-checked, never run: the public signatures as users see them, and the shortest catalogue of their use."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_type

import httpx

from pandapon_async import (
    UNSET,
    APIError,
    Credentials,
    Headers,
    JsonValue,
    OutcomeUnknownError,
    PandaPonClient,
    PandaPonV2Client,
    RateLimit,
    RawResponse,
    RetryPolicy,
    Unset,
    XportcnClient,
)
from pandapon_async.pandapon_v1 import Fee, LogisticInfo, OrderBookingFreightResult, OrderLine, Receiver
from pandapon_async.pandapon_v2 import OrderLogistics
from pandapon_async.xportcn_ka import LogisticInfo as KaLogisticInfo


async def taobao(client: PandaPonClient) -> None:
    changed = await client.taobao.orders.update_warehouse(order_id=1, warehouse_name="w", warehouse_address="a")
    assert_type(changed, bool | None)
    created = await client.taobao.orders.create(
        purchase_amount=400,
        receiver=Receiver(name="n"),
        order_line_list=[OrderLine(item_id="1", quantity=1, price=400)],
        seller_order_number="1",
        timeout=5,
        deadline=None,
    )
    assert_type(created, JsonValue)


async def logistics(client: PandaPonClient, ka: XportcnClient) -> None:
    assert_type(await client.logistics.update_domestic_logistics(logistic_infos=[LogisticInfo()]), None)
    assert_type(await ka.logistics.update_domestic_logistics(logistic_infos=[KaLogisticInfo()]), None)
    booked = await client.logistics.book_freight(render_id="FF1")
    assert_type(booked, OrderBookingFreightResult | None)
    if booked and booked.order_fee:
        assert_type(booked.order_fee, Fee)
        assert_type(booked.order_fee.amount, Decimal | None | Unset)
        if booked.order_fee.amount is not UNSET and booked.order_fee.amount is not None:
            assert_type(booked.order_fee.amount, Decimal)


async def tracking(client: PandaPonV2Client) -> None:
    assert_type(await client.alibaba.orders.get_logistics(order_id="1"), list[OrderLogistics])
    raw = await client.raw_response(client.alibaba.orders.get_logistics(order_id="1"))
    assert_type(raw, RawResponse[list[OrderLogistics]])
    assert_type(raw.result, list[OrderLogistics])
    assert_type(raw.response.headers, Headers)
    assert_type(raw.response.data, JsonValue)


async def by_path(client: PandaPonClient) -> None:
    assert_type(await client.request("POST", "/open/x", json={"a": 1}, signing="query", effect="read"), JsonValue)


async def failing(client: PandaPonClient) -> None:
    try:
        await client.request("POST", "/open/x")
    except OutcomeUnknownError as error:
        assert_type(error.request_id, str | None)
    except APIError as error:
        assert_type(error.code, int | str | None)
        assert_type(error.message, str)


async def options() -> None:
    async with PandaPonClient(
        Credentials(access_key="k", access_secret="s", user_id="u"),
        base_url="http://127.0.0.1:8000",
        http_client=httpx.AsyncClient(),
        retry=RetryPolicy(attempts=5),
        rate_limit=RateLimit(10, burst=5),
        max_concurrency=16,
        timestamp_unit="milliseconds",
    ) as client:
        assert_type(client, PandaPonClient)
        assert_type(client.with_options(user_id="other"), PandaPonClient)
        assert_type(PandaPonClient.from_env(deadline=30), PandaPonClient)
