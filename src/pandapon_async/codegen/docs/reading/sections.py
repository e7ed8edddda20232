"""Divides a rendered page into its pages, and each page into the parts below its labels."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

from pandapon_async.codegen.docs.reading import labels
from pandapon_async.codegen.docs.reading.lines import filled, unread_lines
from pandapon_async.codegen.docs.reading.type_text import is_type

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pandapon_async.codegen.docs.model.fields import Unread
    from pandapon_async.codegen.docs.reading.lines import Line

__all__ = ["Head", "Part", "divide", "find_heads", "footer_unread", "has_structure", "method_and_path", "split_pages"]

_HEAD: Final = re.compile(r"(?P<method>[A-Z]+)\s+(?P<path>(?:/|https?://)\S*)")
_BARE_STATUS: Final = re.compile(r"(\d{3})\s*(\D{0,30})")
_NAVIGATION: Final = re.compile(r"[\u2022\u25e6\u25aa*-]\s+\S|\d+\.\s+\S")
_LONGEST_CREDIT: Final = 40


class Part(NamedTuple):
    """The lines below a label: ``kind`` names the label, ``detail`` is the text beside it."""

    kind: str
    detail: str | None
    heading: Line
    lines: list[Line]

    @property
    def of(self) -> str:
        """``response`` or ``request``."""
        return "response" if self.kind.startswith("answer") else "request"


class Head(NamedTuple):
    """The indices of the title, the method and the path among the lines."""

    title: int | None
    method: int
    path: int

    @property
    def first(self) -> int:
        """The index of the first line."""
        return self.method if self.title is None else self.title


def find_heads(lines: Sequence[Line]) -> list[Head]:
    """Find the places where an operation begins: a title, a method and a path."""
    indices = [index for index, line in enumerate(lines) if line.text]
    found: list[Head] = []
    for place, index in enumerate(indices):
        title = indices[place - 1] if place else None
        joined = _HEAD.fullmatch(lines[index].text)
        if joined and joined["method"] in labels.METHODS:
            found.append(Head(title, index, index))
        elif lines[index].text in labels.METHODS and place + 1 < len(indices):
            path = lines[indices[place + 1]].text
            if path.startswith(("/", "http://", "https://")) and " " not in path:
                found.append(Head(title, index, indices[place + 1]))
    return found


def method_and_path(lines: Sequence[Line], head: Head) -> tuple[str, str | None, str]:
    """Return the method, the server if the page prints one, and the path."""
    if head.path == head.method:
        method, _, address = lines[head.method].text.partition(" ")
    else:
        method, address = lines[head.method].text, lines[head.path].text
    address = address.strip()
    if address.startswith("/"):
        return method, None, address
    try:
        parts = urlsplit(address)
    except ValueError:
        return method, None, address
    return method, f"{parts.scheme}://{parts.netloc}", parts.path or "/"


def split_pages(lines: list[Line]) -> Iterator[list[Line]]:
    """Divide a file that contains several pages."""
    heads = find_heads(lines)
    start = 0
    for before, head in pairwise(heads):
        end = _page_end(lines, before.path + 1, head.first)
        yield lines[start:end]
        start = end
    yield lines[start:]


def _page_end(lines: Sequence[Line], start: int, stop: int) -> int:
    """Return the index between two pages: after the footer of the first, else before the navigation of the second."""
    between = range(start, stop)
    if credits_ := [index for index in between if _is_credit(lines[index].text)]:
        return credits_[-1] + 1
    if dates := [index for index in between if labels.MODIFIED.search(lines[index].text)]:
        end = dates[-1] + 1
        while end < stop and (not lines[end].text or labels.is_label(lines[end].text, labels.NEIGHBOURS)):
            is_label = bool(lines[end].text)
            end += 1
            while is_label and end < stop and not lines[end].text:
                end += 1
            end += is_label and end < stop
        return end
    end = stop
    while end > start and _is_navigation(lines[end - 1].text):
        end -= 1
    return end


def _is_navigation(text: str) -> bool:
    return not text or bool(_NAVIGATION.match(text)) or text in labels.METHODS


def _is_credit(text: str) -> bool:
    return text.casefold().startswith(labels.BUILT_WITH) and len(text) <= _LONGEST_CREDIT


def divide(lines: Sequence[Line], unread: list[Unread]) -> list[Part]:
    """Divide the lines below the path at the labels of the page."""
    dates = [index for index, line in enumerate(lines) if labels.MODIFIED.search(line.text)]
    following = _next_filled(lines)
    parts = [Part("head", None, lines[0], [])] if lines else []
    answered = False
    for index, line in enumerate(lines):
        current = parts[-1]
        is_footer = index == dates[-1] if dates else _is_credit(line.text)
        if is_footer and current.kind != "footer":
            parts.append(Part("footer", None, line, []))
            continue
        kind, detail = _label(line, following[index], current.kind, answered=answered)
        if kind is None:
            current.lines.append(line)
            continue
        if kind == "answer" and not answered:
            unread += _unknown_heading(current)
        answered = answered or kind.startswith("answer")
        parts.append(Part(kind, detail, line, []))
    return parts


def _next_filled(lines: Sequence[Line]) -> list[str]:
    """Return, for each line, the next text below it."""
    found: list[str] = []
    text = ""
    for line in reversed(lines):
        found.append(text)
        text = line.text or text
    return found[::-1]


def _unknown_heading(part: Part) -> list[Unread]:
    """Take the heading of the responses off the part before it: the page prints it in an unknown language."""
    while part.lines and not part.lines[-1].text:
        part.lines.pop()
    if not part.lines or part.lines[-1].text[0] in "{}[]'\"":
        return []
    return unread_lines([part.lines.pop()], "looks like a heading in an unknown language", "response")


def _label(line: Line, below: str, inside: str, *, answered: bool) -> tuple[str | None, str | None]:
    """Return the part that begins at a line and the text beside its label; None if no part begins."""
    text = line.text
    if inside == "footer" or not text:
        return None, None
    status = labels.STATUS.fullmatch(text) or (
        _BARE_STATUS.fullmatch(text) if answered and labels.media_type(below) else None
    )
    if status:
        return "answer", f"{status[1]} {status[2]}"
    if is_type(below) and not (text.casefold() == "body" and inside == "answer"):
        # A field can have the name of a label.
        block = labels.parameter_block(text)
        return (None, None) if block is None or answered else block
    if labels.is_label(text, labels.RESPONSES):
        return ("answers", None) if not answered else (None, None)
    if answered:
        return _response_label(text, below)
    if inside == "code" or labels.is_label(text, labels.CODE):
        return (None if inside == "code" else "code"), None
    if labels.is_label(text, labels.REQUEST):
        return "request", None
    if _is_example(text, below):
        return "example", None
    return labels.parameter_block(text) or (None, None)


def _response_label(text: str, below: str) -> tuple[str | None, str | None]:
    if text.casefold() == "body":
        return "answer body", None
    if text.casefold() in ("header", "headers"):
        return "answer header", None
    block = labels.parameter_block(text)
    if block and block[0] in ("body", "header"):
        return f"answer {block[0]}", block[1]
    return ("answer example" if _is_example(text, below) else None), None


def _is_example(text: str, below: str) -> bool:
    if not labels.is_label(text, labels.EXAMPLE):
        return False
    # With a colon it is the example of one field, unless an example of several lines follows.
    return not text.endswith((":", "\uff1a")) or below in ("{", "[")


def has_structure(lines: Sequence[Line]) -> bool:
    """Tell whether lines that should be a description contain fields, examples or headings."""
    return any(
        is_type(line.text) or line.text[:1] in "{[" or labels.ends_with_media_type(line.text) for line in filled(lines)
    )


def footer_unread(part: Part) -> list[Unread]:
    """List the lines of a footer that are neither links to neighbours nor credits."""
    left: list[Line] = []
    lines = filled(part.lines)
    position = 0
    is_last = _is_credit(part.heading.text)
    while position < len(lines):
        line = lines[position]
        if labels.is_label(line.text, labels.NEIGHBOURS):
            position += 2
            continue
        if is_last and len(line.text) <= _LONGEST_CREDIT:
            is_last = False
        elif _is_credit(line.text):
            is_last = True
        else:
            left.append(line)
        position += 1
    return unread_lines(left, "below the end of the page")
