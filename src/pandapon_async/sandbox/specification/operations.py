"""The platform's operations, read from the specifications shipped with the package.

Paths, parameters, schemas, envelopes and examples all come from the specifications, so the sandbox serves an operation
that is added to one without a change to the code.
"""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, cast
from urllib.parse import urlsplit

from pandapon_async.catalogue import read_specification, specification_names
from pandapon_async.sandbox.json_text import write_json
from pandapon_async.sandbox.specification.schemas import Schema, SchemaLibrary, look_up

Signing: TypeAlias = Literal["header", "query", "none"]
EnvelopeStyle: TypeAlias = Literal["code", "errorCode"]
Effect: TypeAlias = Literal["read", "write", "pay"]

#: The methods of a path item, as OpenAPI names them.
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_SIGNING_OF_SCHEME: Mapping[str, Signing] = {"HeaderSignature": "header", "QuerySignature": "query"}
JSON_MEDIA_TYPE = "application/json"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A documented query or path parameter."""

    name: str
    location: Literal["query", "path"]
    is_required: bool
    schema: Schema


@dataclass(frozen=True, slots=True)
class RequestBody:
    """The documented body. Only JSON has a schema; other media types are not read."""

    is_required: bool
    media_types: tuple[str, ...]
    json_schema: Schema | None


@dataclass(frozen=True, slots=True)
class Paging:
    """The paging fields of a list operation.

    Attributes:
        page: Request field with the page number, from 1.
        size: Request field with the page size.
        items: Response field with the rows; empty if the response is the list itself.
    """

    page: str
    size: str
    items: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One documented operation, ready to be served.

    Attributes:
        surface: Name of the specification, such as ``pandapon-v1``.
        operation_id: Name within the surface, such as ``taobao.orders.create``.
        method: HTTP method in upper case.
        path: Path as served, including the path of the surface's server.
        signing: Location of the signature.
        envelope: Envelope style of the response.
        parameters: Documented query and path parameters.
        body: The documented body, None if there is none.
        example: The whole documented response, None if none is documented.
        example_data: ``data`` of the documented response, encoded; None if it has none.
        read_data_schema: Returns the schema of ``data``. A function, because most operations never need it.
        request_example: The documented request: body, query and path fields in one mapping.
        effect: Whether a call reads, writes or pays.
        paging: The paging fields, None if there are none or they are unknown.
        is_inferred: Whether the path follows from a rule and is documented nowhere.
    """

    surface: str
    operation_id: str
    method: str
    path: str
    signing: Signing
    envelope: EnvelopeStyle
    parameters: tuple[Parameter, ...]
    body: RequestBody | None
    example: Mapping[str, Any] | None
    example_data: bytes | None
    read_data_schema: Callable[[], Schema]
    request_example: Mapping[str, Any] = field(default_factory=dict[str, Any])
    effect: Effect = "read"
    paging: Paging | None = None
    is_inferred: bool = False

    @property
    def data_schema(self) -> Schema:
        """The schema of ``data``. Enums are left out, because they are open."""
        return self.read_data_schema()

    @property
    def key(self) -> tuple[str, str]:
        """Surface and operation id, unique among all operations."""
        return self.surface, self.operation_id


@functools.cache
def _shipped_operations(surface: str, *, strict: bool) -> tuple[Operation, ...]:
    return tuple(read_operations(surface, read_specification(surface), strict=strict))


def load_operations(
    *, strict: bool, inferred: bool = False, documents: Iterable[tuple[str, Mapping[str, Any]]] = ()
) -> tuple[Operation, ...]:
    """Read the operations of all shipped specifications and of further documents.

    Args:
        strict: Make the schemas refuse fields that the specification does not name.
        inferred: Include operations whose path is inferred, not documented.
        documents: Names of surfaces and OpenAPI documents. One with the name of a shipped specification replaces it.

    Raises:
        ValueError: the sandbox does not understand a specification.
    """
    added = dict(documents)
    operations: list[Operation] = []
    for name in specification_names():
        if name not in added:
            operations.extend(_shipped_operations(name, strict=strict))
    for name, document in added.items():
        operations.extend(read_operations(name, document, strict=strict))
    return tuple(operation for operation in operations if inferred or not operation.is_inferred)


def read_operations(surface: str, document: Mapping[str, Any], *, strict: bool) -> Iterator[Operation]:
    """Yield the operations of one OpenAPI 3.1 document.

    Raises:
        ValueError: the document has a broken reference or an unknown security scheme.
    """
    reader = _Reader(surface, document, strict=strict)
    prefix = server_path(document)
    for path, path_item in document["paths"].items():
        for method in METHODS:
            if method in path_item:
                yield reader.operation(method, prefix + path, path_item, path_item[method])


