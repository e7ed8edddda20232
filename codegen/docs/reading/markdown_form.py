"""Apifox's Markdown form of a page: a title, then an OpenAPI 3.0.1 document of the one operation in a YAML block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import AliasEvent

from codegen.docs.model.fields import Sample, Unread
from codegen.docs.model.page import Page, Response
from codegen.docs.reading.examples import read_json
from codegen.docs.reading.openapi_schemas import Schemas, line_of
from pandapon_async.codegen.specification import METHODS, list_at, object_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen.docs.model.fields import Field
    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["is_markdown", "read_markdown"]

_TITLE: Final = re.compile(r"^# +(?P<title>.+?)\s*$", re.MULTILINE)
_BLOCK: Final = re.compile(
    r"^## +OpenAPI Specification\s*^(?P<fence>```+)ya?ml\s*\n(?P<yaml>.*?)^(?P=fence)\s*$", re.MULTILINE | re.DOTALL
)
_OPENED: Final = re.compile(r"^## +OpenAPI Specification\s*^```", re.MULTILINE)
_LONGEST: Final = 400_000


def is_markdown(text: str) -> bool:
    """Tell whether a text is this form."""
    return _OPENED.search(text) is not None


def read_markdown(text: str, source: str) -> Page:
    """Read a page. A block that is cut short is no YAML document to be trusted, so nothing of it is read."""
    text = text[:_LONGEST]
    page = Page(source, "markdown")
    block = _BLOCK.search(text)
    if not block:
        return _without(page, "the OpenAPI block is cut short", cut=True)
    first = text.count("\n", 0, block.start("yaml")) + 1
    try:
        if any(isinstance(event, AliasEvent) for event in cast("Iterator[object]", YAML().parse(block["yaml"]))):  # pyright: ignore[reportUnknownMemberType]
            # Aliases of aliases unfold without end; no export has them.
            return _without(page, "the block holds aliases")
        document = cast("object", YAML().load(block["yaml"]))  # pyright: ignore[reportUnknownMemberType]
    except (YAMLError, ValueError, RecursionError, AttributeError, TypeError, KeyError, IndexError) as error:
        return _without(page, "no YAML: " + " ".join(str(error).split())[:160])
    if not isinstance(document, dict):
        return _without(page, "the block holds no object")
    return _Reader(cast("JsonObject", document), first, page).read(_TITLE.search(text[: block.start()]))


def _without(page: Page, why: str, *, cut: bool = False) -> Page:
    return Page(page.source, page.form, cut=cut, unread=(Unread(1, "## OpenAPI Specification", why),))


class _Reader:
    def __init__(self, document: JsonObject, first: int, page: Page) -> None:
        self._document = document
        self._first = first
        self._page = page
        self._unread: list[Unread] = []
        self._schemas = Schemas(document, first, self._unread)

    def read(self, title: re.Match[str] | None) -> Page:
        found = [
            (str(path), str(method), object_at(data))
            for path, item in object_at(self._document, "paths").items()
            for method, data in object_at(item).items()
            if method in METHODS
        ]
        if len(found) != 1:
            return _without(self._page, f"the document holds {len(found)} operations instead of one")
        path, method, data = found[0]
        body, media, samples = self._content(object_at(self._schemas.follow(object_at(data, "requestBody")), "content"))
        fields = self._schemas.fields(body, "request")[0] if body else None
        paths = object_at(self._document, "paths")
        folder = text_at(data, "x-apifox-folder")
        return Page(
            self._page.source,
            "markdown",
            site=text_at(object_at(self._document, "info"), "title"),
            title=text_at(data, "summary") or (title["title"] if title else ""),
            folder=tuple(part.strip() for part in folder.split("/") if part.strip()),
            method=method.upper(),
            path=path,
            server=self._server(data),
            description=text_at(data, "description"),
            status=text_at(data, "x-apifox-status") or None,
            link=text_at(data, "x-run-in-apifox") or None,
            parameters=self._parameters(object_at(paths, path), data),
            body=fields or None,
            media=media,
            samples=samples,
            responses=tuple(self._responses(data)),
            lines={
                "title": 1,
                "path": line_of(paths, path, self._first),
                "method": line_of(object_at(paths, path), method, self._first),
                "body": line_of(data, "requestBody", self._first),
                "answers": line_of(data, "responses", self._first),
            },
            unread=tuple(self._unread),
        )

    def _server(self, data: JsonObject) -> str | None:
        servers = list_at(data, "servers") or list_at(self._document, "servers")
        return text_at(object_at(servers[0]), "url") or None if servers else None

    def _content(self, content: JsonObject) -> tuple[JsonObject, str | None, tuple[Sample, ...]]:
        """Return the schema, the media type and the examples of a body."""
        if not content:
            return {}, None, ()
        media = "application/json" if "application/json" in content else str(next(iter(content)))
        entry = object_at(content, media)
        line = line_of(content, media, self._first)
        return object_at(entry, "schema"), media, tuple(self._samples(entry, line))

    def _samples(self, entry: JsonObject, line: int) -> Iterator[Sample]:
        if "example" in entry:
            yield from self._sample(entry["example"], line_of(entry, "example", self._first))
        examples = object_at(entry, "examples")
        for name, value in examples.items():
            sample = object_at(value)
            if "value" in sample:
                yield from self._sample(sample["value"], line_of(examples, name, line))

    def _sample(self, value: JsonValue, line: int) -> Iterator[Sample]:
        if isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
            valid, parsed = read_json(value)
            if not valid:
                self._unread.append(Unread(line, value[:80], "the example is no JSON, or cut short"))
                return
            value = parsed
        yield Sample(plain(value), line)

    def _parameters(self, *owners: JsonObject) -> dict[str, tuple[Field, ...]]:
        """Return the parameters of the path and those of the operation."""
        found: dict[str, list[Field]] = {}
        for entry in (entry for owner in owners for entry in list_at(owner, "parameters")):
            parameter = self._schemas.follow(object_at(entry))
            place = text_at(parameter, "in")
            if place in ("path", "query", "header", "cookie") and text_at(parameter, "name"):
                found.setdefault(place, []).append(self._schemas.parameter(parameter))
            else:
                self._unread.append(Unread(self._first, str(entry)[:80], "a parameter without a name or a place"))
        return {place: tuple(fields) for place, fields in found.items()}

    def _responses(self, data: JsonObject) -> Iterator[Response]:
        responses = object_at(data, "responses")
        for status, value in responses.items():
            response = self._schemas.follow(object_at(value))
            schema, media, samples = self._content(object_at(response, "content"))
            fields, kind = self._schemas.fields(schema, "response") if schema else (None, None)
            yield Response(
                str(status),
                text_at(response, "x-apifox-name") or text_at(response, "description"),
                media,
                kind,
                fields or None,
                samples=samples,
                line=line_of(responses, status, self._first),
            )


def plain(value: Any) -> JsonValue:
    """Return a value read from YAML as plain JSON."""
    if isinstance(value, dict):
        return {str(key): plain(entry) for key, entry in cast("Any", value).items()}
    if isinstance(value, list):
        return [plain(entry) for entry in cast("Any", value)]
    if value is None or isinstance(value, bool):
        return value
    for kind in (int, float, str):
        if isinstance(value, kind):
            return kind(value)
    return str(value)
