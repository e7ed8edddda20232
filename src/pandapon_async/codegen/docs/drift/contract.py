"""Flattens a page or an operation of a specification to facts by place, such as ``request.lineItems.itemId``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pandapon_async.codegen.docs.model.fields import FieldType
from pandapon_async.codegen.docs.model.samples import sample_fields
from pandapon_async.codegen.extensions import ENVELOPES, SIGNED_QUERY
from pandapon_async.codegen.specification import list_at, object_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async.codegen.docs.model.fields import Field, Sample, UnplacedField, Unread
    from pandapon_async.codegen.docs.model.page import Page
    from pandapon_async.codegen.specification import SourceOperation, Specification

__all__ = ["SIGNED_HEADERS", "Contract", "Fact", "contract_of_operation", "contract_of_page"]

SIGNED_HEADERS: Final = ("access-key", "nonce-str", "timestamp", "user-id", "signature")


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known about one parameter or field; None is unknown.

    Attributes:
        part: ``path``, ``query``, ``header``, ``cookie``, ``body`` or ``answer``.
        owner: The component of the field, if known.
        complete: Whether all fields below it are known, so that a missing one was removed.
    """

    place: str
    part: str
    type: FieldType
    line: int
    evidence: str = "schema"
    required: bool | None = None
    default: str | None = None
    deprecated: bool | None = None
    description: str | None = None
    owner: str | None = None
    complete: bool = False

    @property
    def name(self) -> str:
        """The wire name."""
        return self.place.rpartition(".")[2]

    @property
    def parent(self) -> str:
        """The place above."""
        return self.place.rpartition(".")[0]

    @property
    def in_request(self) -> bool:
        """Whether callers send it."""
        return self.part != "answer"


@dataclass(frozen=True, slots=True)
class Contract:
    """An operation as facts.

    Attributes:
        complete: Parts that list all their fields.
        operation: The operation of the specification that the facts describe.
    """

    source: str
    method: str
    path: str
    title: str
    facts: dict[str, Fact]
    lines: dict[str, int]
    complete: frozenset[str]
    server: str | None = None
    folder: tuple[str, ...] = ()
    modified: str | None = None
    envelope: str | None = None
    signing: str | None = None
    unplaced: tuple[UnplacedField, ...] = ()
    samples: tuple[tuple[str, Sample], ...] = ()
    unread: tuple[Unread, ...] = ()
    operation: SourceOperation | None = None

    def line(self, part: str) -> int:
        """Return the line of a part."""
        return self.lines.get(part, self.lines.get("path", 1))

    def sample(self, part: str) -> Sample | None:
        """Return the first example of ``request`` or ``response``."""
        return next((sample for place, sample in self.samples if place == part), None)


def contract_of_page(page: Page) -> Contract | None:
    """Return the facts of a page; None if it shows no operation."""
    if not page.method or not page.path:
        return None
    response = page.response
    complete: set[str] = set()
    facts: dict[str, Fact] = {}
    for part, fields in page.parameters.items():
        prefix = "header" if part == "header" else "request"
        if any(field.evidence == "schema" for field in fields):
            complete.add(part)
        kept = [field for field in fields if part != "query" or field.name not in SIGNED_QUERY]
        facts |= {fact.place: fact for fact in _facts(kept, prefix, part, None)}
    facts |= {fact.place: fact for fact in _facts(_or_shown(page.body, page.request_sample), "request", "body", None)}
    fields = _or_shown(response.fields if response else None, page.response_sample)
    facts |= {fact.place: fact for fact in _facts(fields, "response", "answer", None)}
    complete |= {"body"} if page.body else set()
    complete |= {"answer"} if response and response.fields else set()
    # A field that is missing from a part with lines that were not understood may be in one of them.
    doubtful = {part for part in ("request", "response") if not page.is_understood(part)}
    if doubtful:
        complete = {part for part in complete if _side(part) not in doubtful}
        facts = {
            place: replace(fact, complete=fact.complete and _side(fact.part) not in doubtful)
            for place, fact in facts.items()
        }
    samples = [("request", sample) for sample in page.samples]
    samples += [("response", sample) for sample in (response.samples if response else ())]
    query = {field.name for field in page.parameters.get("query", ())}
    headers = {field.name.casefold() for field in page.parameters.get("header", ())}
    names = {place for place in facts if place.startswith("response.")}
    return Contract(
        page.source,
        page.method,
        page.path,
        page.title,
        facts,
        page.lines,
        frozenset(complete),
        server=page.server,
        folder=page.folder,
        modified=page.modified,
        envelope=next((name for name in reversed(ENVELOPES) if f"response.{name}" in names), None),
        signing="QuerySignature" if "sign" in query else "HeaderSignature" if "signature" in headers else None,
        unplaced=page.unplaced + (response.unplaced if response else ()),
        samples=tuple(samples),
        unread=page.unread,
    )


