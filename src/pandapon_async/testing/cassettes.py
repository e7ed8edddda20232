"""Cassettes: real calls recorded as JSON lines without secrets and personal data, and replayed in tests.

::

    cassette = Cassette("tests/cassettes/search.jsonl")
    await service.search(cassette.recording(client))     # once, against the real platform
    await service.search(cassette.replaying(client))     # in tests

A line holds the operation, the redacted request and response, and the seconds that the call took. Calls are found by
operation and arguments, never by timestamp, nonce or signature.
"""

from __future__ import annotations

import re
import time
from collections import defaultdict, deque
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast
from urllib.parse import parse_qsl, urlsplit

import attrs

from pandapon_async._core.call.redaction import MOBILE_NUMBER, text_leaves
from pandapon_async._core.errors import PandaPonError
from pandapon_async._core.http.response import HttpResponse
from pandapon_async._core.schema.json import JsonError, dump_json, dump_json_text, load_json
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.wire_types import JsonText, ListOf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async._core.call.client import Client
    from pandapon_async._core.call.operation import Operation
    from pandapon_async._core.http.request import HttpRequest
    from pandapon_async._core.http.sender import Sender
    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async._core.schema.models import Model
    from pandapon_async._core.schema.wire_types import WireType

__all__ = ["Cassette", "CassetteError"]

ClientT = TypeVar("ClientT", bound="Client")

_MASK: Final = "***"
_SIGNED: Final = frozenset({"timestamp", "sign"})
_TABLES: Final = ("pandapon_v1", "pandapon_v2", "xportcn_ka")
#: Names of fields that are personal wherever they appear, also where the documentation does not say so.
_PERSONAL_NAMES: Final = re.compile(
    r"name$|mobile|phone|^tel|address|addr$|receiver|consignee|zip|post_?code|email|id_?card|tax_?(id|no)|wechat|"
    r"alipay|nick|buyer_?(msg|memo)|remark|memo|message$|invoice",
    re.IGNORECASE,
)
#: Names that look personal and are not.
_PUBLIC_NAMES: Final = re.compile(
    r"^(msg|errorMsg|warehouseName|skuName|.*(product|goods|item|company|shop|seller)Name)$"
)
_SHORTEST_LEAK: Final = 4


class CassetteError(PandaPonError):
    """A cassette cannot be used, or does not hold the call that was made; nothing was sent."""


@attrs.frozen(kw_only=True)
class _Recorded:
    """One line of a cassette."""

    operation: str
    query: JsonObject = attrs.field(repr=False)
    body: JsonValue = attrs.field(repr=False)
    status: int
    response: JsonValue = attrs.field(repr=False)

    def key(self) -> bytes:
        return _key(self.operation, self.query, self.body)


class Cassette:
    """A file of recorded calls.

    Args:
        path: The file; ``recording`` appends to it.
        deny: Further texts that must not reach the file, such as the name of a test account.
    """

    def __init__(self, path: str | Path, *, deny: tuple[str, ...] = ()) -> None:
        self._path = Path(path)
        self._deny = deny

    def recording(self, client: ClientT) -> ClientT:
        """Return a client that sends calls as before and appends each exchange to the file."""
        sender = client._state.pipeline.sender  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
        return _with_sender(client, _RecordingSender(sender, self._path, self._secrets_of(client)))

    def replaying(self, client: ClientT) -> ClientT:
        """Return a client whose calls are answered from the file; it never sends anything.

        A call that was recorded several times gets its responses in their order, the last one again and again.

        Raises:
            CassetteError: The file is missing or is no cassette. A call that it does not hold raises this, too.
        """
        responses = _read(self._path)
        return _with_sender(client, _ReplayingSender(responses, self._path.name))

    def _secrets_of(self, client: Client) -> tuple[str, ...]:
        credentials = client._state.pipeline.credentials  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
        return (credentials.access_key, credentials.access_secret, credentials.user_id, client.user_id, *self._deny)


