"""Requests held against the specification."""

import json
from typing import Any

import pytest
from sandbox_caller import WAREHOUSE, Caller

from pandapon_async.sandbox.json_text import JsonTextError, read_json
from pandapon_async.sandbox.specification.operations import Operation, read_operations
from pandapon_async.sandbox.specification.schemas import SchemaLibrary, look_up
from pandapon_async.sandbox.specification.validation import CompiledSchema, RequestValidator

WAREHOUSE_PATH = "/open/order/updateWarehouse"
ORDER = {"purchaseAmount": 400, "receiver": "{}", "orderLineList": "[]"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"receiver": None}, "body.receiver must be string"),
        ({"purchaseAmount": "400"}, "body.purchaseAmount must be integer"),
        ({"purchaseAmount": True}, "body.purchaseAmount must be integer"),
        ({"purchaseAmount": 2**63}, "body.purchaseAmount violates format int64"),
        ({"receiver": "no JSON"}, "body.receiver must be JSON inside a string: expecting value at character 0"),
        ({"receiver": "[]"}, "body.receiver must be object"),
        ({"receiver": '{"name": 7}'}, "body.receiver.name must be string"),
        ({"orderLineList": "{}"}, "body.orderLineList must be array"),
        (
            {"orderLineList": '[{}, {"quantity": "two"}]'},
            "body.orderLineList[1].quantity violates pattern ^[0-9]+$",
        ),
    ],
)
async def test_a_field_that_breaks_its_rule_is_named(caller: Caller, change: dict[str, Any], says: str) -> None:
    answer = await caller.call("/open/order", {**ORDER, **change})
    assert answer.status_code == 200
    assert (answer.json()["code"], answer.json()["msg"]) == (400, says)
    assert len(caller.sandbox.orders) == 0


async def test_several_errors_are_told_at_once(caller: Caller) -> None:
    answer = await caller.call("/open/order", {"purchaseAmount": "x"})
    told = set(answer.json()["msg"].split("; "))
    assert told == {
        "body.receiver is missing",
        "body.orderLineList is missing",
        "body.purchaseAmount must be integer",
    }


async def test_no_value_of_a_request_comes_back_in_a_message(caller: Caller) -> None:
    planted = "13900000000"
    receiver = json.dumps({"name": [planted], "phone": {"x": planted}, "zip": int(planted)})
    lines = json.dumps([{"quantity": f"{planted}x"}, planted])
    body = {"purchaseAmount": planted, "receiver": receiver, "orderLineList": lines, "orderSource": [planted]}
    answer = await caller.call("/open/order", body)
    assert answer.json()["code"] == 400
    assert planted not in answer.text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "body is missing"),
        (b"{", "body is not valid JSON: expecting property name enclosed in double quotes at character 1"),
        (b"[]", "body must be object"),
        (b'"text"', "body must be object"),
        (b"\xff", "body is not valid JSON: not UTF-8"),
        (b'{"purchaseAmount": NaN}', "body is not valid JSON: NaN and Infinity are not JSON"),
        (b'{"a": 1, "a": 2}', "body is not valid JSON: an object names a field twice"),
        (b'{"a": "\\ud800"}', "body is not valid JSON: lone surrogate"),
        (b"[" * 100_000, "body is not valid JSON: nested too deep"),
        (b"9" * 5000, "body is not valid JSON: a number has too many digits"),
    ],
)
async def test_what_is_no_json_object_is_refused(caller: Caller, content: bytes, says: str) -> None:
    answer = await caller.call("/open/order", content=content)
    assert (answer.json()["code"], answer.json()["msg"]) == (400, says)


def test_json_inside_a_string_is_read_as_strictly() -> None:
    with pytest.raises(JsonTextError, match="lone surrogate"):
        read_json(r'"\ud800"')
    assert read_json(r'"\ud83d\ude00"') == "😀"


@pytest.mark.parametrize("content_type", [None, "text/plain", "application/x-www-form-urlencoded"])
async def test_another_content_type_is_refused(caller: Caller, content_type: str | None) -> None:
    headers = {"content-type": content_type} if content_type else {}
    content = json.dumps(WAREHOUSE).encode()
    signed = {**headers}
    if content_type is None:
        signed["content-type"] = ""
    answer = await caller.call(WAREHOUSE_PATH, content=content, headers=signed)
    assert (answer.json()["code"], answer.json()["msg"]) == (400, "content-type must be application/json")


