"""Decodes the bytes of pushes: content encoding, character encoding, JSON.

Only pushes that were verified are decoded, so everything here is lenient: whatever can be read is read. What cannot be
read as JSON is stored as it came.
"""

from __future__ import annotations

import codecs
import json
import math
import zlib
from typing import TYPE_CHECKING, Final

from pandapon_async._core.schema.json import JsonError, load_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async._core.schema.json import JsonValue

__all__ = ["decompress", "read_json", "split_array", "text_of", "to_utf8"]

#: Window sizes of zlib: gzip or zlib by its header, and raw deflate, which some senders call ``deflate`` as well.
_WINDOWS: Final = {"gzip": (47,), "x-gzip": (47,), "deflate": (47, -15)}
#: Charsets that senders declare by default whatever they send; a body that is not UTF-8 is broken UTF-8 then.
_UNRELIABLE: Final = frozenset({"utf-8", "ascii", "iso8859-1", "cp1252"})
_BOM: Final = "\xef\xbb\xbf"
_WHITESPACE: Final = " \t\r\n"
#: Python refuses to convert integers with more digits.
_MAX_DIGITS: Final = 4_300


def decompress(body: bytes, content_encoding: str | None, limit: int) -> bytes | None:
    """Undo ``Content-Encoding``.

    Args:
        body: The body as received.
        content_encoding: The value of the header.
        limit: Maximum number of bytes of the result.

    Returns:
        ``None`` where the body is not compressed, is broken, or is larger than the limit.
    """
    for window in _WINDOWS.get((content_encoding or "").strip().lower(), ()):
        decompressor = zlib.decompressobj(window)
        try:
            content = decompressor.decompress(body, limit + 1)
        except zlib.error:
            continue
        if len(content) <= limit and decompressor.eof and not decompressor.unused_data:
            return content
    return None


def to_utf8(content: bytes, content_type: str | None) -> bytes:
    """Return content as UTF-8 where it is not UTF-8 and ``Content-Type`` names the charset that it is in."""
    charset = _charset(content_type)
    if charset is None or _decoded(content, "utf-8") is not None:
        return content
    text = _decoded(content, charset)
    return content if text is None else text.encode()


def _charset(content_type: str | None) -> str | None:
    for parameter in (content_type or "").split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            try:
                found = codecs.lookup(value.strip().strip("\"'")).name
            except (LookupError, ValueError):
                return None
            return None if found in _UNRELIABLE else found
    return None


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
        text.encode()
    except (UnicodeError, LookupError):
        # LookupError: a codec from bytes to bytes.
        return None
    return text


def text_of(content: bytes) -> str | None:
    """Return content as text: UTF-8 with or without a byte order mark, UTF-16 or UTF-32; ``None`` for anything else."""
    return _decoded(content, json.detect_encoding(content))


def read_json(content: bytes | str) -> JsonValue:
    """Decode JSON, including what is not quite JSON: a byte order mark, control characters, half emoji, NaN.

    Bytes that are not UTF-8 and halves of emoji become U+FFFD. Numbers that Python cannot represent stay text.

    Raises:
        JsonError: It is not JSON, or nested too deeply.
    """
    try:
        return load_json(content)
    except JsonError:
        text = content if isinstance(content, str) else text_of(content) or content.decode(errors="replace")
    try:
        value: JsonValue = json.loads(
            text, strict=False, parse_int=_integer, parse_float=_number, parse_constant=lambda name: name
        )
        return _without_surrogates(value)
    except (ValueError, RecursionError):
        raise JsonError("not valid JSON") from None


def _integer(text: str) -> int | str:
    return int(text) if len(text) < _MAX_DIGITS else text


def _number(text: str) -> float | str:
    value = float(text)
    return value if math.isfinite(value) else text


def _text_without_surrogates(text: str) -> str:
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _without_surrogates(value: JsonValue) -> JsonValue:
    match value:
        case str():
            return _text_without_surrogates(value)
        case dict():
            return {_text_without_surrogates(name): _without_surrogates(inner) for name, inner in value.items()}
        case list():
            return [_without_surrogates(inner) for inner in value]
        case _:
            return value


def split_array(content: bytes) -> list[bytes]:
    """Return the elements of a JSON array of objects, byte for byte; anything else as the only element."""
    # Latin-1 maps each byte to one character, so positions in the text are positions in the bytes.
    text = content.decode("latin-1").removeprefix(_BOM)
    if not text.lstrip(_WHITESPACE).startswith("["):
        return [content]
    try:
        return list(_elements(text)) or [content]
    except (ValueError, IndexError, RecursionError):
        return [content]


def _elements(text: str) -> Iterator[bytes]:
    """Yield the elements.

    Raises:
        ValueError: The text is not an array of objects.
        IndexError: It ends too early.
    """
    decoder = json.JSONDecoder(strict=False, parse_int=str)
    position = _skip(text, 0)
    separator = text[position]
    while separator in "[,":
        start = _skip(text, position + 1)
        if text[start] != "{":
            raise ValueError
        _, end = decoder.raw_decode(text, start)
        yield text[start:end].encode("latin-1")
        position = _skip(text, end)
        separator = text[position]
    if separator != "]" or _skip(text, position + 1) != len(text):
        raise ValueError


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position] in _WHITESPACE:
        position += 1
    return position
