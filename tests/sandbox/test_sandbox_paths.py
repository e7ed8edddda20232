"""Inferred operations, additional specifications, and the ways in which unknown paths are answered."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from sandbox_caller import ORDER, Caller, Clock

from pandapon_async.catalogue import read_specification
from pandapon_async.sandbox import Sandbox, merged_document, read_document

PATH = "/v2/taobao/order"


def extended() -> dict[str, Any]:
    """v2 with the inferred creation of Taobao orders, as an overlay would add it."""
    document = read_specification("pandapon-v2")
    operation = read_specification("pandapon-v1")["paths"]["/open/order"]["post"]
    schemas = read_specification("pandapon-v1")["components"]["schemas"]
    document["components"]["schemas"] = {**schemas, **document["components"]["schemas"]}
    document["paths"][PATH] = {"post": {**operation, "x-pandapon-path": "inferred"}}
    return document


@asynccontextmanager
async def calling(clock: Clock, **options: Any) -> AsyncIterator[Caller]:
    sandbox = Sandbox(clock=clock, **options)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=sandbox), base_url="http://127.0.0.1") as http:
        yield Caller(http, sandbox, clock)


async def test_an_inferred_operation_is_served_only_on_request(clock: Clock) -> None:
    documents = [("pandapon-v2", extended())]
    async with calling(clock, specifications=documents) as caller:
        assert (await caller.call(PATH, ORDER)).status_code == 404
    async with calling(clock, specifications=documents, inferred=True) as caller:
        answer = (await caller.call(PATH, ORDER)).json()
        assert (answer["code"], len(answer["data"]["purchaseOrderId"])) == (200, 19)
        assert len(caller.sandbox.orders.find("K-1")) == 1


@pytest.mark.parametrize("ending", [".json", ".yaml"])
async def test_a_document_of_the_user_is_served_beside_the_shipped_ones(
    clock: Clock, tmp_path: Path, ending: str
) -> None:
    schema = {"type": "object", "properties": {"data": {"type": "object", "properties": {"pong": {"type": "boolean"}}}}}
    responses = {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}
    operation = {"operationId": "shop.ping", "security": [{"HeaderSignature": []}], "responses": responses}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {"/shop/ping": {"get": operation}},
    }
    file = tmp_path / f"shop{ending}"
    file.write_text(json.dumps(document))
    name, read = read_document(file)
    assert name == "shop"
    async with calling(clock, specifications=[(name, read)]) as caller:
        assert (await caller.call("/shop/ping", method="GET")).json()["data"] == {"pong": True}
        assert (await caller.order()).json()["code"] == 200


def test_the_result_of_an_overlay_takes_the_place_of_the_specification_it_extends(tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(extended()))
    assert read_document(file)[0] == "pandapon-v2"


@pytest.mark.parametrize(
    ("content", "says"),
    [("[]", "is not an OpenAPI document"), ("{", "Expecting"), ('{"openapi": "3.1.0"}', "info.title or paths")],
)
def test_a_file_that_is_no_document_is_refused(tmp_path: Path, content: str, says: str) -> None:
    file = tmp_path / "mine.json"
    file.write_text(content)
    with pytest.raises(ValueError, match=says):
        read_document(file)


@pytest.mark.parametrize(
    ("mode", "wrong_method", "unknown"),
    [
        (None, (200, 401), (404, 404)),
        ("405-404", (405, 405), (404, 404)),
        ("all-404", (404, 404), (404, 404)),
        ("all-200", (200, 405), (200, 404)),
        ("all-401", (401, 401), (401, 401)),
    ],
)
async def test_wrong_methods_and_unknown_paths_are_told_apart_as_chosen(
    clock: Clock, mode: Any, wrong_method: tuple[int, int], unknown: tuple[int, int]
) -> None:
    async with calling(clock, probing=mode) as caller:
        answers = [await caller.http.request("TRACE", path) for path in ("/open/order", "/open/nothing")]
        assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [wrong_method, unknown]
        assert (await caller.order()).json()["code"] == 200
        if mode in {"all-404", "all-401"}:
            first, second = [{**answer.json(), "requestId": ""} for answer in answers]
            assert first == second


def test_one_document_describes_everything_that_is_served() -> None:
    merged = merged_document("http://127.0.0.1:8642", documents=[("pandapon-v2", extended())])
    OpenAPIV31SpecValidator(merged).validate()
    assert merged["servers"] == [{"url": "http://127.0.0.1:8642"}]
    assert merged["paths"]["/open/order"]["post"]["operationId"] == "pandapon-v1.taobao.orders.create"
    assert "/api/alibaba/ka/order/create" in merged["paths"]
    assert PATH not in merged["paths"]
    with_inferred = merged_document("http://127.0.0.1:8642", inferred=True, documents=[("pandapon-v2", extended())])
    assert PATH in with_inferred["paths"]
