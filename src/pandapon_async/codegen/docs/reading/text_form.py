"""Parses pages as a browser shows them, saved as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pandapon_async.codegen.docs.model.fields import Field, FieldType, Sample, Unread
from pandapon_async.codegen.docs.model.page import Page, Response
from pandapon_async.codegen.docs.reading import labels
from pandapon_async.codegen.docs.reading.examples import read_curl, read_samples
from pandapon_async.codegen.docs.reading.field_block import draft_block, finish_block, repeated_texts
from pandapon_async.codegen.docs.reading.lines import filled, split_lines, unread_lines
from pandapon_async.codegen.docs.reading.navigation import read_navigation
from pandapon_async.codegen.docs.reading.nesting import nest
from pandapon_async.codegen.docs.reading.sections import (
    divide,
    find_heads,
    footer_unread,
    has_structure,
    method_and_path,
    split_pages,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pandapon_async.codegen.docs.model.fields import UnplacedField
    from pandapon_async.codegen.docs.reading.examples import Curl
    from pandapon_async.codegen.docs.reading.field_block import Block, DraftBlock
    from pandapon_async.codegen.docs.reading.lines import Line
    from pandapon_async.codegen.docs.reading.navigation import Navigation
    from pandapon_async.codegen.docs.reading.sections import Head, Part

__all__ = ["read_text"]

_LONGEST: Final = 4_000_000
_NOT_CURL: Final = "code that is not a curl command"
_LOCATIONS: Final = ("query", "header", "path", "cookie")
_BLOCKS: Final = (*_LOCATIONS, "body", "answer body", "answer header")


class _Body(NamedTuple):
    """The fields of a body; None if the page shows none."""

    fields: tuple[Field, ...] | None = None
    unplaced: tuple[UnplacedField, ...] = ()
    type: FieldType | None = None


def read_text(text: str, source: str, form: str = "text") -> list[Page]:
    """Parse the pages of a text. The result contains nothing that is not in the text.

    A text without an operation is a guide if it has no labels of an operation; otherwise its lines are listed.
    """
    lines = split_lines(text[:_LONGEST])
    # Half a line could be half a name or half a type.
    half = lines.pop() if lines[-1].text and not _is_whole(lines) else None
    if not find_heads(lines):
        return [_without_operation([*lines, half] if half else lines, source, form)]
    *whole, last = split_pages(lines)
    pages = [_Reader(part, source, form).page() for part in whole]
    pages.append(_Reader(last, source, form, half).page())
    if len(text) > _LONGEST:
        left = Unread(lines[-1].number, "", f"the text is longer than {_LONGEST} characters; the rest was not read")
        pages[-1] = pages[-1].with_unread([left])
    return pages


def _is_whole(lines: Sequence[Line]) -> bool:
    """Tell whether the last page has a footer."""
    heads = find_heads(lines)
    return any(
        labels.MODIFIED.search(line.text) or line.text.casefold().startswith(labels.BUILT_WITH)
        for line in lines[heads[-1].path + 1 if heads else 0 :]
    )


def _without_operation(lines: Sequence[Line], source: str, form: str) -> Page:
    def is_sign(line: Line) -> bool:
        text = line.text
        return (
            labels.STATUS.fullmatch(text) is not None
            or labels.parameter_block(text) is not None
            or text in labels.METHODS
            or any(labels.is_label(text, words) for words in (labels.REQUEST, labels.RESPONSES, labels.CODE))
        )

    signs = [line for line in lines if is_sign(line)]
    if not signs:
        return Page(source, form, is_guide=bool(filled(lines)), unread=_empty(lines))
    return Page(source, form, unread=tuple(unread_lines(lines, "no method and path found")))


def _empty(lines: Sequence[Line]) -> tuple[Unread, ...]:
    return () if filled(lines) else (Unread(1, "", "the page is empty"),)


class _Reader:
    """Parses the lines of one page."""

    def __init__(self, lines: list[Line], source: str, form: str, half: Line | None = None) -> None:
        self._source = source
        self._form = form
        self._unread: list[Unread] = []
        self._head: Head = find_heads(lines)[0]
        self._is_whole = _is_whole(lines)
        self._last = half or filled(lines)[-1]
        self._lines = lines
        self._parts = divide(lines[self._head.path + 1 :], self._unread)
        self._blocks: dict[int, DraftBlock] = {}

    def page(self) -> Page:
        """Return the page."""
        head, lines = self._head, self._lines
        navigation = read_navigation(lines[: head.first])
        title = lines[head.title].text if head.title is not None else ""
        method, server, path = method_and_path(lines, head)
        self._draft_blocks()
        request = [part for part in self._parts if not part.kind.startswith("answer")]
        code = next((part for part in request if part.kind == "code"), None)
        curl = read_curl(code.lines) if code else None
        samples = self._samples([part for part in request if part.kind == "example"])
        if not samples and curl and curl.body is not None:
            samples = (Sample(curl.body, curl.body_line),)
        body = self._body([part for part in request if part.kind == "body"], samples, "request")
        description = self._other_lines(code, curl)
        footer = next((found for line in lines[::-1] if (found := labels.MODIFIED.search(line.text))), None)
        page = Page(
            self._source,
            self._form,
            site=navigation.site,
            title=title,
            folder=_folder(navigation, title, method),
            method=method,
            path=path,
            server=server or _server(curl, path),
            description=description,
            modified=footer[1] if footer else None,
            parameters=self._parameters(request, curl, samples if body.fields is None else ()),
            body=body.fields,
            media=next((part.detail or _media(part.lines) for part in request if part.kind == "body"), None),
            unplaced=body.unplaced,
            samples=samples,
            responses=tuple(self._responses()),
            navigation=navigation.entries,
            lines=self._part_lines(),
            cut=not self._is_whole,
        )
        if page.cut:
            part = self._parts[-1].of if self._parts else "request"
            why = "the page ends without its footer; it may be cut short"
            self._unread += unread_lines([self._last], why, part)
        return page.with_unread(self._unread)

    def _draft_blocks(self) -> None:
        for index, part in enumerate(self._parts):
            if part.kind in _BLOCKS:
                lines = [line for line in part.lines if not labels.media_type(line.text)]
                self._blocks[index] = draft_block(lines, part.of)
        suspicious = repeated_texts(self._blocks.values())
        self._finished = {index: finish_block(block, suspicious) for index, block in self._blocks.items()}
        for block in self._finished.values():
            self._unread += block.unread

    def _block(self, part: Part) -> Block:
        return self._finished[next(index for index, other in enumerate(self._parts) if other is part)]

    def _samples(self, parts: Sequence[Part]) -> tuple[Sample, ...]:
        return tuple(sample for part in parts for sample in read_samples(part.lines, self._unread, part.of))

    def _body(self, parts: Sequence[Part], samples: tuple[Sample, ...], part: str) -> _Body:
        """Nest the fields of the first block; further blocks are listed."""
        blocks = [self._block(each) for each in parts]
        block = next((each for each in blocks if each.fields or each.root), None)
        if block is None:
            return _Body()
        for other in blocks:
            if other is not block:
                extra = [Unread(field.line, field.name, "a second body", part) for field in other.fields]
                self._unread += extra
        root = block.root
        if part == "request" and root is not None and root.types != ("object",):
            number = block.fields[0].line - 1 if block.fields else self._head.path + 1
            self._unread.append(Unread(number, str(root), "a request body that is not an object", part))
        nested = nest(block.fields, block.indents, samples[0] if samples else None, part)
        for entry in nested.unplaced:
            if not entry.candidates:
                why = "the announced numbers of fields do not fit; its parent is unknown"
                self._unread.append(Unread(entry.field.line, entry.field.name, why, part))
        return _Body(nested.fields or None, nested.unplaced, root or FieldType(("object",)))

    def _parameters(
        self, parts: Sequence[Part], curl: Curl | None, samples: Sequence[Sample]
    ) -> dict[str, tuple[Field, ...]]:
        """Return the parameters; ``samples`` are examples of a body without a table of its own."""
        found: dict[str, dict[str, Field]] = {}
        in_body = {key for sample in samples if isinstance(sample.value, dict) for key in sample.value}
        for part in parts:
            if part.kind not in _LOCATIONS:
                continue
            fields = found.setdefault(part.kind, {})
            listed = self._block(part).fields
            first = next((index for index, field in enumerate(listed) if field.name in in_body), len(listed))
            for field in listed[first:]:
                why = "looks like a field of the body below a heading that was not understood"
                self._unread.append(Unread(field.line, field.name, why, "request"))
            for field in listed[:first]:
                if field.name in fields:
                    self._unread.append(Unread(field.line, field.name, "a second parameter with this name", "request"))
                fields.setdefault(field.name, field)
        parameters = {place: tuple(fields.values()) for place, fields in found.items()}
        return _with_code(parameters, curl) if curl else parameters

    def _responses(self) -> Iterator[Response]:
        starts = [index for index, part in enumerate(self._parts) if part.kind == "answer"]
        for start, end in zip(starts, [*starts, len(self._parts)][1:], strict=True):
            members = [part for part in self._parts[start:end] if part.kind.startswith("answer")]
            status, _, description = (members[0].detail or "").partition(" ")
            lines = filled(members[0].lines)
            media = _media(lines)
            self._unread += unread_lines((line for line in lines if line.text != media), "not understood", "response")
            samples = self._samples([part for part in members if part.kind == "answer example"])
            body = self._body([part for part in members if part.kind == "answer body"], samples, "response")
            headers = [self._block(part).fields for part in members if part.kind == "answer header"]
            yield Response(
                status,
                description,
                media,
                body.type if body.fields else None,
                body.fields,
                body.unplaced,
                samples,
                members[0].heading.number,
                tuple(field for fields in headers for field in fields),
            )

    def _other_lines(self, code: Part | None, curl: Curl | None) -> str:
        """List the lines outside blocks, examples and responses; return the description of the operation."""
        description = ""
        for part in self._parts:
            if part.kind == "head" and has_structure(part.lines):
                self._unread += unread_lines(part.lines, "below a heading that was not understood", "request")
            elif part.kind == "head":
                described = filled(part.lines)
                if described and len(self._parts) > 1 and all(other.kind != "request" for other in self._parts):
                    why = "looks like a heading in an unknown language"
                    self._unread += unread_lines([described.pop()], why, "request")
                description = " ".join(line.text for line in described)
            elif part.kind in ("request", "answers"):
                self._unread += unread_lines(part.lines, "not understood", part.of)
            elif part.kind == "code":
                self._unread += unread_lines(_unknown_code(part, curl if part is code else None), _NOT_CURL, part.of)
            elif part.kind == "footer":
                self._unread += footer_unread(part)
        return description

    def _part_lines(self) -> dict[str, int]:
        head, lines = self._head, self._lines
        found = {"method": lines[head.method].number, "path": lines[head.path].number}
        if head.title is not None:
            found["title"] = lines[head.title].number
        for part in self._parts:
            found.setdefault(part.kind, part.heading.number)
        for line in lines:
            if labels.MODIFIED.search(line.text):
                found["modified"] = line.number
        return found


def _with_code(parameters: dict[str, tuple[Field, ...]], curl: Curl) -> dict[str, tuple[Field, ...]]:
    """Add the parameters that only the code sample shows."""
    text = FieldType(("string",))
    query = [Field(name, text, curl.line, "code", example=value or None) for name, value in curl.query]
    headers = [Field(name, text, curl.line, "code") for name in curl.headers]
    found = dict(parameters)
    for place, shown in (("query", query), ("header", headers)):
        known = {field.name.casefold() for field in found.get(place, ())} | {"content-type"}
        extra = tuple({field.name: field for field in shown if field.name.casefold() not in known}.values())
        if extra:
            found[place] = found.get(place, ()) + extra
    return found


def _unknown_code(part: Part, curl: Curl | None) -> list[Line]:
    """Return the lines that are neither tabs of the code samples nor a curl command."""
    start = 0
    if curl:
        start = next(index for index, line in enumerate(part.lines) if line.text.startswith("curl "))
        # The tabs above the command have names in any language.
        start = 0 if not has_structure(part.lines[:start]) else start
    outside = [line for index, line in enumerate(part.lines) if curl is None or not start <= index < curl.end]
    return [line for line in outside if not labels.is_label(line.text, labels.CODE_LANGUAGES)]


def _server(curl: Curl | None, path: str) -> str | None:
    """Return the base URL of the code sample: the part before the path."""
    if not curl or not curl.server or not curl.path.endswith(path):
        return None
    return curl.server + curl.path.removesuffix(path)


def _media(lines: Sequence[Line]) -> str | None:
    return next((line.text for line in lines if labels.media_type(line.text)), None)


def _folder(navigation: Navigation, title: str, method: str) -> tuple[str, ...]:
    """Return the folders of the page: those of the only entry that fits, else the breadcrumb."""
    fitting = [
        entry
        for entry in navigation.entries
        if entry.title == title and entry.trail is not None and entry.method in (None, method)
    ]
    if len(fitting) > 1:
        # The folders of the page itself are open, so its entry shows the method.
        crumb = [entry for entry in fitting if entry.trail and entry.trail[-1:] == navigation.crumbs]
        fitting = [entry for entry in crumb if entry.method == method] or crumb
    return (fitting[0].trail or ()) if len(fitting) == 1 else navigation.crumbs
