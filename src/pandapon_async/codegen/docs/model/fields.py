"""Fields and types as a documentation page states them. What the page does not say is ``None``, never a default."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["Field", "FieldType", "Sample", "UnplacedField", "Unread"]


class Unread(NamedTuple):
    """A line that the reader did not understand, or that has more than one meaning.

    Attributes:
        line: Its number.
        text: Its text, possibly shortened.
        why: The reason.
        part: ``request`` or ``response``; empty if the line belongs to neither.
    """

    line: int
    text: str
    why: str
    part: str = ""

    def as_json(self) -> JsonObject:
        """Return it as JSON."""
        found: JsonObject = {"line": self.line, "text": self.text, "why": self.why}
        return {**found, "part": self.part} if self.part else found


class Sample(NamedTuple):
    """A documented example and the line on which it begins."""

    value: JsonValue
    line: int

    def as_json(self) -> JsonObject:
        """Return it as JSON."""
        return {"line": self.line, "value": self.value}


@dataclass(frozen=True, slots=True)
class FieldType:
    """A type as a page writes it.

    Attributes:
        types: JSON types except null; more than one if the page lists alternatives.
        nullable: Whether null is allowed; None if only a sample is known.
        format: The text in angle brackets.
        component: The name of the schema, in parentheses.
        count: The number of fields, in braces.
        items: The type of the items of an array.
        enum: The allowed values, if the page lists them.
    """

    types: tuple[str, ...] = ()
    nullable: bool | None = None
    format: str | None = None
    component: str | None = None
    count: int | None = None
    items: FieldType | None = None
    enum: tuple[JsonValue, ...] | None = None

    @property
    def inner(self) -> FieldType:
        """The type below all arrays."""
        return self.items.inner if self.items else self

    @property
    def is_container(self) -> bool:
        """Whether the field can have fields of its own."""
        return "object" in self.inner.types

    def __str__(self) -> str:
        names = [f"array[{self.items}]" if name == "array" and self.items else name for name in self.types]
        return " | ".join(names) or "any"

    def as_json(self) -> JsonObject:
        """Return it as JSON, without unknown values."""
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
    """A parameter, or a field of a request or response body.

    Attributes:
        name: Wire name.
        type: Its type.
        line: The line of its name.
        evidence: ``schema`` if the page lists the field; ``sample`` or ``code`` if only an example shows it.
        required: The flag; None if the page prints none.
        description: The description on the page.
        default: The default value, as text.
        example: The example value of this field, as text.
        deprecated: Whether the page marks it as deprecated.
        fields: The fields below it; those of the items if it is an array.
    """

    name: str
    type: FieldType
    line: int
    evidence: str = "schema"
    required: bool | None = None
    description: str = ""
    default: str | None = None
    example: str | None = None
    deprecated: bool = False
    fields: tuple[Field, ...] = ()

    def with_fields(self, fields: Iterable[Field]) -> Field:
        """Return a copy with other fields below it."""
        return replace(self, fields=tuple(fields))

    def as_json(self) -> JsonObject:
        """Return it as JSON, without unknown values."""
        found: JsonObject = {"name": self.name, **self.type.as_json(), "line": self.line, "evidence": self.evidence}
        extras: JsonObject = {"required": self.required, "default": self.default, "example": self.example}
        found |= {key: value for key, value in extras.items() if value is not None}
        if self.description:
            found["description"] = self.description
        if self.deprecated:
            found["deprecated"] = True
        if self.fields:
            found["fields"] = [entry.as_json() for entry in self.fields]
        return found


class UnplacedField(NamedTuple):
    """A field of a flat list that has more than one possible parent."""

    field: Field
    candidates: tuple[str, ...]

    def as_json(self) -> JsonObject:
        """Return it as JSON."""
        return {**self.field.as_json(), "candidates": cast("list[JsonValue]", list(self.candidates))}