def _with_sender(client: ClientT, sender: Sender) -> ClientT:
    derived = client.with_options()
    state = derived._state  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    pipeline = attrs.evolve(state.pipeline, sender=sender)
    derived._state = attrs.evolve(state, pipeline=pipeline)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    return derived


class _RecordingSender:
    """Sends through another sender and writes down what was exchanged."""

    def __init__(self, sender: Sender, path: Path, secrets: tuple[str, ...]) -> None:
        self._sender = sender
        self._path = path
        self._secrets = secrets

    async def send(self, request: HttpRequest) -> HttpResponse:
        started = time.monotonic()
        response = await self._sender.send(request)
        elapsed = time.monotonic() - started
        line = self._line(request, response, elapsed)
        with self._path.open("ab") as file:
            file.write(line + b"\n")
        return response

    def _line(self, request: HttpRequest, response: HttpResponse, elapsed: float) -> bytes:
        operation, name = _operation_of(request)
        query, body = _arguments_of(request)
        personal: set[str] = set()
        redacted_query, redacted_body = _redact_request(operation, query, body, personal)
        try:
            data: JsonValue = load_json(response.body)
        except JsonError:
            data = f"not JSON, {len(response.body)} bytes"
        redacted = _redact_response(operation, data, personal)
        line: JsonObject = {
            "operation": name,
            "query": redacted_query,
            "body": redacted_body,
            "status": response.status,
            "response": redacted,
            "seconds": round(elapsed, 3),
        }
        # Texts of the server may quote the request; a value found anywhere in the exchange goes everywhere.
        values = {*self._secrets, *personal, *(_signature_of(request))}
        cleaned = _clean(line, [value for value in values if len(value) >= _SHORTEST_LEAK])
        texts = list(text_leaves(cleaned))
        if any(value in text for value in values if len(value) >= _SHORTEST_LEAK for text in texts):
            raise CassetteError(f"{name}: the exchange could not be redacted; nothing was written to {self._path.name}")
        return dump_json(cleaned)

    async def aclose(self) -> None:
        """Do nothing: the sender belongs to the client that was recorded."""


class _ReplayingSender:
    """Answers from recorded responses."""

    def __init__(self, responses: dict[bytes, deque[_Recorded]], name: str) -> None:
        self._responses = responses
        self._name = name

    async def send(self, request: HttpRequest) -> HttpResponse:
        operation, name = _operation_of(request)
        query, body = _redact_request(operation, *_arguments_of(request), set())
        recorded = self._responses.get(_key(name, query, body))
        if not recorded:
            raise CassetteError(f"{self._name} holds no call of {name} with these arguments; record it")
        found = recorded.popleft() if len(recorded) > 1 else recorded[0]
        return HttpResponse(found.status, [(b"content-type", b"application/json")], dump_json(found.response))

    async def aclose(self) -> None:
        """Do nothing: there is nothing to close."""


def _read(path: Path) -> dict[bytes, deque[_Recorded]]:
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise CassetteError(f"{path.name} cannot be read: {error.strerror}") from None
    found: dict[bytes, deque[_Recorded]] = defaultdict(deque)
    for number, line in enumerate(lines, 1):
        try:
            entry = cast("dict[str, Any]", load_json(line))
            recorded = _Recorded(
                operation=entry["operation"],
                query=entry["query"],
                body=entry["body"],
                status=entry["status"],
                response=entry["response"],
            )
        except (JsonError, KeyError, TypeError):
            raise CassetteError(f"{path.name}:{number}: this line is no recorded call") from None
        found[recorded.key()].append(recorded)
    return found


def _key(operation: str, query: JsonObject, body: JsonValue) -> bytes:
    return dump_json([operation, _sorted(query), _sorted(body)])


