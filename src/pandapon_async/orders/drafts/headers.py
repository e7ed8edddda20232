"""From the columns of a shop's table to the fields of a draft: by name, by known synonyms, or by a mapping."""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.wire_types import INTEGER, INTEGER_TEXT, JsonText, ListOf
from pandapon_async.orders.drafts.fields import find_field, model_form, place_from_column, place_text
from pandapon_async.orders.drafts.synonyms import ALIASES, AMOUNTS, FEN, SYNONYMS, YUAN
from pandapon_async.orders.errors import DraftFileError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pandapon_async._core.schema.wire_types import FieldKind
    from pandapon_async.orders.drafts.fields import Form, FormField, Place
    from pandapon_async.orders.drafts.mapping import ColumnMap, Split

__all__ = ["Column", "ColumnNames", "Unit"]

Unit: TypeAlias = Literal["fen", "yuan"]

#: Fields of a list come with a number behind their name: ``item id 2`` is that of the second item.
_NUMBERED: Final = re.compile(r"(.*?)([1-9][0-9]?)")


@attrs.frozen
class Column:
    """A column of a table, and where its cells go.

    Attributes:
        name: Its name, as it stands in the file.
        place: The field; empty for a column that is left alone.
        kind: Kind of the field's values.
        unit: Unit of an amount, where it is not the field's.
        split: How a cell becomes several fields.
    """

    name: str
    place: Place = ()
    kind: FieldKind | None = None
    unit: Unit | None = None
    split: Split | None = None

    @property
    def field(self) -> str:
        """The field, as columns are named in files of our own."""
        return place_text(self.place)


class ColumnNames:
    """Knows the names that columns may have.

    Args:
        form: The fields of the draft.
        mapping: Names of the user's own.
    """

    def __init__(self, form: Form, mapping: ColumnMap | None = None) -> None:
        self._form = form
        self._mapping = mapping
        self._by_name: dict[str, list[tuple[Place, Unit | None]]] = {}
        self._without_unit: set[str] = set()
        for place, field in _leaves(form):
            self._add_names(place, field)

    def _add_names(self, place: Place, field: FormField) -> None:
        for name in {place_text(place), place_text((*place[:-1], field.wire_name))}:
            self._add(name, place, None)
        for name in SYNONYMS.get(ALIASES.get(field.name, field.name), ()):
            self._add(name, place, None)
        whole = field.type in (INTEGER, INTEGER_TEXT)
        for name in AMOUNTS.get(field.name, ()) if whole else ():
            self._without_unit.add(_plain(name))
            for unit in FEN:
                self._add(name + unit, place, "fen")
            for unit in YUAN:
                self._add(name + unit, place, "yuan")

    def _add(self, name: str, place: Place, unit: Unit | None) -> None:
        places = self._by_name.setdefault(_plain(name), [])
        if (place, unit) not in places:
            places.append((place, unit))

    def knows(self, name: str) -> bool:
        """Tell whether a name is that of a column."""
        return self._mapped(name) is not None or bool(self._find(name.strip()))

    def columns(self, header: Sequence[str]) -> list[Column]:
        """Find the field of each column.

        Raises:
            DraftFileError: A name is unknown, or is that of several fields; or several columns are one field.
        """
        for name in header:
            if name.strip() and not name.startswith("_") and header.count(name) > 1:
                raise DraftFileError(f"the header names {name!r} twice; remove one of the two columns")
        columns = [self._column(name.strip()) for name in header]
        places = [place for column in columns for place in _places(column)]
        places += [place_from_column(name) for name in (self._mapping.constants if self._mapping else ())]
        for place in places:
            if places.count(place) > 1:
                names = " and ".join(repr(column.name) for column in columns if place in _places(column))
                raise DraftFileError(
                    f"the header names {place_text(place)!r} twice: {names}; remove one, or ignore it with --map"
                )
        return columns

    def _column(self, name: str) -> Column:
        if not name or name.startswith("_"):
            return Column(name)
        if (mapped := self._mapped(name)) is not None:
            return mapped
        found = self._find(name)
        if len(found) == 1:
            place, unit = found[0]
            return self._at(name, place, unit)
        if found:
            fields = " or ".join(place_text(place) for place, _ in found)
            raise DraftFileError(f"the column {name!r} may be {fields}; say which with --map")
        if self._mapping is not None and self._mapping.ignore_others:
            return Column(name)
        raise DraftFileError(f"the column {name!r}: {self._advice(name)}")

    def _mapped(self, name: str) -> Column | None:
        if self._mapping is None:
            return None
        entry = self._mapping.columns.get(_plain(name))
        if entry is None:
            return None
        if entry.split is not None:
            return Column(name, split=entry.split)
        return self._at(name, place_from_column(entry.field), entry.unit) if entry.field else Column(name)

    def _at(self, name: str, place: Place, unit: Unit | None) -> Column:
        field, _ = find_field(self._form, place)
        return Column(name, place, None if field is None else field.kind, unit)

    def _find(self, name: str) -> list[tuple[Place, Unit | None]]:
        for spelling in (name, name.casefold()):
            place = place_from_column(spelling)
            if place and all(step != "" for step in place) and find_field(self._form, place)[0] is not None:
                return [(place, None)]
        plain = _plain(name)
        if (found := self._by_name.get(plain)) is not None:
            return found
        if numbered := _NUMBERED.fullmatch(plain):
            index = int(numbered[2]) - 1
            return [
                (tuple(index if step == 0 else step for step in place), unit)
                for place, unit in self._by_name.get(numbered[1], ())
                if 0 in place
            ]
        return []

    def _advice(self, name: str) -> str:
        if _plain(name) in self._without_unit:
            return f"say its unit, as in {name + '(元)'!r} or {name + '(分)'!r}, or with --map"
        places = [place_text(place) for place, _ in _leaves(self._form)]
        close = difflib.get_close_matches(name, places, n=1)
        meant = f"; did you mean {close[0]!r}?" if close else ""
        return f"no such field{meant or ';'} map it or ignore it with --map, or let its name begin with _"


def _places(column: Column) -> tuple[Place, ...]:
    if column.split is not None:
        return tuple(place_from_column(field) for field in column.split.fields if field)
    return (column.place,) if column.place else ()


def _plain(name: str) -> str:
    """Return a name without what people spell differently."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(character for character in folded if character.isalnum() or character in "¥￥")


def plain_name(name: str) -> str:
    """Return the form in which names of columns are compared."""
    return _plain(name)


def _leaves(form: Form, place: Place = (), depth: int = 0) -> Iterator[tuple[Place, FormField]]:
    """Yield the scalar fields of a draft and the places of the first of each."""
    for field in form.fields:
        wire = field.type.inner if isinstance(field.type, JsonText) else field.type
        here: Place = (*place, field.name)
        if isinstance(wire, ListOf):
            wire, here = wire.item, (*here, 0)
        if isinstance(wire, Nested):
            # Deep enough for every kind of draft, should a model ever hold itself.
            if depth < 4:
                yield from _leaves(model_form(wire.model), here, depth + 1)
        else:
            yield here, field
