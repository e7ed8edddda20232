"""What docstrings say beyond the descriptions of the specification."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from pandapon_async.codegen.naming import camel_case
from pandapon_async.codegen.specification import list_at, object_at, text_at

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async.codegen.specification import SourceOperation

__all__ = ["ERRORS", "ERRORS_OF_WRITES", "field_text", "operation_notes"]

ERRORS: Final = {
    "InvalidArgumentError": "An argument cannot be sent; nothing was sent.",
    "TransportError": "No answer came, and nothing was done.",
    "DecodeError": "The answer is not what the documentation says.",
    "APIError": "The server said no.",
}
ERRORS_OF_WRITES: Final = {
    **ERRORS,
    "OutcomeUnknownError": "It may have been done, or not: look before doing it again.",
}

_EFFECTS: Final = {
    "read": "Read: repeated where an attempt failed.",
    "write": "Write: never repeated where it may have been taken.",
    "pay": "Payment: never repeated where it may have been taken.",
}
_SIGNED: Final = {"HeaderSignature": "signed in the headers", "QuerySignature": "signed in the query"}
_COMPLETENESS: Final = {"partial": "documented in part", "none": "not documented"}


def field_text(schema: JsonObject, name: str, wire_name: str) -> str:
    """Return what is said of a field: meaning, unit, and the wire name where it cannot be guessed from the name."""
    text = text_at(schema, "description")
    unit = text_at(schema, "x-pandapon-unit")
    if unit:
        text += f" Unit: {unit}."
    if "default" in schema:
        text += f" The server's default: {json.dumps(schema['default'], ensure_ascii=False)}."
    if wire_name != camel_case(name):
        text += f" On the wire: ``{wire_name}``."
    return text


def operation_notes(operation: SourceOperation) -> tuple[str, ...]:
    """Return what the documentation page says about an operation as a whole."""
    data = operation.data
    (scheme,) = object_at(list_at(data, "security")[0])
    notes = [
        f"``{operation.method.upper()} {operation.path}``, {_SIGNED[scheme]}.",
        _EFFECTS[text_at(data, "x-pandapon-effect")],
    ]
    completeness = object_at(data, "x-pandapon-completeness")
    notes += [
        f"The {part} is {_COMPLETENESS[level]}."
        for part, level in (("request", completeness.get("request")), ("answer", completeness.get("response")))
        if isinstance(level, str) and level in _COMPLETENESS
    ]
    source = object_at(data, "x-pandapon-source")
    upstream = text_at(source, "upstream")
    if upstream:
        notes.append(f"The answer is typed after {upstream}, which the platform forwards; not confirmed.")
    pages = ", ".join(str(page) for page in list_at(source, "pages"))
    modified = text_at(source, "modified")
    changed = f", changed {modified}" if modified else ", date unknown"
    notes.append(f'Page "{text_at(data, "x-pandapon-title")}": {pages}{changed}.')
    return tuple(notes)
