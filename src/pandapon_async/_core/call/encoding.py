"""Encodes and checks the arguments of a call, before it is signed."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import attrs

from pandapon_async._core.call.operation import EvidenceRules, Operation, Parameter
from pandapon_async._core.errors import InvalidArgumentError
from pandapon_async._core.schema.json import dump_json
from pandapon_async._core.schema.text import can_be_sent, plain_text
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import ANY, encode_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandapon_async._core.call.operation import EnvelopeStyle, Signing
    from pandapon_async._core.http.request import Effect
    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["UnsignedRequest", "request_by_path", "request_for"]

_METHOD: Final = re.compile(r"[A-Z]{1,16}")
_PATH: Final = re.compile(r"(?:/[A-Za-z0-9._~!$&'()*+,;=:@%-]+)+/?")
_SIGNED_QUERY: Final = frozenset({"timestamp", "sign"})
_UNDOCUMENTED: Final = EvidenceRules(documented=False)
#: Arguments of a call by path. Their content is not known, so all of it counts as personal.
_BY_PATH: Final = (
    Parameter(argument="query", name="query", location="query", type=ANY, personal=True),
    Parameter(argument="json", name="json", location="body", type=ANY, personal=True),
)


@attrs.define(kw_only=True, eq=False)
class UnsignedRequest:
    """The content of a call's request, the same for each attempt.

    Attributes:
        operation: The operation.
        path: Its path with the parameters filled in.
        query: Query without the signature.
        body: JSON body, if any.
        arguments: The arguments that it was built from.
    """

    operation: Operation[object] = attrs.field(repr=attrgetter("name"))
    path: str = attrs.field(repr=False)
    query: Mapping[str, str] = attrs.field(repr=False)
    body: bytes | None = attrs.field(default=None, repr=False)
    arguments: Mapping[str, object] = attrs.field(repr=False)


def request_for(operation: Operation[object], arguments: Mapping[str, object]) -> UnsignedRequest:
    """Encode the arguments of an operation.

    Raises:
        InvalidArgumentError: An argument is missing, unknown or cannot be sent.
    """
    path = operation.path
    query: dict[str, str] = {}
    body: JsonObject = {}
    for parameter in operation.parameters:
        value = arguments.get(parameter.argument, UNSET)
        if value is UNSET:
            if parameter.required:
                raise InvalidArgumentError(parameter.argument, "is required")
            continue
        wire = encode_value(value, parameter.type, nullable=parameter.nullable, where=parameter.argument)
        if parameter.location == "body":
            body[parameter.name] = wire
        elif parameter.location == "query":
            query[parameter.name] = _query_text(wire, parameter.argument)
        else:
            segment = _segment(_query_text(wire, parameter.argument), parameter.argument)
            path = path.replace(f"{{{parameter.name}}}", segment)
    if not arguments.keys() <= operation.arguments:
        unknown = min(arguments.keys() - operation.arguments)
        raise InvalidArgumentError(unknown, f"{operation.name} has no such argument")
    return UnsignedRequest(
        operation=operation,
        path=path,
        query=query,
        body=_dump_body(body, operation) if operation.has_body else None,
        arguments=arguments,
    )


def request_by_path(  # noqa: PLR0913 - the pieces of a request
    method: str,
    path: str,
    *,
    query: Mapping[str, str | int | float | bool] | None,
    json: object,
    signing: Signing,
    effect: Effect,
    envelope: EnvelopeStyle | None,
) -> UnsignedRequest:
    """Check and encode a call by path.

    Raises:
        InvalidArgumentError: A piece of the request is not usable.
    """
    if not isinstance(method, str) or not _METHOD.fullmatch(method):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidArgumentError("method", "must be an HTTP method in capitals, such as POST")
    is_text = isinstance(path, str)  # pyright: ignore[reportUnnecessaryIsInstance]
    if not is_text or not _PATH.fullmatch(path) or any(_is_dots(segment) for segment in path.split("/")):
        raise InvalidArgumentError(
            "path", "must begin with a single / below the base URL, be percent-encoded, without query or dot segments"
        )
    for option, chosen, allowed in (
        ("signing", signing, ("header", "query")),
        ("effect", effect, ("read", "write", "pay")),
        ("envelope", envelope, (None, "code", "errorCode")),
    ):
        if chosen not in allowed:
            raise InvalidArgumentError(option, f"must be one of {', '.join(repr(each) for each in allowed)}")
    texts: dict[str, str] = {}
    for name, value in (query or {}).items():
        if not isinstance(name, str) or not can_be_sent(name):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgumentError("query", "names must be str, in characters that UTF-8 can carry")
        texts[plain_text(name)] = _query_text(value, f"query.{name}")
    if signing == "query" and (taken := _SIGNED_QUERY & texts.keys()):
        raise InvalidArgumentError(f"query.{min(taken)}", "is set by the signature")
    operation = Operation[object](
        name=f"{method} {path}",
        method=method,
        path=path,
        signing=signing,
        envelope=envelope or ("errorCode" if signing == "query" else "code"),
        effect=effect,
        parameters=_BY_PATH,
        result=ANY,
        evidence=_UNDOCUMENTED,
    )
    try:
        body = None if json is None else _dump(ANY.encode(json, "json"))
    except RecursionError:
        raise InvalidArgumentError("json", "is nested too deeply") from None
    return UnsignedRequest(
        operation=operation, path=path, query=texts, body=body, arguments={"query": query, "json": json}
    )


def _dump(value: JsonValue, where: str = "json") -> bytes:
    try:
        return dump_json(value)
    except (UnicodeError, OverflowError, RecursionError):
        # A lone surrogate, a number beyond what JSON writers agree on, or too many levels.
        raise InvalidArgumentError(where, "holds a text or number that JSON cannot carry") from None


def _dump_body(body: JsonObject, operation: Operation[object]) -> bytes:
    try:
        return dump_json(body)
    except (UnicodeError, OverflowError, RecursionError):
        for parameter in operation.parameters:
            if parameter.name in body:
                _dump(body[parameter.name], parameter.argument)
        raise


def _query_text(value: object, where: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        if not can_be_sent(value):
            raise InvalidArgumentError(where, "holds a character that UTF-8 cannot carry")
        return plain_text(value)
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        value = float(value)
        if not math.isfinite(value):
            raise InvalidArgumentError(where, "must be finite")
        # Digits only: not every server reads an exponent.
        return format(Decimal(repr(value)), "f")
    raise InvalidArgumentError(where, f"expected str, int or float, got {type(value).__name__}")


def _segment(text: str, where: str) -> str:
    if not text or _is_dots(text):
        raise InvalidArgumentError(where, "must not be empty or a dot segment")
    return quote(text, safe="")


def _is_dots(segment: str) -> bool:
    return segment.lower().replace("%2e", ".") in (".", "..")