async def test_a_content_type_may_have_parameters(caller: Caller) -> None:
    headers = {"content-type": "Application/JSON; charset=utf-8"}
    answer = await caller.call(WAREHOUSE_PATH, WAREHOUSE, headers=headers)
    assert answer.json()["code"] == 200


async def test_another_method_is_refused(caller: Caller) -> None:
    answer = await caller.call(WAREHOUSE_PATH, method="GET")
    assert (answer.json()["code"], answer.json()["msg"]) == (405, "method must be POST")


async def test_a_missing_query_parameter_is_refused(caller: Caller) -> None:
    answer = await caller.call("/v2/alibaba/order/logistics", method="GET")
    assert (answer.json()["code"], answer.json()["msg"]) == (400, "query.orderId is missing")


async def test_a_query_parameter_that_comes_twice_is_refused(caller: Caller) -> None:
    answer = await caller.call("/v2/alibaba/order/logistics", method="GET", query={"orderId": ["1", "2"]})
    assert answer.json()["msg"] == "query.orderId is repeated"


async def test_unknown_fields_pass_by_default(caller: Caller) -> None:
    body = {**ORDER, "surprise": 1, "receiver": '{"surprise": 1}'}
    assert (await caller.call("/open/order", body)).json()["code"] == 200
    answer = await caller.call("/v2/alibaba/order/logistics", method="GET", query={"orderId": "1", "surprise": "1"})
    assert answer.json()["code"] == 200


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"surprise": 1}, "body"),
        ({"receiver": '{"surprise": 1}'}, "body.receiver"),
        ({"orderLineList": '[{"surprise": 1}]'}, "body.orderLineList[0]"),
    ],
)
async def test_strict_mode_refuses_unknown_fields_at_any_depth(
    strict: Caller, change: dict[str, Any], where: str
) -> None:
    answer = await strict.call("/open/order", {**ORDER, **change})
    told = f"{where} has fields that the documentation does not name: surprise"
    assert (answer.json()["code"], answer.json()["msg"]) == (400, told)


async def test_strict_mode_does_not_repeat_names_that_may_be_values(strict: Caller) -> None:
    answer = await strict.call("/open/order", {**ORDER, "1 Example Road": 1})
    assert "Example" not in answer.text


async def test_strict_mode_refuses_unknown_query_parameters(strict: Caller) -> None:
    answer = await strict.call("/v2/alibaba/order/logistics", method="GET", query={"orderId": "1", "surprise": "1"})
    assert (answer.json()["code"], answer.json()["msg"]) == (400, "query.surprise is not documented")


async def test_strict_mode_refuses_a_body_that_is_not_documented(strict: Caller) -> None:
    answer = await strict.call("/v2/alibaba/order/logistics", {}, method="GET", query={"orderId": "1"})
    assert answer.json()["msg"] == "body is not documented"


async def test_strict_mode_takes_what_is_documented(strict: Caller) -> None:
    assert (await strict.order()).json()["code"] == 200
    shipment = {"logisticInfos": [{"lineItem": {"itemId": "1"}, "logisticNumer": None}]}
    answer = await strict.query_signed("/open/pp/logistics/updateLogisticInfo", shipment)
    assert answer.json()["errorCode"] == 200


