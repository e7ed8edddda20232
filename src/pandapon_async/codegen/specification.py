"""Reads specifications from YAML, follows references, walks operations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from pandapon_async.codegen.errors import CodegenError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = [
    "JSON_CONTENT",
    "METHODS",
    "SourceOperation",
    "Specification",
    "list_at",
    "object_at",
    "pointer",
    "text_at",
]

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
JSON_CONTENT: Final = "application/json"
_SCHEMAS: Final = "#/components/schemas/"


def object_at(parent: JsonValue, *keys: str) -> JsonObject:
    """Return the object below ``parent`` at ``keys``, or an empty one."""
    for key in keys:
        parent = parent.get(key) if isinstance(parent, dict) else None
    return parent if isinstance(parent, dict) else {}


def list_at(parent: JsonObject, key: str) -> list[JsonValue]:
    """Return the list at ``key``, or an empty one."""
    value = parent.get(key)
    return value if isinstance(value, list) else []


def text_at(parent: JsonObject, key: str) -> str:
    """Return the text at ``key`` with folded line breaks, or an empty one."""
    value = parent.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def pointer(*keys: str | int) -> str:
    """Build a JSON pointer."""
    return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in keys)


class SourceOperation(NamedTuple):
    """An operation of a specification."""

    path: str
    method: str
    data: JsonObject

    @property
    def name(self) -> str:
        """The dotted Python name, such as ``taobao.orders.create``."""
        return text_at(self.data, "operationId")

    @property
    def group(self) -> str:
        """The dotted path of the resource, such as ``taobao.orders``."""
        return self.name.rpartition(".")[0]

    @property
    def pointer(self) -> str:
        """JSON pointer of the operation."""
        return pointer("paths", self.path, self.method)


class Specification:
    """One YAML file."""

    def __init__(self, file: str, document: JsonObject) -> None:
        self.file = file
        self.document = document
        self.schemas = object_at(document, "components", "schemas")

    @classmethod
    def read(cls, root: Path, file: str) -> Specification:
        """Read ``file`` below ``root``.

        Raises:
            CodegenError: The file is missing, or does not hold an object of JSON values.
        """
        try:
            text = (root / file).read_text(encoding="utf-8")
            document = cast("object", YAML(typ="safe", pure=True).load(text))  # pyright: ignore[reportUnknownMemberType]
            # YAML has values that JSON lacks, such as dates; JSON Schema and the sandbox cannot handle them.
            json.dumps(document, allow_nan=False)
        except (OSError, UnicodeError, YAMLError, TypeError, ValueError) as error:
            raise CodegenError(Problem(file, "", " ".join(str(error).split()))) from error
        if not isinstance(document, dict):
            raise CodegenError(Problem(file, "", "does not hold an object"))
        return cls(file, cast("JsonObject", document))

    def operations(self) -> Iterator[SourceOperation]:
        """Walk the operations in the order of the file."""
        for path, item in object_at(self.document, "paths").items():
            for method, data in object_at(item).items():
                if method in METHODS and isinstance(data, dict):
                    yield SourceOperation(path, method, data)

    def component(self, schema: JsonObject) -> str | None:
        """Return the name of the component schema that ``schema`` refers to, if any."""
        reference = schema.get("$ref")
        if not isinstance(reference, str) or not reference.startswith(_SCHEMAS):
            return None
        return reference.removeprefix(_SCHEMAS).replace("~1", "/").replace("~0", "~")

    def unwrap(self, schema: JsonObject) -> tuple[JsonObject, bool]:
        """Follow references and remove ``null``: return the schema proper, and whether ``null`` is allowed.

        Keys beside a reference or a union override those inside.
        """
        nullable = False
        for _ in range(len(self.schemas) + 2):
            siblings = {key: value for key, value in schema.items() if key not in ("$ref", "anyOf")}
            name = self.component(schema)
            if name is not None:
                schema = {**object_at(self.schemas, name), **siblings}
                continue
            branches = list_at(schema, "anyOf")
            others = [branch for branch in branches if branch != {"type": "null"}]
            if len(others) == 1 and len(branches) > 1:
                nullable = True
                schema = {**object_at(others[0]), **siblings}
                continue
            types = schema.get("type")
            if isinstance(types, list) and "null" in types:
                nullable = True
                rest = [kind for kind in types if kind != "null"]
                schema = {**schema, "type": rest[0] if len(rest) == 1 else cast("JsonValue", rest)}
            return schema, nullable
        raise CodegenError(Problem(self.file, "", f"the reference {schema.get('$ref')!r} leads back to itself"))

    def content(self, schema: JsonObject) -> JsonObject:
        """Return the schema of the value that callers see: like :meth:`unwrap`, but of JSON in a string its content."""
        proper, _ = self.unwrap(schema)
        while "contentSchema" in proper:
            proper, _ = self.unwrap(object_at(proper, "contentSchema"))
        return proper

    def properties(self, schema: JsonObject) -> dict[str, JsonObject]:
        """Return the properties of an object schema in documented order; those of ``allOf`` come first."""
        found: dict[str, JsonObject] = {}
        for part in self._parts(schema):
            found.update({name: object_at(value) for name, value in object_at(part, "properties").items()})
        return found

    def required(self, schema: JsonObject) -> set[str]:
        """Return the names of the required properties of an object schema."""
        return {name for part in self._parts(schema) for name in list_at(part, "required") if isinstance(name, str)}

    def _parts(self, schema: JsonObject) -> Iterator[JsonObject]:
        for part in list_at(schema, "allOf"):
            yield from self._parts(self.unwrap(object_at(part))[0])
        yield schema

    def is_model(self, schema: JsonObject) -> bool:
        """Tell whether an unwrapped schema is an object with documented fields."""
        return "contentSchema" not in schema and bool(self.properties(schema))

    def parameters(self, operation: SourceOperation) -> list[JsonObject]:
        """Return the parameters of an operation, references followed."""
        return [self._parameter(object_at(entry)) for entry in list_at(operation.data, "parameters")]

    def _parameter(self, entry: JsonObject) -> JsonObject:
        reference = entry.get("$ref")
        if not isinstance(reference, str):
            return entry
        return object_at(self.document, "components", "parameters", reference.rpartition("/")[2])

    def body(self, operation: SourceOperation) -> JsonObject | None:
        """Return the schema of the request body, the object that becomes arguments."""
        content = object_at(operation.data, "requestBody", "content", JSON_CONTENT)
        return object_at(content, "schema") if content else None

    def arguments(self, operation: SourceOperation) -> dict[str, JsonObject]:
        """Return the schemas of an operation's arguments by wire name: parameters, then fields of the body."""
        found = {text_at(entry, "name"): object_at(entry, "schema") for entry in self.parameters(operation)}
        body = self.body(operation)
        return found if body is None else found | self.properties(self.unwrap(body)[0])

    def response(self, operation: SourceOperation) -> JsonObject:
        """Return the documented response."""
        return object_at(operation.data, "responses", "200")

    def result(self, operation: SourceOperation) -> JsonObject:
        """Return the schema of ``data``, the part of the response that callers see."""
        envelope = object_at(self.response(operation), "content", JSON_CONTENT, "schema")
        return object_at(envelope, "properties", "data")

    def messages(self) -> Iterator[tuple[str, JsonObject]]:
        """Walk the message pushes: their names and the schemas of their bodies."""
        for name, item in object_at(self.document, "webhooks").items():
            for method in METHODS:
                schema = object_at(item, method, "requestBody", "content", JSON_CONTENT, "schema")
                if schema:
                    yield name, schema

    def reachable(self, schemas: Sequence[JsonObject]) -> set[str]:
        """Return the names of the component schemas that these schemas refer to, directly or not."""
        found: set[str] = set()
        waiting = list(schemas)
        while waiting:
            schema = waiting.pop()
            name = self.component(schema)
            if name is None:
                waiting += self._children(schema)
            elif name not in found:
                found.add(name)
                waiting.append(object_at(self.schemas, name))
        return found

    def _children(self, schema: JsonObject) -> Iterator[JsonObject]:
        for key in ("items", "contentSchema"):
            if key in schema:
                yield object_at(schema, key)
        for key in ("anyOf", "oneOf"):
            yield from (object_at(branch) for branch in list_at(schema, key))
        yield from self.properties(schema).values()
