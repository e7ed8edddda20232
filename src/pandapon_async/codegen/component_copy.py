"""Copies a part of one specification into another, with the components that it refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from pandapon_async.codegen.extensions import ENVELOPES
from pandapon_async.codegen.naming import component_class, module_name
from pandapon_async.codegen.specification import object_at

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.specification import Specification

__all__ = ["ComponentCopy"]

_SCHEMAS: Final = "#/components/schemas/"
#: Keys without influence on types.
_TEXTS: Final = frozenset({"description", "example", "examples", "x-enum-descriptions"})


class ComponentCopy:
    """Copies values from one specification to another.

    A component that both have alike, apart from texts, is shared. One that the target has under the same name, but
    otherwise, gets a name with a suffix.
    """

    def __init__(self, source: Specification, target: Specification, suffix: str) -> None:
        self._source = source
        self._target = target
        self._suffix = suffix
        self._names: dict[str, str] = {}

    def of(self, value: JsonValue) -> JsonValue:
        """Return a copy of ``value`` for the target, and add the components that it refers to."""
        if isinstance(value, list):
            return [self.of(entry) for entry in value]
        if not isinstance(value, dict):
            return value
        name = self._source.component(value)
        return {
            key: _SCHEMAS + self._name(name) if key == "$ref" and name is not None else self.of(entry)
            for key, entry in value.items()
        }

    def _name(self, name: str) -> str:
        """Return the name that a component has in the target; copy it there first if needed."""
        if name not in self._names:
            if name in ENVELOPES.values() or self._is_shared(name, set()):
                self._names[name] = name
            else:
                self._copy(name)
        return self._names[name]

    def _copy(self, name: str) -> None:
        schemas = cast("JsonObject", object_at(self._target.document, "components")["schemas"])
        schema = object_at(self._source.schemas, name)
        python = component_class(name, schema)
        taken = {module_name(component_class(other, object_at(value))) for other, value in schemas.items()}
        clash = name in schemas or module_name(python) in taken
        chosen: JsonObject = {"x-pandapon-name": python + self._suffix} if clash else {}
        new = name + self._suffix if clash else name
        # Before its content, which may refer back to it.
        self._names[name] = new
        schemas[new] = {}
        schemas[new] = {**object_at(self.of(schema)), **chosen}

    def _is_shared(self, name: str, compared: set[str]) -> bool:
        if name in compared:
            return True
        compared.add(name)
        ours, theirs = self._source.schemas.get(name), self._target.schemas.get(name)
        return theirs is not None and self._equal(ours, theirs, compared)

    def _equal(self, ours: JsonValue, theirs: JsonValue, compared: set[str]) -> bool:
        if isinstance(ours, dict) and isinstance(theirs, dict):
            name = self._source.component(ours)
            if name is not None and name == self._target.component(theirs):
                return self._is_shared(name, compared)
            keys = ours.keys() - _TEXTS
            return keys == theirs.keys() - _TEXTS and all(self._equal(ours[k], theirs[k], compared) for k in keys)
        if isinstance(ours, list) and isinstance(theirs, list):
            return len(ours) == len(theirs) and all(map(self._equal, ours, theirs, [compared] * len(ours)))
        return ours == theirs
