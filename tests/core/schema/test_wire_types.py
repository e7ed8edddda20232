"""Wire types: lenient on the way in, strict on the way out, nothing lost in between."""

from __future__ import annotations

from collections import ChainMap, deque
from decimal import Decimal
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pandapon_async import InvalidArgumentError
from pandapon_async._core.schema import wire_types as wire_module
from pandapon_async._core.schema.json import JsonError, dump_json, load_json
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.wire_times import CHINA_TIME, EPOCH_MILLISECONDS, EPOCH_SECONDS_TEXT
from pandapon_async._core.schema.wire_types import (
    ANY,
    BOOLEAN,
    DECIMAL_TEXT,
    INTEGER,
    INTEGER_TEXT,
    NULL,
    NUMBER,
    OBJECT,
    TEXT,
    Id,
    JsonText,
    ListOf,
    WireType,
)
from pandapon_async.pandapon_v1 import Fee, Receiver

FEE = Nested("pandapon_async.pandapon_v1.models.fee:Fee")
TYPES: list[WireType] = [
    TEXT, INTEGER, NUMBER, BOOLEAN, NULL, ANY, OBJECT, Id(), Id("integer"), INTEGER_TEXT, DECIMAL_TEXT,
    ListOf(TEXT), ListOf(FEE), ListOf(TEXT, nullable_items=True), FEE, JsonText(FEE), JsonText(ListOf(Id())),
    CHINA_TIME, EPOCH_MILLISECONDS, EPOCH_SECONDS_TEXT,
]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda children: st.lists(children, max_size=4) | st.dictionaries(st.text(), children, max_size=4),
    max_leaves=12,
)


class Colour(StrEnum):
    RED = "red"


class Level(IntEnum):
    ONE = 1


@pytest.mark.parametrize("wire_type", TYPES, ids=lambda each: each.expected)
@given(value=JSON.filter(lambda value: value is not None))
def test_decoding_never_raises(wire_type: WireType, value: Any) -> None:
    wire_type.restore(wire_type.decode(value))


@pytest.mark.parametrize("wire_type", TYPES, ids=lambda each: each.expected)
@given(value=JSON | st.binary() | st.decimals() | st.just(object()) | st.just(Fee(amount=Decimal(1))))
def test_encoding_gives_json_or_names_the_argument(wire_type: WireType, value: Any) -> None:
    try:
        encoded = wire_type.encode(value, "place")
    except InvalidArgumentError as error:
        assert error.argument.startswith("place")
    else:
        assert isinstance(encoded, dict | list | str | int | float | bool | None)


@pytest.mark.parametrize(
    ("wire_type", "python", "wire"),
    [
        (TEXT, "a", "a"),
        (TEXT, Colour.RED, "red"),
        (INTEGER, 5, 5),
        (NUMBER, 1.5, 1.5),
        (BOOLEAN, True, True),
        (Id(), 1024285237573584051, "1024285237573584051"),
        (Id(), "FF1", "FF1"),
        (Id("integer"), "1024285237573584051", 1024285237573584051),
        (Id("integer"), 7, 7),
        (INTEGER_TEXT, 200, "200"),
        (DECIMAL_TEXT, Decimal("322.90"), "322.90"),
        (DECIMAL_TEXT, Decimal("1E+3"), "1000"),
        (DECIMAL_TEXT, 5, "5"),
        (ListOf(INTEGER), (1, 2), [1, 2]),
        (ListOf(INTEGER), deque([1, 2]), [1, 2]),
        (ListOf(INTEGER), range(2), [0, 1]),
        (ListOf(TEXT, nullable_items=True), ["a", None], ["a", None]),
        (OBJECT, {}, {}),
        (OBJECT, MappingProxyType({"a": [1, {"b": None}]}), {"a": [1, {"b": None}]}),
        (OBJECT, ChainMap({"a": Colour.RED}), {"a": "red"}),
        (FEE, Fee(amount=Decimal("1.50")), {"amount": "1.50"}),
        (JsonText(FEE), Fee(currency="CNY"), '{"currency":"CNY"}'),
        (JsonText(ListOf(TEXT)), ["中", '"'], '["中","\\""]'),
        (ANY, {"a": [1, None, (2, "x")]}, {"a": [1, None, [2, "x"]]}),
        (ANY, {Colour.RED: [Level.ONE, Colour.RED, True]}, {"red": [1, "red", True]}),
    ],
)
def test_values_are_sent_in_their_documented_form(wire_type: WireType, python: object, wire: object) -> None:
    encoded = wire_type.encode(python, "x")
    assert encoded == wire
    # Plain all the way down, also where the value was of a subclass.
    assert load_json(dump_json(encoded)) == wire


