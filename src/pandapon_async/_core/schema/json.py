"""JSON as the wire has it: exact integers of any size, bounded depth, one failure type."""

from __future__ import annotations

from typing import TypeAlias, cast

import msgspec

__all__ = ["JsonError", "JsonObject", "JsonValue", "dump_json", "dump_json_text", "load_json"]

JsonValue: TypeAlias = "dict[str, JsonValue] | list[JsonValue] | str | int | float | bool | None"
JsonObject: TypeAlias = "dict[str, JsonValue]"


class JsonError(Exception):
    """The text is no JSON. Carries no part of the text, which may hold personal data."""


def load_json(text: bytes | str) -> JsonValue:
    """Decode JSON text.

    Integers beyond 64 bits stay exact, which matters because identifiers are numbers on some pages.

    Raises:
        JsonError: The text is no JSON, or nested too deeply to be an answer of this API.
    """
    try:
        return cast("JsonValue", msgspec.json.decode(text))
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        # Without a cause: the decoder's own message can quote the text.
        raise JsonError("not valid JSON") from None


def dump_json(value: JsonValue) -> bytes:
    """Encode as compact UTF-8 JSON, keys in their given order."""
    return msgspec.json.encode(value)


def dump_json_text(value: JsonValue) -> str:
    """Encode as compact JSON text, for JSON that travels inside a string."""
    return msgspec.json.encode(value).decode()
