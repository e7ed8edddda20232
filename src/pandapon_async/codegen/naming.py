"""Names in Python, made by openapi-python-client's rules so that they agree with what it resolves."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING, Final

from openapi_python_client.strings import ClassName, PythonIdentifier

from pandapon_async._core.call.options import CallOptions
from pandapon_async._core.schema.models import Model

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonObject

__all__ = [
    "FIELD_PREFIX",
    "RESERVED_ARGUMENTS",
    "RESERVED_FIELDS",
    "camel_case",
    "class_name",
    "component_class",
    "constant_name",
    "field_name",
    "is_name",
    "module_name",
]

#: Put before what would be no identifier, such as a name that begins with a digit.
FIELD_PREFIX: Final = "field_"

#: Names that an argument must not have: options of every call, and what a generated method itself uses.
RESERVED_ARGUMENTS: Final = frozenset({*CallOptions.__annotations__, "self", "options", "operations"})

#: Names that a field must not have: attributes of every model.
RESERVED_FIELDS: Final = frozenset(name for name in dir(Model) if not name.startswith("__"))


def field_name(wire_name: str, schema: JsonObject) -> str:
    """Return the Python name of a field or an argument."""
    chosen = schema.get("x-pandapon-name")
    return chosen if isinstance(chosen, str) else str(PythonIdentifier(wire_name, FIELD_PREFIX))


def class_name(name: str) -> str:
    """Return the class name for a schema name or a dotted group."""
    return str(ClassName(name, FIELD_PREFIX))


def component_class(name: str, schema: JsonObject) -> str:
    """Return the class name of a component schema: the chosen one, else the one that follows from its name."""
    chosen = schema.get("x-pandapon-name")
    return chosen if isinstance(chosen, str) else class_name(name)


def module_name(name: str) -> str:
    """Return the module name for a class name or a dotted group."""
    return str(PythonIdentifier(name, FIELD_PREFIX))


def constant_name(operation: str) -> str:
    """Return the name of an operation in the operation table."""
    return operation.replace(".", "_").upper()


def camel_case(name: str) -> str:
    """Return the usual wire name of a Python name."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def is_name(text: str) -> bool:
    """Tell whether ``text`` may be a public name in snake case."""
    return (
        text.isascii()
        and text.isidentifier()
        and text == text.lower()
        and text[0] != "_"
        and not keyword.iskeyword(text)
    )
