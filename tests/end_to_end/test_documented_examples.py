"""Every documented example of every operation, through the real client: over a mock transport and over a socket.

Generated from the specs, so that no operation can be forgotten.
"""

from __future__ import annotations

import copy
import importlib
import json
from collections.abc import AsyncIterator
from functools import reduce
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest
from fakes import CREDENTIALS, digest
from ruamel.yaml import YAML

from pandapon_async import (
    AiohttpTransport,
    Credentials,
    InvalidArgumentError,
    NotFoundError,
    PandaPonClient,
    PandaPonV2Client,
    RawResponse,
    XportcnClient,
)
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.wire_types import JsonText, ListOf
from pandapon_async.sandbox import DEMO_ACCESS_KEY, DEMO_ACCESS_SECRET, DEMO_USER_ID, RunningSandbox, Sandbox, serve

OPENAPI = Path(__file__).parents[2] / "openapi"
CLIENTS = {
    "pandapon-v1": PandaPonClient,
    "pandapon-v2": PandaPonV2Client,
    "xportcn-ka": XportcnClient,
}
PACKAGES = {"pandapon-v1": "pandapon_v1", "pandapon-v2": "pandapon_v2", "xportcn-ka": "xportcn_ka"}


@attrs.frozen
class Case:
    surface: str
    method: str
    path: str
    spec: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.surface} {self.spec['operationId']}"

    @property
    def operation(self) -> Any:
        table = importlib.import_module(f"pandapon_async.{PACKAGES[self.surface]}.operations").OPERATIONS
        return next(each for each in table if each.name == self.spec["operationId"])

    @property
    def body(self) -> Any:
        content = self.spec.get("requestBody", {}).get("content", {}).get("application/json", {})
        return copy.deepcopy(content.get("example"))

    @property
    def has_documented_request(self) -> bool:
        return self.body is not None or any("example" in each for each in self.spec.get("parameters", []))

    @property
    def operation_has_body(self) -> bool:
        return any(parameter.location == "body" for parameter in self.operation.parameters)

    def parameters(self, location: str) -> dict[str, str]:
        return {
            each["name"]: str(each.get("example", "1"))
            for each in self.spec.get("parameters", [])
            if each["in"] == location and ("example" in each or each.get("required"))
        }

    @property
    def query(self) -> dict[str, str]:
        return self.parameters("query")

    @property
    def path_values(self) -> dict[str, str]:
        return self.parameters("path")

    @property
    def answer(self) -> dict[str, Any]:
        """The documented answer, with the code that real ones hold in place of the placeholder 0.

        Where none is documented, or only a part of one, the smallest that the specification allows.
        """
        documented = self.spec["responses"]["200"]["content"]["application/json"].get("example") or {}
        code = {"code": 200} if self.spec["x-pandapon-envelope"] == "code" else {"errorCode": 200, "success": True}
        return {"data": smallest(self.operation.result), **copy.deepcopy(documented), **code}

    def arguments(self) -> dict[str, Any]:
        """The documented request as a user would write it: typed arguments of the method.

        Where none is documented, the smallest that the specification allows.
        """
        wire = {**(self.body or {}), **self.query, **self.path_values}
        arguments = {}
        for parameter in self.operation.parameters:
            if parameter.name in wire:
                value = wire.pop(parameter.name)
                arguments[parameter.argument] = None if value is None else parameter.type.decode(value)
            elif parameter.required and self.body is None:
                arguments[parameter.argument] = parameter.type.decode(smallest(parameter.type))
        assert wire == {}, "the example has fields that the method does not take"
        return arguments

    async def call(self, client: Any) -> RawResponse[Any]:
        method = reduce(getattr, self.spec["operationId"].split("."), client)
        return await client.raw_response(method(**self.arguments()))

    def assert_nothing_lost(self, raw: RawResponse[Any], data: Any) -> None:
        """What was decoded, written again, is what came."""
        assert raw.response.data == data
        if data is None:
            assert raw.result in (None, [])
        else:
            assert self.operation.result.matches(raw.result)
            assert self.operation.result.restore(raw.result) == data


