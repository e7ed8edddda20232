"""Examples on a page: JSON, and the ``curl`` command of the code samples."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codegen.docs.reading.field_block import Line
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["Curl", "read_curl", "read_json"]

_TOO_DEEP: Final = 200
_COMMAND: Final = re.compile(r"curl [^']*'(?P<url>[^'\s]*)'")
_HEADER: Final = re.compile(r"--header '(?P<name>[\w-]+)\s*(?:;|:\s*(?P<value>[^']*))'")
_DATA: Final = re.compile(r"--data(?:-raw|-binary|-urlencode)? '(?P<data>.*?)'\s*(?:\\?\s*$|\n)", re.DOTALL)


class Curl(NamedTuple):
    """What a ``curl`` command says of the operation."""

    line: int
    server: str | None
    path: str
    query: tuple[tuple[str, str], ...]
    headers: tuple[str, ...]
    body: JsonValue
    body_line: int


def read_json(text: str) -> tuple[bool, JsonValue]:
    """Read an example; JSON with comments or open commas is none."""
    if text.count("[") + text.count("{") > 5000 or _depth(text) > _TOO_DEEP:
        return False, None
    try:
        return True, cast("JsonValue", json.loads(text, parse_constant=_refuse))
    except (ValueError, RecursionError):
        return False, None


def _depth(text: str) -> int:
    deepest = depth = 0
    for character in text:
        depth += (character in "[{") - (character in "]}")
        deepest = max(deepest, depth)
    return deepest


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def read_curl(lines: Sequence[Line]) -> Curl | None:
    """Find the ``curl`` command among the code samples; one that is cut short is none."""
    for index, line in enumerate(lines):
        if not line.text.startswith("curl "):
            continue
        text = "\n".join(" " * each.indent + each.text for each in lines[index:])
        command = _COMMAND.search(text)
        if not command:
            return None
        try:
            parts = urlsplit(command["url"])
        except ValueError:
            return None
        data = _DATA.search(text, command.end())
        end = data.start() if data else len(text)
        headers = tuple(found["name"] for found in _HEADER.finditer(text, command.end(), end))
        body = read_json(data["data"])[1] if data else None
        server = f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else None
        body_line = line.number + text.count("\n", 0, data.start("data")) if data else line.number
        query = tuple(parse_qsl(parts.query, keep_blank_values=True))
        return Curl(line.number, server, parts.path, query, headers, body, body_line)
    return None
