"""Wire types: how one value looks in Python and in JSON, and the conversion between the two.

Decoding is lenient: it never raises, and keeps a value whose type is not the documented one. Restoring is the inverse
of decoding. Encoding is strict: it refuses what the documentation does not allow and names the place, before anything
is sent.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias, cast

from pandapon_async._core.errors import InvalidArgumentError
from pandapon_async._core.schema.json import JsonError, dump_json_text, load_json
from pandapon_async._core.schema.text import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = [
    "ANY",
    "BOOLEAN",
    "DECIMAL_TEXT",
    "INTEGER",
    "INTEGER_TEXT",
    "NULL",
    "NUMBER",
    "OBJECT",
    "TEXT",
    "FieldKind",
    "Id",
    "JsonText",
    "ListOf",
    "Wire",
    "WireType",
    "encode_value",
]


FieldKind: TypeAlias = Literal["id", "phone", "postcode", "amount", "quantity", "key", "text"]
"""What a value means, as far as it decides what damage is looked for when it comes out of a file."""


class WireType(ABC):
    """How one value is written in JSON."""

    #: What a caller is told to pass, in an error message.
    expected: str

    def decode(self, value: JsonValue) -> object:
        """Return the Python form of a JSON value; never raises, keeps what it does not understand.

        ``None`` never reaches this method: JSON ``null`` is ``None`` for every type.
        """
        return value

    def restore(self, value: object) -> JsonValue:
        """Return the JSON form of what :meth:`decode` returned; never raises."""
        return cast("JsonValue", value)

    @property
    def decodes(self) -> bool:
        """Whether :meth:`decode` can return anything but its argument."""
        return type(self).decode is not WireType.decode

    def makes_models(self) -> bool:
        """Return whether values are decoded into models."""
        return False

    def is_lazy(self) -> bool:
        """Return whether a field of a model is decoded on first access, because decoding it is expensive."""
        return False

    def direct_decoder(self, example: JsonValue) -> tuple[type, Callable[[Any], object]] | None:  # noqa: ARG002
        """Return the JSON type of an example and a function that decodes values of exactly this type.

        ``None``: only :meth:`decode` can. Compiled decoders use this to skip a call.
        """
        return None

    def decode_items(self, items: list[JsonValue]) -> list[Any]:
        """Decode the items of a list; ``null`` stays ``None``."""
        decode = self.decode
        return [None if item is None else decode(item) for item in items]

    def encode_items(self, items: Sequence[object]) -> list[Any] | None:  # noqa: ARG002
        """Encode all items of a list at once; ``None``: each has to be encoded by itself."""
        return None

    @abstractmethod
    def matches(self, value: object) -> bool:
        """Tell whether a decoded value has the documented type, shallowly."""

    @abstractmethod
    def encode(self, value: object, where: str) -> JsonValue:
        """Return the JSON form of a Python value.

        Raises:
            InvalidArgumentError: The value cannot be sent; ``where`` names its place.
        """

    def refuse(self, value: object, where: str) -> InvalidArgumentError:
        """Build the error for a value of a wrong type. It names the type only: the value may be personal."""
        return InvalidArgumentError(where, f"expected {self.expected}, got {type(value).__name__}")


class Wire(NamedTuple):
    """What is known of a field beside its Python type."""

    name: str
    type: WireType
    required: bool
    nullable: bool
    personal: bool
    kind: FieldKind | None = None


class _Plain(WireType):
    """A JSON scalar that is the same in Python."""

    def __init__(self, expected: str, *types: type) -> None:
        self.expected = expected
        self._types = types

    def matches(self, value: object) -> bool:
        # bool is an int to Python, but not to JSON; no type here has a subclass that should pass.
        return type(value) in self._types

    def encode(self, value: object, where: str) -> JsonValue:
        if type(value) in self._types:
            return cast("JsonValue", value)
        # Subclasses (string enums, for one) are sent as their plain value.
        for plain in self._types:
            if isinstance(value, plain) and not isinstance(value, bool):
                return plain_text(value) if isinstance(value, str) else cast("JsonValue", plain(value))
        raise self.refuse(value, where)


class _Number(_Plain):
    def encode(self, value: object, where: str) -> JsonValue:
        number = super().encode(value, where)
        if isinstance(number, float) and not (float("-inf") < number < float("inf")):
            raise InvalidArgumentError(where, "must be finite")
        return number


class _Any(WireType):
    """Any JSON value; where the documentation says nothing."""

    expected = "a JSON value"

    def matches(self, value: object) -> bool:  # noqa: ARG002
        return True

    def encode(self, value: object, where: str) -> JsonValue:
        if value is None or isinstance(value, bool):
            return value
        # Subclasses as their plain value: JSON writers know none.
        if isinstance(value, str):
            return plain_text(value)
        if isinstance(value, int):
            return int(value)
        if isinstance(value, float):
            return NUMBER.encode(value, where)
        if isinstance(value, dict):
            return self.encode_entries(cast("dict[object, object]", value), where)
        if isinstance(value, list | tuple):
            items = cast("Sequence[object]", value)
            return [self.encode(item, f"{where}[{index}]") for index, item in enumerate(items)]
        raise self.refuse(value, where)

    def encode_entries(self, entries: Mapping[object, object], where: str) -> JsonObject:
        return {_text_key(key, where): self.encode(item, f"{where}.{key}") for key, item in entries.items()}


class _Object(WireType):
    """A JSON object of which the documentation says no more."""

    expected = "a JSON object"

    def matches(self, value: object) -> bool:
        return type(value) is dict

    def encode(self, value: object, where: str) -> JsonValue:
        if not isinstance(value, Mapping):
            raise self.refuse(value, where)
        return ANY.encode_entries(cast("Mapping[object, object]", value), where)


def _text_key(key: object, where: str) -> str:
    if isinstance(key, str):
        return plain_text(key)
    raise InvalidArgumentError(where, f"keys must be str, got {type(key).__name__}")


class _Null(WireType):
    """Documented to be null."""

    expected = "None"

    def matches(self, value: object) -> bool:
        return value is None

    def encode(self, value: object, where: str) -> JsonValue:
        if value is not None:
            raise self.refuse(value, where)
        return None


class Id(WireType):
    """An identifier: ``str`` in Python, a string or a number on the wire.

    Identifiers exceed 2**53 and come now as number, now as string. Decoding accepts both; encoding accepts ``str`` and
    ``int`` and writes the documented JSON type.
    """

    expected = "str or int"

    def __init__(self, wire: Literal["string", "integer"] = "string") -> None:
        self._wire = wire

    @property
    def is_text(self) -> bool:
        """Whether it is a string on the wire."""
        return self._wire == "string"

    def decode(self, value: JsonValue) -> object:
        return str(value) if type(value) is int else value

    def restore(self, value: object) -> JsonValue:
        if self._wire == "integer" and isinstance(value, str) and _WHOLE.fullmatch(value):
            return int(value)
        return super().restore(value)

    def matches(self, value: object) -> bool:
        return type(value) is str

    def encode(self, value: object, where: str) -> JsonValue:
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise self.refuse(value, where)
        if value == "" or (isinstance(value, str) and value.isspace()):
            raise InvalidArgumentError(where, "must not be empty")
        if self._wire == "string":
            return plain_text(value) if isinstance(value, str) else str(int(value))
        # Not int() alone: it would take " 1 ", "1_0" and digits of other scripts for numbers.
        if isinstance(value, int) or _WHOLE.fullmatch(value):
            return int(plain_text(value)) if isinstance(value, str) else int(value)
        raise InvalidArgumentError(where, "this identifier is a number on the wire; pass digits only")


_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,63})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,63})(?:\.[0-9]{1,64})?")


class _IntegerText(WireType):
    """A whole number in Python, a string of digits on the wire."""

    expected = "int"

    def decode(self, value: JsonValue) -> object:
        # Only the canonical spelling becomes an int, so that nothing is lost on the way back.
        return int(value) if isinstance(value, str) and _WHOLE.fullmatch(value) and value != "-0" else value

    def restore(self, value: object) -> JsonValue:
        return str(value) if type(value) is int else super().restore(value)

    def matches(self, value: object) -> bool:
        return type(value) is int

    def encode(self, value: object, where: str) -> JsonValue:
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.refuse(value, where)
        if value < 0:
            raise InvalidArgumentError(where, "must not be negative")
        return str(int(value))


def _exact_amount(text: str) -> Decimal | str:
    return Decimal(text) if _DECIMAL.fullmatch(text) else text


#: The same few prices come again and again. Longer texts are not kept: they may be anything.
_price: Final = lru_cache(maxsize=4096)(_exact_amount)
_LONGEST_PRICE: Final = 24


class _DecimalText(WireType):
    """An exact amount: :class:`decimal.Decimal` in Python, a decimal string on the wire."""

    expected = "Decimal or int"

    def decode(self, value: JsonValue) -> object:
        if type(value) is not str:
            return value
        return _price(value) if len(value) <= _LONGEST_PRICE else _exact_amount(value)

    def restore(self, value: object) -> JsonValue:
        return format(value, "f") if isinstance(value, Decimal) else super().restore(value)

    def matches(self, value: object) -> bool:
        return type(value) is Decimal

    def encode(self, value: object, where: str) -> JsonValue:
        if isinstance(value, bool) or not isinstance(value, Decimal | int):
            raise self.refuse(value, where)
        amount = Decimal(value)
        if not amount.is_finite():
            raise InvalidArgumentError(where, "must be finite")
        return format(amount, "f")


#: Sequences that are never meant as lists.
_NO_LISTS: Final[tuple[type, ...]] = (str, bytes, bytearray, memoryview)


class ListOf(WireType):
    """A JSON array of one type.

    Args:
        item: Type of each item.
        nullable_items: Whether a request may send ``null`` among them. In answers, ``null`` is ``None`` anyway.
    """

    def __init__(self, item: WireType, *, nullable_items: bool = False) -> None:
        self.item = item
        self._nullable_items = nullable_items
        self.expected = f"a list of {item.expected}"

    def makes_models(self) -> bool:
        return self.item.makes_models()

    def is_lazy(self) -> bool:
        return self.item.is_lazy()

    def decode(self, value: JsonValue) -> object:
        return self.item.decode_items(value) if type(value) is list and value and self.item.decodes else value

    def direct_decoder(self, example: JsonValue) -> tuple[type, Callable[[Any], object]] | None:
        # An item type that needs an import is resolved when the first item arrives.
        return (list, self.item.decode_items) if type(example) is list and example and self.item.decodes else None

    def restore(self, value: object) -> JsonValue:
        if not isinstance(value, list | tuple):
            return super().restore(value)
        return [self.item.restore(item) for item in cast("Sequence[object]", value)]

    def matches(self, value: object) -> bool:
        return type(value) is list and all(
            self.item.matches(item) or (item is None and self._nullable_items) for item in cast("list[object]", value)
        )

    def encode(self, value: object, where: str) -> JsonValue:
        # Nearly always a list; the other checks are slow.
        if type(value) is not list and (isinstance(value, _NO_LISTS) or not isinstance(value, Sequence)):
            raise self.refuse(value, where)
        items = cast("Sequence[object]", value)
        if (encoded := self.item.encode_items(items)) is not None:
            return encoded
        return [
            None if item is None and self._nullable_items else self.item.encode(item, f"{where}[{index}]")
            for index, item in enumerate(items)
        ]


class JsonText(WireType):
    """JSON inside a string: the inner value in Python, a string of JSON text on the wire."""

    def __init__(self, inner: WireType) -> None:
        self.inner = inner
        self.expected = inner.expected

    def is_lazy(self) -> bool:
        return True

    def decode(self, value: JsonValue) -> object:
        # Some pages show the same field as an object, so both forms are taken.
        if isinstance(value, str):
            try:
                value = load_json(value)
            except JsonError:
                return value
        return None if value is None else self.inner.decode(value)

    def restore(self, value: object) -> JsonValue:
        # Text that was no JSON was kept as it came.
        if value is None or (isinstance(value, str) and not self.inner.matches(value)):
            return super().restore(value)
        return dump_json_text(self.inner.restore(value))

    def matches(self, value: object) -> bool:
        return self.inner.matches(value)

    def encode(self, value: object, where: str) -> JsonValue:
        inner = self.inner.encode(value, where)
        try:
            return dump_json_text(inner)
        except (UnicodeError, OverflowError):
            # A lone surrogate, or a number beyond what JSON writers agree on.
            raise InvalidArgumentError(where, "holds a text or number that JSON cannot carry") from None


TEXT: Final = _Plain("str", str)
INTEGER: Final = _Plain("int", int)
BOOLEAN: Final = _Plain("bool", bool)
NUMBER: Final = _Number("int or float", int, float)
NULL: Final = _Null()
ANY: Final = _Any()
OBJECT: Final = _Object()
INTEGER_TEXT: Final = _IntegerText()
DECIMAL_TEXT: Final = _DecimalText()


def encode_value(value: object, wire_type: WireType, *, nullable: bool, where: str) -> JsonValue:
    """Encode one value, with the rule for ``None`` that fields and arguments share.

    Raises:
        InvalidArgumentError: The value cannot be sent.
    """
    if value is None and not wire_type.matches(None):
        if nullable:
            return None
        raise InvalidArgumentError(where, "may not be None; leave it out, or pass UNSET")
    return wire_type.encode(value, where)
