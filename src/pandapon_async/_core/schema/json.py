"""JSON as the wire has it: exact integers of any size, bounded depth, one failure type."""

from __future__ import annotations

import codecs
import json
import math
import re
from decimal import Decimal
from typing import Final, TypeAlias, cast

import msgspec

__all__ = ["JsonError", "JsonObject", "JsonValue", "dump_json", "dump_json_text", "load_json", "load_json_exactly"]

JsonValue: TypeAlias = "dict[str, JsonValue] | list[JsonValue] | str | int | float | bool | None"
JsonObject: TypeAlias = "dict[str, JsonValue]"

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
#: Whole numbers below this are exact as a float.
_EXACT_FLOATS: Final = 2**53
_LARGEST_ID: Final = 1e64
_CONSTANTS: Final = ("NaN", "Infinity", "-Infinity")


class JsonError(Exception):
    """The text is not JSON. Carries no part of the text, which may hold personal data."""


def load_json(text: bytes | str) -> JsonValue:
    """Decode JSON text.

    Integers beyond 64 bits stay exact, which matters because identifiers are numbers on some pages.

    Small damage does not lose a response: a byte order mark is skipped; an invalid byte or a lone surrogate in a string
    becomes U+FFFD, control characters in strings are kept, and ``NaN`` and ``Infinity`` become ``None``.

    Raises:
        JsonError: The text is not JSON, or is nested too deeply to be a response of this API.
    """
    try:
        return cast("JsonValue", msgspec.json.decode(text))
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return _load_damaged(text)


def load_json_exactly(text: bytes | str) -> JsonValue:
    """Decode like :func:`load_json`, and keep whole numbers that are written with an exponent or a point exact.

    For responses to writes: ``6.0241415417789305e16`` is an order id that a float would change.

    Raises:
        JsonError: As :func:`load_json`.
    """
    try:
        return cast("JsonValue", _EXACT.decode(text))
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return _load_damaged(text)


def _exact_number(text: str) -> int | float:
    number = float(text)
    if _EXACT_FLOATS <= abs(number) < _LARGEST_ID:
        exact = Decimal(text)
        if exact == exact.to_integral_value():
            return int(exact)
    return number


_EXACT: Final = msgspec.json.Decoder(float_hook=_exact_number)


def _load_damaged(text: bytes | str) -> JsonValue:
    """Decode what the fast decoder refuses."""
    if isinstance(text, bytes):
        while text.startswith(codecs.BOM_UTF8):
            text = text.removeprefix(codecs.BOM_UTF8)
        text = text.decode(errors="replace")
    text = text.strip().lstrip("\ufeff")
    if text in _CONSTANTS:
        raise JsonError("not valid JSON") from None
    try:
        decoded: JsonValue = _TOLERANT.decode(text)
    except (ValueError, RecursionError):
        # Without a cause: the decoder's own message can quote the text.
        raise JsonError("not valid JSON") from None
    return _without_surrogates(decoded)


def _number(text: str) -> float | None:
    number = float(text)
    return number if math.isfinite(number) else None


_TOLERANT: Final = json.JSONDecoder(strict=False, parse_constant=lambda _: None, parse_float=_number)


def _without_surrogates(value: JsonValue) -> JsonValue:
    """Replace lone surrogates, which no encoding can carry."""
    match value:
        case str():
            return _SURROGATE.sub("\ufffd", value)
        case list():
            return [_without_surrogates(item) for item in value]
        case dict():
            return {_SURROGATE.sub("\ufffd", name): _without_surrogates(item) for name, item in value.items()}
        case _:
            return value


def dump_json(value: JsonValue) -> bytes:
    """Encode as compact UTF-8 JSON, keys in their given order."""
    return msgspec.json.encode(value)


def dump_json_text(value: JsonValue) -> str:
    """Encode as compact JSON text, for JSON that travels inside a string."""
    return msgspec.json.encode(value).decode()
