"""A request as ``--dry-run`` shows it: everything in its place, nothing secret, nobody's data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, cast

import httpx

from pandapon_async._core.schema.json import JsonError, dump_json_text, load_json
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.wire_types import JsonText, ListOf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pandapon_async._core.call.operation import Operation
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.models import Model
    from pandapon_async._core.schema.wire_types import WireType

__all__ = ["RequestKeeper", "masked_model", "masked_request", "masked_value"]

_MASK: Final = "***"
_SECRET_HEADERS: Final = frozenset({"access-key", "signature"})
_SECRET_QUERY: Final = frozenset({"sign"})
_LARGEST_SHOWN: Final = 10_000


class RequestKeeper(httpx.AsyncBaseTransport):
    """Keeps requests instead of sending them, and answers that all is well."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Keep a request."""
        self.requests.append(request)
        return httpx.Response(200, json={"code": 200, "errorCode": 200, "success": True, "data": None})


def masked_request(request: httpx.Request, operation: Operation[object] | None) -> str:
    """Return a request as text.

    Args:
        request: What would be sent.
        operation: What is known of its fields; where nothing is, every text in it counts as personal.
    """
    lines = [f"{request.method} {_url(request.url, operation)}"]
    lines += [f"{name}: {_MASK if name in _SECRET_HEADERS else value}" for name, value in _headers(request)]
    if request.content:
        body = _body(load_json(request.content), operation)
        lines += ["", json.dumps(body, ensure_ascii=False, indent=2)]
    return "\n".join(lines)


def _headers(request: httpx.Request) -> Iterator[tuple[str, str]]:
    for name, value in request.headers.items():
        if name != "content-length":
            yield name, value


def _url(url: httpx.URL, operation: Operation[object] | None) -> str:
    personal = {p.name for p in operation.parameters if p.personal and p.location == "query"} if operation else None
    pairs = [
        f"{name}={_MASK if _is_masked(name, personal) else value}"
        for name, value in httpx.QueryParams(url.query).items()
    ]
    return str(url.copy_with(query=None)) + (f"?{'&'.join(pairs)}" if pairs else "")


def _is_masked(name: str, personal: set[str] | None) -> bool:
    if name in _SECRET_QUERY:
        return True
    return name != "timestamp" if personal is None else name in personal


def _body(body: JsonValue, operation: Operation[object] | None) -> JsonValue:
    if operation is None or not isinstance(body, dict):
        return masked_value(body)
    known = {parameter.name: parameter for parameter in operation.parameters if parameter.location == "body"}
    return {
        name: _masked(value, known[name].type, personal=known[name].personal) if name in known else masked_value(value)
        for name, value in body.items()
    }


def _masked(value: JsonValue, wire_type: WireType, *, personal: bool) -> JsonValue:
    if isinstance(wire_type, JsonText) and isinstance(value, str):
        try:
            inner = load_json(value)
        except JsonError:
            return _MASK
        return dump_json_text(_masked(inner, wire_type.inner, personal=personal))
    if personal:
        return masked_value(value)
    if isinstance(wire_type, ListOf) and isinstance(value, list):
        return [_masked(item, wire_type.item, personal=False) for item in value]
    if isinstance(wire_type, Nested) and isinstance(value, dict):
        return _masked_object(value, cast("Any", wire_type.model))
    return value


def masked_model(model: Model) -> JsonValue:
    """Return a model as JSON: what is personal is masked, and so is what is not documented."""
    return _masked_object(model.to_dict(), type(model))


def _masked_object(value: Mapping[str, JsonValue], model: Any) -> JsonValue:
    known = {wire.name: wire for _, wire in model.wire_fields()}
    return {
        name: _masked(inner, known[name].type, personal=known[name].personal) if name in known else masked_value(inner)
        for name, inner in value.items()
    }


def masked_value(value: JsonValue) -> JsonValue:
    """Return a value of which nothing is known: every text in it is masked, and every large number."""
    match value:
        case str():
            return _MASK if value else value
        case dict():
            return {name: masked_value(inner) for name, inner in value.items()}
        case list():
            return [masked_value(inner) for inner in value]
        case bool() | None:
            return value
        case _:
            # A phone number, an id; not a quantity or a page number.
            return _MASK if abs(value) >= _LARGEST_SHOWN else value
