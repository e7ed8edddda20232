"""Parses specifications with openapi-python-client; the only module that imports its parser.

The names of that package are not a public interface and its types are partly unknown to type checkers. So its version
is pinned, and other modules see only the small classes defined here.
"""

from __future__ import annotations

import importlib.metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from openapi_python_client import Project
from openapi_python_client.config import ClassOverride, Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError, ParseError
from openapi_python_client.parser.properties import EnumProperty, ModelProperty
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty

from pandapon_async.codegen.errors import CodegenError, Problem
from pandapon_async.codegen.naming import FIELD_PREFIX, class_name, component_class, module_name
from pandapon_async.codegen.reduced_spec import reduce_specification
from pandapon_async.codegen.specification import object_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Environment
    from openapi_python_client.parser.openapi import Endpoint
    from openapi_python_client.parser.properties.protocol import PropertyProtocol

    from pandapon_async.codegen.specification import Specification

__all__ = [
    "PARSER_VERSION",
    "TEMPLATES",
    "Kind",
    "ParsedEnum",
    "ParsedOperation",
    "ParsedSpecification",
    "Shape",
    "parse",
]

PARSER_VERSION: Final = "0.29.1"
TEMPLATES: Final = Path(__file__).parent / "templates"
_COMPONENT: Final = "/components/schemas/"
_GENERATED_BODY: Final = "body"

Kind = Literal["any", "boolean", "enum", "integer", "list", "model", "null", "number", "string", "union"]

_KINDS: Final[dict[type, Kind]] = {
    AnyProperty: "any",
    BooleanProperty: "boolean",
    EnumProperty: "enum",
    FloatProperty: "number",
    IntProperty: "integer",
    ListProperty: "list",
    ModelProperty: "model",
    NoneProperty: "null",
    StringProperty: "string",
    UnionProperty: "union",
}


class Shape(NamedTuple):
    """The type that the parser resolved for a value.

    Attributes:
        kind: What it is.
        class_name: Class of a model or an enum.
        module_name: Module of that class.
        inner: The item of a list, the members of a union.
    """

    kind: Kind
    class_name: str = ""
    module_name: str = ""
    inner: tuple[Shape, ...] = ()


class ParsedEnum(NamedTuple):
    """An enum component."""

    shape: Shape
    members: dict[str, str | int]


class ParsedOperation(NamedTuple):
    """A parsed operation: shapes by wire name."""

    parameters: dict[tuple[str, str], Shape]
    body: dict[str, Shape]
    result: Shape


class ParsedSpecification(NamedTuple):
    """A parsed specification."""

    operations: dict[tuple[str, str], ParsedOperation]
    models: dict[str, tuple[Shape, dict[str, Shape]]]
    enums: dict[str, ParsedEnum]
    environment: Environment


def parse(specification: Specification) -> ParsedSpecification:
    """Parse a specification.

    Raises:
        CodegenError: The parser is missing or another version, reported an error, or left something out.
    """
    _require_version()
    config = Config.from_sources(
        ConfigFile(field_prefix=FIELD_PREFIX, class_overrides=_chosen_names(specification)),
        MetaType.NONE,
        document_source=Path(specification.file),
        file_encoding="utf-8",
        overwrite=False,
        output_path=Path(),
    )
    data = GeneratorData.from_dict(reduce_specification(specification), config=config)
    if isinstance(data, GeneratorError):
        raise CodegenError(_problem(specification, data))
    project = Project(openapi=data, config=config, custom_template_path=TEMPLATES)
    collections = data.endpoint_collections_by_tag.values()
    complaints = [error for collection in collections for error in collection.parse_errors]
    complaints += [*data.errors]
    if complaints or project.errors:
        raise CodegenError(*(_problem(specification, error) for error in [*complaints, *project.errors]))
    operations = dict(_operations(endpoint for collection in collections for endpoint in collection.endpoints))
    _require_all(specification, operations)
    return ParsedSpecification(operations, dict(_models(data)), dict(_enums(data)), project.env)


