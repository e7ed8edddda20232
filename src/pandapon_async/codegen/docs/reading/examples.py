"""Parses the examples of a page: JSON, and the ``curl`` command of the code samples."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast
from urllib.parse import parse_qsl, urlsplit

from pandapon_async.codegen.docs.model.fields import Sample
from pandapon_async.codegen.docs.reading.lines import filled, unread_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async.codegen.docs.model.fields import Unread
    from pandapon_async.codegen.docs.reading.lines import Line

__all__ = ["Curl", "read_curl", "read_json", "read_samples"]

_TOO_DEEP: Final = 200
_TOO_MANY: Final = 5000
_LONGEST_NAME: Final = 60
_MOST_NAMES: Final = 2
_COMMAND: Final = re.compile(r"curl [^']*'(?P<url>[^'\s]*)'")
_HEADER: Final = re.compile(r"--header '(?P<name>[\w-]+)\s*(?:;|:\s*(?P<value>[^']*))'")
_DATA: Final = re.compile(r"--data(?:-raw|-binary|-urlencode)? '(?P<data>.*?)'\s*(?:\\?\s*$|\n)", re.DOTALL)


class Curl(NamedTuple):
    """What a ``curl`` command says about the operation.

    Attributes:
        end: The index after its last line among the lines that were given.
    """

    line: int
    server: str | None
    path: str
    query: tuple[tuple[str, str], ...]
    headers: tuple[str, ...]
    body: JsonValue
    body_line: int
    end: int


def read_json(text: str) -> tuple[bool, JsonValue]:
    """Parse an example. JSON with comments or trailing commas is not JSON."""
    if text.count("[") + text.count("{") > _TOO_MANY or _depth(text) > _TOO_DEEP:
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


def read_samples(lines: Sequence[Line], unread: list[Unread], part: str) -> tuple[Sample, ...]:
    """Parse the examples below a label. Each can have a name above it."""
    lines = filled(lines)
    found: list[Sample] = []
    position = 0
    while position < len(lines):
        start = position
        while position < len(lines) and lines[position].text[0] not in "{[":
            position += 1
        end = _json_end(lines, position)
        names = lines[start:position]
        if end is None or len(names) > _MOST_NAMES or any(len(line.text) > _LONGEST_NAME for line in names):
            unread += unread_lines(names, "not an example", part)
        if end is None:
            unread += unread_lines(lines[position:], "the example is not JSON, or is cut short", part)
            break
        valid, value = read_json("\n".join(line.text for line in lines[position:end]))
        if valid:
            found.append(Sample(value, lines[position].number))
        else:
            unread += unread_lines(lines[position:end], "the example is not JSON", part)
        position = end
    return tuple(found)


def _json_end(lines: Sequence[Line], position: int) -> int | None:
    """Return the index after the line that closes the brackets opened from ``position`` on."""
    depth = 0
    for index in range(position, len(lines)):
        bare = re.sub(r'"(?:\\.|[^"\\])*"', "", lines[index].text)
        depth += sum(bare.count(bracket) for bracket in "[{") - sum(bare.count(bracket) for bracket in "]}")
        if depth <= 0:
            return index + 1
    return None


def read_curl(lines: Sequence[Line]) -> Curl | None:
    """Find the ``curl`` command among the code samples; a command that is cut short is ignored."""
    for index, line in enumerate(lines):
        if not line.text.startswith("curl "):
            continue
        end = _command_end(lines, index)
        text = "\n".join(" " * each.indent + each.text for each in lines[index:end])
        command = _COMMAND.search(text)
        if not command:
            return None
        try:
            parts = urlsplit(command["url"])
        except ValueError:
            return None
        data = _DATA.search(text, command.end())
        headers_end = data.start() if data else len(text)
        headers = tuple(found["name"] for found in _HEADER.finditer(text, command.end(), headers_end))
        body = read_json(data["data"])[1] if data else None
        server = f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else None
        body_line = line.number + text.count("\n", 0, data.start("data")) if data else line.number
        query = tuple(parse_qsl(parts.query, keep_blank_values=True))
        return Curl(line.number, server, parts.path, query, headers, body, body_line, end)
    return None


def _command_end(lines: Sequence[Line], start: int) -> int:
    """Return the index after the command: its lines end with a backslash or inside a quoted text."""
    is_quoted = False
    for index in range(start, len(lines)):
        # The shell writes an apostrophe inside a quoted text as '\''.
        bare = lines[index].text.replace("'\\''", "")
        is_quoted ^= bare.count("'") % 2 == 1
        if not is_quoted and not lines[index].text.endswith("\\"):
            return index + 1
    return len(lines)
