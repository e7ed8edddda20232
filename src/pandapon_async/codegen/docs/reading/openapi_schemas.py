"""Converts schemas of an OpenAPI 3.0 or 3.1 document to fields. What it does not understand is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from pandapon_async.codegen.docs.model.fields import Field, FieldType, Unread
from pandapon_async.codegen.docs.reading.yaml_document import TooLargeError, key_text, line_of, scalar_text
from pandapon_async.codegen.specification import list_at, object_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["Schemas"]

_DEEPEST: Final = 24
_MOST: Final = 4000
_SHOWN: Final = 80
_TYPES: Final = frozenset({"string", "integer", "number", "boolean", "object", "array", "null"})
#: Keywords that are read, and keywords that change neither names nor types.
_KEYWORDS: Final = frozenset(
    {
        *("$ref", "type", "properties", "required", "items", "allOf", "anyOf", "oneOf", "enum", "const", "format"),
        *("nullable", "default", "example", "examples", "description", "title", "deprecated", "additionalProperties"),
        *("readOnly", "writeOnly", "minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum"),
        *("exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"),
        *("contentMediaType", "contentEncoding", "externalDocs", "xml", "$id", "$schema", "$comment"),
    }
)
PARAMETER_KEYS: Final = frozenset(
    {
        *("name", "in", "description", "required", "deprecated", "schema", "example", "examples", "$ref"),
        *("style", "explode", "allowReserved", "allowEmptyValue"),
    }
)


class Located(NamedTuple):
    """A schema, the line of its key, and the components that it was found in."""

    schema: JsonObject
    line: int
    above: tuple[int, ...] = ()


class Schemas:
    """Converts schemas to fields.

    Attributes:
        part: ``request`` or ``response``: the part that is being read, for the list of lines not understood.
    """

    def __init__(self, document: JsonObject, first: int, unread: list[Unread]) -> None:
        self._document = document
        self._first = first
        self._unread = unread
        self._seen = 0
        self.part = ""

    def note(self, line: int, text: str, why: str) -> None:
        """List a line that was not understood."""
        entry = Unread(line, str(text)[:_SHOWN], why, self.part)
        if entry not in self._unread:
            self._unread.append(entry)

    def line(self, node: object, key: object, default: int) -> int:
        """Return the line of a key."""
        return line_of(node, key, default, self._first)

    def check_keys(self, node: JsonObject, known: frozenset[str], line: int) -> None:
        """List the keys that have no meaning here. Extensions say nothing about the contract."""
        for key in node:
            text = key_text(key)
            if text not in known and not text.startswith("x-"):
                self.note(self.line(node, key, line), text, "a keyword that the reader does not know")

    def follow(self, node: JsonObject, line: int) -> JsonObject:
        """Follow references inside the document. Keys beside a reference override its target."""
        for _ in range(_DEEPEST):
            reference = node.get("$ref")
            if not isinstance(reference, str):
                return node
            here = self.line(node, "$ref", line)
            target = self._target(reference)
            if target is None:
                self.note(here, reference, "the reference leads nowhere")
                return {key: value for key, value in node.items() if key != "$ref"}
            siblings = {key: value for key, value in node.items() if key != "$ref"}
            node = {**target, **siblings} if siblings else target
            line = here
        self.note(line, str(node.get("$ref")), "the reference leads back to itself")
        return {}

    def _target(self, reference: str) -> JsonObject | None:
        """Return the target of a reference; names can be percent-encoded, as in any URL fragment."""
        for text in dict.fromkeys((reference, unquote(reference))):
            target: JsonValue = self._document
            for key in text.removeprefix("#/").split("/"):
                target = object_at(target).get(key.replace("~1", "/").replace("~0", "~"))
            if isinstance(target, dict):
                return target
        return None

    def body(self, schema: JsonObject, line: int, where: str) -> tuple[tuple[Field, ...], FieldType]:
        """Return the fields of a body and its type."""
        located = Located(schema, line)
        return tuple(self._fields(located, where, 0)), self._type(schema, line, 0)

    def parameter(self, parameter: JsonObject, line: int) -> Field:
        """Return a parameter."""
        self.check_keys(parameter, PARAMETER_KEYS, line)
        here = self.line(parameter, "name", line)
        schema = object_at(parameter, "schema")
        schema_line = self.line(parameter, "schema", here)
        name = text_at(parameter, "name")
        found = self._field(name, schema, schema_line, required=parameter.get("required") is True, depth=0)
        fields = self._below(found, Located(schema, schema_line), name, 0)
        return Field(
            found.name,
            found.type,
            here,
            required=found.required,
            description=text_at(parameter, "description") or found.description,
            default=found.default,
            example=self._text(parameter.get("example"), here) or found.example,
            deprecated=parameter.get("deprecated") is True or found.deprecated,
            fields=fields,
        )

    def _below(self, field: Field, located: Located, where: str, depth: int) -> tuple[Field, ...]:
        inner = field.type.inner
        # Without a type there may still be properties.
        if inner.types and not field.type.is_container:
            return ()
        return tuple(self._fields(located, where, depth + 1))

    def _fields(self, located: Located, where: str, depth: int) -> Iterator[Field]:
        line = located.line
        if depth > _DEEPEST:
            self.note(line, where, "nested too deeply")
            return
        proper = self._proper(located.schema, line)
        # A reference with siblings is copied, but its properties are the same object.
        identity = id(proper.get("properties") or proper)
        if identity in located.above:
            return  # a component inside itself: its fields are those above
        above = (*located.above, identity)
        if "items" in proper:
            items_line = self.line(proper, "items", line)
            yield from self._fields(Located(object_at(proper, "items"), items_line, above), where, depth + 1)
            return
        parts = list(self._parts(proper, line, depth))
        required = {str(name) for part, _ in parts for name in list_at(part, "required")}
        for name, (value, here) in self._properties(parts).items():
            self._seen += 1
            if self._seen > _MOST:
                self.note(here, name, "more fields than a page has")
                return
            field = self._field(name, value, here, required=name in required, depth=depth)
            below = self._below(field, Located(value, here, above), f"{where}.{name}", depth)
            yield Field(
                name,
                field.type,
                here,
                required=field.required,
                description=field.description,
                default=field.default,
                example=field.example,
                deprecated=field.deprecated,
                fields=below,
            )

    def _parts(self, schema: JsonObject, line: int, depth: int) -> Iterator[tuple[JsonObject, int]]:
        """Yield the schemas of ``allOf``, then the schema itself."""
        self._seen += 1
        members = list_at(schema, "allOf")
        if members and (depth >= _DEEPEST or self._seen > _MOST):
            self.note(self.line(schema, "allOf", line), "allOf", "nested too deeply")
            members = []
        for index, part in enumerate(members):
            here = self.line(members, index, self.line(schema, "allOf", line))
            yield from self._parts(self._proper(object_at(part), here), here, depth + 1)
        if depth:
            self._check(schema, line)
        yield schema, line

    def _check(self, schema: JsonObject, line: int) -> None:
        self.check_keys(schema, _KEYWORDS, line)
        values = schema.get("additionalProperties")
        if isinstance(values, dict):
            here = self.line(schema, "additionalProperties", line)
            self._note_fields(values, here, "a field of the values of a map, which fields cannot express", 0)

    def _properties(self, parts: Sequence[tuple[JsonObject, int]]) -> dict[str, tuple[JsonObject, int]]:
        """Return the properties and their lines in the order of the page."""
        found: dict[str, tuple[JsonObject, int]] = {}
        order: list[str] = []
        for part, line in parts:
            order += [key_text(name) for name in list_at(part, "x-apifox-orders")]
            owner = object_at(part, "properties")
            for key, value in owner.items():
                here = self.line(owner, key, line)
                if value is not None and not isinstance(value, dict):
                    self.note(here, key_text(key), "a property that is not a schema")
                found[key_text(key)] = (object_at(value), here)
        # The order also contains ids of shared schemas, which are not fields.
        names = [name for name in dict.fromkeys(order) if name in found]
        return {name: found[name] for name in [*names, *(name for name in found if name not in names)]}

    def _proper(self, schema: JsonObject, line: int) -> JsonObject:
        """Follow references, and take null off a union of two."""
        schema = self.follow(schema, line)
        for key in ("anyOf", "oneOf"):
            branches = list_at(schema, key)
            others = [(index, entry) for index, entry in enumerate(branches) if object_at(entry).get("type") != "null"]
            here = self.line(schema, key, line)
            if len(others) == 1:
                index, entry = others[0]
                return self.follow(object_at(entry), self.line(branches, index, here))
            if others:
                text = text_at(schema, "description") or key
                self.note(here, text, f"{key} of {len(others)} schemas: the page does not show which one applies")
                for index, entry in others:
                    above = self.line(branches, index, here)
                    self._note_fields(object_at(entry), above, f"a field of one alternative of {key}", 0)
        return schema

    def _note_fields(self, schema: JsonObject, line: int, why: str, depth: int) -> None:
        """List all fields of a schema."""
        self._seen += 1
        if depth > _DEEPEST or self._seen > _MOST:
            self.note(line, "", "nested too deeply")
            return
        proper = self.follow(schema, line)
        for key in ("items", "additionalProperties"):
            if isinstance(proper.get(key), dict):
                self._note_fields(object_at(proper, key), self.line(proper, key, line), why, depth + 1)
        for union in ("allOf", "anyOf", "oneOf"):
            branches = list_at(proper, union)
            for index, entry in enumerate(branches):
                self._note_fields(object_at(entry), self.line(branches, index, line), why, depth + 1)
        owner = object_at(proper, "properties")
        for name, value in owner.items():
            here = self.line(owner, name, line)
            self.note(here, key_text(name), why)
            self._note_fields(object_at(value), here, why, depth + 1)

    def _text(self, value: JsonValue, line: int) -> str | None:
        try:
            return scalar_text(value)
        except TooLargeError:
            self.note(line, "", "a value that unfolds too far")
            return None

    def _field(self, name: str, schema: JsonObject, line: int, *, required: bool, depth: int) -> Field:
        outer, proper = self.follow(schema, line), self._proper(schema, line)
        default, example = proper.get("default"), proper.get("example")
        examples = list_at(proper, "examples")
        if example is None and examples:
            example = examples[0]
        return Field(
            name,
            self._type(schema, line, depth),
            line,
            required=required,
            description=text_at(outer, "description") or text_at(outer, "title") or text_at(proper, "description"),
            default=self._text(default, line),
            example=self._text(example, line),
            deprecated=outer.get("deprecated") is True,
        )

    def _type(self, schema: JsonObject, line: int, depth: int) -> FieldType:
        if depth > _DEEPEST:
            self.note(line, "items", "nested too deeply")
            return FieldType()
        outer, proper = self.follow(schema, line), self._proper(schema, line)
        self._check(proper, line)
        given = proper.get("type")
        types = [str(each) for each in (given if isinstance(given, list) else [given]) if each is not None]
        if not types and (object_at(proper, "properties") or list_at(proper, "allOf")):
            types = ["object"]
        for each in types:
            if each not in _TYPES:
                self.note(self.line(proper, "type", line), each, "unknown type")
        unions = [entry for key in ("anyOf", "oneOf") for entry in list_at(outer, key)]
        nullable = "null" in types or proper.get("nullable") is True or outer.get("nullable") is True
        nullable = nullable or any(object_at(entry).get("type") == "null" for entry in unions)
        values = [proper["const"]] if "const" in proper else list_at(proper, "enum")
        enum = tuple(value for value in values if value is not None and not isinstance(value, dict | list))
        references = [text_at(part, "$ref") for part in (schema, proper, *map(object_at, unions))]
        component = next((unquote(each).rpartition("/")[2] for each in references if each), None)
        form = proper.get("format")
        items = object_at(proper, "items")
        return FieldType(
            tuple(each for each in types if each != "null" and each in _TYPES),
            nullable,
            form if isinstance(form, str) else None,
            component,
            items=self._type(items, self.line(proper, "items", line), depth + 1) if "items" in proper else None,
            enum=enum or None,
        )
