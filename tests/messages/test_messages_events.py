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
    AlibabaOrderPriceChanged,
    OrderCancelled,
    OrderCreated,
    OrderPaid,
    OrderPriceChanged,
    OrderRefundChanged,
    TaobaoOrderPriceChanged,
    UnknownEvent,
    parse,
)
from pandapon_async.messages.events import EVENTS, read_body
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


@pytest.mark.parametrize(
    ("body", "content"),
    [
        (None, None),
        ("", ""),
        ("no JSON", "no JSON"),
        ("[1]", [1]),
        ([1], [1]),
        (3, 3),
        ('"text"', "text"),
        ("null", None),
    ],
)
def test_a_known_type_with_a_body_that_is_not_an_object_is_unknown(body: object, content: object) -> None:
    event = parse(json.dumps({"messageType": PAID, "messageBody": body}))
    assert type(event) is UnknownEvent
    assert (event.message_type, event.content, event.order_id) == (PAID, content, None)
    assert event.reason == "its messageBody is not a JSON object"
    assert event.raw["messageBody"] == body


def test_a_body_that_was_encoded_twice_is_read() -> None:
    event = parse(json.dumps({"messageType": PAID, "messageBody": json.dumps(json.dumps({"orderId": "1"}))}))
    assert type(event) is OrderPaid
    assert event.order_id == "1"


MOMENT = datetime(2026, 5, 20, 7, 47, 49, tzinfo=UTC)


@pytest.mark.parametrize(
    "timestamp",
    [
        1779263269,
        "1779263269",
        1779263269000,
        "1779263269000",
        1779263269000.0,
        "1779263269000000",
        1779263269000000000,
        "2026-05-20 15:47:49",
        "2026-05-20T15:47:49",
        "2026-05-20T07:47:49Z",
        "2026-05-20T15:47:49.000+08:00",
    ],
)
def test_the_time_of_a_push_is_read_in_many_forms(timestamp: object) -> None:
    event = parse(json.dumps({"messageType": PAID, "messageBody": {}, "timestamp": timestamp}))
    assert event.pushed_at == MOMENT
    assert event.timestamp == timestamp


@pytest.mark.parametrize(
    "form",
    [
        {"type": "X", "msgId": 1, "gmtBorn": 1779263269000, "data": {"orderId": 5}, "platform": 1},
        {"message_type": "X", "message_body": {"order_id": "5"}, "timestamp": "1779263269", "message_platform": 1},
        {"MessageType": "X", "MessageBody": '{"orderId":"5"}', "Timestamp": 1779263269, "MessagePlatform": 1},
        {"code": 200, "data": {"messageType": "X", "messageBody": {"orderId": "5"}, "timestamp": 1779263269000,
                               "messagePlatform": 1}},
        {"payload": json.dumps({"type": "X", "data": {"orderId": "5"}, "platform": 1}), "timestamp": 1779263269},
    ],
    ids=["1688", "snake case", "capitals", "wrapped", "text"],
)  # fmt: skip
def test_other_envelopes_are_unknown_events_with_what_can_be_found(form: dict[str, Any]) -> None:
    event = parse(json.dumps(form))
    assert type(event) is UnknownEvent
    assert (event.message_type, event.order_id, event.platform, event.pushed_at) == ("X", "5", 1, MOMENT)
    assert event.content == event.raw == form
    assert event.reason == "it has another form than the documented one"


def test_odd_fields_are_kept_as_they_came() -> None:
    event = parse(push(payTime=17, totalAmount="much", surprise=[1], timestamp=1779263269913, platform="1"))
    assert isinstance(event, OrderPaid)
    assert event.body.pay_time == 17
    assert event.body.total_amount == "much"
    assert event.body.unknown_fields == {"surprise": [1]}
    assert event.platform is None
    assert event.pushed_at == datetime(2026, 5, 20, 7, 47, 49, 913000, UTC)


@pytest.mark.parametrize("timestamp", [None, "", "soon", [], True, "9" * 30, -1e300, "2026-13-01"])
def test_a_time_that_is_none_is_no_moment(timestamp: object) -> None:
    assert parse(json.dumps({"messageType": PAID, "timestamp": timestamp})).pushed_at is None


@pytest.mark.parametrize("text", [b"", b"no", b"\xff", b"[" * 100_000, b'{"a":1'])
def test_what_is_not_json_is_an_unknown_event_with_its_text(text: bytes) -> None:
    event = parse(text)
    assert type(event) is UnknownEvent
    assert (event.content, event.raw, event.reason) == (text.decode(errors="replace"), {}, "it is not JSON")


@pytest.mark.parametrize(("text", "content"), [(b"[]", []), (b'"text"', "text"), (b"1", 1), (b"null", None)])
def test_json_that_is_not_an_object_is_an_unknown_event(text: bytes, content: object) -> None:
    event = parse(text)
    assert isinstance(event, UnknownEvent)
    assert (event.content, event.raw) == (content, {})


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
    known = isinstance(kind, str) and kind in CLASSES and isinstance(read_body(envelope.get("messageBody")), dict)
    assert type(event) is (CLASSES[str(kind)] if known else UnknownEvent)
    assert event.raw.keys() == envelope.keys()
    assert event.order_id is None or isinstance(event.order_id, str)
    assert event.pushed_at is None or event.pushed_at.tzinfo is UTC
    assert isinstance(repr(event), str)


@given(st.binary() | JSON.map(json.dumps).map(str.encode))
def test_any_bytes_are_an_event(text: bytes) -> None:
    event = parse(text)
    assert isinstance(repr(event), str)
    assert event.order_id is None or isinstance(event.order_id, str)
