"""An operation as its documentation page shows it. What the page does not say is ``None``, never a default."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["Answer", "Entry", "Field", "Floating", "Kind", "Page", "Sample", "Unread"]


class Unread(NamedTuple):
    """Something that the reader did not understand, or understood in more than one way."""

    line: int
    text: str
    why: str

    def as_json(self) -> JsonObject:
        """Return it as JSON."""
        return {"line": self.line, "text": self.text, "why": self.why}


class Sample(NamedTuple):
    """A documented example and the line that it begins on."""

    value: JsonValue
    line: int

    def as_json(self) -> JsonObject:
        """Return it as JSON."""
        return {"line": self.line, "value": self.value}


@dataclass(frozen=True, slots=True)
class Kind:
    """A type as a page writes it.

    Attributes:
        types: JSON types beside null; more than one where the page lists alternatives.
        nullable: Whether null is among them; None where nothing but a sample is known.
        format: What stands in angle brackets.
        component: Name of the schema, in parentheses.
        count: Number of fields, in braces.
        items: The type of an array's items.
        enum: The values allowed, where they are listed.
    """

    types: tuple[str, ...] = ()
    nullable: bool | None = None
    format: str | None = None
    component: str | None = None
    count: int | None = None
    items: Kind | None = None
    enum: tuple[JsonValue, ...] | None = None

    @property
    def inner(self) -> Kind:
        """The type below all arrays."""
        return self.items.inner if self.items else self

    @property
    def is_container(self) -> bool:
        """Tell whether fields may stand below it."""
        return "object" in self.inner.types

    def __str__(self) -> str:
        names = [f"array[{self.items}]" if name == "array" and self.items else name for name in self.types]
        return " | ".join(names) or "any"

    def as_json(self) -> JsonObject:
        """Return it as JSON, without what is not known."""
        found: JsonObject = {"type": str(self)}
        if self.nullable is not None:
            found["nullable"] = self.nullable
        inner = self.inner
        extras: JsonObject = {"format": inner.format, "component": inner.component, "count": inner.count}
        found |= {key: value for key, value in extras.items() if value is not None}
        if inner.enum is not None:
            found["enum"] = list(inner.enum)
        return found


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a field of a body or an answer.

    Attributes:
        name: Its wire name.
        kind: Its type.
        line: Where it stands.
        evidence: ``schema`` where the page lists it, ``sample`` or ``code`` where only an example shows it.
        required: The flag; None where the page prints none.
        description: The text of the page.
        default: The default value, as text.
        example: The example value of the field alone, as text.
        deprecated: Whether the page marks it so.
        fields: The fields below it, through arrays.
    """

    name: str
    kind: Kind
    line: int
    evidence: str = "schema"
    required: bool | None = None
    description: str = ""
    default: str | None = None
    example: str | None = None
    deprecated: bool = False
    fields: tuple[Field, ...] = ()

    def with_fields(self, fields: Iterable[Field]) -> Field:
        """Return it with other fields below."""
        return replace(self, fields=tuple(fields))

    def as_json(self) -> JsonObject:
        """Return it as JSON, without what is not known."""
        found: JsonObject = {"name": self.name, **self.kind.as_json(), "line": self.line, "evidence": self.evidence}
        extras: JsonObject = {"required": self.required, "default": self.default, "example": self.example}
        found |= {key: value for key, value in extras.items() if value is not None}
        if self.description:
            found["description"] = self.description
        if self.deprecated:
            found["deprecated"] = True
        if self.fields:
            found["fields"] = [entry.as_json() for entry in self.fields]
        return found


class Floating(NamedTuple):
    """A field of a flat list that has more than one possible place."""

    field: Field
    candidates: tuple[str, ...]

    def as_json(self) -> JsonObject:
        """Return it as JSON."""
        return {**self.field.as_json(), "candidates": cast("list[JsonValue]", list(self.candidates))}


class Entry(NamedTuple):
    """An entry of the navigation.

    Attributes:
        title: As printed.
        trail: Titles of the folders above it; None where the list has lost its indentation.
        method: The HTTP method, where the navigation prints it.
        line: Where it stands.
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
class Answer:
    """A documented answer. ``fields`` is None where no schema is shown."""

    status: str
    description: str = ""
    media: str | None = None
    kind: Kind | None = None
    fields: tuple[Field, ...] | None = None
    floating: tuple[Floating, ...] = ()
    samples: tuple[Sample, ...] = ()
    line: int = 0

    def as_json(self) -> JsonObject:
        """Return it as JSON."""
        return {
            "status": self.status,
            "description": self.description,
            "media": self.media,
            "line": self.line,
            "fields": None if self.fields is None else [entry.as_json() for entry in self.fields],
            "floating": [entry.as_json() for entry in self.floating],
            "samples": [sample.as_json() for sample in self.samples],
        }


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read.

    Attributes:
        source: File that it was read from, below the folder or archive that was given.
        form: ``text``, ``markdown`` or ``html``.
        status: State of the operation, such as ``released``, where the page states it.
        link: Address of the operation in Apifox, with its ids, where the page states it.
        parameters: By where they travel: ``path``, ``query``, ``header``, ``cookie``.
        body: Fields of the request body; None where no schema is shown.
        lines: Lines of the parts of the operation, by name.
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
    floating: tuple[Floating, ...] = ()
    samples: tuple[Sample, ...] = ()
    answers: tuple[Answer, ...] = ()
    navigation: tuple[Entry, ...] = ()
    lines: dict[str, int] = field(default_factory=dict[str, int])
    cut: bool = False
    unread: tuple[Unread, ...] = ()

    @property
    def answer(self) -> Answer | None:
        """The answer of a call that went well."""
        return next((answer for answer in self.answers if answer.status.startswith("2")), None)

    @property
    def request_sample(self) -> Sample | None:
        """The first example of the body."""
        return self.samples[0] if self.samples else None

    @property
    def answer_sample(self) -> Sample | None:
        """The first example of a good answer."""
        return self.answer.samples[0] if self.answer and self.answer.samples else None

    def line(self, part: str) -> int:
        """Return the line of a part, the page's first one where it is not known."""
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
            "parameters": {place: [entry.as_json() for entry in found] for place, found in self.parameters.items()},
            "media": self.media,
            "body": None if self.body is None else [entry.as_json() for entry in self.body],
            "floating": [entry.as_json() for entry in self.floating],
            "samples": [sample.as_json() for sample in self.samples],
            "answers": [answer.as_json() for answer in self.answers],
            "lines": cast("JsonObject", dict(self.lines)),
            "unread": [entry.as_json() for entry in self.unread],
            "navigation": [entry.as_json() for entry in self.navigation],
        }
