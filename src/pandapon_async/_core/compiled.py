"""Straight-line code for models: what looping over fields would do, written out.

Decoding is compiled for each form in which objects come: the same names in the same order. Answers of one operation
come in a few forms only, so after the first time a decoder is found by its names and only unpacks values. Encoding is
compiled once for each class, for values that are what they should be; everything else takes the way of the wire types,
which knows what to say about it.

The source is built from numbers and wire types of ours; names that come from outside are compared, and never written
into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from pandapon_async._core.unset import UNSET
from pandapon_async._core.wire import BOOLEAN, INTEGER, INTEGER_TEXT, TEXT, Id, ListOf, Nested

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pandapon_async._core.json import JsonObject, JsonValue
    from pandapon_async._core.model import Model, Wire
    from pandapon_async._core.wire import WireType

__all__ = ["compile_decoder", "compile_encoder"]

_PLAIN: Final[dict[WireType, type]] = {TEXT: str, INTEGER: int, BOOLEAN: bool}


class _Source:
    """Lines of a function, and the values that they use by name."""

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
        # Default arguments would be found faster than globals, and could be passed by mistake.
        exec("\n".join(self._lines), self._names)  # noqa: S102 - built from our own numbers and names alone
        return self._names["compiled"]


def compile_decoder(cls: type[Model], example: Mapping[str, JsonValue]) -> Callable[[JsonObject], Model]:
    """Return what builds a model from objects that have the same names in the same order as the example."""
    known = {wire.name: (attribute, wire.type) for attribute, wire in cls.wire_fields()}
    source = _Source("source", new=object.__new__, cls=cls, UNSET=UNSET, type=type, str=str, dict=dict, list=list)
    names = list(example)
    if names:
        source.add(f"({''.join(f'v{index},' for index in range(len(names)))}) = source.values()")
    source.add("model = new(cls)")
    deferred: dict[str, tuple[WireType, str]] = {}
    unknown: list[str] = []
    found: set[str] = set()
    for index, name in enumerate(names):
        if name not in known:
            unknown.append(f"{source.name(name)}: v{index}")
            continue
        attribute, wire = known[name]
        found.add(attribute)
        if wire.is_deferred():
            deferred[attribute] = (wire, f"v{index}")
        else:
            source.add(f"model.{attribute} = {_decoding(source, wire, f'v{index}', example[name])}")
    absent = [attribute for attribute, _ in known.values() if attribute not in found]
    if absent:
        source.add(" = ".join([*(f"model.{attribute}" for attribute in absent), "UNSET"]))
    if deferred:
        cls.defer({attribute: wire for attribute, (wire, _) in deferred.items()})
        source.add(f"model._pending = {{{', '.join(f'{name!r}: {value}' for name, (_, value) in deferred.items())}}}")
    source.add(f"model.unknown_fields = {{{', '.join(unknown)}}}")
    source.add("return model")
    return cast("Callable[[JsonObject], Model]", source.function())


def _decoding(source: _Source, wire: WireType, value: str, example: JsonValue) -> str:
    if not wire.decodes:
        return value
    # Models are imported when the first value of theirs comes.
    if isinstance(wire, Nested) and isinstance(example, dict):
        return f"{source.name(wire.model.from_dict)}({value}) if type({value}) is dict else {value}"
    if isinstance(wire, ListOf) and not wire.item.decodes:
        return value
    if isinstance(wire, ListOf) and isinstance(wire.item, Nested) and isinstance(example, list) and example:
        return f"{source.name(wire.item.model.from_list)}({value}) if type({value}) is list else {value}"
    decode = f"{source.name(wire.decode)}({value})"
    return f"{value} if type({value}) is str else {decode}" if isinstance(wire, Id) else decode


def compile_encoder(cls: type[Model]) -> Callable[[Sequence[object]], list[JsonObject] | None]:
    """Return what encodes models of exactly this class, without unknown fields; ``None`` where one is no such model.

    It raises :class:`InvalidArgumentError` where something cannot be sent, and does not say rightly where.
    """
    source = _Source("models", cls=cls, UNSET=UNSET, type=type, str=str, int=int, bool=bool)
    source.add("encoded = []")
    source.add("for model in models:")
    source.add("  if type(model) is not cls or model.unknown_fields: return None")
    source.add("  result = {}")
    for attribute, wire in cls.wire_fields():
        source.add(f"  value = model.{attribute}")
        target = f"result[{source.name(wire.name)}]"
        general = f"{target} = {_encoding(source, wire)}"
        plain = _plain(wire.type)
        if plain is not None:
            source.add(f"  if {plain[0]}: {target} = {plain[1]}")
        # Where the field is required, the wire types refuse UNSET.
        if wire.required:
            source.add(f"  else: {general}" if plain else f"  {general}")
        else:
            source.add(f"  {'elif' if plain else 'if'} value is not UNSET: {general}")
    source.add("  encoded.append(result)")
    source.add("return encoded")
    return cast("Callable[[Sequence[object]], list[JsonObject] | None]", source.function())


def _plain(wire: WireType) -> tuple[str, str] | None:
    """Return when a value is just what it should be, and how it is then written."""
    plain = _PLAIN.get(wire)
    if plain is not None:
        return f"type(value) is {plain.__name__}", "value"
    if isinstance(wire, Id) and wire.is_text:
        return "type(value) is str and value and not value.isspace()", "value"
    if wire is INTEGER_TEXT:
        return "type(value) is int and value >= 0", "str(value)"
    return None


def _encoding(source: _Source, field: Wire) -> str:
    from pandapon_async._core.model import encode_value  # noqa: PLC0415 - models encode by this module

    def encode(given: Any) -> JsonValue:
        return encode_value(given, field.type, nullable=field.nullable, where="")

    return f"{source.name(encode)}(value)"
