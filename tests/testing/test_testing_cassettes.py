"""Cassettes hold nothing of secrets and persons, and replay by operation and arguments."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest
from fakes import CREDENTIALS

from pandapon_async import NotFoundError, PandaPonClient
from pandapon_async.pandapon_v1 import OrderLine, Receiver
from pandapon_async.testing import Cassette, CassetteError, example_response

PERSON = {"name": "Planted Person", "mobile_phone": "13800000001", "address": "1 Planted Road", "zip_": "310099"}
LINE = OrderLine(item_id="600126245031041190", quantity=2, price=200)
PLANTED = [*PERSON.values(), *(CREDENTIALS.access_key, CREDENTIALS.access_secret, CREDENTIALS.user_id)]


def answering(*responses: dict[str, object]) -> PandaPonClient:
    waiting = list(responses)
    return PandaPonClient(
        CREDENTIALS, transport=httpx.MockTransport(lambda _: httpx.Response(200, json=waiting.pop(0)))
    )


async def create(client: PandaPonClient, **person: str) -> object:
    return await client.taobao.orders.create(
        seller_order_number="A-1",
        purchase_amount=400,
        receiver=Receiver(**{**PERSON, **person}),
        order_line_list=[LINE],
    )


def content(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "calls.jsonl"


@pytest.fixture
def empty(path: Path) -> Path:
    path.touch()
    return path


async def test_a_recording_holds_neither_the_secret_nor_the_person(path: Path) -> None:
    echo = {"id": "1024285237573584051", "receiverName": "Planted Person", "note": "call 13800000001", "x": "310099"}
    quoting = {"code": 200, "msg": f"for Planted Person, {CREDENTIALS.access_key}", "data": echo}
    async with answering(quoting) as client:
        await create(Cassette(path).recording(client))
    text = content(path)
    assert [planted for planted in PLANTED if planted in text] == []
    line = json.loads(text)
    assert line["operation"] == "taobao.orders.create"
    assert line["response"]["data"]["id"] == "1024285237573584051"
    assert "600126245031041190" in text


async def test_denied_texts_do_not_reach_the_file(path: Path) -> None:
    async with answering({"code": 200, "data": {"shop": "Planted Shop"}}) as client:
        await create(Cassette(path, deny=("Planted Shop",)).recording(client))
    assert "Planted Shop" not in content(path)


async def test_a_replay_answers_the_same_call_whoever_receives_the_order(path: Path) -> None:
    response = example_response("taobao.orders.create", "1024285237573584051")
    async with answering(response) as client:
        recorded = await create(Cassette(path).recording(client))
        replayed = await create(Cassette(path).replaying(client), name="Somebody Else", mobile_phone="13900000002")
    assert replayed == recorded


async def test_responses_of_repeated_calls_are_replayed_in_order(path: Path) -> None:
    async with answering({"code": 200, "data": True}, {"code": 404, "msg": "gone"}) as client:
        recording = Cassette(path).recording(client)
        warehouse = {"order_id": 1, "warehouse_name": "w", "warehouse_address": "a"}
        await recording.taobao.orders.update_warehouse(**warehouse)
        with pytest.raises(NotFoundError):
            await recording.taobao.orders.update_warehouse(**warehouse)
        replaying = Cassette(path).replaying(client)
        assert await replaying.taobao.orders.update_warehouse(**warehouse) is True
        for _ in range(2):
            with pytest.raises(NotFoundError):
                await replaying.taobao.orders.update_warehouse(**warehouse)


async def test_a_call_that_was_not_recorded_is_refused_and_not_sent(empty: Path) -> None:
    async with answering() as client:
        with pytest.raises(CassetteError, match=r"holds no call of taobao\.orders\.create"):
            await create(Cassette(empty).replaying(client))


def test_a_missing_or_broken_file_is_refused(path: Path) -> None:
    client = answering()
    with pytest.raises(CassetteError, match="cannot be read"):
        Cassette(path).replaying(client)
    path.write_text('{"operation": "x"}', encoding="utf-8")
    with pytest.raises(CassetteError, match=r"calls\.jsonl:1"):
        Cassette(path).replaying(client)