def _side(part: str) -> str:
    return "response" if part == "answer" else "request"


def _or_shown(fields: tuple[Field, ...] | None, sample: Sample | None) -> tuple[Field, ...]:
    if fields is not None:
        return fields
    return sample_fields(sample.value, sample.line) if sample else ()


def _facts(fields: Iterable[Field], prefix: str, part: str, owner: str | None) -> Iterator[Fact]:
    for field in fields:
        place = f"{prefix}.{field.name}" if part != "header" else f"header {field.name.casefold()}"
        yield Fact(
            place,
            part,
            field.type,
            field.line,
            field.evidence,
            field.required,
            field.default,
            field.deprecated or None,
            field.description or None,
            owner,
            complete=any(below.evidence == "schema" for below in field.fields),
        )
        yield from _facts(field.fields, place, part, field.type.inner.component)


def contract_of_operation(specification: Specification, operation: SourceOperation) -> Contract:
    """Return the facts of an operation."""
    data = operation.data
    facts: dict[str, Fact] = {}
    reader = _SpecificationFacts(specification)
    for parameter in specification.parameters(operation):
        schema: JsonObject = {**object_at(parameter, "schema"), "description": parameter.get("description")}
        place = f"request.{text_at(parameter, 'name')}"
        part = text_at(parameter, "in")
        facts[place] = reader.fact(place, part, schema, None, required=parameter.get("required") is True)
    body = specification.body(operation)
    if body is not None:
        facts |= {fact.place: fact for fact in reader.below(body, "request", "body", ())}
    (scheme,) = object_at(list_at(data, "security")[0])
    response = object_at(specification.response(operation), "content", "application/json", "schema")
    facts |= {fact.place: fact for fact in reader.below(response, "response", "answer", ())}
    if scheme == "HeaderSignature":
        kind = FieldType(("string",), nullable=False)
        facts |= {f"header {name}": Fact(f"header {name}", "header", kind, 1, required=True) for name in SIGNED_HEADERS}
    return Contract(
        specification.file,
        operation.method.upper(),
        operation.path,
        text_at(data, "x-pandapon-title"),
        facts,
        {},
        frozenset({"path", "query", "header", "body", "answer"}),
        modified=text_at(object_at(data, "x-pandapon-source"), "modified") or None,
        envelope=text_at(data, "x-pandapon-envelope"),
        signing=scheme,
        operation=operation,
    )


class _SpecificationFacts:
    def __init__(self, specification: Specification) -> None:
        self._specification = specification

    def below(self, schema: JsonObject, prefix: str, part: str, above: tuple[str, ...]) -> Iterator[Fact]:
        """Yield the facts of all fields of a schema."""
        name, proper = self._model(schema)
        if name in above:
            return
        above = (*above, name) if name else above
        required = self._specification.required(proper)
        for field, value in self._specification.properties(proper).items():
            place = f"{prefix}.{field}"
            yield self.fact(place, part, value, name, required=field in required)
            yield from self.below(value, place, part, above)

    def _model(self, schema: JsonObject) -> tuple[str | None, JsonObject]:
        """Follow arrays, references and null to the object. For a page, JSON inside a string is a string."""
        name: str | None = None
        while True:
            for part in (schema, *map(object_at, list_at(schema, "anyOf"))):
                name = self._specification.component(part) or name
            proper, _ = self._specification.unwrap(schema)
            if "items" not in proper:
                return (None, {}) if "contentSchema" in proper else (name, proper)
            schema = object_at(proper, "items")

    def fact(self, place: str, part: str, schema: JsonObject, owner: str | None, *, required: bool) -> Fact:
        """Return the fact of one field."""
        proper, _ = self._specification.unwrap(schema)
        default = proper.get("default")
        return Fact(
            place,
            part,
            self.kind(schema),
            1,
            required=required,
            default=None if default is None else str(default),
            deprecated=proper.get("deprecated") is True or None,
            description=text_at(proper, "description") or None,
            owner=owner,
            complete=True,
        )

    def kind(self, schema: JsonObject) -> FieldType:
        """Return a type in the form in which pages write it."""
        proper, nullable = self._specification.unwrap(schema)
        given = proper.get("type")
        types = [str(kind) for kind in (given if isinstance(given, list) else [given]) if kind]
        component = next(
            (
                name
                for part in (schema, *map(object_at, list_at(schema, "anyOf")))
                if (name := self._specification.component(part))
            ),
            None,
        )
        if not types and self._specification.is_model(proper):
            types = ["object"]
        is_model = types == ["object"] and "contentSchema" not in proper
        form = proper.get("format")
        return FieldType(
            tuple(types),
            nullable or types == ["null"],
            form if isinstance(form, str) else None,
            component,
            len(self._specification.properties(proper)) or None if is_model else None,
            self.kind(object_at(proper, "items")) if "items" in proper else None,
            tuple(list_at(proper, "enum")) or None,
        )