def _chosen_names(specification: Specification) -> dict[str, ClassOverride]:
    """Return the class names that the specification chooses, by the names that the parser would make."""
    chosen = {name: component_class(name, object_at(schema)) for name, schema in specification.schemas.items()}
    return {
        class_name(name): ClassOverride(class_name=python, module_name=module_name(python))
        for name, python in chosen.items()
        if python != class_name(name)
    }


def _require_version() -> None:
    version = importlib.metadata.version("openapi-python-client")
    if version != PARSER_VERSION:
        raise CodegenError(f"openapi-python-client is {version}, but this generator is written for {PARSER_VERSION}")


def _require_all(specification: Specification, operations: dict[tuple[str, str], ParsedOperation]) -> None:
    """Raise if the parser left out an operation, which it does without an error."""
    missing = [entry for entry in specification.operations() if (entry.path, entry.method) not in operations]
    if missing:
        raise CodegenError(
            *(Problem(specification.file, e.pointer, "openapi-python-client left this operation out") for e in missing)
        )


def _problem(specification: Specification, error: GeneratorError) -> Problem:
    text = " ".join(part for part in (error.header.strip(), (error.detail or "").strip()) if part)
    if isinstance(error, ParseError) and error.data is not None:
        text += f" (near {error.data.model_dump_json(by_alias=True, exclude_defaults=True)[:300]})"
    return Problem(specification.file, "", " ".join(text.split()))


def _operations(endpoints: Iterable[Endpoint]) -> Iterator[tuple[tuple[str, str], ParsedOperation]]:
    for endpoint in endpoints:
        parameters = {
            (str(location.value), _wire_name(prop)): _shape(prop) for location, prop in endpoint.iter_all_parameters()
        }
        body: dict[str, Shape] = {}
        for entry in endpoint.bodies:
            if isinstance(entry.prop, ModelProperty):
                body = dict(_fields(entry.prop))
        (response,) = endpoint.responses
        # The parser writes Python names into the path; the documented path has the wire names.
        path = endpoint.path.get_untrusted_value()
        for prop in endpoint.path_parameters:
            path = path.replace(f"{{{prop.python_name}}}", f"{{{_wire_name(prop)}}}")
        yield (path, endpoint.method), ParsedOperation(parameters, body, _shape(response.prop))


def _models(data: GeneratorData) -> Iterator[tuple[str, tuple[Shape, dict[str, Shape]]]]:
    for model in data.models:
        name = _wire_name(model)
        if name.startswith(_COMPONENT):
            yield name.removeprefix(_COMPONENT), (_shape(model), dict(_fields(model)))


def _enums(data: GeneratorData) -> Iterator[tuple[str, ParsedEnum]]:
    for enum in data.enums:
        if isinstance(enum, EnumProperty):
            yield _wire_name(enum).removeprefix(_COMPONENT), ParsedEnum(_shape(enum), dict(enum.values))


def _fields(model: ModelProperty) -> Iterator[tuple[str, Shape]]:
    for prop in [*(model.required_properties or []), *(model.optional_properties or [])]:
        yield _wire_name(prop), _shape(prop)


def _wire_name(prop: PropertyProtocol) -> str:
    return prop.name.get_untrusted_value()


def _shape(prop: PropertyProtocol) -> Shape:
    kind = _KINDS.get(type(prop))
    if kind is None:
        raise CodegenError(
            f"openapi-python-client made a {type(prop).__name__} of {_wire_name(prop)!r}, which no template renders"
        )
    if isinstance(prop, ModelProperty | EnumProperty):
        return Shape(kind, str(prop.class_info.name), str(prop.class_info.module_name))
    if isinstance(prop, ListProperty):
        return Shape(kind, inner=(_shape(prop.inner_property),))
    if isinstance(prop, UnionProperty):
        return Shape(kind, inner=tuple(_shape(member) for member in prop.inner_properties))
    return Shape(kind)
