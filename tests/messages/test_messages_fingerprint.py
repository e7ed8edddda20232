"""When two pushes are one message: only if they say the same, and only if that cannot be news."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pushes import PAID, PRICE
from random_pushes import content_of, run

from pandapon_async.messages import parse
from pandapon_async.messages.fingerprint import prepare_push

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 2) | st.sampled_from([1.0, 0.5, "1", "", "a", "{}"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=4,
)
PUSHES = st.fixed_dictionaries(
    {
        "messageType": st.sampled_from([PAID, PRICE, "NEW"]),
        "messageBody": JSON | JSON.map(json.dumps) | JSON.map(lambda value: {"orderId": "1", "x": value}),
    },
    optional={"timestamp": st.sampled_from(["1779263269913", 1779263269913, 1779263269, "soon"]), "y": JSON},
)


def one_message(first: bytes, second: bytes) -> bool:
    a, b = (prepare_push(parse(body), body, 0.0) for body in (first, second))
    if a.fingerprint == b.fingerprint:
        return True
    return a.once_fingerprint is not None and a.once_fingerprint == b.once_fingerprint


def dumped(push: dict[str, Any]) -> bytes:
    return json.dumps(push).encode()


@given(PUSHES, PUSHES)
@example(
    {"messageType": PRICE, "messageBody": [1], "timestamp": 1},
    {"messageType": PRICE, "messageBody": [2], "timestamp": 1},
)
def test_pushes_that_differ_are_never_one_message(first: dict[str, Any], second: dict[str, Any]) -> None:
    if one_message(dumped(first), dumped(second)):
        assert content_of(dumped(first)) == content_of(dumped(second))


@given(st.binary(max_size=4), st.binary(max_size=4))
def test_bytes_that_differ_are_never_one_message(first: bytes, second: bytes) -> None:
    assert first == second or not one_message(first, second)


@given(PUSHES)
def test_the_same_push_is_one_message_if_it_has_a_time(push: dict[str, Any]) -> None:
    timed = {**push, "timestamp": "1779263269913"}
    assert one_message(dumped(timed), json.dumps(dict(reversed(timed.items())), indent=2).encode())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('"price":10', '"price":10.0'),
        ('"price":10.00', '"price":10.0'),
        ('"price":0', '"price":-0'),
        ('"price":1,"price":2', '"price":2'),
        ('"price":0.1', '"price":0.10000000000000001'),
        ('"note":"\\ud83d"', '"note":"\\ufffd"'),
        ('"note":"\\ud83d"', '"note":"\\ud83e"'),
        ('"note":NaN', '"note":"NaN"'),
    ],
)
def test_what_python_would_make_equal_is_told_apart(first: str, second: str) -> None:
    form = '{"messageType":"%s","timestamp":1779263269913,"messageBody":{"orderId":"1",%s}}'
    assert not one_message((form % (PRICE, first)).encode(), (form % (PRICE, second)).encode())


def test_a_price_that_is_changed_back_is_news_without_a_time() -> None:
    prices = [dumped({"messageType": PRICE, "messageBody": {"orderId": "1", "price": price}}) for price in (10, 12, 10)]
    assert not one_message(prices[0], prices[2])


def test_a_payment_is_the_same_at_any_time_if_all_else_is_equal() -> None:
    paid = {"messageType": PAID, "messageBody": {"orderId": "1"}}
    assert one_message(dumped(paid), dumped({**paid, "timestamp": 1779263269913}))
    assert not one_message(dumped(paid), dumped({**paid, "more": 1}))
    # Which order it is about is not known.
    assert not one_message(dumped({**paid, "messageBody": {}}), dumped({**paid, "messageBody": {}}))


async def test_random_pushes_are_all_stored(inbox_file: str) -> None:
    """The long form is ``make random-pushes``."""
    different, lost = await run(inbox_file, 1_500, seed=7)
    assert (different > 500, lost) == (True, 0)
