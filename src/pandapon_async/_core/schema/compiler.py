"""Compiles straight-line decoders and encoders for models, in place of loops over their fields.

A decoder is compiled for each shape of object: the same names in the same order. Responses of one operation have few
shapes, so a decoder is usually found by its names and only unpacks values. An encoder is compiled once for each class,
for well-typed values; anything else falls back to the wire types, which can say what is wrong.

The generated source contains our own numbers and wire types only. Names from a response are compared, never written
into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER, INTEGER_TEXT, TEXT, Id, encode_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async._core.schema.lazy_fields import LazyFields
    from pandapon_async._core.schema.wire_types import Wire, WireType

__all__ = ["compile_decoder", "compile_encoder"]

ModelT = TypeVar("ModelT", bound="LazyFields")

_PLAIN: Final[dict[WireType, type]] = {TEXT: str, INTEGER: int, BOOLEAN: bool}


class _Source:
    """Lines of a function, and the values that they name."""

    def __init__(self, signature: str, **names: object) -> None:
        self._lines = [f"def compiled({signature}):"]
        self._names = names

    def add(self, line: str) -> None:
        self._lines.append(f"    {line}")

    def name(self, value: object) -> str:
        name = f"n{len(self._names)}"
        self._names[name] = value
        return name

    def function(self) -> Any:
        exec("\n".join(self._lines), self._names)  # noqa: S102 - built from our own numbers and names alone
        return self._names["compiled"]


def compile_decoder(
    cls: type[ModelT], fields: Iterable[tuple[str, Wire]], example: Mapping[str, JsonValue]
) -> Callable[[JsonObject], ModelT]:
    """Return a function that builds a model from objects with the same names, in the same order, as the example.

    Args:
        cls: Class of the model.
        fields: Attribute and wire form of each field.
        example: An object of this shape.
    """
    known = {wire.name: (attribute, wire.type) for attribute, wire in fields}
    source = _Source("source", new=object.__new__, cls=cls, UNSET=UNSET, type=type, str=str, dict=dict, list=list)
    names = list(example)
    if names:
        source.add(f"({''.join(f'v{index},' for index in range(len(names)))}) = source.values()")
    source.add("model = new(cls)")
    lazy: dict[str, tuple[WireType, str]] = {}
    unknown: list[str] = []
    found: set[str] = set()
    for index, name in enumerate(names):
        if name not in known:
            unknown.append(f"{source.name(name)}: v{index}")
            continue
        attribute, wire = known[name]
        found.add(attribute)
        if wire.is_lazy():
            lazy[attribute] = (wire, f"v{index}")
        else:
            source.add(f"model.{attribute} = {_decoding(source, wire, f'v{index}', example[name])}")
    absent = [attribute for attribute, _ in known.values() if attribute not in found]
    if absent:
        source.add(" = ".join([*(f"model.{attribute}" for attribute in absent), "UNSET"]))
    if lazy:
        cls.add_lazy_fields({attribute: wire for attribute, (wire, _) in lazy.items()})
        source.add(f"model._pending = {{{', '.join(f'{name!r}: {value}' for name, (_, value) in lazy.items())}}}")
    source.add(f"model.unknown_fields = {{{', '.join(unknown)}}}")
    source.add("return model")
    return cast("Callable[[JsonObject], ModelT]", source.function())


def _decoding(source: _Source, wire: WireType, value: str, example: JsonValue) -> str:
    if not wire.decodes:
        return value
    if (direct := wire.direct_decoder(example)) is not None:
        json_type, decoder = direct
        return f"{source.name(decoder)}({value}) if type({value}) is {json_type.__name__} else {value}"
    decode = f"{source.name(wire.decode)}({value})"
    return f"{value} if type({value}) is str else {decode}" if isinstance(wire, Id) else decode


def compile_encoder(
    cls: type[LazyFields], fields: Iterable[tuple[str, Wire]]
) -> Callable[[Sequence[object]], list[JsonObject] | None]:
    """Return a function that encodes models of exactly this class without unknown fields.

    It returns ``None`` if one of them is anything else, and raises :class:`InvalidArgumentError`, without the right
    place, if a value cannot be sent.
    """
    source = _Source("models", cls=cls, UNSET=UNSET, type=type, str=str, int=int, bool=bool)
    source.add("encoded = []")
    source.add("for model in models:")
    source.add("  if type(model) is not cls or model.unknown_fields: return None")
    source.add("  result = {}")
    for attribute, wire in fields:
        source.add(f"  value = model.{attribute}")
        target = f"result[{source.name(wire.name)}]"
        general = f"{target} = {_encoding(source, wire)}"
        plain = _plain(wire.type)
        if plain is not None:
            source.add(f"  if {plain[0]}: {target} = {plain[1]}")
        # The wire types refuse UNSET for a required field.
        if wire.required:
            source.add(f"  else: {general}" if plain else f"  {general}")
        else:
            source.add(f"  {'elif' if plain else 'if'} value is not UNSET: {general}")
    source.add("  encoded.append(result)")
    source.add("return encoded")
    return cast("Callable[[Sequence[object]], list[JsonObject] | None]", source.function())


def _plain(wire: WireType) -> tuple[str, str] | None:
    """Return the test for a well-typed value, and the expression that encodes it."""
    plain = _PLAIN.get(wire)
    if plain is not None:
        return f"type(value) is {plain.__name__}", "value"
    if isinstance(wire, Id) and wire.is_text:
        return "type(value) is str and value and not value.isspace()", "value"
    if wire is INTEGER_TEXT:
        return "type(value) is int and value >= 0", "str(value)"
    return None


def _encoding(source: _Source, field: Wire) -> str:
    def encode(given: Any) -> JsonValue:
        return encode_value(given, field.type, nullable=field.nullable, where="")

    return f"{source.name(encode)}(value)"
