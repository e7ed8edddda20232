"""Renders the intermediate representation of a package into the text of its files."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from jinja2 import StrictUndefined
from openapi_python_client.strings import safe_for_docstring

from pandapon_async._core.call.options import CallOptions
from pandapon_async.codegen.extensions import WIRE_MODULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Environment

    from pandapon_async.codegen.ir import OperationIR, ResourceIR, SurfaceIR

__all__ = ["render"]

_WIDTH: Final = 120
_QUOTED: Final = re.compile(r'"[^"]*"')
_NAME: Final = re.compile(r"[A-Za-z_]\w*")

#: Imports of the names that annotations of generated code use.
_IMPORTS: Final = {
    **{
        name: f"from pandapon_async._core.schema.times import {name}"
        for name in ("ChinaTime", "EpochMilliseconds", "EpochMillisecondsText", "EpochSeconds", "EpochSecondsText")
    },
    "CallOptions": "from pandapon_async._core.call.options import CallOptions",
    "Decimal": "from decimal import Decimal",
    "datetime": "from datetime import datetime",
    "JsonObject": "from pandapon_async._core.schema.json import JsonObject",
    "JsonValue": "from pandapon_async._core.schema.json import JsonValue",
    "Mapping": "from collections.abc import Mapping",
    "Sequence": "from collections.abc import Sequence",
    "Unpack": "from typing import Unpack",
    "Unset": "from pandapon_async._core.schema.unset import Unset",
}


def render(ir: SurfaceIR, environment: Environment) -> dict[Path, str]:
    """Fill the templates: text by path below the folder of the package."""
    environment.undefined = StrictUndefined
    # Jinja types both mappings as what happens to be in them at first.
    settings: Any = environment
    settings.filters.update(prose=_prose, wire_imports=_wire_imports, imports=_imports, literal=repr)
    settings.globals.update(ir=ir, surface=ir.surface, call_options=tuple(CallOptions.__annotations__))

    def fill(template: str, **values: object) -> str:
        return environment.get_template(f"{template}.py.jinja").render(**values)

    files = {
        Path("__init__.py"): fill("package"),
        Path("operations.py"): fill("operations"),
        Path("models/__init__.py"): fill("models"),
        Path("resources/__init__.py"): fill("resources"),
    }
    if ir.events:
        files[Path("events.py")] = fill("events")
    for model in ir.models:
        files[Path("models", f"{model.module}.py")] = fill("model", model=model)
    for enum in ir.enums:
        files[Path("models", f"{enum.module}.py")] = fill("enum", enum=enum)
    for resource in ir.resources.values():
        files[Path("resources", f"{resource.module}.py")] = fill(
            "resource", resource=resource, methods=tuple(_methods(resource)), models=_models_of(resource)
        )
    return files


class _Method(NamedTuple):
    """The method of an operation, with the annotations that depend on its class.

    Attributes:
        operation: The operation.
        result: Annotation of its result.
        item: Annotation of an item, where the result is a page of a list.
    """

    operation: OperationIR
    result: str
    item: str


def _methods(resource: ResourceIR) -> Iterator[_Method]:
    hidden = any(operation.method_name == "list" for operation in resource.operations)
    for operation in resource.operations:
        result = operation.result_annotation
        item = operation.paging.annotation if operation.paging else ""
        if hidden:
            # Inside a class that has a method of this name, the plain name would mean the method.
            result, item = (re.sub(r"\blist\[", "builtins.list[", text) for text in (result, item))
        yield _Method(operation, result, item)


def _models_of(resource: ResourceIR) -> list[str]:
    return sorted({name for operation in resource.operations for name in operation.models})


def _prose(text: str, indent: int, hang: int | None = None) -> str:
    """Wrap text for a docstring: its first line stands at ``indent`` already, further ones at ``hang``."""
    # A quote at the end would run into those that close a docstring.
    safe = safe_for_docstring(text[:-1]) + '\\"' if text.endswith('"') else safe_for_docstring(text)
    lines = textwrap.wrap(
        safe,
        _WIDTH - indent,
        subsequent_indent=" " * ((hang or indent) - indent),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return ("\n" + " " * indent).join(lines)


def _wire_imports(expressions: Iterable[str]) -> list[str]:
    """Return the imports of the wire types that expressions use."""
    used = {name for expression in expressions for name in _NAME.findall(_QUOTED.sub("", expression))}
    names = {module.__name__: ", ".join(sorted(used & set(module.__all__))) for module in WIRE_MODULES}
    return [f"from {module} import {found}" for module, found in names.items() if found]


def _imports(annotations: Iterable[str]) -> list[str]:
    """Return the imports that annotations need for type checkers."""
    used = {name for annotation in annotations for name in _NAME.findall(annotation)}
    return [line for name, line in _IMPORTS.items() if name in used]
