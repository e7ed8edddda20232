"""The documented example of an operation, as a user of the package would write it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import attrs

from pandapon_async._core.errors import InvalidArgumentError
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.wire_types import JsonText, ListOf, encode_value
from pandapon_async.cli.schema_reading import follow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async._core.call.operation import Operation, Parameter
    from pandapon_async._core.schema.wire_types import WireType
    from pandapon_async.cli.schema_reading import Schema

__all__ = ["answer_example", "documented_values", "example_arguments"]

#: What stands for a value of which the documentation shows no example, tried in this order.
_STAND_INS: Final = ("1", 1, True, Decimal(1))


def documented_values(document: Schema, source: Schema) -> dict[tuple[str, str], Any]:
    """Return the documented values of a request, by location and wire name."""
    values: dict[tuple[str, str], Any] = {}
    for reference in source.get("parameters", ()):
        entry = follow(document, reference)
        example = entry.get("example", entry.get("schema", {}).get("example"))
        if example is not None:
            values[entry["in"], entry["name"]] = example
    content = source.get("requestBody", {}).get("content", {}).get("application/json", {})
    body: dict[str, Any] = _example(content) or {}
    values.update({("body", name): value for name, value in body.items()})
    return values


def answer_example(source: Schema) -> Any:
    """Return the documented answer, None where there is none."""
    return _example(source["responses"]["200"].get("content", {}).get("application/json", {}))


def example_arguments(document: Schema, source: Schema, operation: Operation[object]) -> dict[str, object]:
    """Return arguments that can be sent: the documented ones, and stand-ins for what is required beside them."""
    return dict(_arguments(documented_values(document, source), operation))


def _arguments(values: dict[tuple[str, str], Any], operation: Operation[object]) -> Iterator[tuple[str, object]]:
    for parameter in operation.parameters:
        wire = values.get((parameter.location, parameter.name))
        value = None if wire is None else parameter.type.decode(wire)
        if (wire is not None or parameter.nullable) and _can_be_sent(parameter, value):
            if (parameter.location, parameter.name) in values:
                yield parameter.argument, value
        elif parameter.required:
            yield parameter.argument, _stand_in(parameter.type)


def _can_be_sent(parameter: Parameter, value: object) -> bool:
    try:
        encode_value(value, parameter.type, nullable=parameter.nullable, where=parameter.argument)
    except InvalidArgumentError:
        return False
    return True


def _stand_in(wire_type: WireType) -> object:
    if isinstance(wire_type, JsonText):
        return _stand_in(wire_type.inner)
    if isinstance(wire_type, ListOf):
        return [_stand_in(wire_type.item)]
    if isinstance(wire_type, Nested):
        model: Any = wire_type.model
        needed = {each.name for each in attrs.fields(model) if each.default is attrs.NOTHING}
        return model(**{name: _stand_in(wire.type) for name, wire in model.wire_fields() if name in needed})
    for value in _STAND_INS:
        try:
            wire_type.encode(value, "")
        except InvalidArgumentError:
            continue
        return value
    return None


def _example(content: dict[str, Any]) -> Any:
    if "example" in content:
        return content["example"]
    return next((each["value"] for each in content.get("examples", {}).values() if "value" in each), None)
