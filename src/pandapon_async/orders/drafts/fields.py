"""The form of drafts in files and in the ledger: Python names, nested, and checked against the wire types.

Loading is strict about names and shapes and leaves the rules of values to the encoder that the client itself uses, so
that there is one truth about what can be sent.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

import attrs

from pandapon_async._core.schema.json import JsonError, load_json
from pandapon_async._core.schema.models import Model
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import DECIMAL_TEXT, Id, JsonText, ListOf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async._core.schema.wire_types import WireType

__all__ = [
    "Form",
    "FormError",
    "FormField",
    "Place",
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
_ROUNDED = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+[0-9]+")
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
    form: Form, source: JsonValue, place: Place = (), *, text: bool = False, stored: bool = False
) -> dict[str, object]:
    """Turn a JSON object into Python values by field.

    Args:
        form: What may stand in it.
        source: The object.
        place: Where it stands.
        text: Whether scalars come as text, out of a table.
        stored: Whether it comes out of the ledger, where unknown names have their reason.

    Raises:
        FormError: A name is unknown or missing, or a value has another shape.
    """
    if not isinstance(source, dict):
        raise FormError(place, "expected an object")
    by_name = form.by_name
    values: dict[str, object] = {}
    unknown: JsonObject = {}
    for name, value in source.items():
        field = by_name.get(name)
        if field is None:
            if not stored:
                raise FormError((*place, name), _unknown_name(name, form.fields))
            unknown[name] = value
        elif field.name in values:
            raise FormError((*place, name), f"given twice, also as {field.name!r}")
        else:
            values[field.name] = _load(field.type, value, (*place, name), text=text, stored=stored)
    for name in form.required:
        if name not in values:
            raise FormError((*place, name), "is required")
    if unknown:
        values["unknown_fields"] = unknown
    return values


def _unknown_name(name: str, fields: Sequence[FormField]) -> str:
    close = difflib.get_close_matches(name, [field.name for field in fields], n=1)
    return f"no such field; did you mean {close[0]!r}?" if close else "no such field"


def _load(wire: WireType, value: JsonValue, place: Place, *, text: bool, stored: bool) -> object:
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
        values = load_fields(model_form(model), value, place, text=text, stored=stored)
        return model(**values)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    if shape == "list":
        if not isinstance(value, list):
            raise FormError(place, "expected a list")
        item_type = cast("ListOf", wire).item
        return [_load(item_type, item, (*place, index), text=text, stored=stored) for index, item in enumerate(value)]
    if text and isinstance(value, str):
        return _from_text(wire, value, place)
    if wire is DECIMAL_TEXT and isinstance(value, float):
        raise FormError(place, 'write amounts as text, such as "12.50": numbers with a point are rounded')
    return wire.decode(value)


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


def _from_text(wire: WireType, text: str, place: Place) -> object:
    if isinstance(wire, Id) and _ROUNDED.fullmatch(text):
        raise FormError(place, "a spreadsheet has rounded this number; format the column as text")
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
    raise FormError(place, f"expected {wire.expected}")


_MODEL_FORMS: dict[type[Model], Form] = {}


def model_form(model: type[Model]) -> Form:
    """Return the form of a model."""
    form = _MODEL_FORMS.get(model)
    if form is None:
        form = _MODEL_FORMS[model] = Form(
            FormField(attribute, wire.name, wire.type, wire.required, wire.personal)
            for attribute, wire in model.wire_fields()
        )
    return form


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


def find_field(form: Form, place: Place) -> tuple[bool, bool]:
    """Tell whether a place exists, and whether what stands there is personal."""
    personal = False
    wire: WireType | None = None
    for step in place:
        if isinstance(wire, JsonText):
            wire = wire.inner
        if isinstance(wire, ListOf):
            wire = wire.item
            continue
        if isinstance(wire, Nested):
            form = model_form(wire.model)
        elif wire is not None:
            return False, personal
        field = form.by_name.get(str(step))
        if field is None:
            return False, personal
        personal = personal or field.personal
        wire = field.type
    return True, personal
