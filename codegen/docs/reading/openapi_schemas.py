"""Schemas of an OpenAPI 3.0 or 3.1 document, as the fields of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from codegen.docs.model.fields import Field, FieldType, Unread
from pandapon_async.codegen.specification import list_at, object_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["Schemas", "line_of"]

_DEEPEST: Final = 24
_MOST: Final = 4000
_TYPES: Final = frozenset({"string", "integer", "number", "boolean", "object", "array", "null"})


def line_of(node: object, key: Any, first: int) -> int:
    """Return the line of a key in a document that begins on line ``first``."""
    try:
        return first + int(cast("Any", node).lc.key(key)[0])
    except (AttributeError, KeyError, TypeError):
        return first


class Schemas:
    """Turns schemas into fields. What it does not understand goes to ``unread``."""

    def __init__(self, document: JsonObject, first: int, unread: list[Unread]) -> None:
        self._document = document
        self._first = first
        self._unread = unread
        self._seen = 0

    def follow(self, node: JsonObject) -> JsonObject:
        """Follow references inside the document; what stands beside one wins."""
        for _ in range(_DEEPEST):
            reference = node.get("$ref")
            if not isinstance(reference, str):
                return node
            target: JsonValue = self._document
            for key in reference.removeprefix("#/").split("/"):
                target = object_at(target).get(key.replace("~1", "/").replace("~0", "~"))
            if not isinstance(target, dict):
                self._unread.append(Unread(self._first, reference[:80], "the reference leads nowhere"))
                return {}
            node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
        self._unread.append(Unread(self._first, str(node.get("$ref"))[:80], "the reference leads back to itself"))
        return {}

    def _note(self, text: str, why: str) -> None:
        entry = Unread(self._first, text[:80], why)
        if entry not in self._unread:
            self._unread.append(entry)

    def fields(self, schema: JsonObject, where: str) -> tuple[tuple[Field, ...], FieldType]:
        """Return the fields of a body and its type."""
        return tuple(self._fields(schema, where, 0)), self._kind(schema, 0)

    def parameter(self, parameter: JsonObject) -> Field:
        """Return a parameter."""
        schema = object_at(parameter, "schema")
        found = self._field(text_at(parameter, "name"), schema, required=parameter.get("required") is True, depth=0)
        example = parameter.get("example")
        return Field(
            found.name,
            found.type,
            line_of(parameter, "name", self._first),
            required=found.required,
            description=text_at(parameter, "description") or found.description,
            default=found.default,
            example=str(example) if example is not None else found.example,
            deprecated=parameter.get("deprecated") is True,
        )

    def _fields(self, schema: JsonObject, where: str, depth: int) -> Iterator[Field]:
        if depth > _DEEPEST:
            self._unread.append(Unread(self._first, where, "nested too deep, or into itself"))
            return
        proper = self._proper(schema)
        if "items" in proper:
            yield from self._fields(object_at(proper, "items"), where, depth + 1)
            return
        properties = self._properties(proper, depth)
        required = {str(name) for part in self._parts(proper, depth) for name in list_at(part, "required")}
        for name, (owner, value) in properties.items():
            self._seen += 1
            if self._seen > _MOST:
                self._unread.append(Unread(self._first, where, "more fields than a page has"))
                return
            field = self._field(name, value, required=name in required, depth=depth)
            line = line_of(owner, name, self._first)
            below = tuple(self._fields(value, f"{where}.{name}", depth + 1)) if field.type.is_container else ()
            yield Field(
                name,
                field.type,
                line,
                required=field.required,
                description=field.description,
                default=field.default,
                example=field.example,
                deprecated=field.deprecated,
                fields=below,
            )

    def _parts(self, schema: JsonObject, depth: int) -> Iterator[JsonObject]:
        self._seen += 1
        if depth < _DEEPEST and self._seen <= _MOST:
            for part in list_at(schema, "allOf"):
                yield from self._parts(self.follow(object_at(part)), depth + 1)
        yield schema

    def _properties(self, schema: JsonObject, depth: int) -> dict[str, tuple[JsonObject, JsonObject]]:
        found: dict[str, tuple[JsonObject, JsonObject]] = {}
        order: list[JsonValue] = []
        for part in self._parts(schema, depth):
            order += list_at(part, "x-apifox-orders")
            owner = object_at(part, "properties")
            found |= {str(name): (owner, object_at(value)) for name, value in owner.items()}
        # The order of the page; ids of shared schemas stand in the list as well, and name no field.
        names = [name for name in dict.fromkeys(map(str, order)) if name in found]
        return {name: found[name] for name in [*names, *(name for name in found if name not in names)]}

    def _proper(self, schema: JsonObject) -> JsonObject:
        """Follow references and take null off a union of two."""
        schema = self.follow(schema)
        for key in ("anyOf", "oneOf"):
            others = [entry for entry in list_at(schema, key) if object_at(entry).get("type") != "null"]
            if len(others) == 1:
                return self.follow(object_at(others[0]))
            if others:
                self._note(
                    str(schema.get("description") or key), f"{key} of {len(others)} schemas: which one does not show"
                )
        return schema

    def _field(self, name: str, schema: JsonObject, *, required: bool, depth: int) -> Field:
        outer, proper = self.follow(schema), self._proper(schema)
        default, example = proper.get("default"), proper.get("example")
        examples = list_at(proper, "examples")
        if example is None and examples:
            example = examples[0]
        return Field(
            name,
            self._kind(schema, depth),
            self._first,
            required=required,
            description=text_at(outer, "description") or text_at(outer, "title") or text_at(proper, "description"),
            default=None if default is None else str(default),
            example=None if example is None else str(example),
            deprecated=outer.get("deprecated") is True,
        )

    def _kind(self, schema: JsonObject, depth: int) -> FieldType:
        if depth > _DEEPEST:
            return FieldType()
        outer, proper = self.follow(schema), self._proper(schema)
        given = proper.get("type")
        types = [str(kind) for kind in (given if isinstance(given, list) else [given]) if kind is not None]
        if not types and (object_at(proper, "properties") or list_at(proper, "allOf")):
            types = ["object"]
        for kind in types:
            if kind not in _TYPES:
                self._note(kind, "unknown type")
        unions = [entry for key in ("anyOf", "oneOf") for entry in list_at(outer, key)]
        nullable = "null" in types or proper.get("nullable") is True or outer.get("nullable") is True
        nullable = nullable or any(object_at(entry).get("type") == "null" for entry in unions)
        enum = tuple(value for value in list_at(proper, "enum") if value is not None)
        references = [text_at(part, "$ref") for part in (schema, proper, *map(object_at, unions))]
        form = proper.get("format")
        return FieldType(
            tuple(kind for kind in types if kind != "null" and kind in _TYPES),
            nullable,
            form if isinstance(form, str) else None,
            next((reference.rpartition("/")[2] for reference in references if reference), None),
            items=self._kind(object_at(proper, "items"), depth + 1) if "items" in proper else None,
            enum=enum or None,
        )