def smallest(wire_type: Any) -> Any:
    """The smallest JSON value of a wire type."""
    match wire_type:
        case ListOf():
            return [smallest(wire_type.item)]
        case JsonText():
            return json.dumps(smallest(wire_type.inner))
        case Nested():
            fields = wire_type.model.wire_fields()
            return {wire.name: smallest(wire.type) for _, wire in fields if wire.required}
        case _:
            samples = ("1", 1, True, None, {}, "2026-04-24 18:30:00", "1754342534")
            return next(sample for sample in samples if encodes(wire_type, sample))


def encodes(wire_type: Any, sample: Any) -> bool:
    try:
        return bool(wire_type.encode(wire_type.decode(sample), "x") == sample)
    except InvalidArgumentError:
        return False


def cases() -> list[Case]:
    found = []
    for surface in CLIENTS:
        spec = YAML(typ="safe").load(OPENAPI / f"{surface}.yaml")
        for path, item in spec["paths"].items():
            found += [Case(surface, method.upper(), path, operation) for method, operation in item.items()]
    return found


CASES = cases()


class Recording(httpx.AsyncBaseTransport):
    """Keeps requests on their way through another transport."""

    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self.inner = inner
        self.requests: list[httpx.Request] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return await self.inner.handle_async_request(request)

    async def aclose(self) -> None:
        await self.inner.aclose()


def assert_documented_request(case: Case, request: httpx.Request, base_path: str, credentials: Credentials) -> None:
    assert request.method == case.method
    assert request.url.path == base_path + case.path.format(**case.path_values)
    query = dict(request.url.params)
    if "QuerySignature" in case.spec["security"][0]:
        sign, timestamp = query.pop("sign"), query.pop("timestamp")
        assert sign == digest(timestamp, request.headers["nonce-str"], credentials)
    assert query == case.query
    if case.body is not None or not case.operation_has_body:
        assert (json.loads(request.content) if request.content else None) == case.body
    headers = request.headers
    assert headers["signature"] == digest(headers["timestamp"], headers["nonce-str"], credentials)
    assert headers["user-id"] == credentials.user_id
    assert len(headers["nonce-str"]) == 32


def test_no_operation_is_left_out() -> None:
    for surface, package in PACKAGES.items():
        table = importlib.import_module(f"pandapon_async.{package}.operations").OPERATIONS
        documented = [each.name for each in table if each.inference is None]
        assert documented == [c.spec["operationId"] for c in CASES if c.surface == surface]
    assert len(CASES) >= 71


@pytest.mark.parametrize("case", CASES, ids=str)
async def test_over_a_mock_transport(case: Case) -> None:
    documented = case.answer
    transport = Recording(httpx.MockTransport(lambda _: httpx.Response(200, json=documented)))
    async with CLIENTS[case.surface](CREDENTIALS, transport=transport) as client:
        raw = await case.call(client)
        base_path = httpx.URL(client.base_url).path.rstrip("/")
    (request,) = transport.requests
    assert_documented_request(case, request, base_path, CREDENTIALS)
    case.assert_nothing_lost(raw, documented["data"])
    assert raw.response.envelope is not None
    assert raw.response.envelope.request_id == (documented.get("requestId") or None)


@pytest.fixture
async def sandbox() -> AsyncIterator[RunningSandbox]:
    async with serve(Sandbox(strict=True)) as running:
        yield running


@pytest.mark.parametrize("case", CASES, ids=str)
async def test_over_a_socket_to_the_sandbox(case: Case, sandbox: RunningSandbox) -> None:
    credentials = Credentials(access_key=DEMO_ACCESS_KEY, access_secret=DEMO_ACCESS_SECRET, user_id=DEMO_USER_ID)
    transport = Recording(AiohttpTransport())
    base_url = sandbox.ka_url if case.surface == "xportcn-ka" else sandbox.url
    async with CLIENTS[case.surface](credentials, base_url=base_url, transport=transport) as client:
        try:
            raw = await case.call(client)
        except NotFoundError:
            # Nothing is documented that the sandbox could know, so an id that was made up here names nothing.
            assert not case.has_documented_request
            return
    (request,) = transport.requests
    assert_documented_request(case, request, httpx.URL(base_url).path.rstrip("/"), credentials)
    assert raw.response.envelope is not None
    assert raw.response.envelope.ok
    case.assert_nothing_lost(raw, raw.response.data)
