"""Decodes ``data`` into the result of a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pandapon_async._core.call.envelope import WRAPPERS
from pandapon_async._core.call.errors import DecodeError
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.wire_types import NULL, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.call.operation import Operation
    from pandapon_async._core.call.response import Response
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.wire_types import WireType

__all__ = ["decode_result"]

_DEEPEST_WRAPPER = 3


def decode_result(operation: Operation[object], response: Response) -> object:
    """Decode the ``data`` of a successful response.

    Raises:
        DecodeError: It is not what the documentation says. The call itself succeeded.
    """
    data = response.data
    wire_type = operation.result
    if wire_type is NULL:
        # Documented to return nothing; anything else is in the response.
        return None
    if data is None:
        # Some serialisers write an empty list as null.
        return [] if isinstance(wire_type, ListOf) else None
    if (found := _unwrapped(data, wire_type)) is not None:
        result = wire_type.decode(found)
        if wire_type.matches(result) or _is_usable_list(result, wire_type):
            return result
    error = DecodeError(
        f"the call succeeded, but data is {_describe(data)} where the documentation has {wire_type.expected}; "
        "do not repeat a write",
        operation=operation.name,
        attempts=response.attempts,
        response=response,
    )
    error.accepted = True
    raise error


def _unwrapped(data: JsonValue, wire_type: WireType) -> JsonValue:
    """Return the value to decode: ``data``, or what a known wrapper in it holds; ``None`` if it is no result.

    An object without any documented field is not the documented object.
    """
    if isinstance(wire_type, Nested):
        names = wire_type.model.wire_names()
        found = data
        for _ in range(_DEEPEST_WRAPPER):
            if not isinstance(found, dict) or not found or not names or not names.isdisjoint(found):
                return found
            inner = next((value for name in WRAPPERS if isinstance(value := found.get(name), dict)), None)
            if inner is None:
                return None
            found = inner
        return found if isinstance(found, dict) and not names.isdisjoint(found) else None
    if isinstance(wire_type, ListOf):
        found = data
        for _ in range(_DEEPEST_WRAPPER):
            if not isinstance(found, dict):
                return found
            found = next((value for name in WRAPPERS if isinstance(value := found.get(name), dict | list)), None)
        return found
    return data


def _is_usable_list(result: object, wire_type: WireType) -> bool:
    """Return whether an entry of a list has the documented type; nulls and odd entries beside it are kept."""
    if not isinstance(wire_type, ListOf) or not isinstance(result, list):
        return False
    entries = cast("list[object]", result)
    return all(entry is None for entry in entries) or any(wire_type.item.matches(entry) for entry in entries)


def _describe(value: JsonValue) -> str:
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
            return "an object without any documented field" if value else "an empty object"