@pytest.mark.parametrize(
    ("wire_type", "value", "problem"),
    [
        (TEXT, 5, "x: expected str, got int"),
        (TEXT, None, "x: expected str, got NoneType"),
        (INTEGER, "5", "x: expected int, got str"),
        (INTEGER, True, "x: expected int, got bool"),
        (INTEGER, 1.0, "x: expected int, got float"),
        (NUMBER, float("nan"), "x: must be finite"),
        (NUMBER, float("-inf"), "x: must be finite"),
        (BOOLEAN, 1, "x: expected bool, got int"),
        (NULL, 1, "x: expected None, got int"),
        (Id(), "", "x: must not be empty"),
        (Id(), " ", "x: must not be empty"),
        (Id(), True, "x: expected str or int, got bool"),
        (Id(), 1.5, "x: expected str or int, got float"),
        (Id("integer"), "FF1", "x: this identifier is a number on the wire; pass digits only"),
        (Id("integer"), "1_0", "x: this identifier is a number on the wire; pass digits only"),
        (Id("integer"), "٣", "x: this identifier is a number on the wire; pass digits only"),
        (INTEGER_TEXT, "200", "x: expected int, got str"),
        (INTEGER_TEXT, -1, "x: must not be negative"),
        (INTEGER_TEXT, True, "x: expected int, got bool"),
        (DECIMAL_TEXT, 1.1, "x: expected Decimal or int, got float"),
        (DECIMAL_TEXT, Decimal("NaN"), "x: must be finite"),
        (ListOf(TEXT), "ab", "x: expected a list of str, got str"),
        (ListOf(TEXT), b"ab", "x: expected a list of str, got bytes"),
        (ListOf(INTEGER), bytearray(b"ab"), "x: expected a list of int, got bytearray"),
        (ListOf(INTEGER), memoryview(b"ab"), "x: expected a list of int, got memoryview"),
        (ListOf(TEXT), {"a"}, "x: expected a list of str, got set"),
        (ListOf(TEXT), iter([]), "x: expected a list of str, got list_iterator"),
        (ListOf(TEXT), ["a", 5], "x[1]: expected str, got int"),
        (ListOf(TEXT), ["a", None], "x[1]: expected str, got NoneType"),
        (OBJECT, [], "x: expected a JSON object, got list"),
        (OBJECT, "{}", "x: expected a JSON object, got str"),
        (OBJECT, {1: 2}, "x: keys must be str, got int"),
        (OBJECT, {"a": {"b": object()}}, "x.a.b: expected a JSON value, got object"),
        (JsonText(TEXT), "\ud800", "x: holds a text or number that JSON cannot carry"),
        (FEE, {"amount": "1"}, "x: expected Fee, got dict"),
        (FEE, Receiver(name="n"), "x: expected Fee, got Receiver"),
        (ListOf(FEE), [Fee(amount=1.5)], "x[0].amount: expected Decimal or int, got float"),  # type: ignore[arg-type]
        (JsonText(FEE), "{}", "x: expected Fee, got str"),
        (ANY, {1: 2}, "x: keys must be str, got int"),
        (ANY, {"a": {"b": [b""]}}, "x.a.b[0]: expected a JSON value, got bytes"),
    ],
)
def test_what_cannot_be_sent_is_refused_by_place_and_type(wire_type: WireType, value: object, problem: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        wire_type.encode(value, "x")
    assert str(caught.value) == problem


@pytest.mark.parametrize(
    ("wire_type", "wire", "python"),
    [
        (Id(), 1024285237573584051, "1024285237573584051"),
        (Id(), "a", "a"),
        (Id(), [1], [1]),
        (Id(), True, True),
        (INTEGER_TEXT, "200", 200),
        (INTEGER_TEXT, "007", "007"),
        (INTEGER_TEXT, 200, 200),
        (INTEGER_TEXT, "²", "²"),
        (DECIMAL_TEXT, "322.92", Decimal("322.92")),
        (DECIMAL_TEXT, "1e5", "1e5"),
        (DECIMAL_TEXT, "NaN", "NaN"),
        (DECIMAL_TEXT, 322.92, 322.92),
        (TEXT, 5, 5),
        (FEE, "none", "none"),
        (JsonText(TEXT), '"a"', "a"),
        (JsonText(FEE), "not JSON", "not JSON"),
        (JsonText(FEE), {"currency": "CNY"}, Fee(currency="CNY")),
        (JsonText(FEE), '{"currency":"CNY"}', Fee(currency="CNY")),
        (JsonText(FEE), "null", None),
        (ListOf(Id()), [1, None, "b"], ["1", None, "b"]),
        (ListOf(Id(), nullable_items=True), [1, None], ["1", None]),
        (OBJECT, {"a": 1}, {"a": 1}),
        (OBJECT, "none", "none"),
    ],
)
def test_what_is_understood_is_typed_and_the_rest_is_kept(wire_type: WireType, wire: Any, python: object) -> None:
    decoded = wire_type.decode(wire)
    assert decoded == python
    assert type(decoded) is type(python)
    assert wire_type.restore(decoded) in (wire, python, str(wire)) or isinstance(wire_type, JsonText | ListOf)


@pytest.mark.parametrize(
    ("wire_type", "value", "matches"),
    [
        (OBJECT, {}, True),
        (OBJECT, [], False),
        (OBJECT, None, False),
        (ListOf(TEXT), ["a", None], False),
        (ListOf(TEXT, nullable_items=True), ["a", None], True),
        (ListOf(TEXT, nullable_items=True), ["a", 5], False),
    ],
)
def test_a_decoded_value_is_told_from_one_that_was_kept(wire_type: WireType, value: object, matches: bool) -> None:
    assert wire_type.matches(value) is matches


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_amounts_come_back_exactly(amount: Decimal) -> None:
    wire = DECIMAL_TEXT.encode(amount, "x")
    assert isinstance(wire, str)
    assert DECIMAL_TEXT.decode(wire) == amount


@given(st.integers(min_value=-(10**40), max_value=10**40))
def test_identifiers_of_any_size_stay_exact(number: int) -> None:
    assert Id().decode(load_json(str(number))) == str(number)


@given(JSON.filter(lambda value: not _has_huge_integer(value)))
def test_json_comes_back_as_it_went(value: Any) -> None:
    assert load_json(dump_json(value)) == value


def _has_huge_integer(value: object) -> bool:
    if isinstance(value, int):
        return not -(2**63) <= value < 2**64
    if isinstance(value, list):
        return any(map(_has_huge_integer, value))
    return isinstance(value, dict) and any(map(_has_huge_integer, value.values()))


@pytest.mark.parametrize("text", [b"", b"{", b"\xff", b"NaN", b"[" * 10_000, b'{"secret": "SECRET-planted-7391"'])
def test_what_is_no_json_is_one_error_that_quotes_nothing(text: bytes) -> None:
    with pytest.raises(JsonError) as caught:
        load_json(text)
    assert str(caught.value) == "not valid JSON"
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_what_is_no_price_is_not_kept_in_memory() -> None:
    before = wire_module._price.cache_info().currsize
    for index in range(50):
        text = f"{index}" + "x" * 10_000
        assert DECIMAL_TEXT.decode(text) == text
    assert wire_module._price.cache_info().currsize == before
