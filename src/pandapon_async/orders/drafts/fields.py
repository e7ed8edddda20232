"""The form of drafts in files and in the ledger: Python names, nested, and checked against the wire types.

Loading is strict about names and shapes. :mod:`values` looks for damage; what a field takes is decided by the encoder
that the client itself uses, so that there is one truth about what can be sent.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

import attrs

from pandapon_async._core.schema.json import JsonError, load_json
from pandapon_async._core.schema.models import Model
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import DECIMAL_TEXT, INTEGER, INTEGER_TEXT, Id, JsonText, ListOf
from pandapon_async.orders.drafts.damage import DOUBLE_DIGITS
from pandapon_async.orders.drafts.values import check_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async._core.schema.wire_types import FieldKind, WireType

__all__ = [
    "Form",
    "FormError",
    "FormField",
    "Place",
    "ValueNotes",
    "check_fields",
    "dump_fields",
    "find_field",
    "load_fields",
    "place_from",
    "place_from_column",
    "place_text",
]

Place: TypeAlias = "tuple[str | int, ...]"

_WHOLE = re.compile(r"-?[0-9]{1,64}")
_FLOAT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_DECIMAL = re.compile(r"[0-9]+[.,][0-9]{1,2}")
_STEP = re.compile(r"\.?([^.\[\]]+)|\[([0-9]+)\]")


@attrs.frozen
class FormField:
    """A field of a draft or model, as files know it."""

    name: str
    wire_name: str
    type: WireType
    required: bool
    personal: bool
    is_argument: bool = True
    kind: FieldKind | None = attrs.field(default=None)

    def __attrs_post_init__(self) -> None:
        if self.kind is None:
            object.__setattr__(self, "kind", _kind_of(self.type))


def _kind_of(wire: WireType) -> FieldKind | None:
    """Return the kind of a value of which the specification says none."""
    if isinstance(wire, ListOf):
        return _kind_of(wire.item)
    if isinstance(wire, Nested | JsonText):
        return None
    return "id" if isinstance(wire, Id) else "text"


class Form:
    """The fields of a draft or model, in their order and by all their names."""

    def __init__(self, fields: Iterable[FormField]) -> None:
        self.fields = tuple(fields)
        self.by_name = {field.wire_name: field for field in self.fields} | {field.name: field for field in self.fields}
        self.required = tuple(field.name for field in self.fields if field.required)


class FormError(Exception):
    """A value that does not fit, and where it stands."""

    def __init__(self, place: Place, problem: str) -> None:
        super().__init__(place, problem)
        self.place = place
        self.problem = problem


def _no_notes() -> list[tuple[Place, str]]:
    return []


@attrs.define
class ValueNotes:
    """What the rules of :mod:`values` said of the values of one draft.

    Attributes:
        repairs: What was repaired, and where.
        suspicions: What may be damaged, and where.
        long_numbers: Numbers so long that a spreadsheet would round them.
    """

    repairs: list[tuple[Place, str]] = attrs.field(factory=_no_notes)
    suspicions: list[tuple[Place, str]] = attrs.field(factory=_no_notes)
    long_numbers: list[tuple[Place, str]] = attrs.field(factory=_no_notes, repr=False)

    def check(self, kind: FieldKind, value: object, place: Place) -> object:
        """Return the value to use.

        Raises:
            FormError: It is certainly damaged.
        """
        verdict, checked, texts = check_value(kind, value)
        if verdict == "refused":
            raise FormError(place, texts[0])
        if verdict == "repaired":
            self.repairs += ((place, text) for text in texts)
        elif verdict == "suspicious":
            self.suspicions += ((place, text) for text in texts)
        if kind in _NUMBERED:
            digits = str(checked)
            if len(digits) > DOUBLE_DIGITS and digits.isascii() and digits.isdecimal():
                self.long_numbers.append((place, digits))
        return checked


_NUMBERED = frozenset({"id", "key"})


def place_text(place: Place) -> str:
    """Write a place as a column: ``order_line_list.0.item_id``."""
    return ".".join(str(step) for step in place)


def place_from(argument: str) -> Place:
    """Read a place out of the encoder's words: ``order_line_list[0].item_id``."""
    return tuple(int(index) if index else name for name, index in _STEP.findall(argument))


