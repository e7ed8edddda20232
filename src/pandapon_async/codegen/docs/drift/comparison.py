"""Compares two contracts and rates each difference by its effect on callers of the Python API."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

from pandapon_async.codegen.docs.model.samples import type_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.docs.drift.contract import Contract, Fact
    from pandapon_async.codegen.docs.model.fields import FieldType

__all__ = ["SEVERITIES", "Drift", "Severity", "compare", "fits", "severity_of"]

Severity: TypeAlias = Literal["text only", "additive", "breaking"]
SEVERITIES: Final[tuple[Severity, ...]] = ("text only", "additive", "breaking")

#: Creates the drift of one field from kind, severity, before and after.
DriftMaker: TypeAlias = "Callable[[str, Severity, object, object], Drift]"

_ALIKE: Final = 0.6
#: Formats that pages use; other formats in a specification are our refinements.
_PAGE_FORMATS: Final = frozenset({"int32", "int64", "float", "double"})


@dataclass(frozen=True, slots=True)
class Drift:
    """One difference.

    Attributes:
        kind: The change, such as ``added``, ``type``, ``required``.
        before: What the specification (or the older page) says.
        after: What the page says.
        fact: What the page says about the field.
        explained_by: The reason from the recorded correction that covers it.
    """

    kind: str
    place: str
    severity: Severity
    page: str
    line: int
    before: str = ""
    after: str = ""
    operation: str = ""
    surface: str = ""
    fact: Fact | None = None
    explained_by: str | None = None

    @property
    def is_removal(self) -> bool:
        """Whether the page no longer has the field at this place."""
        return self.kind in ("removed", "renamed") or (self.kind == "signing" and not self.after)

    def of(self, operation: str, surface: str) -> Drift:
        """Return a copy for an operation."""
        return replace(self, operation=operation, surface=surface)

    def as_json(self) -> JsonObject:
        """Return it as JSON."""
        return {
            "kind": self.kind,
            "place": self.place,
            "severity": self.severity,
            "surface": self.surface,
            "operation": self.operation,
            "page": self.page,
            "line": self.line,
            "before": self.before,
            "after": self.after,
            "explained_by": self.explained_by,
        }


def severity_of(text: str) -> Severity:
    """Return the severity with this name."""
    return next(severity for severity in SEVERITIES if severity == text)


def compare(old: Contract, new: Contract, *, pages: bool = False) -> list[Drift]:
    """Compare an operation with its page. With ``pages``, compare two pages, including their texts and examples."""
    found = [*_whole(old, new, pages=pages), *_paired(list(_fields(old, new, pages=pages))), *_misfits(old, new)]
    if pages:
        found += _samples(old, new)
    name = old.operation.name if old.operation else f"{new.method} {new.path}"
    return sorted((replace(drift, operation=name) for drift in found), key=lambda drift: (drift.line, drift.place))


def _whole(old: Contract, new: Contract, *, pages: bool) -> Iterator[Drift]:
    """Compare the attributes of the operation itself."""
    entries: list[tuple[str, str | None, str | None, Severity, str]] = [
        ("path", f"{old.method} {old.path}", f"{new.method} {new.path}", "breaking", "path"),
        ("title", old.title, new.title, "text only", "title"),
        ("envelope", old.envelope, new.envelope, "breaking", "answer"),
        ("signing", old.signing, new.signing, "breaking", "request"),
        ("modified", old.modified, new.modified, "text only", "modified"),
    ]
    if pages:
        entries.append(("server", old.server or "", new.server or "", "breaking", "code"))
        entries.append(("folder", " / ".join(old.folder[-1:]), " / ".join(new.folder[-1:]), "text only", "title"))
    for kind, before, after, severity, part in entries:
        # The specification may lack the date. A page without a date says nothing.
        if after is not None and before != after and (before is not None or kind == "modified"):
            yield Drift(
                "moved" if kind == "path" else kind, kind, severity, new.source, new.line(part), before or "", after
            )


def _fields(old: Contract, new: Contract, *, pages: bool) -> Iterator[Drift]:
    unplaced = {place: entry.field for entry in new.unplaced for place in entry.candidates}
    places = {place for entry in old.unplaced for place in entry.candidates}
    for place, fact in new.facts.items():
        before = old.facts.get(place)
        if before is not None and before.evidence == "schema" and fact.evidence != "schema" and _listed(before, new):
            after, kind = "still in the example", "signing" if fact.part == "header" else "removed"
            yield Drift(kind, place, "breaking", new.source, fact.line, str(before.type), after, fact=before)
        elif before is not None:
            yield from _field(before, fact, new, pages=pages)
        elif place not in places:
            yield from _added(old, fact, new)
    for place, fact in old.facts.items():
        if place in new.facts or place in unplaced or not _listed(fact, new):
            continue
        kind = "signing" if fact.part == "header" else "removed"
        line = new.facts[fact.parent].line if fact.parent in new.facts else new.line(fact.part)
        yield Drift(kind, place, "breaking", new.source, line, str(fact.type), "", fact=fact)
    for entry in new.unplaced:
        if not any(place in old.facts or place in places for place in entry.candidates):
            after = f"{entry.field.type}, at {' or '.join(entry.candidates) or 'an unknown place'}"
            yield Drift(
                "added",
                entry.candidates[0] if entry.candidates else entry.field.name,
                "breaking" if entry.field.required else "additive",
                new.source,
                entry.field.line,
                "",
                after,
            )


def _listed(fact: Fact, new: Contract) -> bool:
    """Tell whether the page lists the siblings of this field, so that its absence is a removal."""
    if fact.parent in ("", "request", "response"):
        # The table of parameters and the table of fields are complete independently.
        return fact.part in new.complete
    parent = new.facts.get(fact.parent)
    return parent is not None and parent.complete


def _added(old: Contract, fact: Fact, new: Contract) -> Iterator[Drift]:
    if fact.parent not in ("", "request", "response") and fact.parent not in old.facts:
        return  # its parent is new and already reported
    parent = old.facts.get(fact.parent)
    if parent is not None and "object" not in parent.type.inner.types:
        return  # reported as a type change of the parent
    if fact.part == "header":
        if old.signing == new.signing:
            yield Drift("signing", fact.place, "breaking", new.source, fact.line, "", str(fact.type), fact=fact)
        return
    severity: Severity = "breaking" if fact.in_request and fact.required else "additive"
    yield Drift("added", fact.place, severity, new.source, fact.line, "", str(fact.type), fact=fact)


def _field(old: Fact, new: Fact, contract: Contract, *, pages: bool) -> Iterator[Drift]:
    def drift(kind: str, severity: Severity, before: object, after: object) -> Drift:
        texts = (_text(before), _text(after))
        return Drift(kind, new.place, severity, contract.source, new.line, *texts, fact=new)

    if new.evidence == "schema" and old.evidence == "schema":
        if not _agree(old.type, new.type):
            yield drift("type", "breaking", old.type, new.type)
        else:
            yield from _finer(old, new, drift_of=drift)
        yield from _flags(old, new, drift_of=drift)
    elif new.evidence == "sample" and not fits(old.type, new.type):
        # The documented type stays; the example needs a look.
        yield drift("example", "text only", old.type, new.type)
    if new.default is not None and new.default != old.default and new.part != "header":
        yield drift("default", "text only", old.default or "", new.default)
    if pages and new.description != old.description and (old.evidence, new.evidence) == ("schema", "schema"):
        yield drift("description", "text only", old.description or "", new.description or "")


def _flags(old: Fact, new: Fact, *, drift_of: DriftMaker) -> Iterator[Drift]:
    is_envelope = new.part == "answer" and new.parent == "response"
    if is_envelope:
        return  # shared by all operations; fields of a response are never required
    # Fields of a response are never required, so that no response is lost.
    if new.in_request and None not in (old.required, new.required) and old.required != new.required:
        yield drift_of("required", "breaking" if new.required else "additive", _flag(old.required), _flag(new.required))
    if new.deprecated and not old.deprecated:
        yield drift_of("deprecated", "text only", "", "deprecated")
    if new.part in ("path", "query", "header") or None in (old.type.nullable, new.type.nullable):
        return
    if old.type.nullable != new.type.nullable:
        severity: Severity = "text only" if not new.in_request else "additive" if new.type.nullable else "breaking"
        yield drift_of("nullable", severity, _null(old.type), _null(new.type))


def _finer(old: Fact, new: Fact, *, drift_of: DriftMaker) -> Iterator[Drift]:
    before, after = old.type.inner, new.type.inner
    shared = (before.format in _PAGE_FORMATS or before.format is None) and new.parent != "response"
    if shared and after.format in _PAGE_FORMATS and before.format != after.format:
        yield drift_of("format", "text only", before.format or "", after.format)
    # Text pages print numbers and strings alike; the order has no meaning.
    listed, known = set(map(str, after.enum or ())), set(map(str, before.enum or ()))
    if after.enum is not None and listed != known:
        yield drift_of("enum", "breaking" if known - listed else "additive", before.enum or (), after.enum)
    if after.count is not None and before.count is not None and after.count != before.count and not new.complete:
        yield drift_of("fields", "additive", f"{before.count} fields", f"{after.count} fields, which are not shown")


def _agree(old: FieldType, new: FieldType) -> bool:
    """Tell whether the type on the page is one of the types in the specification."""
    if not old.types or not new.types:
        # An undocumented type allows any value until a page says more.
        return bool(old.types) >= bool(new.types)
    if not set(new.types) <= set(old.types):
        return False
    return old.items is None or new.items is None or not new.items.types or _agree(old.items, new.items)


def fits(old: FieldType, new: FieldType) -> bool:
    """Tell whether the type in a sample is one of the types in the specification."""
    if not new.types or not old.types:
        return True
    if not set(new.types) <= set(old.types) | ({"integer"} if "number" in old.types else set()):
        return False
    return old.items is None or new.items is None or fits(old.items, new.items)


def _paired(found: list[Drift]) -> list[Drift]:
    """Pair removed with added fields that were probably renamed or moved."""
    gone = [drift for drift in found if drift.kind == "removed" and drift.fact]
    for old in gone:
        candidates = [
            (score, new)
            for new in found
            if new.kind == "added" and new.fact and old.fact and (score := _alike(old.fact, new.fact)) >= _ALIKE
        ]
        if not candidates:
            continue
        _, new = max(candidates, key=lambda each: each[0])
        kind = "renamed" if old.place.rpartition(".")[0] == new.place.rpartition(".")[0] else "moved"
        found = [drift for drift in found if drift is not old and drift is not new]
        found.append(replace(new, kind=kind, severity="breaking", before=old.place, after=f"{new.place} (likely)"))
    return found


def _alike(old: Fact, new: Fact) -> float:
    if old.in_request != new.in_request or not _agree(old.type, new.type):
        return 0
    if old.parent != new.parent or old.part != new.part:
        return 1 if old.name == new.name else 0
    return SequenceMatcher(None, old.name.casefold(), new.name.casefold()).ratio()


def _misfits(old: Contract, new: Contract) -> Iterator[Drift]:
    """Yield the places where the examples of a page contradict its types."""
    # An older edition of the page that already had it shows no change.
    told = {(place, str(kind)) for part, sample in old.samples for place, kind in _shown(sample.value, part)}
    for part, sample in new.samples:
        for place, kind in _shown(sample.value, part):
            before, after = old.facts.get(place), new.facts.get(place)
            if (place, str(kind)) in told or not before or not after or after.evidence != "schema":
                continue
            if not fits(before.type, kind):
                told.add((place, str(kind)))
                texts = (str(before.type), str(kind))
                yield Drift("example", place, "text only", new.source, sample.line, *texts, fact=after)


def _shown(value: JsonValue, prefix: str) -> Iterator[tuple[str, FieldType]]:
    """Yield every place of an example and its type; of a list, those of all items."""
    if isinstance(value, list):
        for entry in value:
            yield from _shown(entry, prefix)
    elif isinstance(value, dict):
        for name, entry in value.items():
            yield f"{prefix}.{name}", type_of(entry)
            yield from _shown(entry, f"{prefix}.{name}")


def _samples(old: Contract, new: Contract) -> Iterator[Drift]:
    for part in ("request", "response"):
        before, after = old.sample(part), new.sample(part)
        if before and after and before.value != after.value:
            yield Drift("example", f"{part}.example", "text only", new.source, after.line, "", "another example")


def _flag(required: bool | None) -> str:  # noqa: FBT001 - the value that is printed
    return "required" if required else "optional"


def _null(kind: FieldType) -> str:
    return "may be null" if kind.nullable else "never null"


def _text(value: object) -> str:
    return ", ".join(map(str, cast("tuple[object, ...]", value))) if isinstance(value, tuple) else str(value)
