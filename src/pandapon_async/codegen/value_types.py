"""Decides the Python type and the wire type of each value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async.codegen.errors import CodegenError, Problem
from pandapon_async.codegen.ir import ValueType
from pandapon_async.codegen.specification import object_at

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async.codegen.openapi_parser import Shape
    from pandapon_async.codegen.specification import Specification

__all__ = ["ValueTypes"]

_ID_AS_TEXT: Final = ValueType("Id()", "str", "str | int")
_ID_AS_NUMBER: Final = ValueType('Id("integer")', "str", "str | int")
_ANY: Final = ValueType("ANY", "JsonValue", "JsonValue", nullable=True, takes_null=True)
_OBJECT: Final = ValueType("OBJECT", "JsonObject", "Mapping[str, JsonValue]")
_NULL: Final = ValueType("NULL", "None", "None", nullable=True, takes_null=True)
_FORMATTED_TEXT: Final = {
    "integer": ValueType("INTEGER_TEXT", "int", "int"),
    "decimal": ValueType("DECIMAL_TEXT", "Decimal", "Decimal | int"),
}
_TIMES: Final = {
    ("string", "china-time"): ValueType("CHINA_TIME", "ChinaTime", "str | datetime"),
    ("string", "epoch-seconds"): ValueType("EPOCH_SECONDS_TEXT", "EpochSecondsText", "str | datetime"),
    ("integer", "epoch-seconds"): ValueType("EPOCH_SECONDS", "EpochSeconds", "int | datetime"),
    ("string", "epoch-milliseconds"): ValueType("EPOCH_MILLISECONDS_TEXT", "EpochMillisecondsText", "str | datetime"),
    ("integer", "epoch-milliseconds"): ValueType("EPOCH_MILLISECONDS", "EpochMilliseconds", "int | datetime"),
}
_PLAIN: Final = {
    "boolean": ValueType("BOOLEAN", "bool", "bool"),
    "integer": ValueType("INTEGER", "int", "int"),
    "number": ValueType("NUMBER", "float", "float"),
    "string": ValueType("TEXT", "str", "str"),
}


class ValueTypes:
    """Types of the values of one specification."""

    def __init__(self, specification: Specification, module: str) -> None:
        self._specification = specification
        self._module = module

    def of(self, shape: Shape, schema: JsonObject, where: str) -> ValueType:
        """Return the type of a value.

        Args:
            shape: What the parser resolved.
            schema: The schema in the specification.
            where: JSON pointer for messages.

        Raises:
            CodegenError: The type cannot be expressed.
        """
        proper, nullable = self._specification.unwrap(schema)
        if "contentSchema" in proper:
            inner = self.of(shape, object_at(proper, "contentSchema"), where)
            value = inner._replace(wire=f"JsonText({inner.wire})")
        else:
            value = self._proper(shape, proper, where)
        return value._replace(nullable=value.nullable or nullable)

    def _proper(self, shape: Shape, schema: JsonObject, where: str) -> ValueType:
        if shape.kind == "model":
            wire = f'Nested("{self._module}.models.{shape.module_name}:{shape.class_name}")'
            return ValueType(wire, shape.class_name, shape.class_name, models=frozenset({shape.class_name}))
        if shape.kind == "list":
            return self._list(self.of(shape.inner[0], object_at(schema, "items"), f"{where}/items"))
        if schema.get("x-pandapon-id") is True and shape.kind in ("string", "integer"):
            return _ID_AS_NUMBER if shape.kind == "integer" else _ID_AS_TEXT
        if shape.kind == "enum":
            return self._enum(shape, schema)
        if shape.kind == "any":
            return _OBJECT if schema.get("type") == "object" else _ANY
        if shape.kind == "null":
            return _NULL
        if shape.kind == "union":
            return self._union(shape, where)
        form = str(schema.get("format"))
        if shape.kind == "string" and form in _FORMATTED_TEXT:
            return _FORMATTED_TEXT[form]
        return _TIMES.get((shape.kind, form), _PLAIN[shape.kind])

    def _list(self, item: ValueType) -> ValueType:
        or_none = " | None" if item.nullable and not item.takes_null else ""
        nullable = ", nullable_items=True" if item.nullable and item.wire not in ("ANY", "NULL") else ""
        return ValueType(
            f"ListOf({item.wire}{nullable})",
            f"list[{item.response}{or_none}]",
            f"Sequence[{item.argument}{or_none}]",
            models=item.models,
        )

    def _enum(self, shape: Shape, schema: JsonObject) -> ValueType:
        # Open: the class has the documented values, the plain type takes all others.
        plain, form = ("int", ', "integer"') if schema.get("type") == "integer" else ("str", "")
        wire = f'OpenEnum("{self._module}.models.{shape.module_name}:{shape.class_name}"{form})'
        python = f"{shape.class_name} | {plain}"
        return ValueType(wire, python, python, models=frozenset({shape.class_name}))

    def _union(self, shape: Shape, where: str) -> ValueType:
        members = [_PLAIN.get(member.kind) for member in shape.inner]
        if None in members:
            raise CodegenError(Problem(self._specification.file, where, "only scalars may be joined in one type"))
        python = " | ".join(sorted({member.response for member in members if member is not None}))
        return ValueType("ANY", python, python)
