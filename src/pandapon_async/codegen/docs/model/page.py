"""An operation as its documentation page describes it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.docs.model.fields import Field, FieldType, Sample, UnplacedField, Unread

__all__ = ["NavigationEntry", "Page", "Response"]


class NavigationEntry(NamedTuple):
    """An entry of the navigation tree.

    Attributes:
        title: The title as printed.
        trail: Titles of the folders above it; None if the list has lost its indentation.
        method: The HTTP method, if the navigation prints it.
        line: Its line.
    """

    title: str
    trail: tuple[str, ...] | None
    method: str | None
    line: int

    def as_json(self) -> JsonObject:
        """Return it as JSON."""
        trail = None if self.trail is None else cast("list[JsonValue]", list(self.trail))
        return {"title": self.title, "trail": trail, "method": self.method, "line": self.line}


@dataclass(frozen=True, slots=True)
class Response:
    """A documented response. ``fields`` is None if the page shows no schema."""

    status: str
    description: str = ""
    media: str | None = None
    type: FieldType | None = None
    fields: tuple[Field, ...] | None = None
    unplaced: tuple[UnplacedField, ...] = ()
    samples: tuple[Sample, ...] = ()
    line: int = 0
    headers: tuple[Field, ...] = ()

    def as_json(self) -> JsonObject:
        """Return it as JSON."""
        return {
            "status": self.status,
            "description": self.description,
            "media": self.media,
            "line": self.line,
            "fields": None if self.fields is None else [entry.as_json() for entry in self.fields],
            "floating": [entry.as_json() for entry in self.unplaced],
            "samples": [sample.as_json() for sample in self.samples],
            **({"headers": [entry.as_json() for entry in self.headers]} if self.headers else {}),
        }


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page.

    Attributes:
        source: The file, relative to the folder or archive that was given.
        form: ``text``, ``markdown`` or ``html``.
        status: State of the operation, such as ``released``, if the page states it.
        link: Address of the operation in Apifox, with its ids, if the page states it.
        parameters: By location: ``path``, ``query``, ``header``, ``cookie``.
        body: Fields of the request body; None if the page shows no schema.
        unplaced: Fields of the request body that have more than one possible parent.
        samples: Examples of the request body.
        lines: The first line of each part of the operation, by name.
        cut: Whether the page ends before its last line.
        is_guide: Whether the page describes no operation.
    """

    source: str
    form: str
    site: str = ""
    title: str = ""
    folder: tuple[str, ...] = ()
    method: str | None = None
    path: str | None = None
    server: str | None = None
    description: str = ""
    status: str | None = None
    link: str | None = None
    modified: str | None = None
    parameters: dict[str, tuple[Field, ...]] = field(default_factory=dict[str, "tuple[Field, ...]"])
    body: tuple[Field, ...] | None = None
    media: str | None = None
    unplaced: tuple[UnplacedField, ...] = ()
    samples: tuple[Sample, ...] = ()
    responses: tuple[Response, ...] = ()
    navigation: tuple[NavigationEntry, ...] = ()
    lines: dict[str, int] = field(default_factory=dict[str, int])
    cut: bool = False
    is_guide: bool = False
    unread: tuple[Unread, ...] = ()

    @property
    def response(self) -> Response | None:
        """The response of a successful call."""
        return next((response for response in self.responses if response.status.startswith("2")), None)

    @property
    def request_sample(self) -> Sample | None:
        """The first example of the request body."""
        return self.samples[0] if self.samples else None

    @property
    def response_sample(self) -> Sample | None:
        """The first example of a successful response."""
        return self.response.samples[0] if self.response and self.response.samples else None

    def with_unread(self, unread: Iterable[Unread]) -> Page:
        """Return a copy with more lines that were not understood, in their order."""
        return replace(self, unread=tuple(sorted({*self.unread, *unread})))

    def is_understood(self, part: str) -> bool:
        """Tell whether every line of ``request`` or ``response`` was understood."""
        return not any(entry.part in ("", part) for entry in self.unread)

    def line(self, part: str) -> int:
        """Return the first line of a part; 1 if it is unknown."""
        return self.lines.get(part, 1)

    def as_json(self) -> JsonObject:
        """Return the page as JSON."""
        return {
            "source": self.source,
            "form": self.form,
            "site": self.site,
            "title": self.title,
            "folder": cast("list[JsonValue]", list(self.folder)),
            "method": self.method,
            "path": self.path,
            "server": self.server,
            "description": self.description,
            "status": self.status,
            "link": self.link,
            "modified": self.modified,
            "cut": self.cut,
            **({"guide": True} if self.is_guide else {}),
            "parameters": {place: [entry.as_json() for entry in found] for place, found in self.parameters.items()},
            "media": self.media,
            "body": None if self.body is None else [entry.as_json() for entry in self.body],
            "floating": [entry.as_json() for entry in self.unplaced],
            "samples": [sample.as_json() for sample in self.samples],
            "answers": [response.as_json() for response in self.responses],
            "lines": cast("JsonObject", dict(self.lines)),
            "unread": [entry.as_json() for entry in self.unread],
            "navigation": [entry.as_json() for entry in self.navigation],
        }