def _sorted(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        return {name: _sorted(value[name]) for name in sorted(value)}
    return [_sorted(item) for item in value] if isinstance(value, list) else value


def _operation_of(request: HttpRequest) -> tuple[Operation[object] | None, str]:
    """Return the documented operation of a request, and its name: method and path if it is not documented."""
    path = urlsplit(request.url).path
    for table in _TABLES:
        operations: tuple[Operation[object], ...] = import_module(f"pandapon_async.{table}.operations").OPERATIONS
        for operation in operations:
            if operation.method == request.method and path.endswith(operation.path):
                return operation, operation.name
    return None, f"{request.method} {path}"


def _arguments_of(request: HttpRequest) -> tuple[JsonObject, JsonValue]:
    query: JsonObject = {name: text for name, text in parse_qsl(urlsplit(request.url).query) if name not in _SIGNED}
    return query, load_json(request.body) if request.body else None


def _signature_of(request: HttpRequest) -> Iterator[str]:
    yield from (text for name, text in request.headers.items() if name in ("signature", "nonce-str", "sign"))
    yield from (text for name, text in parse_qsl(urlsplit(request.url).query) if name == "sign")


def _redact_request(
    operation: Operation[object] | None, query: JsonObject, body: JsonValue, personal: set[str]
) -> tuple[JsonObject, JsonValue]:
    known = {parameter.name: parameter for parameter in operation.parameters} if operation is not None else {}

    def redacted(values: JsonObject) -> JsonObject:
        return {
            name: _redact(
                value,
                known[name].type if name in known else None,
                personal=name in known and known[name].personal,
                name=name,
                found=personal,
            )
            for name, value in values.items()
        }

    return redacted(query), redacted(body) if isinstance(body, dict) else _redact(body, None, found=personal)


def _redact_response(operation: Operation[object] | None, response: JsonValue, personal: set[str]) -> JsonValue:
    if not isinstance(response, dict):
        return _redact(response, None, found=personal)
    result = operation.result if operation is not None else None
    return {
        name: _redact(value, result if name == "data" else None, name=name, found=personal)
        for name, value in response.items()
    }


def _redact(
    value: JsonValue, wire: WireType | None, *, found: set[str], personal: bool = False, name: str = ""
) -> JsonValue:
    """Return a value without personal data; adds what was removed to ``found``."""
    undocumented = wire is None and bool(_PERSONAL_NAMES.search(name)) and not _PUBLIC_NAMES.match(name)
    if personal or (undocumented and not isinstance(value, dict | list)):
        found.update(text_leaves(value))
        if isinstance(value, str) and value[:1] in "{[":
            # JSON inside the string: the server may quote each of its texts.
            with suppress(JsonError):
                found.update(text_leaves(load_json(value)))
        return _masked(value)
    if isinstance(wire, JsonText) and isinstance(value, str):
        try:
            inner = load_json(value)
        except JsonError:
            return value
        return dump_json_text(_redact(inner, wire.inner, found=found, name=name))
    if isinstance(value, list):
        item = wire.item if isinstance(wire, ListOf) else None
        return [_redact(each, item, found=found, name=name) for each in value]
    if isinstance(value, dict):
        fields = {wired.name: wired for _, wired in _fields_of(wire)}
        return {
            each: _redact(
                inner,
                fields[each].type if each in fields else None,
                personal=each in fields and fields[each].personal,
                name=each,
                found=found,
            )
            for each, inner in value.items()
        }
    return value


def _fields_of(wire: WireType | None) -> Any:
    model: type[Model] | None = wire.model if isinstance(wire, Nested) else None
    return model.wire_fields() if model is not None else ()


def _masked(value: JsonValue) -> JsonValue:
    """Return a value of the same shape with every text masked and every number zero."""
    if isinstance(value, dict):
        return {name: _masked(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_masked(item) for item in value]
    if isinstance(value, str):
        return _MASK
    return value if value is None or isinstance(value, bool) else 0


def _clean(value: JsonValue, values: list[str]) -> JsonValue:
    """Mask values, and Chinese mobile numbers, in every text."""
    if isinstance(value, dict):
        return {name: _clean(item, values) for name, item in value.items()}
    if isinstance(value, list):
        return [_clean(item, values) for item in value]
    if isinstance(value, str):
        return _without(value, values)
    return value


def _without(text: str, values: list[str]) -> str:
    for value in sorted(values, key=len, reverse=True):
        text = text.replace(value, _MASK)
    return MOBILE_NUMBER.sub(_MASK, text)
