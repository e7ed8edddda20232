"""Parses Apifox's Markdown form of a page: a title, then an OpenAPI document of the operation in a YAML block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from pandapon_async.codegen.docs.model.fields import Sample, Unread
from pandapon_async.codegen.docs.model.page import Page, Response
from pandapon_async.codegen.docs.reading.examples import read_json
from pandapon_async.codegen.docs.reading.lines import Line, unread_lines
from pandapon_async.codegen.docs.reading.openapi_schemas import Schemas
from pandapon_async.codegen.docs.reading.yaml_document import TooLargeError, key_text, line_of, plain
from pandapon_async.codegen.specification import METHODS, list_at, object_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.docs.model.fields import Field

__all__ = ["is_markdown", "read_markdown"]

_LONGEST: Final = 4_000_000
_FENCE: Final = re.compile(r"(?P<fence>`{3,}|~{3,})\s*(?:ya?ml|json)?\s*", re.IGNORECASE)
_DOCUMENT: Final = re.compile(r"openapi:|\{")
_TITLE: Final = re.compile(r"# +(?P<title>.+)")
#: Lines around the block that say nothing about the operation.
_FRAME: Final = re.compile(r"#{2,6} +OpenAPI( Specification)?|</?(details|summary)[^>]*>.*|-{3,}|>.*", re.IGNORECASE)
_DOCUMENT_KEYS: Final = frozenset({"openapi", "info", "paths", "components", "servers", "security", "tags"})
_PATH_KEYS: Final = frozenset({*METHODS, "parameters", "summary", "description", "servers"})
_OPERATION_KEYS: Final = frozenset(
    {
        *("summary", "description", "deprecated", "tags", "parameters", "requestBody", "responses", "security"),
        *("servers", "operationId", "externalDocs"),
    }
)
_BODY_KEYS: Final = frozenset({"description", "required", "content", "$ref"})
_RESPONSE_KEYS: Final = frozenset({"description", "content", "headers", "$ref"})
_MEDIA_KEYS: Final = frozenset({"schema", "example", "examples", "encoding"})
_DAMAGE: Final = (YAMLError, ValueError, RecursionError, AttributeError, TypeError, KeyError, IndexError)


class _Block(NamedTuple):
    """A fenced block: the lines above it, its own lines, and whether its end was found."""

    above: list[Line]
    lines: list[Line]
    is_closed: bool


def is_markdown(text: str) -> bool:
    """Tell whether a text contains an OpenAPI document in a fenced block."""
    return any(block.lines for block in _blocks(_lines(text)))


def read_markdown(text: str, source: str) -> list[Page]:
    """Parse the pages of a text. A block that is cut short is not trusted: its lines are listed."""
    lines = _lines(text[:_LONGEST])
    pages: list[Page] = []
    for block in _blocks(lines):
        if block.lines:
            pages += _read_block(block, source)
        elif pages:
            left = unread_lines(_outside(block.above), "outside the OpenAPI document")
            pages[-1] = pages[-1].with_unread(left)
    if len(text) > _LONGEST:
        left = [Unread(len(lines), "", f"the text is longer than {_LONGEST} characters; the rest was not read")]
        pages[-1] = pages[-1].with_unread(left)
    return pages


def _lines(text: str) -> list[Line]:
    return [Line(number, line, 0) for number, line in enumerate(text.split("\n"), 1)]


def _blocks(lines: Sequence[Line]) -> Iterator[_Block]:
    """Yield the OpenAPI documents, and at the end the lines after the last one."""
    above: list[Line] = []
    position = 0
    while position < len(lines):
        fence = _FENCE.fullmatch(lines[position].text)
        begins = next((line.text for line in lines[position + 1 :] if line.text.strip()), "") if fence else ""
        if not fence or not _DOCUMENT.match(begins):
            above.append(lines[position])
            position += 1
            continue
        end = position + 1
        while end < len(lines) and lines[end].text.rstrip() != fence["fence"]:
            end += 1
        yield _Block(above, list(lines[position + 1 : end]), end < len(lines))
        above, position = [], end + 1
    yield _Block(above, [], is_closed=True)


def _outside(lines: Sequence[Line]) -> list[Line]:
    stripped = [Line(line.number, line.text.strip(), 0) for line in lines]
    return [line for line in stripped if line.text and not _FRAME.fullmatch(line.text)]


def _read_block(block: _Block, source: str) -> list[Page]:
    outside = _outside(block.above)
    titles = [found["title"].strip() for line in outside if (found := _TITLE.fullmatch(line.text))]
    page = Page(source, "markdown", title=titles[-1] if titles else "")
    if not block.is_closed:
        why = "the OpenAPI document is cut short"
        return [Page(source, "markdown", page.title, cut=True, unread=tuple(unread_lines(block.lines, why)))]
    try:
        document = cast("object", YAML().load("\n".join(line.text for line in block.lines)))  # pyright: ignore[reportUnknownMemberType]
    except _DAMAGE as error:
        why = "not valid YAML: " + " ".join(str(error).split())[:160]
        return [page.with_unread(unread_lines(block.lines, why))]
    if not isinstance(document, dict):
        return [page.with_unread(unread_lines(block.lines, "the document is not an object"))]
    prose = " ".join(line.text for line in outside if not _TITLE.fullmatch(line.text))
    return _Reader(cast("JsonObject", document), block.lines[0].number, page, prose).pages()


class _Reader:
    def __init__(self, document: JsonObject, first: int, page: Page, prose: str) -> None:
        self._document = document
        self._first = first
        self._page = page
        self._prose = prose
        self._unread: list[Unread] = []
        self._schemas = Schemas(document, first, self._unread)

    def pages(self) -> list[Page]:
        """Return a page for each operation of the document."""
        self._schemas.check_keys(self._document, _DOCUMENT_KEYS, self._first)
        paths = object_at(self._document, "paths")
        found: list[Page] = []
        for path, item in paths.items():
            line = self._line(paths, path, self._first)
            self._schemas.check_keys(object_at(item), _PATH_KEYS, line)
            for method, data in object_at(item).items():
                if method in METHODS:
                    found.append(self._operation(key_text(path), str(method), object_at(item), object_at(data)))
                    self._unread.clear()
        if not found:
            why = "the document contains no operation"
            return [self._page.with_unread([*self._unread, Unread(self._first, "paths", why)])]
        return found

    def _line(self, node: object, key: object, default: int) -> int:
        return line_of(node, key, default, self._first)

    def _operation(self, path: str, method: str, item: JsonObject, data: JsonObject) -> Page:
        paths = object_at(self._document, "paths")
        line = self._line(item, method, self._first)
        self._schemas.check_keys(data, _OPERATION_KEYS, line)
        self._schemas.part = "request"
        parameters = self._parameters(item, data)
        body_line = self._line(data, "requestBody", line)
        request = self._schemas.follow(object_at(data, "requestBody"), body_line)
        self._schemas.check_keys(request, _BODY_KEYS, body_line)
        body, media, samples, schema_line = self._content(object_at(request, "content"), body_line)
        fields, body_type = self._schemas.body(body, schema_line, "request") if body else ((), None)
        if body_type is not None and body_type.types not in ((), ("object",)):
            self._schemas.note(schema_line, str(body_type), "a request body that is not an object")
        self._schemas.part = "response"
        responses = tuple(self._responses(data, line))
        folder = text_at(data, "x-apifox-folder")
        page = Page(
            self._page.source,
            "markdown",
            site=text_at(object_at(self._document, "info"), "title"),
            title=text_at(data, "summary") or self._page.title,
            folder=tuple(part.strip() for part in folder.split("/") if part.strip()),
            method=method.upper(),
            path=path,
            server=self._server(data),
            description=text_at(data, "description") or self._prose,
            status=text_at(data, "x-apifox-status") or None,
            link=text_at(data, "x-run-in-apifox") or None,
            parameters=parameters,
            body=fields or None,
            media=media,
            samples=samples,
            responses=responses,
            lines={
                "title": 1,
                "path": self._line(paths, path, self._first),
                "method": line,
                "body": body_line,
                "answers": self._line(data, "responses", self._first),
            },
        )
        return page.with_unread(self._unread)

    def _server(self, data: JsonObject) -> str | None:
        servers = list_at(data, "servers") or list_at(self._document, "servers")
        return text_at(object_at(servers[0]), "url") or None if servers else None

    def _content(self, content: JsonObject, line: int) -> tuple[JsonObject, str | None, tuple[Sample, ...], int]:
        """Return the schema, the media type, the examples and the line of the schema. Other media types are listed."""
        if not content:
            return {}, None, (), line
        media = "application/json" if "application/json" in content else key_text(next(iter(content)))
        entry = object_at(content.get(media))
        here = self._line(content, media, line)
        self._schemas.check_keys(entry, _MEDIA_KEYS, here)
        for other in content:
            if key_text(other) != media:
                self._schemas.note(self._line(content, other, line), key_text(other), f"only {media} is read")
        return object_at(entry, "schema"), media, tuple(self._samples(entry, here)), self._line(entry, "schema", here)

    def _samples(self, entry: JsonObject, line: int) -> Iterator[Sample]:
        if "example" in entry:
            yield from self._sample(entry["example"], self._line(entry, "example", line))
        examples = object_at(entry, "examples")
        for name, value in examples.items():
            sample = object_at(value)
            here = self._line(examples, name, line)
            if "value" in sample:
                yield from self._sample(sample["value"], here)
            elif sample:
                self._schemas.note(here, key_text(name), "an example without a value")

    def _sample(self, value: JsonValue, line: int) -> Iterator[Sample]:
        if isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
            valid, parsed = read_json(value)
            if not valid:
                self._schemas.note(line, value, "the example is not JSON, or is cut short")
                return
            value = parsed
        try:
            yield Sample(plain(value), line)
        except TooLargeError:
            self._schemas.note(line, "", "an example that unfolds too far")

    def _parameters(self, *owners: JsonObject) -> dict[str, tuple[Field, ...]]:
        """Return the parameters of the path and those of the operation."""
        found: dict[str, list[Field]] = {}
        for owner in owners:
            above = self._line(owner, "parameters", self._first)
            entries = list_at(owner, "parameters")
            for index, entry in enumerate(entries):
                line = self._line(entries, index, above)
                parameter = self._schemas.follow(object_at(entry), line)
                place = text_at(parameter, "in")
                if place in ("path", "query", "header", "cookie") and text_at(parameter, "name"):
                    found.setdefault(place, []).append(self._schemas.parameter(parameter, line))
                else:
                    text = text_at(parameter, "name") or place
                    self._schemas.note(line, text, "a parameter without a name or a location")
        return {place: tuple(fields) for place, fields in found.items()}

    def _responses(self, data: JsonObject, line: int) -> Iterator[Response]:
        responses = object_at(data, "responses")
        above = self._line(data, "responses", line)
        for status, value in responses.items():
            here = self._line(responses, status, above)
            response = self._schemas.follow(object_at(value), here)
            self._schemas.check_keys(response, _RESPONSE_KEYS, here)
            schema, media, samples, schema_line = self._content(object_at(response, "content"), here)
            fields, kind = self._schemas.body(schema, schema_line, "response") if schema else (None, None)
            yield Response(
                key_text(status),
                text_at(response, "x-apifox-name") or text_at(response, "description"),
                media,
                kind,
                fields or None,
                samples=samples,
                line=here,
                headers=tuple(self._headers(object_at(response, "headers"), here)),
            )

    def _headers(self, headers: JsonObject, line: int) -> Iterator[Field]:
        for name, value in headers.items():
            here = self._line(headers, name, line)
            header = self._schemas.follow(object_at(value), here)
            yield self._schemas.parameter({**header, "name": key_text(name), "in": "header"}, here)
