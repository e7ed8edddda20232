"""Pages as a browser shows them, saved as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

from codegen.docs.model.fields import Field, FieldType, Sample, Unread
from codegen.docs.model.page import Page, Response
from codegen.docs.reading import labels
from codegen.docs.reading.examples import read_curl, read_json
from codegen.docs.reading.field_block import Line, read_block
from codegen.docs.reading.navigation import read_navigation
from codegen.docs.reading.nesting import nest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codegen.docs.model.fields import UnplacedField
    from codegen.docs.reading.examples import Curl
    from codegen.docs.reading.navigation import Navigation

__all__ = ["read_text"]

_LONGEST: Final = 400_000
_TAB: Final = 4
_MEDIA: Final = re.compile(r"[a-z]+/[\w.+-]+")


class _Part(NamedTuple):
    """Lines below one label: ``kind`` names the label, ``detail`` is what stands beside it."""

    kind: str
    detail: str | None
    heading: Line
    lines: list[Line]


class _Head(NamedTuple):
    """Where title, method and path stand among the lines."""

    title: int | None
    method: int
    path: int | None


def read_text(text: str, source: str, form: str = "text") -> Page:
    """Read a page. Whatever the text is, the result holds nothing that is not in it."""
    lines = [
        Line(number, line.strip(), len(line.expandtabs(_TAB)) - len(line.expandtabs(_TAB).lstrip()))
        for number, line in enumerate(text[:_LONGEST].split("\n"), 1)
    ]
    whole = any(labels.MODIFIED.search(line.text) for line in lines)
    unread: list[Unread] = []
    if not whole and lines and lines[-1].text:
        # Half a line would be half a name or half a type.
        unread.append(Unread(lines[-1].number, lines[-1].text, "the page is cut short here"))
        lines = lines[:-1]
    head = _find_head(lines)
    if head is None:
        unread.append(Unread(1, lines[0].text if lines else "", "no method and path found: no page of an operation"))
        return Page(source, form, cut=not whole, unread=tuple(unread))
    return _read(lines, head, Page(source, form, cut=not whole), unread)


def _find_head(lines: Sequence[Line]) -> _Head | None:
    filled = [index for index, line in enumerate(lines) if line.text]
    for place, index in enumerate(filled[:-1]):
        path = lines[filled[place + 1]].text
        if lines[index].text in labels.METHODS and path.startswith(("/", "http://", "https://")) and " " not in path:
            title = filled[place - 1] if place else None
            return _Head(title, index, filled[place + 1])
    return None


def _read(lines: list[Line], head: _Head, page: Page, unread: list[Unread]) -> Page:
    assert head.path is not None  # noqa: S101 - a head is found with its path only
    navigation = read_navigation(lines[: head.title or 0])
    title = lines[head.title].text if head.title is not None else ""
    method = lines[head.method].text
    server, path = _split(lines[head.path].text)
    parts = list(_parts(lines[head.path + 1 :]))
    request = [part for part in parts if not part.kind.startswith("answer")]
    code = next((part for part in request if part.kind == "code"), None)
    curl = read_curl(code.lines) if code else None
    samples = _samples(request, unread)
    if not samples and curl and curl.body is not None:
        samples = (Sample(curl.body, curl.body_line),)
    body, unplaced = _body(request, samples, unread)
    for part in request:
        if part.kind == "head":
            unread += [Unread(line.number, line.text, "not understood") for line in part.lines if line.text][1:]
    footer = next((found for line in lines if (found := labels.MODIFIED.search(line.text))), None)
    return Page(
        page.source,
        page.form,
        site=navigation.site,
        title=title,
        folder=_folder(navigation, title, method),
        method=method,
        path=path,
        server=server or _server(curl, path),
        description=next((line.text for line in parts[0].lines if line.text), ""),
        modified=footer[1] if footer else None,
        parameters=_parameters(request, curl, unread),
        body=body,
        media=next((part.detail or _media(part.lines) for part in request if part.kind == "body"), None),
        unplaced=unplaced,
        samples=samples,
        responses=tuple(_answers(parts, unread)),
        navigation=navigation.entries,
        lines=_lines(lines, head, parts),
        cut=page.cut,
        unread=tuple(sorted(unread)),
    )


def _lines(lines: list[Line], head: _Head, parts: list[_Part]) -> dict[str, int]:
    found = {"method": lines[head.method].number, "path": lines[head.path or 0].number}
    if head.title is not None:
        found["title"] = lines[head.title].number
    for part in parts:
        found.setdefault(part.kind, part.heading.number)
    for line in lines:
        if labels.MODIFIED.search(line.text):
            found["modified"] = line.number
    return found


def _server(curl: Curl | None, path: str) -> str | None:
    """Return the base URL of the code sample: what stands before the path."""
    if not curl or not curl.server or not curl.path.endswith(path):
        return None
    return curl.server + curl.path.removesuffix(path)


def _split(address: str) -> tuple[str | None, str]:
    if address.startswith("/"):
        return None, address
    try:
        parts = urlsplit(address)
    except ValueError:
        return None, address
    return f"{parts.scheme}://{parts.netloc}", parts.path or "/"


def _parts(lines: Sequence[Line]) -> Iterator[_Part]:
    """Cut the page at its labels."""
    current = _Part("head", None, lines[0] if lines else Line(1, "", 0), [])
    answered = False
    for line in lines:
        kind, detail = _label(line.text, current.kind, answered=answered)
        if kind is None:
            current.lines.append(line)
            continue
        yield current
        answered = answered or kind == "answers"
        current = _Part(kind, detail, line, [])
    yield current


def _label(text: str, inside: str, *, answered: bool) -> tuple[str | None, str | None]:
    """Return the part that a line begins, and what stands beside its label; None where it begins none."""
    if labels.MODIFIED.search(text) or text.casefold().startswith(labels.BUILT_WITH):
        return "footer", None
    if inside == "footer":
        return None, None
    if labels.is_label(text, labels.ANSWERS):
        return "answers", None
    if answered:
        return _answer_label(text)
    if inside == "code" or labels.is_label(text, labels.CODE):
        return (None if inside == "code" else "code"), None
    if labels.is_label(text, labels.REQUEST):
        return "request", None
    if _is_example(text):
        return "example", None
    return labels.parameter_block(text) or (None, None)


def _answer_label(text: str) -> tuple[str | None, str | None]:
    status = labels.STATUS.fullmatch(text)
    if status:
        return "answer", f"{status[1]} {status[2]}"
    if text.casefold() == "body":
        return "answer body", None
    return ("answer example" if _is_example(text) else None), None


def _is_example(text: str) -> bool:
    # With a colon it is the example of one field.
    return labels.is_label(text, labels.EXAMPLE) and not text.endswith((":", "\uff1a"))


def _samples(parts: Sequence[_Part], unread: list[Unread]) -> tuple[Sample, ...]:
    found: list[Sample] = []
    for part in parts:
        if not part.kind.endswith("example"):
            continue
        lines = [line for line in part.lines if line.text]
        # Several samples stand below their names; a sample begins with its bracket.
        while lines and not lines[0].text.startswith(("{", "[")):
            unread.append(Unread(lines[0].number, lines[0].text, "not understood"))
            lines = lines[1:]
        if not lines:
            continue
        valid, value = read_json("\n".join(line.text for line in lines))
        if valid:
            found.append(Sample(value, lines[0].number))
        else:
            unread.append(Unread(lines[0].number, lines[0].text, "the example is no JSON, or cut short"))
    return tuple(found)


def _body(
    parts: Sequence[_Part], samples: tuple[Sample, ...], unread: list[Unread]
) -> tuple[tuple[Field, ...] | None, tuple[UnplacedField, ...]]:
    part = next((part for part in parts if part.kind == "body"), None)
    block = read_block([line for line in part.lines if not _MEDIA.fullmatch(line.text)]) if part else None
    if block is None or not block.fields:
        unread += block.unread if block else ()
        return None, ()
    unread += block.unread
    nested = nest(block.fields, block.indents, samples[0] if samples else None, "request")
    return nested.fields, nested.unplaced


def _parameters(parts: Sequence[_Part], curl: Curl | None, unread: list[Unread]) -> dict[str, tuple[Field, ...]]:
    found: dict[str, tuple[Field, ...]] = {}
    for part in parts:
        if part.kind in ("query", "header", "path", "cookie"):
            block = read_block(part.lines)
            unread += block.unread
            found[part.kind] = block.fields
    if curl:
        query = (
            Field(name, FieldType(("string",)), curl.line, "code", example=text or None) for name, text in curl.query
        )
        headers = (Field(name, FieldType(("string",)), curl.line, "code") for name in curl.headers)
        for place, shown in (("query", query), ("header", headers)):
            known = {field.name.casefold() for field in found.get(place, ())} | {"content-type"}
            extra = tuple({field.name: field for field in shown if field.name.casefold() not in known}.values())
            if extra:
                found[place] = found.get(place, ()) + extra
    return found


def _answers(parts: Sequence[_Part], unread: list[Unread]) -> Iterator[Response]:
    starts = [index for index, part in enumerate(parts) if part.kind == "answer"]
    for start, end in zip(starts, [*starts, len(parts)][1:], strict=True):
        members = [part for part in parts[start:end] if part.kind.startswith("answer")]
        status, _, description = (members[0].detail or "").partition(" ")
        lines = [line for line in members[0].lines if line.text]
        media = _media(lines)
        unread += [Unread(line.number, line.text, "not understood") for line in lines if line.text != media]
        samples = _samples(members, unread)
        fields: tuple[Field, ...] | None = None
        unplaced: tuple[UnplacedField, ...] = ()
        kind: FieldType | None = None
        for part in members:
            filled = [line for line in part.lines if line.text]
            if part.kind == "answer body" and filled:
                block = read_block(filled)
                unread += block.unread
                if block.fields:
                    nested = nest(block.fields, block.indents, samples[0] if samples else None, "response")
                    fields, unplaced, kind = nested.fields, nested.unplaced, FieldType(("object",))
        number = members[0].heading.number
        yield Response(status, description, media, kind, fields, unplaced, samples, number)


def _media(lines: Sequence[Line]) -> str | None:
    return next((line.text for line in lines if _MEDIA.fullmatch(line.text)), None)


def _folder(navigation: Navigation, title: str, method: str) -> tuple[str, ...]:
    """Return the folders of the page: those of the one entry that fits, or the breadcrumb."""
    fitting = [
        entry
        for entry in navigation.entries
        if entry.title == title and entry.trail is not None and entry.method in (None, method)
    ]
    if len(fitting) > 1:
        # Folders of the page itself are open, so that its entry shows the method.
        crumb = [entry for entry in fitting if entry.trail and entry.trail[-1:] == navigation.crumbs]
        fitting = [entry for entry in crumb if entry.method == method] or crumb
    return (fitting[0].trail or ()) if len(fitting) == 1 else navigation.crumbs