def place_from_column(column: str) -> Place:
    """Read a place out of a column's name: ``order_line_list.0.item_id``."""
    return (
        tuple(int(step) if step.isdecimal() and step.isascii() else step for step in column.split("."))
        if column
        else ()
    )


def load_fields(
    form: Form, source: JsonValue, *, text: bool = False, stored: bool = False, notes: ValueNotes | None = None
) -> dict[str, object]:
    """Turn a JSON object into Python values by field.

    Args:
        form: What may stand in it.
        source: The object.
        text: Whether scalars come as text, out of a table.
        stored: Whether it comes out of the ledger, where unknown names have their reason and values were checked.
        notes: Takes what was repaired and what is suspicious.

    Raises:
        FormError: A name is unknown or missing, or a value is damaged or has another shape.
    """
    return _Loader(stored, notes or ValueNotes()).fields(form, source, (), text=text)


@attrs.frozen
class _Loader:
    stored: bool
    notes: ValueNotes

    def fields(self, form: Form, source: JsonValue, place: Place, *, text: bool) -> dict[str, object]:
        if not isinstance(source, dict):
            raise FormError(place, "expected an object")
        by_name = form.by_name
        values: dict[str, object] = {}
        unknown: JsonObject = {}
        for name, value in source.items():
            field = by_name.get(name)
            if field is None:
                if not self.stored:
                    raise FormError((*place, name), _unknown_name(name, form.fields))
                unknown[name] = value
            elif field.name in values:
                raise FormError((*place, name), f"given twice, also as {field.name!r}")
            else:
                values[field.name] = self.value(field.type, field.kind, value, (*place, name), text=text)
        for name in form.required:
            if name not in values:
                raise FormError((*place, name), "is required")
        if unknown:
            values["unknown_fields"] = unknown
        return values

    def value(self, wire: WireType, kind: FieldKind | None, value: JsonValue, place: Place, *, text: bool) -> object:
        wire, shape = _SHAPES.get(wire) or _shape(wire)
        if text and shape != "scalar" and isinstance(value, str):
            # A cell of a table that holds a whole object or list.
            try:
                value, text = load_json(value), False
            except JsonError:
                raise FormError(place, "expected JSON, or columns for its parts") from None
        if value is None:
            return None
        if shape == "object":
            model = cast("Nested", wire).model
            values = self.fields(model_form(model), value, place, text=text)
            return model(**values)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        if shape == "list":
            if not isinstance(value, list):
                raise FormError(place, "expected a list")
            item_type = cast("ListOf", wire).item
            return [self.value(item_type, kind, item, (*place, index), text=text) for index, item in enumerate(value)]
        return self.scalar(wire, kind, value, place, text=text)

    def scalar(self, wire: WireType, kind: FieldKind | None, value: JsonValue, place: Place, *, text: bool) -> object:
        if kind is not None and not self.stored:
            value = cast("JsonValue", self.notes.check(kind, value, place))
        if text and isinstance(value, str):
            return _from_text(wire, kind, value, place)
        if wire is DECIMAL_TEXT and isinstance(value, float):
            raise FormError(place, 'write amounts as text, such as "12.50": numbers with a point are rounded')
        return wire.decode(value)


def _unknown_name(name: str, fields: Sequence[FormField]) -> str:
    close = difflib.get_close_matches(name, [field.name for field in fields], n=1)
    return f"no such field; did you mean {close[0]!r}?" if close else "no such field"


#: What a wire type looks like in a form. Asked for every value, and asking an abstract class is slow.
_SHAPES: dict[WireType, tuple[WireType, Literal["object", "list", "scalar"]]] = {}


def _shape(wire: WireType) -> tuple[WireType, Literal["object", "list", "scalar"]]:
    inner = wire.inner if isinstance(wire, JsonText) else wire
    shape: Literal["object", "list", "scalar"] = "scalar"
    if isinstance(inner, Nested):
        shape = "object"
    elif isinstance(inner, ListOf):
        shape = "list"
    _SHAPES[wire] = inner, shape
    return inner, shape


