"""Models and responses built from the documented examples, for mocks."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import attrs

from pandapon_async._core.errors import InvalidArgumentError
from pandapon_async._core.schema.json import load_json
from pandapon_async._core.schema.models import Model
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import JsonText, ListOf
from pandapon_async.catalogue import read_specification

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async._core.call.operation import Operation
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.wire_types import WireType

__all__ = ["example", "example_response"]

ModelT = TypeVar("ModelT", bound=Model)

_SURFACES: Final = {"pandapon_v1": "pandapon-v1", "pandapon_v2": "pandapon-v2", "xportcn_ka": "xportcn-ka"}
#: Values for fields without a documented example, tried in this order.
_STAND_INS: Final = ("1", 1, True, Decimal(1))
_DEPTH: Final = 6


def example(cls: type[ModelT], **fields: object) -> ModelT:
    """Return a model with the values of the documentation's examples.

    A field that no example shows gets a value that fits its type; :data:`UNSET` leaves a field out.

    Args:
        cls: Class of the model, such as ``pandapon_async.pandapon_v1.Order``.
        fields: Values that replace those of the example.

    Raises:
        TypeError: The model has no such field.
    """
    known = [attribute for attribute, _ in cls.wire_fields()]
    if unknown := sorted(fields.keys() - set(known)):
        raise TypeError(f"{cls.__name__} has no field {unknown[0]!r}; it has: {', '.join(known)}")
    found = _documented(_surface_of(cls)).get(cls)
    values: dict[str, Any] = {name: getattr(found, name) if found is not None else UNSET for name in known}
    missing = [(name, wire) for name, wire in cls.wire_fields() if values[name] is UNSET]
    values |= {name: _stand_in(wire.type, _DEPTH) for name, wire in missing}
    values |= fields
    return cls(**values)


def example_response(operation: Operation[Any] | str, data: object = UNSET, **envelope: object) -> dict[str, Any]:
    """Return the documented response of an operation as decoded JSON, envelope included.

    ::

        respx.post(url).respond(json=example_response("taobao.orders.update_warehouse"))

    Args:
        operation: The operation, or its Python name. A name of several surfaces means the first that has it.
        data: ``data`` to return in place of the documented one; a model or any JSON value.
        envelope: Further fields of the envelope, by wire name.

    Raises:
        KeyError: There is no such operation.
    """
    name = operation if isinstance(operation, str) else operation.name
    for module in _SURFACES:
        for found, source in _operations(module):
            if found.name == name and (isinstance(operation, str) or found is operation):
                documented: dict[str, Any] = _example_of(source) or {"requestId": "1", "success": True}
                response = dict(documented)
                response.setdefault("data", _plain(_stand_in(found.result, _DEPTH)))
                # Samples print 0 where a code belongs.
                response[found.envelope] = 200
                if data is not UNSET:
                    response["data"] = _plain(data)
                return {**response, **envelope}
    raise KeyError(f"no operation is named {name!r}; pandapon ops lists them")


def _surface_of(cls: type[Model]) -> str:
    return cls.__module__.split(".")[1] if cls.__module__.startswith("pandapon_async.") else ""


def _operations(module: str) -> Iterator[tuple[Operation[object], dict[str, Any]]]:
    """Yield each operation of a surface with its source in the specification."""
    document = read_specification(_SURFACES[module])
    sources: dict[str, dict[str, Any]] = {}
    for methods in document["paths"].values():
        for source in methods.values():
            if "operationId" in source:
                sources[source["operationId"]] = source
    table = import_module(f"pandapon_async.{module}.operations")
    for operation in cast("tuple[Operation[object], ...]", table.OPERATIONS):
        if operation.name in sources:
            yield operation, sources[operation.name]


@cache
def _documented(module: str) -> dict[type[Model], Model]:
    """Return the model of each class that an example of the surface shows most completely."""
    found: dict[type[Model], Model] = {}
    if module not in _SURFACES:
        return found
    for operation, source in _operations(module):
        response: dict[str, Any] = _example_of(source) or {}
        if response.get("data") is not None:
            _collect(operation.result.decode(response["data"]), found)
        body: dict[str, Any] = _content_example(source.get("requestBody", {})) or {}
        for parameter in operation.parameters:
            if body.get(parameter.name) is not None:
                _collect(parameter.type.decode(body[parameter.name]), found)
    return found


def _collect(value: object, found: dict[type[Model], Model]) -> None:
    if isinstance(value, Model):
        values = [getattr(value, attribute) for attribute, _ in value.wire_fields()]
        known = found.get(type(value))
        if known is None or _fullness(known) < _fullness(value):
            found[type(value)] = value
        for inner in values:
            _collect(inner, found)
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            _collect(item, found)


def _fullness(model: Model) -> int:
    return sum(getattr(model, attribute) is not UNSET for attribute, _ in model.wire_fields())


def _stand_in(wire_type: WireType, depth: int) -> object:
    if isinstance(wire_type, JsonText):
        return _stand_in(wire_type.inner, depth)
    if isinstance(wire_type, ListOf):
        return [_stand_in(wire_type.item, depth)] if depth else []
    if isinstance(wire_type, Nested):
        # Recursive models end somewhere.
        return _nested(wire_type.model, depth - 1) if depth else None
    for value in _STAND_INS:
        try:
            encoded = wire_type.encode(value, "")
        except InvalidArgumentError:
            continue
        return wire_type.decode(encoded) if encoded is not None else None
    return None


def _nested(cls: type[Model], depth: int) -> Model:
    known = _documented(_surface_of(cls)).get(cls)
    if known is not None:
        return cast("Model", attrs.evolve(cast("Any", known)))
    values: dict[str, Any] = {attribute: _stand_in(wire.type, depth) for attribute, wire in cls.wire_fields()}
    return cls(**values)


def _plain(value: object) -> JsonValue:
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [_plain(item) for item in cast("list[object]", value)]
    return cast("JsonValue", value)


def _example_of(source: dict[str, Any]) -> Any:
    return _content_example(source.get("responses", {}).get("200", {}))


def _content_example(holder: dict[str, Any]) -> Any:
    content: dict[str, Any] = holder.get("content", {}).get("application/json", {})
    if "example" in content:
        value = content["example"]
    else:
        value = next((each["value"] for each in content.get("examples", {}).values() if "value" in each), None)
    return load_json(value) if isinstance(value, str) and value.startswith("{") else value