def server_path(document: Mapping[str, Any]) -> str:
    """Return the path of a document's first server, without a slash at its end."""
    servers = document.get("servers") or [{"url": "/"}]
    return urlsplit(str(servers[0]["url"])).path.rstrip("/")


class _Reader:
    def __init__(self, surface: str, document: Mapping[str, Any], *, strict: bool) -> None:
        self._surface = surface
        self._document = document
        self._schemas = SchemaLibrary(document, strict=strict)
        self._response_schemas = SchemaLibrary(document, strict=False) if strict else self._schemas

    def operation(self, method: str, path: str, path_item: Mapping[str, Any], node: Mapping[str, Any]) -> Operation:
        example, data_schema = self._response(node.get("responses", {}))
        parameters = [*path_item.get("parameters", ()), *node.get("parameters", ())]
        paging = node.get("x-pandapon-paging")
        return Operation(
            surface=self._surface,
            operation_id=node["operationId"],
            method=method.upper(),
            path=path,
            signing=self._signing(node.get("security", self._document.get("security", []))),
            envelope=node.get("x-pandapon-envelope", "code"),
            parameters=tuple(self._parameters(parameters)),
            body=self._body(node.get("requestBody")),
            example=example,
            example_data=write_json(example["data"]) if example is not None and "data" in example else None,
            read_data_schema=functools.partial(self._response_schemas.prepare, data_schema),
            request_example=self._request_example(parameters, node.get("requestBody")),
            effect=node.get("x-pandapon-effect", "read"),
            paging=None if paging is None else Paging(paging["page"], paging["size"], paging["items"]),
            is_inferred=node.get("x-pandapon-path") == "inferred",
        )

    def _signing(self, security: list[Mapping[str, Any]]) -> Signing:
        schemes = [scheme for requirement in security for scheme in requirement]
        try:
            return _SIGNING_OF_SCHEME[schemes[0]] if schemes else "none"
        except KeyError:
            raise ValueError(f"{self._surface}: the sandbox does not know the security scheme {schemes[0]}") from None

    def _parameters(self, nodes: list[Any]) -> Iterator[Parameter]:
        # Parameters of an operation come after those of its path and replace them.
        found = {(node["name"], node["in"]): node for node in map(self._resolve, nodes)}
        for (name, location), node in found.items():
            if location in {"query", "path"}:
                yield Parameter(
                    name=name,
                    location=location,
                    is_required=location == "path" or bool(node.get("required", False)),
                    schema=self._schemas.prepare(node.get("schema", True)),
                )

    def _body(self, node: Any) -> RequestBody | None:
        if node is None:
            return None
        node = self._resolve(node)
        content: dict[str, Any] = node.get("content", {})
        json_content = content.get(JSON_MEDIA_TYPE)
        return RequestBody(
            is_required=bool(node.get("required", False)),
            media_types=tuple(content),
            json_schema=None if json_content is None else self._schemas.prepare(json_content.get("schema", True)),
        )

    def _request_example(self, parameters: list[Any], body: Any) -> Mapping[str, Any]:
        found = {
            part["name"]: part["example"]
            for part in map(self._resolve, parameters)
            if "example" in part and part["in"] in {"query", "path"}
        }
        content: Mapping[str, Any] = (
            {} if body is None else self._resolve(body).get("content", {}).get(JSON_MEDIA_TYPE, {})
        )
        match _example_of(content):
            case {**fields}:
                return {**found, **fields}
            case _:
                return found

    def _response(self, responses: Mapping[str, Any]) -> tuple[Mapping[str, Any] | None, Any]:
        """Return the documented response and the schema of its ``data``."""
        for status, response in responses.items():
            if status.startswith("2") or status == "default":
                content = self._resolve(response).get("content", {}).get(JSON_MEDIA_TYPE, {})
                example = _example_of(content)
                schema = self._data_schema(content.get("schema", True))
                return (cast("dict[str, Any]", example) if isinstance(example, dict) else None), schema
        return None, True

    def _data_schema(self, schema: Any) -> Any:
        if isinstance(schema, bool):
            return True
        node = self._resolve(schema)
        if "data" in node.get("properties", {}):
            return node["properties"]["data"]
        return next((found for part in node.get("allOf", ()) if (found := self._data_schema(part)) is not True), True)

    def _resolve(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        return look_up(self._document, node["$ref"]) if "$ref" in node else node


def _example_of(content: Mapping[str, Any]) -> Any:
    if "example" in content:
        return content["example"]
    for example in content.get("examples", {}).values():
        if "value" in example:
            return example["value"]
    return None
