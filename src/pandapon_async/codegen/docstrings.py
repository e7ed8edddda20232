"""The parts of docstrings that are derived from the extension keys of the specification."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from pandapon_async.codegen.naming import camel_case
from pandapon_async.codegen.specification import list_at, object_at, text_at

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonObject
    from pandapon_async.codegen.specification import SourceOperation

__all__ = ["field_text", "inference_source", "operation_notes"]

_EFFECTS: Final = {
    "read": "Read: retried when an attempt fails.",
    "write": "Write: never sent again when the server may have received it; raises OutcomeUnknownError then.",
    "pay": "Payment: never sent again when the server may have received it; raises OutcomeUnknownError then.",
}
_SIGNED: Final = {"HeaderSignature": "signed in the headers", "QuerySignature": "signed in the query"}
_COMPLETENESS: Final = {"partial": "partly documented", "none": "not documented"}


def field_text(schema: JsonObject, name: str, wire_name: str) -> str:
    """Return the text of a field: meaning, unit, default, and the wire name where the Python name does not show it."""
    text = text_at(schema, "description")
    unit = text_at(schema, "x-pandapon-unit")
    if unit:
        text += f" Unit: {unit}."
    if "default" in schema:
        text += f" The server's default: {json.dumps(schema['default'], ensure_ascii=False)}."
    if wire_name != camel_case(name):
        text += f" Wire name: ``{wire_name}``."
    return text


def inference_source(inference: JsonObject) -> str:
    """Return the documented operation that an inferred one follows from."""
    origin = object_at(inference, "from")
    return f"{origin['method']} {origin['path']} ({origin['operation']} of {origin['surface']})"


def operation_notes(operation: SourceOperation) -> tuple[str, ...]:
    """Return the notes of an operation: request line, effect, completeness and source."""
    data = operation.data
    (scheme,) = object_at(list_at(data, "security")[0])
    notes = [
        f"``{operation.method.upper()} {operation.path}``, {_SIGNED[scheme]}.",
        _EFFECTS[text_at(data, "x-pandapon-effect")],
    ]
    inference = object_at(data, "x-pandapon-inference")
    if inference:
        notes.append(
            f"The path is inferred from {inference_source(inference)} by the rule {text_at(inference, 'rule')}: "
            f"{text_at(inference, 'evidence')}. A call raises InferredPathError unless inferred paths are allowed."
        )
    completeness = object_at(data, "x-pandapon-completeness")
    notes += [
        f"The {part} is {_COMPLETENESS[level]}."
        for part, level in (("request", completeness.get("request")), ("response", completeness.get("response")))
        if isinstance(level, str) and level in _COMPLETENESS
    ]
    source = object_at(data, "x-pandapon-source")
    upstream = text_at(source, "upstream")
    if upstream:
        notes.append(f"The response has the shape of {upstream}, which the platform forwards; not confirmed.")
    pages = ", ".join(str(page) for page in list_at(source, "pages"))
    modified = text_at(source, "modified")
    changed = f", changed {modified}" if modified else ", date unknown"
    lead = "Page of the source operation" if inference else f'Page "{text_at(data, "x-pandapon-title")}"'
    notes.append(f"{lead}: {pages}{changed}.")
    return tuple(notes)
