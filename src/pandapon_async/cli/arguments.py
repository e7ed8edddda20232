"""From words and JSON to the arguments of an operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async._core.errors import InvalidArgumentError
from pandapon_async._core.schema.json import JsonError, load_json
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.wire_types import ANY, JsonText, ListOf
from pandapon_async.cli.failures import FailureError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pandapon_async._core.call.operation import Operation, Parameter
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.wire_types import WireType

__all__ = ["arguments_from_json", "arguments_from_words", "json_from_text", "pairs_of_words"]

_LEAD: Final = "--"


def pairs_of_words(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield name and value of each ``--name value`` or ``--name=value``.

    Raises:
        FailureError: A word is no name, or a name has no value.
    """
    rest = iter(words)
    for word in rest:
        if not word.startswith(_LEAD) or word == _LEAD:
            raise FailureError("expected --name value; a word stands where a name should be (quote values with blanks)")
        name, equals, value = word.removeprefix(_LEAD).partition("=")
        if not equals:
            following = next(rest, None)
            if following is None:
                raise FailureError(f"--{name} has no value")
            value = following
        yield name, value


def json_from_text(text: bytes | str, where: str) -> JsonValue:
    """Decode JSON.

    Raises:
        FailureError: It is none.
    """
    try:
        return load_json(text)
    except JsonError:
        raise FailureError(f"{where} holds no valid JSON") from None


def arguments_from_words(operation: Operation[object], pairs: Iterable[tuple[str, str]]) -> dict[str, object]:
    """Build arguments from names and texts. Objects and lists are JSON text.

    Raises:
        FailureError: A name is unknown or comes twice.
        InvalidArgumentError: A value has fields that the documentation does not name.
    """
    arguments: dict[str, object] = {}
    for name, text in pairs:
        parameter = _parameter(operation, name)
        if parameter.argument in arguments:
            raise FailureError(f"--{name} is given twice")
        arguments[parameter.argument] = _value_of_text(text, parameter)
    return arguments


def arguments_from_json(operation: Operation[object], document: JsonValue) -> dict[str, object]:
    """Build arguments from a JSON object, its keys Python or wire names.

    Raises:
        FailureError: It is no object, or a name is unknown or comes twice.
        InvalidArgumentError: A value has fields that the documentation does not name.
    """
    if not isinstance(document, dict):
        raise FailureError("--json must hold an object: the parameters by name")
    arguments: dict[str, object] = {}
    for name, value in document.items():
        parameter = _parameter(operation, name)
        if parameter.argument in arguments:
            raise FailureError(f"{parameter.argument} is given twice, by both of its names")
        arguments[parameter.argument] = _value_of_json(value, parameter)
    return arguments


def _parameter(operation: Operation[object], name: str) -> Parameter:
    python_name = name.replace("-", "_")
    for parameter in operation.parameters:
        if name == parameter.name or python_name == parameter.argument:
            return parameter
    known = ", ".join(parameter.argument for parameter in operation.parameters) or "none"
    raise FailureError(f"{operation.name} has no parameter {name!r}; it has: {known}")


def _value_of_text(text: str, parameter: Parameter) -> object:
    """Take a text for what the documented type needs: for itself where that is right, else for JSON."""
    wire_type = parameter.type
    if not _holds_json(wire_type) and wire_type.matches(wire_type.decode(text)):
        return wire_type.decode(text)
    try:
        value = load_json(text)
    except JsonError:
        if isinstance(wire_type, Nested | ListOf):
            raise InvalidArgumentError(parameter.argument, f"expected JSON text of {wire_type.expected}") from None
        # Encoding says what is wrong with it, without showing it.
        return text
    return _value_of_json(value, parameter)


def _holds_json(wire_type: WireType) -> bool:
    return wire_type is ANY or isinstance(wire_type, JsonText)


def _value_of_json(value: JsonValue, parameter: Parameter) -> object:
    if value is None:
        return None
    return parameter.type.decode(_by_wire_name(value, parameter.type, parameter.argument))


def _by_wire_name(value: JsonValue, wire_type: WireType, where: str) -> JsonValue:
    """Return a value with the wire's names in place of Python's.

    Raises:
        InvalidArgumentError: An object has a field of neither name. In an order that costs money it is a slip of the
            pen; a field that the documentation lacks can be sent with ``--path``.
    """
    if isinstance(wire_type, JsonText):
        if isinstance(value, str):
            try:
                value = load_json(value)
            except JsonError:
                return value
        return _by_wire_name(value, wire_type.inner, where)
    if isinstance(wire_type, ListOf) and isinstance(value, list):
        return [_by_wire_name(item, wire_type.item, f"{where}[{index}]") for index, item in enumerate(value)]
    if isinstance(wire_type, Nested) and isinstance(value, dict):
        return dict(_fields_by_wire_name(value, wire_type, where))
    return value


def _fields_by_wire_name(
    value: Mapping[str, JsonValue], wire_type: Nested, where: str
) -> Iterator[tuple[str, JsonValue]]:
    known = dict(wire_type.model.wire_fields())
    known = {**{wire.name: wire for wire in known.values()}, **known}
    for name, inner in value.items():
        if name not in known:
            raise InvalidArgumentError(f"{where}.{name}", f"{wire_type.expected} has no such field")
        wire = known[name]
        yield wire.name, None if inner is None else _by_wire_name(inner, wire.type, f"{where}.{name}")