def _from_text(wire: WireType, kind: FieldKind | None, text: str, place: Place) -> object:
    decoded = wire.decode(text)
    if wire.matches(decoded):
        return decoded
    candidates: list[object] = []
    if text.lower() in {"true", "false"}:
        candidates.append(text.lower() == "true")
    if _WHOLE.fullmatch(text):
        candidates.append(int(text))
    if _FLOAT.fullmatch(text):
        candidates.append(float(text))
    for candidate in candidates:
        if wire.matches(candidate):
            return candidate
    if kind == "amount" and wire in (INTEGER, INTEGER_TEXT) and _DECIMAL.fullmatch(text):
        raise FormError(place, "expected a whole number of fen: 4.00 yuan are 400")
    raise FormError(place, f"expected {wire.expected}")


_MODEL_FORMS: dict[type[Model], Form] = {}


def model_form(model: type[Model]) -> Form:
    """Return the form of a model."""
    form = _MODEL_FORMS.get(model)
    if form is None:
        form = _MODEL_FORMS[model] = Form(
            FormField(attribute, wire.name, wire.type, wire.required, wire.personal, kind=wire.kind)
            for attribute, wire in model.wire_fields()
        )
    return form


def check_fields(form: Form, values: object, notes: ValueNotes, place: Place = ()) -> dict[str, object]:
    """Check the values of a draft or model that was made in Python.

    Args:
        form: Its fields.
        values: The draft or model.
        notes: Takes what was repaired and what is suspicious.
        place: Where it stands.

    Returns:
        The fields whose values were repaired, with the repaired values.

    Raises:
        FormError: A value is certainly damaged.
    """
    changes: dict[str, object] = {}
    for field in form.fields:
        value: object = getattr(values, field.name)
        if value is UNSET or value is None:
            continue
        checked = _check(field.type, field.kind, value, (*place, field.name), notes)
        if checked is not value:
            changes[field.name] = checked
    return changes


def _check(wire: WireType, kind: FieldKind | None, value: object, place: Place, notes: ValueNotes) -> object:
    wire, shape = _SHAPES.get(wire) or _shape(wire)
    if shape == "object":
        if not isinstance(value, Model):
            return value
        changes = check_fields(model_form(type(value)), value, notes, place)
        return attrs.evolve(value, **cast("dict[str, Any]", changes)) if changes else value
    if shape == "list":
        if not isinstance(value, list | tuple):
            return value
        items = cast("Sequence[object]", value)
        item_type = cast("ListOf", wire).item
        checked = [_check(item_type, kind, item, (*place, index), notes) for index, item in enumerate(items)]
        return checked if any(new is not old for new, old in zip(checked, items, strict=True)) else items
    return value if kind is None else notes.check(kind, value, place)


def dump_fields(form: Form, values: Mapping[str, object]) -> JsonObject:
    """Return the form of Python values; the inverse of :func:`load_fields`, in one spelling for equal drafts.

    Raises:
        InvalidArgumentError: A value cannot be sent.
    """
    return {
        field.name: _dump(field.type, value)
        for field in form.fields
        if (value := values.get(field.name, UNSET)) is not UNSET
    }


def _dump(wire: WireType, value: object) -> JsonValue:
    wire, shape = _SHAPES.get(wire) or _shape(wire)
    if value is None:
        return None
    if shape == "object" and isinstance(value, Model):
        form = model_form(type(value))
        dumped = dump_fields(form, {field.name: getattr(value, field.name) for field in form.fields})
        return {**dumped, **{name: value.unknown_fields[name] for name in sorted(value.unknown_fields)}}
    if shape == "list":
        item_type = cast("ListOf", wire).item
        return [_dump(item_type, item) for item in cast("Sequence[object]", value)]
    encoded = wire.encode(value, "")
    decoded = wire.decode(encoded)
    return decoded if type(decoded) in {str, int} else encoded  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


def find_field(form: Form, place: Place) -> tuple[FormField | None, bool]:
    """Return the field at a place, ``None`` where there is none, and whether what stands there is personal."""
    personal = False
    field: FormField | None = None
    wire: WireType | None = None
    for step in place:
        if isinstance(wire, JsonText):
            wire = wire.inner
        if isinstance(wire, ListOf):
            if not isinstance(step, int):
                return None, personal
            wire = wire.item
            continue
        if isinstance(wire, Nested):
            form = model_form(wire.model)
        elif wire is not None:
            return None, personal
        field = form.by_name.get(str(step))
        if field is None:
            return None, personal
        personal = personal or field.personal
        wire = field.type
    return field, personal
