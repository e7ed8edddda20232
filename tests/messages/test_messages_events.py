"""From the bytes of a push to an event: the right class or the explicit unknown one, and nothing is lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pushes import PAID, push

from pandapon_async.messages import (
    EVENTS,
    AlibabaOrderPriceChanged,
    MalformedMessageError,
    OrderCancelled,
    OrderCreated,
    OrderPaid,
    OrderPriceChanged,
    OrderRefundChanged,
    TaobaoOrderPriceChanged,
    UnknownEvent,
    parse,
)
from pandapon_async.pandapon_v1 import AlibabaOrder
from pandapon_async.pandapon_v1.events import EVENTS as V1_EVENTS
from pandapon_async.xportcn_ka import OrderMessage
from pandapon_async.xportcn_ka.events import EVENTS as KA_EVENTS

CLASSES = {
    "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY": TaobaoOrderPriceChanged,
    "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY": AlibabaOrderPriceChanged,
    "ORDER_CREATE": OrderCreated,
    "ORDER_CANCEL": OrderCancelled,
    "ORDER_PAY_SUCCESS": OrderPaid,
    "ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY": OrderPriceChanged,
    "ORDER_BUYER_VIEW_ORDER_BUYER_REFUND": OrderRefundChanged,
}


def documented() -> dict[str, Any]:
    """The documented example of each push."""
    found: dict[str, Any] = {}
    for name in ("pandapon-v1", "xportcn-ka"):
        file = files("pandapon_async").joinpath(f"catalogue/specifications/{name}.json")
        for kind, item in json.loads(file.read_text(encoding="utf-8"))["webhooks"].items():
            found[kind] = item["post"]["requestBody"]["content"]["application/json"]["example"]
    return found


EXAMPLES = documented()


def test_every_documented_type_has_its_class_and_no_two_surfaces_share_one() -> None:
    assert EVENTS == CLASSES
    assert EVENTS.keys() == EXAMPLES.keys()
    assert not V1_EVENTS.keys() & KA_EVENTS.keys()


@pytest.mark.parametrize("kind", sorted(EXAMPLES))
@pytest.mark.parametrize("form", ["object", "string"])
def test_documented_examples_in_both_forms_of_the_body(kind: str, form: str) -> None:
    envelope = dict(EXAMPLES[kind])
    content = envelope["messageBody"]
    content = json.loads(content) if isinstance(content, str) else content
    envelope["messageBody"] = content if form == "object" else json.dumps(content)

    event = parse(json.dumps(envelope))

    assert type(event) is CLASSES[kind]
    assert event.message_type == kind
    assert event.body.to_dict() == content
    assert event.raw == envelope
    assert event.order_id in {"88", "3305075341149134260", "3296711100591134260"}
    assert event.platform == envelope.get("messagePlatform")
    assert event.pushed_at == datetime(2026, 5, 20, 7, 47, 49, 913000, UTC)


def test_times_of_a_body_are_times() -> None:
    event = parse(json.dumps(EXAMPLES["ORDER_CANCEL"]))
    assert isinstance(event, OrderCancelled)
    assert isinstance(event.body, OrderMessage)
    created = event.body.tb_create_time
    assert created
    assert created.datetime is not None
    assert created.datetime.isoformat() == "2026-05-20T15:40:00+08:00"
    assert event.body.close_reason == "buyer_cancel"


@pytest.mark.parametrize("body", [{"id": 7, "idOfStr": "8"}, {"idOfStr": "8"}])
def test_the_safer_of_two_order_ids_is_taken(body: dict[str, object]) -> None:
    event = parse(
        json.dumps({"messageType": "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY", "messageBody": {"baseInfo": body}})
    )
    assert isinstance(event, AlibabaOrderPriceChanged)
    assert isinstance(event.body, AlibabaOrder)
    assert event.order_id == "8"


def test_an_unknown_type_keeps_everything_reachable() -> None:
    event = parse(push(message_type="ORDER_SHIPPED", parcel={"number": "SF1"}, phone="13800000000"))
    assert isinstance(event, UnknownEvent)
    assert event.message_type == "ORDER_SHIPPED"
    assert event.order_id == "3305075341149134260"
    assert isinstance(event.content, dict)
    assert event.content["parcel"] == {"number": "SF1"}
    assert "13800000000" not in repr(event)


@pytest.mark.parametrize("kind", ["", None, 7, [], "order_pay_success", "ORDER_PAY_SUCCESS "])
def test_what_is_not_exactly_a_documented_type_is_unknown(kind: object) -> None:
    event = parse(json.dumps({"messageType": kind, "messageBody": {"orderId": 5}}))
    assert type(event) is UnknownEvent
    assert event.order_id == "5"


@pytest.mark.parametrize("body", [None, "", "no JSON", "[1]", [1], 3, True, '"text"', "null"])
def test_a_known_type_with_a_body_that_is_no_object_keeps_it_in_raw(body: object) -> None:
    event = parse(json.dumps({"messageType": PAID, "messageBody": body}))
    assert type(event) is OrderPaid
    assert event.body.to_dict() == {}
    assert event.raw["messageBody"] == body
    assert event.order_id is None


def test_odd_fields_are_kept_as_they_came() -> None:
    event = parse(push(payTime=17, totalAmount="much", surprise=[1], timestamp=1779263269913, platform="1"))
    assert isinstance(event, OrderPaid)
    assert event.body.pay_time == 17
    assert event.body.total_amount == "much"
    assert event.body.unknown_fields == {"surprise": [1]}
    assert event.platform is None
    assert event.pushed_at == datetime(2026, 5, 20, 7, 47, 49, 913000, UTC)


@pytest.mark.parametrize("timestamp", [None, "", "soon", [], True, "9" * 30, -1e300])
def test_a_time_that_is_none_is_no_moment(timestamp: object) -> None:
    assert parse(json.dumps({"messageType": PAID, "timestamp": timestamp})).pushed_at is None


@pytest.mark.parametrize("text", [b"", b"no", b"[]", b'"text"', b"1", b"null", b"\xff", b"[" * 100_000, b'{"a":1'])
def test_what_is_no_json_object_is_malformed(text: bytes) -> None:
    with pytest.raises(MalformedMessageError) as caught:
        parse(text)
    assert caught.value.__cause__ is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
FIELDS = ("orderId", "salesOrderId", "baseInfo", "subOrders", "payTime", "refundId", "idOfStr")
BODIES = JSON | st.dictionaries(st.sampled_from(FIELDS), JSON) | JSON.map(json.dumps)
ENVELOPES = st.fixed_dictionaries(
    {},
    optional={
        "messageType": st.sampled_from(sorted(CLASSES)) | JSON,
        "messageBody": BODIES,
        "messagePlatform": st.sampled_from([0, 1]) | JSON,
        "timestamp": st.integers().map(str) | JSON,
        "more": JSON,
    },
)


@given(ENVELOPES)
@example({"messageType": "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY", "messageBody": {"baseInfo": [{"id": 1}]}})
def test_any_object_is_an_event_of_exactly_the_class_of_its_type(envelope: dict[str, Any]) -> None:
    event = parse(json.dumps(envelope, ensure_ascii=True).encode())
    kind = envelope.get("messageType")
    assert type(event) is (CLASSES.get(kind, UnknownEvent) if isinstance(kind, str) else UnknownEvent)
    assert event.raw.keys() == envelope.keys()
    assert event.order_id is None or isinstance(event.order_id, str)
    assert event.pushed_at is None or event.pushed_at.tzinfo is UTC
    assert isinstance(repr(event), str)


@given(JSON)
def test_any_json_is_an_event_or_malformed(value: object) -> None:
    text = json.dumps(value)
    if isinstance(value, dict):
        assert parse(text).raw == value or "e" in text or "." in text
        return
    with pytest.raises(MalformedMessageError):
        parse(text)


@given(st.binary())
def test_any_bytes_are_an_event_or_malformed(text: bytes) -> None:
    try:
        parse(text)
    except MalformedMessageError as error:
        assert str(error) in {"the push is no JSON", "the push is no JSON object"}
