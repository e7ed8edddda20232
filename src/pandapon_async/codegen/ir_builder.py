"""Builds the intermediate representation from the parser's result and the specification."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pandapon_async.codegen.docstrings import field_text, inference_source, operation_notes
from pandapon_async.codegen.errors import CodegenError, Problem
from pandapon_async.codegen.evidence import evidence_of
from pandapon_async.codegen.ir import (
    EnumIR,
    EnumMember,
    EventIR,
    FieldIR,
    InferenceIR,
    ModelIR,
    OperationIR,
    PagingIR,
    ParameterIR,
    ResourceIR,
    SurfaceIR,
)
from pandapon_async.codegen.message_rules import message_body
from pandapon_async.codegen.naming import class_name, constant_name, field_name, module_name
from pandapon_async.codegen.paging import PAGING, item_method, steps
from pandapon_async.codegen.specification import JSON_CONTENT, list_at, object_at, pointer, text_at
from pandapon_async.codegen.value_types import ValueTypes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async.codegen.ir import ValueType
    from pandapon_async.codegen.openapi_parser import ParsedOperation, ParsedSpecification, Shape
    from pandapon_async.codegen.specification import SourceOperation, Specification
    from pandapon_async.codegen.surfaces import Surface

__all__ = ["build_ir"]

_SCHEMAS: Final = "#/components/schemas/"


def build_ir(surface: Surface, specification: Specification, parsed: ParsedSpecification) -> SurfaceIR:
    """Build the representation of one specification's package.

    Raises:
        CodegenError: Something in the specification cannot be expressed in Python.
    """
    builder = _Builder(surface, specification, parsed)
    operations = tuple(builder.operation(entry) for entry in specification.operations())
    resources = {resource.path: resource for resource in builder.resources(operations)}
    info = object_at(specification.document, "info")
    return SurfaceIR(
        surface=surface,
        title=text_at(info, "title"),
        description=text_at(info, "description"),
        operations=operations,
        resources=resources,
        roots=tuple(path for path in resources if "." not in path),
        models=tuple(builder.models()),
        enums=tuple(builder.enums()),
        events=tuple(builder.events()),
    )


class _Argument(NamedTuple):
    name: str
    location: str
    schema: JsonObject
    shape: Shape
    where: str
    required: bool


class _Builder:
    def __init__(self, surface: Surface, specification: Specification, parsed: ParsedSpecification) -> None:
        self._specification = specification
        self._parsed = parsed
        self._types = ValueTypes(specification, surface.module)
        self._fields = {shape.class_name: fields for shape, fields in parsed.models.values()}

    def operation(self, source: SourceOperation) -> OperationIR:
        """Build one operation."""
        parsed = self._parsed.operations[source.path, source.method]
        parameters = [self._parameter(argument) for argument in self._arguments(source, parsed)]
        where = source.pointer + pointer("responses", "200")
        # Any successful response may hold null, whatever its page declares: servers send it when nothing was found.
        result = self._types.of(parsed.result, self._specification.result(source), where)._replace(nullable=True)
        paging, item_models = self._paging(source, parsed.result)
        used = {name for _, value in parameters for name in value.models} | result.models | item_models
        (scheme,) = object_at(list_at(source.data, "security")[0])
        return OperationIR(
            name=source.name,
            method_name=source.name.rpartition(".")[2],
            constant=constant_name(source.name),
            http_method=source.method.upper(),
            path=source.path,
            signing="query" if scheme == "QuerySignature" else "header",
            envelope=text_at(source.data, "x-pandapon-envelope"),
            effect=text_at(source.data, "x-pandapon-effect"),
            summary=text_at(source.data, "summary"),
            description=text_at(source.data, "description"),
            parameters=tuple(parameter for parameter, _ in parameters),
            result_wire=result.wire,
            result_annotation=_result_annotation(result, parsed.result),
            result_description=text_at(self._specification.response(source), "description"),
            notes=operation_notes(source),
            models=frozenset(used),
            result_models=result.models,
            paging=paging,
            inference=_inference(source),
            evidence=evidence_of(source),
        )

    def _paging(self, source: SourceOperation, shape: Shape) -> tuple[PagingIR | None, frozenset[str]]:
        """Build the paging of an operation, and return the classes that the type of an item names."""
        paging = object_at(source.data, PAGING)
        if not paging:
            return None, frozenset()
        arguments, schema = self._specification.arguments(source), self._specification.result(source)

        def path(key: str) -> tuple[str, ...]:
            return tuple(step.attribute for step in steps(self._specification, schema, text_at(paging, key)) or ())

        where = schema
        for step in steps(self._specification, schema, text_at(paging, "items")) or ():
            shape, where = self._fields[shape.class_name][step.wire_name], step.schema
        items = object_at(self._specification.content(where), "items")
        item = self._types.of(shape.inner[0], items, source.pointer + pointer(PAGING, "items"))
        page, size = text_at(paging, "page"), text_at(paging, "size")
        paging_ir = PagingIR(
            page=field_name(page, arguments[page]),
            size=field_name(size, arguments[size]) if size else None,
            items=path("items"),
            total=path("total") if "total" in paging else None,
            actual_size=path("actual_size") if "actual_size" in paging else None,
            method_name=item_method(source.name.rpartition(".")[2]),
            annotation=item.response + (" | None" if item.nullable and not item.takes_null else ""),
        )
        return paging_ir, item.models

    def _arguments(self, source: SourceOperation, parsed: ParsedOperation) -> Iterator[_Argument]:
        for index, entry in enumerate(self._specification.parameters(source)):
            name, location = text_at(entry, "name"), text_at(entry, "in")
            schema = {"description": entry.get("description"), **object_at(entry, "schema")}
            where = source.pointer + pointer("parameters", index, "schema")
            shape = parsed.parameters[location, name]
            yield _Argument(name, location, schema, shape, where, entry.get("required") is True)
        body = self._specification.body(source)
        if body is None:
            return
        proper, _ = self._specification.unwrap(body)
        required = self._specification.required(proper)
        place = source.pointer + pointer("requestBody", "content", JSON_CONTENT, "schema", "properties")
        for name, schema in self._specification.properties(proper).items():
            yield _Argument(name, "body", schema, parsed.body[name], place + pointer(name), name in required)

    def _parameter(self, argument: _Argument) -> tuple[ParameterIR, ValueType]:
        value = self._types.of(argument.shape, argument.schema, argument.where)
        annotation = value.argument
        if value.nullable and not value.takes_null:
            annotation += " | None"
        if not argument.required:
            annotation += " | Unset"
        proper, _ = self._specification.unwrap(argument.schema)
        name = field_name(argument.name, argument.schema)
        parameter = ParameterIR(
            name=name,
            wire_name=argument.name,
            location=argument.location,
            wire=value.wire,
            annotation=annotation,
            required=argument.required,
            nullable=value.nullable,
            personal=proper.get("x-pandapon-personal") is True,
            kind=text_at(proper, "x-pandapon-kind"),
            description=field_text(proper, name, argument.name),
        )
        return parameter, value

    def models(self) -> Iterator[ModelIR]:
        """Build the models, in the order of the specification."""
        answered = self._specification.reachable(
            [
                *(self._specification.result(entry) for entry in self._specification.operations()),
                *(schema for _, schema in self._specification.messages()),
            ]
        )
        sent = self._specification.reachable(
            [
                schema
                for entry in self._specification.operations()
                for schema in self._specification.arguments(entry).values()
            ]
        )
        for name, schema in self._specification.schemas.items():
            if name in self._parsed.models:
                yield self._model(name, object_at(schema), answered=name in answered, sent=name in sent)

    def _model(self, component: str, schema: JsonObject, *, answered: bool, sent: bool) -> ModelIR:
        shape, shapes = self._parsed.models[component]
        required = self._specification.required(schema)
        fields: list[FieldIR] = []
        used: set[str] = set()
        for name, entry in self._specification.properties(schema).items():
            where = pointer("components", "schemas", component, "properties", name)
            value = self._types.of(shapes[name], entry, where)
            proper, _ = self._specification.unwrap(entry)
            # Documented flags of responses are not reliable. A model that is received has the narrow types of reading,
            # even if it is sent as well.
            optional = answered or name not in required
            annotation = value.response if answered else value.argument
            if (answered or value.nullable) and not value.takes_null:
                annotation += " | None"
            needed = answered and sent and name in required
            description = field_text(proper, field_name(name, entry), name)
            field = FieldIR(
                name=field_name(name, entry),
                wire_name=name,
                wire=value.wire,
                annotation=annotation + (" | Unset" if optional else ""),
                optional=optional,
                required=needed,
                nullable=value.nullable,
                personal=proper.get("x-pandapon-personal") is True,
                kind=text_at(proper, "x-pandapon-kind"),
                description=f"{description} Required in requests." if needed else description,
            )
            fields.append(field)
            used |= value.models
        used.discard(shape.class_name)
        description = text_at(schema, "description")
        return ModelIR(shape.class_name, shape.module_name, description, tuple(fields), tuple(sorted(used)))

    def enums(self) -> Iterator[EnumIR]:
        """Build the enums, in the order of the specification."""
        for component, schema in self._specification.schemas.items():
            parsed = self._parsed.enums.get(component)
            if parsed is None:
                continue
            texts = list_at(object_at(schema), "x-enum-descriptions")
            members = tuple(
                EnumMember(name, value, str(texts[index]) if index < len(texts) else "")
                for index, (name, value) in enumerate(parsed.members.items())
            )
            yield EnumIR(
                class_name=parsed.shape.class_name,
                module=parsed.shape.module_name,
                base="IntEnum" if object_at(schema).get("type") == "integer" else "StrEnum",
                description=text_at(object_at(schema), "description"),
                members=members,
            )

    def events(self) -> Iterator[EventIR]:
        """Build the classes of message pushes, in the order of the specification."""
        for name, schema in self._specification.messages():
            data = object_at(self._specification.document, "webhooks", name, "post")
            body = message_body(self._specification, schema)
            component: JsonObject = {"$ref": _SCHEMAS + body}
            ways = [steps(self._specification, component, str(path)) for path in list_at(data, "x-pandapon-order-id")]
            yield EventIR(
                class_name=text_at(data, "x-pandapon-event"),
                message_type=name,
                summary=text_at(data, "summary"),
                description=text_at(data, "description"),
                body=self._parsed.models[body][0].class_name,
                order_id=tuple(".".join(step.attribute for step in way or ()) for way in ways),
                once=data.get("x-pandapon-once") is True,
            )

    def resources(self, operations: tuple[OperationIR, ...]) -> Iterator[ResourceIR]:
        """Build the tree of resources; parents come before their children."""
        described = {
            text_at(object_at(tag), "name"): text_at(object_at(tag), "description")
            for tag in list_at(self._specification.document, "tags")
        }
        groups: dict[str, list[OperationIR]] = {}
        for operation in operations:
            names = operation.name.split(".")[:-1]
            for depth in range(1, len(names) + 1):
                groups.setdefault(".".join(names[:depth]), [])
            groups[".".join(names)].append(operation)
        modules: dict[str, str] = {}
        for path, members in groups.items():
            children = [child for child in groups if child.rpartition(".")[0] == path]
            module = module_name(path)
            other = modules.setdefault(module, path)
            if other != path:
                raise CodegenError(
                    Problem(self._specification.file, "/tags", f"{path} and {other} need one module name")
                )
            yield ResourceIR(
                path=path,
                class_name=class_name(path),
                module=module,
                description=described.get(path) or f"Resources below ``{path}``.",
                operations=tuple(members),
                children=tuple((child.rpartition(".")[2], child) for child in children),
            )


def _inference(source: SourceOperation) -> InferenceIR | None:
    data = object_at(source.data, "x-pandapon-inference")
    if not data:
        return None
    return InferenceIR(text_at(data, "rule"), text_at(data, "evidence"), inference_source(data))


def _result_annotation(result: ValueType, shape: Shape) -> str:
    # The core turns a null list into an empty one.
    if not result.nullable or result.takes_null or shape.kind == "list":
        return result.response
    return f"{result.response} | None"
