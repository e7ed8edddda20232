"""Operations with an inferred path are refused unless the caller allows them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest
from fakes import CREDENTIALS, FakeClock, ScriptedTransport, ok

from pandapon_async import ConfigurationError, InferredPathError, NotFoundError, PandaPonError, PandaPonV2Client

ORDER: dict[str, Any] = {"order_id": "1", "warehouse_name": "w", "warehouse_address": "a"}


def client_with(*responses: Any, **settings: Any) -> tuple[PandaPonV2Client, ScriptedTransport]:
    transport = ScriptedTransport(list(responses))
    return PandaPonV2Client(CREDENTIALS, transport=transport, clock=FakeClock(), **settings), transport


async def test_a_call_is_refused_and_says_why_and_how_to_allow_it() -> None:
    client, transport = client_with()
    with pytest.raises(InferredPathError) as caught:
        await client.taobao.orders.update_warehouse(**ORDER)
    text = str(caught.value)
    for part in (
        "taobao.orders.update_warehouse",
        "POST /v2/taobao/order/updateWarehouse is inferred from POST /open/order/updateWarehouse",
        "16 of the 16",
        "inferred=True",
        "confirmed.toml",
    ):
        assert part in text
    assert isinstance(caught.value, ConfigurationError)
    assert transport.requests == []


async def test_the_client_or_the_call_can_allow_it() -> None:
    client, transport = client_with(ok(True), inferred=True)
    assert await client.taobao.orders.update_warehouse(**ORDER) is True
    assert transport.requests[0].url.path == "/v2/taobao/order/updateWarehouse"
    client, _ = client_with(ok(True))
    assert await client.taobao.orders.update_warehouse(**ORDER, inferred=True) is True
    client, _ = client_with(ok(True), inferred=True)
    with pytest.raises(InferredPathError):
        await client.taobao.orders.update_warehouse(**ORDER, inferred=False)


async def test_a_file_allows_what_it_confirms(tmp_path: Path) -> None:
    file = tmp_path / "confirmed.toml"
    file.write_text('[[confirmed]]\nmethod = "POST"\npath = "/v2/taobao/order/updateWarehouse"\n')
    client, _ = client_with(ok(True), inferred=str(file))
    assert await client.taobao.orders.update_warehouse(**ORDER) is True
    with pytest.raises(InferredPathError):
        await client.taobao.orders.get_im_link(biz_id="1")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot read"),
        ("[[confirmed", "is not TOML"),
        ('[[confirmed]]\nmethod = "POST"', "needs the strings method and path"),
        ("confirmed = 1", "needs the strings method and path"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, content: str | None, message: str) -> None:
    file = tmp_path / "confirmed.toml"
    if content is not None:
        file.write_text(content)
    with pytest.raises(ConfigurationError, match=message):
        client_with(inferred=file)


def test_another_type_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="inferred must be"):
        client_with(inferred=5)


async def test_a_documented_operation_needs_no_permission() -> None:
    client, _ = client_with(ok({}))
    await client.taobao.goods.get(item_id="1")


@pytest.mark.parametrize("status", [404, 405])
async def test_a_missing_path_is_named(status: int) -> None:
    response = httpx.Response(status, json={"code": status, "msg": "nope"})
    client, _ = client_with(response, inferred=True)
    with pytest.raises(PandaPonError, match="the inferred path does not exist"):
        await client.taobao.orders.get_im_link(biz_id="1")


async def test_a_code_in_the_envelope_is_weaker_evidence() -> None:
    client, _ = client_with(httpx.Response(200, json={"code": 404, "msg": "nope"}), inferred=True)
    with pytest.raises(NotFoundError, match="the inferred path may not exist; the server says: nope"):
        await client.taobao.orders.get_im_link(biz_id="1")


async def test_a_documented_operation_does_not_speak_of_inferred_paths() -> None:
    client, _ = client_with(httpx.Response(404, json={"code": 404, "msg": "nope"}), inferred=True)
    with pytest.raises(PandaPonError) as caught:
        await client.taobao.goods.get(item_id="1")
    assert "inferred" not in str(caught.value)
