"""What a call returns of each documented type, and what it says where something else comes; what travels in a query."""

from __future__ import annotations

from http import HTTPMethod
from typing import Any

import pytest
from fakes import CREDENTIALS, FakeClock, ScriptedTransport, ok

from pandapon_async import DecodeError, InvalidArgumentError, PandaPonClient
from pandapon_async._core.call.operation import Operation, Parameter
from pandapon_async._core.schema.times import ChinaTime
from pandapon_async._core.schema.wire_enums import OpenEnum
from pandapon_async._core.schema.wire_times import CHINA_TIME
from pandapon_async._core.schema.wire_types import ANY, BOOLEAN, NUMBER, OBJECT, TEXT, ListOf, WireType


def returning(result: WireType, *parameters: Parameter) -> Operation[Any]:
    return Operation(
        name="things.get",
        method="GET",
        path="/things",
        signing="header",
        envelope="code",
        effect="read",
        parameters=parameters,
        result=result,
    )


async def call(operation: Operation[Any], data: object = None, **arguments: object) -> tuple[Any, ScriptedTransport]:
    transport = ScriptedTransport([ok(data)])
    client = PandaPonClient(CREDENTIALS, transport=transport, clock=FakeClock())
    return await client.call(operation, arguments, {}), transport


@pytest.mark.parametrize(
    ("result", "data", "expected"),
    [
        (OBJECT, {}, {}),
        (OBJECT, {"a": {"b": [1]}}, {"a": {"b": [1]}}),
        (ANY, [1, {"a": None}], [1, {"a": None}]),
        (ListOf(OBJECT), [{}, {"a": 1}], [{}, {"a": 1}]),
        (ListOf(OBJECT), None, []),
        (ListOf(TEXT, nullable_items=True), ["a", None], ["a", None]),
        (CHINA_TIME, "2025-02-24 18:00:00", ChinaTime("2025-02-24 18:00:00")),
        (OpenEnum("http:HTTPMethod"), "GET", HTTPMethod.GET),
        (OpenEnum("http:HTTPMethod"), "BREW", "BREW"),
    ],
)
async def test_a_documented_result_is_decoded(result: WireType, data: object, expected: object) -> None:
    value, _ = await call(returning(result), data)
    assert value == expected
    assert type(value) is type(expected)


@pytest.mark.parametrize(
    ("result", "data", "message"),
    [
        (OBJECT, [], "data is an array where the documentation has a JSON object"),
        (OBJECT, "{}", "data is a string where the documentation has a JSON object"),
        (ListOf(OBJECT), [1], "data is an array where the documentation has a list of a JSON object"),
        (OpenEnum("http:HTTPMethod"), 5, "data is a number where the documentation has HTTPMethod or str"),
    ],
)
async def test_another_type_is_an_error_that_says_both(result: WireType, data: object, message: str) -> None:
    with pytest.raises(DecodeError, match=message) as caught:
        await call(returning(result), data)
    assert caught.value.accepted


@pytest.mark.parametrize("result", [OBJECT, BOOLEAN, TEXT])
async def test_null_is_none_whatever_is_documented(result: WireType) -> None:
    assert (await call(returning(result)))[0] is None


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "1"), (1.5, "1.5"), (0.1, "0.1"), (1e22, "10000000000000000000000"), (1e-7, "0.0000001"), (-2.0, "-2.0")],
)
async def test_numbers_travel_in_the_query_as_digits(value: float, text: str) -> None:
    operation = returning(ANY, Parameter(argument="price", name="price", location="query", type=NUMBER))
    _, transport = await call(operation, price=value)
    assert transport.requests[0].url.params["price"] == text


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
async def test_a_number_that_is_none_is_refused_in_the_query(value: float) -> None:
    operation = returning(ANY, Parameter(argument="price", name="price", location="query", type=NUMBER))
    with pytest.raises(InvalidArgumentError, match="price: must be finite"):
        await call(operation, price=value)
    client = PandaPonClient(CREDENTIALS, transport=ScriptedTransport([]), clock=FakeClock())
    with pytest.raises(InvalidArgumentError, match=r"query\.price: must be finite"):
        await client.request("GET", "/things", query={"price": value})


async def test_truth_in_the_query_is_spelt_as_json_spells_it() -> None:
    operation = returning(ANY, Parameter(argument="dry", name="dry", location="query", type=BOOLEAN))
    _, transport = await call(operation, dry=True)
    assert transport.requests[0].url.params["dry"] == "true"
