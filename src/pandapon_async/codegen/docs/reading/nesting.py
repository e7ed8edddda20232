"""Recovers the nesting of a flat list of fields from indentation, from counts such as ``{8}`` and from the sample.

All ways to nest the list are followed at once. A way must respect the counts. Of these, the ways that agree with the
sample at most places are kept. A field that has the same parent in all of them is placed; any other field is left
unplaced with its candidates.

A sample can be older than the table. If it lacks an object that the table lists with a count, it says nothing about
the fields below that object, and the table decides: the fields that follow belong to the object.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from pandapon_async.codegen.docs.model.fields import UnplacedField
from pandapon_async.codegen.docs.model.samples import sample_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pandapon_async.codegen.docs.model.fields import Field, Sample

__all__ = ["Nested", "nest"]

#: Maximum number of ways; the rest of a list that allows more is not understood.
_WIDEST: Final = 2000
#: A way is given up when its score is this much lower than the best.
_BEHIND: Final = 4
_ROOT: Final = -1


class Nested(NamedTuple):
    """The placed fields and the unplaced ones."""

    fields: tuple[Field, ...]
    unplaced: tuple[UnplacedField, ...]


class _Open(NamedTuple):
    """A container to which later fields can belong: the index of its field, and the names of the fields found in it."""

    at: int
    names: frozenset[str]


@dataclass(slots=True)
class _Way:
    """All ways with the same open containers and the same score."""

    score: int
    steps: list[tuple[_Stack, int]]


_Stack = tuple[_Open, ...]


def nest(entries: Sequence[Field], indents: Sequence[int], sample: Sample | None, prefix: str) -> Nested:
    """Nest a flat list of fields.

    Args:
        entries: The fields in the order of the page.
        indents: The indentation of each field.
        sample: The documented example of the whole, if there is one.
        prefix: Place of the whole, for the candidates of unplaced fields.
    """
    if not any(entry.type.is_container for entry in entries):
        return Nested(_complete(entries, _sample_fields(sample)), ())
    if len(set(indents)) > 1:
        parents: list[set[int]] = [{parent} for parent in _by_indent(indents)]
    else:
        parents = _by_sample(entries, sample)
    return _build(entries, parents, sample, prefix)


def _sample_fields(sample: Sample | None) -> tuple[Field, ...]:
    return sample_fields(sample.value, sample.line) if sample else ()


def _by_indent(indents: Sequence[int]) -> Iterator[int]:
    stack: list[tuple[int, int]] = []
    for index, indent in enumerate(indents):
        while stack and stack[-1][0] >= indent:
            stack.pop()
        yield stack[-1][1] if stack else _ROOT
        stack.append((indent, index))


def _by_sample(entries: Sequence[Field], sample: Sample | None) -> list[set[int]]:
    start: _Stack = (_Open(_ROOT, frozenset()),)
    layers: list[dict[_Stack, _Way]] = [{start: _Way(0, [])}]
    shown = _Shown(entries, sample)
    for index, entry in enumerate(entries):
        following: dict[_Stack, _Way] = {}
        for stack, way in layers[-1].items():
            for depth in _allowed(entries, stack):
                parent = stack[depth]
                if entry.name in parent.names:
                    continue
                grown = _Open(parent.at, parent.names | {entry.name})
                after = (*stack[:depth], grown)
                if entry.type.is_container:
                    after = (*after, _Open(index, frozenset()))
                score = way.score + shown.score(stack[: depth + 1], entry.name)
                known = following.get(after)
                if known is None or score > known.score:
                    following[after] = _Way(score, [(stack, parent.at)])
                elif score == known.score:
                    known.steps.append((stack, parent.at))
        best = max((way.score for way in following.values()), default=0)
        following = {stack: way for stack, way in following.items() if way.score >= best - _BEHIND}
        if not following or len(following) > _WIDEST:
            break
        layers.append(following)
    return _trace(entries, layers)


def _allowed(entries: Sequence[Field], stack: _Stack) -> Iterator[int]:
    """Yield the containers to which the next field can belong: deeper ones must have the announced number of fields."""
    for depth in range(len(stack) - 1, -1, -1):
        top = stack[depth]
        count = None if top.at == _ROOT else entries[top.at].type.inner.count
        if count is None or len(top.names) < count:
            yield depth
        if not _closes(entries, top):
            return


def _closes(entries: Sequence[Field], top: _Open) -> bool:
    count = None if top.at == _ROOT else entries[top.at].type.inner.count
    # A collapsed object has no fields on the page.
    return count is None or not top.names or len(top.names) == count


def _trace(entries: Sequence[Field], layers: list[dict[_Stack, _Way]]) -> list[set[int]]:
    """Walk back from the best ends. Fields after the last layer have no known parent."""
    parents: list[set[int]] = [set() for _ in entries]
    finished = len(layers) == len(entries) + 1
    ends = {
        stack: way
        for stack, way in layers[-1].items()
        if not finished or all(_closes(entries, opened) for opened in stack)
    }
    if not ends:
        # The counts contradict the list: nothing after the first container is certain.
        first = next(index for index, entry in enumerate(entries) if entry.type.is_container)
        return [{_ROOT} if index <= first else set() for index in range(len(entries))]
    best = max(way.score for way in ends.values())
    waiting = {stack for stack, way in ends.items() if way.score == best}
    for index in range(len(layers) - 2, -1, -1):
        steps = [step for stack in waiting for step in layers[index + 1][stack].steps]
        parents[index] = {parent for _, parent in steps}
        waiting = {stack for stack, _ in steps}
    return parents


class _Shown:
    """What the sample shows in each container."""

    def __init__(self, entries: Sequence[Field], sample: Sample | None) -> None:
        self._entries = entries
        self._fields = _sample_fields(sample)
        self._names = set(_names(self._fields))

    def score(self, stack: _Stack, name: str) -> int:
        """Count what speaks for this name in the innermost container."""
        fields: tuple[Field, ...] = self._fields
        for opened in stack[1:]:
            outer = self._entries[opened.at].name
            fields = next((field.fields for field in fields if field.name == outer), ())
        is_shown = any(field.name == name for field in fields)
        container = None if stack[-1].at == _ROOT else self._entries[stack[-1].at]
        count = container.type.inner.count if container else None
        if container is None or count is None:
            return int(is_shown)
        if container.name not in self._names:
            # Each field counts as much as one that the sample shows elsewhere; the first decides.
            return 1 + (not stack[-1].names)
        is_outdated = bool(fields) and len(fields) != count
        return int(is_shown) + (is_outdated and not stack[-1].names)


def _names(fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        yield field.name
        yield from _names(field.fields)


def _build(entries: Sequence[Field], parents: list[set[int]], sample: Sample | None, prefix: str) -> Nested:
    children: dict[int, list[int]] = {}
    #: The possible places of each field.
    places: dict[int, tuple[str, ...]] = {_ROOT: (prefix,)}
    unplaced: list[UnplacedField] = []
    for index, entry in enumerate(entries):
        outer = [place for parent in sorted(parents[index]) for place in places.get(parent, ())]
        places[index] = tuple(f"{place}.{entry.name}" for place in outer)
        if len(outer) == 1:
            children.setdefault(next(iter(parents[index])), []).append(index)
        else:
            unplaced.append(UnplacedField(entry, places[index]))

    def grow(parent: int, shown: tuple[Field, ...]) -> tuple[Field, ...]:
        found: list[Field] = []
        for child in children.get(parent, ()):
            below = next((field.fields for field in shown if field.name == entries[child].name), ())
            found.append(entries[child].with_fields(grow(child, below)))
        free = {entry.field.name for entry in unplaced}
        return _complete(found, tuple(field for field in shown if field.name not in free))

    return Nested(grow(_ROOT, _sample_fields(sample)), tuple(unplaced))


def _complete(found: Sequence[Field], shown: tuple[Field, ...]) -> tuple[Field, ...]:
    """Add what only the sample shows, such as the fields of objects that the page collapses."""
    by_name = {field.name: field for field in shown}
    complete: list[Field] = []
    for field in found:
        below = by_name.get(field.name)
        keep = field.fields or (below.fields if below else ())
        complete.append(field.with_fields(keep if field.type.is_container or not field.type.types else field.fields))
    names = {field.name for field in found}
    return (*complete, *(field for field in shown if field.name not in names))
