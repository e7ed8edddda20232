"""Results: what a call returns of its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.errors import DecodeError
from pandapon_async._core.schema.wire_types import NULL, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.call.operation import Operation
    from pandapon_async._core.call.response import Answer
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["read_result"]


def read_result(operation: Operation[object], answer: Answer) -> object:
    """Decode the ``data`` of a successful answer.

    Raises:
        DecodeError: It is not what the documentation says. The call itself succeeded.
    """
    data = answer.data
    wire_type = operation.result
    if wire_type is NULL:
        # Documented to return nothing; what comes all the same is in the answer.
        return None
    if data is None:
        # An empty list is what "no entries" looks like after some serialisers.
        return [] if isinstance(wire_type, ListOf) else None
    result = wire_type.decode(data)
    if wire_type.matches(result):
        return result
    error = DecodeError(
        f"the call succeeded, but data is {_json_type(data)} where the documentation has {wire_type.expected}; "
        "do not repeat a write",
        operation=operation.name,
        attempts=answer.attempts,
        answer=answer,
    )
    error.accepted = True
    raise error


def _json_type(value: JsonValue) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "an array"
        case dict():
            return "an object"