DOCUMENT = {
    "servers": [{"url": "https://example.com/base"}],
    "security": [{"HeaderSignature": []}],
    "paths": {
        "/items/{itemId}": {
            "parameters": [{"name": "itemId", "in": "path", "required": True, "schema": {"type": "integer"}}],
            "get": {
                "operationId": "items.get",
                "parameters": [
                    {"$ref": "#/components/parameters/Page"},
                    {"name": "deep", "in": "query", "schema": {"type": "boolean"}},
                    {"name": "ratio", "in": "query", "schema": {"type": "number"}},
                    {"name": "ids", "in": "query", "schema": {"type": "array", "items": {"type": "integer"}}},
                ],
                "responses": {},
            },
            "post": {
                "operationId": "items.edit",
                "requestBody": {"$ref": "#/components/requestBodies/Node"},
                "responses": {"200": {"content": {"application/json": {"examples": {"one": {"value": {"data": 7}}}}}}},
            },
        }
    },
    "components": {
        "parameters": {"Page": {"name": "page", "in": "query", "schema": {"type": "integer"}}},
        "requestBodies": {"Node": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Node"}}}}},
        "schemas": {
            "Base": {"type": "object", "properties": {"id": {"type": "string"}}},
            "Node": {
                "allOf": [{"$ref": "#/components/schemas/Base"}],
                "properties": {"child": {"anyOf": [{"$ref": "#/components/schemas/Node"}, {"type": "null"}]}},
            },
        },
    },
}


def operations(*, strict: bool) -> dict[str, Operation]:
    return {operation.operation_id: operation for operation in read_operations("new", DOCUMENT, strict=strict)}


def test_an_operation_of_any_specification_is_read() -> None:
    edit = operations(strict=False)["items.edit"]
    assert (edit.method, edit.path, edit.signing, edit.envelope) == ("POST", "/base/items/{itemId}", "header", "code")
    assert edit.example_data == b"7"


def test_parameters_are_read_in_the_types_of_the_specification() -> None:
    rules = RequestValidator(operations(strict=False)["items.get"], strict=False)
    query = {"page": ["2"], "deep": ["true"], "ratio": ["0.5"], "ids": ["1", "2"]}
    values = rules.check_parameters(query, {"itemId": "7"})
    assert values == {"page": 2, "deep": True, "ratio": 0.5, "ids": [1, 2], "itemId": 7}


@pytest.mark.parametrize(
    ("query", "path", "says"),
    [
        ({"page": ["two"]}, "7", "query.page must be integer"),
        ({"deep": ["yes"]}, "7", "query.deep must be boolean"),
        ({"ids": ["1", "x"]}, "7", r"query.ids\[1\] must be integer"),
        ({}, "seven", "path.itemId must be integer"),
    ],
)
def test_a_parameter_of_another_type_is_refused(query: dict[str, list[str]], path: str, says: str) -> None:
    rules = RequestValidator(operations(strict=False)["items.get"], strict=False)
    with pytest.raises(Exception, match=says):
        rules.check_parameters(query, {"itemId": path})


def test_a_schema_that_refers_to_itself_is_followed_as_deep_as_the_body_goes() -> None:
    schema = operations(strict=False)["items.edit"].body.json_schema
    compiled = CompiledSchema(schema)
    assert compiled.errors({"child": {"child": {"child": None}}}, "body") == []
    assert compiled.errors({"child": {"child": {"id": 7}}}, "body") == [
        "body.child matches none of the documented forms"
    ]


def test_a_composed_schema_is_sealed_as_a_whole() -> None:
    compiled = CompiledSchema(operations(strict=True)["items.edit"].body.json_schema)
    assert compiled.errors({"id": "1", "child": {"id": "2", "child": None}}, "body") == []
    assert compiled.errors({"id": "1", "other": 1}, "body") == ["body has fields that the documentation does not name"]


@pytest.mark.parametrize("reference", ["other.yaml#/x", "#/components/schemas/Missing"])
def test_a_reference_that_cannot_be_followed_is_an_error(reference: str) -> None:
    with pytest.raises(ValueError, match="reference"):
        look_up(DOCUMENT, reference)
    with pytest.raises(ValueError, match="reference"):
        SchemaLibrary(DOCUMENT, strict=False).prepare({"$ref": reference})


@pytest.mark.parametrize(
    ("form", "value", "fits"),
    [
        ("china-time", "2026-02-28 23:59:59", True),
        ("china-time", "2026-02-30 00:00:00", False),
        ("china-time", "2026-02-28T23:59:59", False),
        ("china-time", "2026-02-28 23:59:59 ", False),
        ("china-time", "", True),
        ("china-time", "string", True),
        ("china-time", None, True),
        ("epoch-seconds", "1754342534", True),
        ("epoch-seconds", 1754342534, True),
        ("epoch-seconds", "", True),
        ("epoch-seconds", "yesterday", False),
        ("epoch-seconds", "٣", False),
        ("epoch-milliseconds", 1754342534123, True),
        ("epoch-milliseconds", -1, False),
        ("epoch-milliseconds", 10**18, False),
    ],
)
def test_times_are_written_as_documented_or_left_to_the_placeholder(form: str, value: object, fits: bool) -> None:
    complaints = CompiledSchema({"format": form}).errors(value, "body")
    assert complaints == ([] if fits else [f"body violates format {form}"])


async def test_a_value_outside_of_an_enum_is_taken_unless_strict(caller: Caller, strict: Caller) -> None:
    body = {"quantity": 1, "id": 0, "updateTime": {"firstDayOfWeek": "SOMEDAY"}}
    assert (await caller.call("/alibaba/cart/edit-quantity", body)).json()["code"] == 200
    refused = (await strict.call("/alibaba/cart/edit-quantity", body)).json()
    assert refused["code"] == 400
    assert "SOMEDAY" not in refused["msg"]
