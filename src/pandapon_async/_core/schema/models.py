"""Models: JSON objects with documented fields, as attrs classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple, TypeVar, cast, dataclass_transform, overload

import attrs

from pandapon_async._core.errors import InvalidArgumentError
from pandapon_async._core.schema.compiler import compile_decoder, compile_encoder
from pandapon_async._core.schema.lazy_fields import LazyFields
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import ANY, Wire, encode_value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any, Self

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async._core.schema.unset import Unset
    from pandapon_async._core.schema.wire_types import FieldKind, WireType

__all__ = ["Model", "model", "wire_field"]

_WIRE: Final = "pandapon_wire"

#: Bounds on what is compiled, as names come from outside.
_MOST_DECODERS: Final = 64
_MOST_NAMES: Final = 256

ModelT = TypeVar("ModelT", bound="type[Model]")


def _no_fields() -> JsonObject:
    return {}


class _Field(NamedTuple):
    """A field as decoding and encoding need it."""

    attribute: str
    wire: Wire


@overload
def wire_field(
    name: str, wire_type: WireType, *, nullable: bool = ..., personal: bool = ..., kind: FieldKind | None = ...
) -> Any: ...
@overload
def wire_field(
    name: str,
    wire_type: WireType,
    *,
    default: Unset,
    required: bool = ...,
    nullable: bool = ...,
    personal: bool = ...,
    kind: FieldKind | None = ...,
) -> Any: ...
def wire_field(  # noqa: PLR0913 - one keyword per property of a field
    name: str,
    wire_type: WireType,
    *,
    default: Unset | None = None,
    required: bool = False,
    nullable: bool = False,
    personal: bool = False,
    kind: FieldKind | None = None,
) -> Any:
    """Declare a field of a model.

    Args:
        name: Its name on the wire.
        wire_type: How its value is written in JSON.
        default: ``UNSET`` where the field may be left out, or may be missing in an answer.
        required: Whether a request needs the field although it may be missing in an answer. What has no default is
            needed anyway.
        nullable: Whether a request may send ``null``.
        personal: Whether the value is personal data, which reprs and exception texts leave out.
        kind: What damage to look for when the value comes out of a file, where the type does not tell.
    """
    return attrs.field(
        default=attrs.NOTHING if default is None else default,
        # For tools that show the fields of attrs classes by themselves, such as rich.
        repr=not personal,
        metadata={_WIRE: Wire(name, wire_type, required or default is None, nullable, personal, kind)},
    )


@dataclass_transform(kw_only_default=True, field_specifiers=(wire_field, attrs.field))
def model(cls: ModelT) -> ModelT:
    """Make a class with :func:`wire_field` attributes a model."""
    return attrs.define(cls, slots=True, kw_only=True, repr=False)


@attrs.define(slots=True, kw_only=True, repr=False)
class Model(LazyFields):
    """Base of all models.

    Attributes:
        unknown_fields: Fields of the answer that the documentation does not name, by wire name, as they came. They are
            sent again by :meth:`to_dict`, so nothing is lost on the way.
    """

    __wire_fields__: ClassVar[tuple[_Field, ...]]
    __wire_names__: ClassVar[frozenset[str]]
    #: By the names of an object, in their order.
    __decoders__: ClassVar[dict[tuple[str, ...], Callable[[JsonObject], Model] | None]] = {}

    __encoders__: ClassVar[dict[type[Model], Callable[[Sequence[object]], list[JsonObject] | None]]] = {}

    # Names of unknown fields are shown, not their values: any of them may be personal.
    unknown_fields: JsonObject = attrs.field(factory=_no_fields, repr=False)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        # A decoder makes instances of one class; also of a subclass without the decorator.
        cls.__decoders__ = {}

    @classmethod
    def wire_names(cls) -> frozenset[str]:
        """Return the wire names of the documented fields."""
        names: frozenset[str] | None = cls.__dict__.get("__wire_names__")
        if names is None:
            names = cls.__wire_names__ = frozenset(wire.name for _, wire in cls.wire_fields())
        return names

    @classmethod
    def wire_fields(cls) -> tuple[_Field, ...]:
        """Return the documented fields in their documented order."""
        fields: tuple[_Field, ...] | None = cls.__dict__.get("__wire_fields__")
        if fields is None:
            fields = tuple(_Field(a.name, a.metadata[_WIRE]) for a in attrs.fields(cls) if _WIRE in a.metadata)
            cls.__wire_fields__ = fields
        return fields

    @classmethod
    def from_dict(cls, source: Mapping[str, JsonValue]) -> Self:
        """Build a model from a decoded JSON object.

        Never raises on odd content: a value of another type than documented is kept as it came, an absent field is
        ``UNSET`` (also where it is documented as required), an unknown one is in :attr:`unknown_fields`.

        Nested models are made when they are first read: leave the source as it is.
        """
        names = tuple(source)
        decoder = cls.__decoders__.get(names)
        if decoder is None:
            decoder = cls._decoder(names, source)
        return cast("Self", decoder(cast("JsonObject", source)))

    @classmethod
    def from_list(cls, source: Sequence[JsonValue]) -> list[Self | JsonValue]:
        """Build a model from each JSON object of a list; what is no object is kept as it came."""
        models: list[Any] = []
        names: tuple[str, ...] | None = None
        decoder: Callable[[JsonObject], Model] = cls._decode
        for item in source:
            if type(item) is dict:
                # Objects of one list mostly look alike.
                if (found := tuple(item)) != names:
                    known = cls.__decoders__.get(found)
                    decoder = known or cls._decoder(found, item)
                    names = found if known else None
                models.append(decoder(item))
            else:
                models.append(item)
        return models

    @classmethod
    def _decoder(cls, names: tuple[str, ...], source: Mapping[str, JsonValue]) -> Callable[[JsonObject], Model]:
        """Return what decodes objects of these names: code for them alone, once they have come before."""
        if len(cls.__decoders__) >= _MOST_DECODERS or len(names) > _MOST_NAMES or not isinstance(source, dict):
            return cls._decode
        decoder = compile_decoder(cls, cls.wire_fields(), source) if names in cls.__decoders__ else None
        cls.__decoders__[names] = decoder
        return decoder or cls._decode

    @classmethod
    def _decode(cls, source: JsonObject) -> Self:
        values: dict[str, object] = {}
        found = 0
        for attribute, wire in cls.wire_fields():
            value = source.get(wire.name, UNSET)
            if value is UNSET:
                values[attribute] = UNSET
                continue
            found += 1
            values[attribute] = value if value is None else wire.type.decode(value)
        if found != len(source):
            known = {wire.name for _, wire in cls.wire_fields()}
            values["unknown_fields"] = {name: value for name, value in source.items() if name not in known}
        return cast("Callable[..., Self]", cls)(**values)

    def to_dict(self) -> JsonObject:
        """Return the JSON object that the model was built from, or would be.

        The inverse of :meth:`from_dict`: odd values that were kept are written as they came. Never raises.
        """
        fields = ((wire, getattr(self, attribute)) for attribute, wire in self.wire_fields())
        result: JsonObject = {wire.name: wire.type.restore(value) for wire, value in fields if value is not UNSET}
        return {**result, **self.unknown_fields}

    def encode(self, where: str) -> JsonObject:
        """Return the JSON object that goes over the wire, checked.

        Raises:
            InvalidArgumentError: A field holds what cannot be sent; the error names its place below ``where``.
        """
        plain = self.encode_plain((self,))
        if plain is not None:
            return plain[0]
        result: JsonObject = {}
        for attribute, wire in self.wire_fields():
            value: object = getattr(self, attribute)
            if value is UNSET:
                if wire.required:
                    raise InvalidArgumentError(f"{where}.{attribute}", "is required")
                continue
            result[wire.name] = encode_value(value, wire.type, nullable=wire.nullable, where=f"{where}.{attribute}")
        for name, value in self.unknown_fields.items():
            result.setdefault(name, ANY.encode(value, f"{where}.{name}"))
        return result

    @classmethod
    def encode_plain(cls, models: Sequence[object]) -> list[JsonObject] | None:
        """Return what :meth:`encode` would for each model, or ``None`` where one needs a closer look.

        That is: one is of another class, has unknown fields, or cannot be sent; :meth:`encode` tells why, and where.
        """
        encoder = cls.__encoders__.get(cls)
        if encoder is None:
            encoder = cls.__encoders__[cls] = compile_encoder(cls, cls.wire_fields())
        try:
            return encoder(models)
        except InvalidArgumentError:
            return None

    def __repr__(self) -> str:
        shown = [
            f"{attribute}={'***' if wire.personal and value else repr(value)}"
            for attribute, wire in self.wire_fields()
            if (value := getattr(self, attribute)) is not UNSET
        ]
        if self.unknown_fields:
            # Names only: nobody knows which of these are personal.
            shown.append(f"unknown_fields=<{', '.join(sorted(self.unknown_fields))}>")
        return f"{type(self).__name__}({', '.join(shown)})"
