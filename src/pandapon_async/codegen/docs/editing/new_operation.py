"""Turns the page of an unknown operation into an operation of the specification."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from pandapon_async.codegen.docs.drift.contract import contract_of_page
from pandapon_async.codegen.docs.editing.parameters import parameter_entry
from pandapon_async.codegen.docs.editing.schema_writer import SchemaWriter, anonymized
from pandapon_async.codegen.docs.model.samples import sample_fields
from pandapon_async.codegen.errors import CodegenError
from pandapon_async.codegen.extensions import ENVELOPES, RESERVED_METHODS, SIGNED_QUERY
from pandapon_async.codegen.naming import RESERVED_ARGUMENTS, is_name, module_name
from pandapon_async.codegen.specification import JSON_CONTENT

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.docs.drift.specifications import Specifications
    from pandapon_async.codegen.docs.model.fields import Field
    from pandapon_async.codegen.docs.model.page import Page

__all__ = ["NewOperation", "new_operation"]

_READS: Final = re.compile(r"(?i)(get|query|list|search|page|detail|find|info|preview|render|check)")
_WRITES: Final = re.compile(
    r"(?i)(create|update|cancel|submit|add|delete|remove|confirm|modify|edit|upload|set|refund|decrypt)"
)


class NewOperation:
    """A new operation and its components.

    Attributes:
        name: Its dotted Python name.
        data: The operation.
        components: The new schemas that it refers to.
        notes: What needs a look.
    """

    def __init__(self, name: str, data: JsonObject, components: JsonObject, notes: list[str]) -> None:
        self.name = name
        self.data = data
        self.components = components
        self.notes = notes


def new_operation(  # noqa: PLR0913 - each is a choice of its own
    specifications: Specifications,
    surface: str,
    page: Page,
    *,
    name: str | None = None,
    effect: str | None = None,
    examples: bool = True,
) -> NewOperation:
    """Create an operation from a page.

    Args:
        specifications: The specifications.
        surface: The surface of the page.
        page: The page.
        name: The dotted Python name; by default the group of its neighbours in the catalogue and the end of the path.
        effect: ``read``, ``write`` or ``pay``; by default derived from method and path, in doubt ``write``.
        examples: Whether to keep the examples.

    Raises:
        CodegenError: The page shows no operation.
    """
    contract = contract_of_page(page)
    if contract is None or page.path is None or page.method is None:
        raise CodegenError(f"{page.source}: no method and path found")
    name = name or _name(specifications, surface, page)
    writer = SchemaWriter(specifications.by_surface[surface].schemas, name.rpartition(".")[2])
    notes: list[str] = []
    corrections: list[JsonValue] = []
    if contract.envelope is None:
        corrections.append({"at": "envelope", "why": "The page shows no response; the usual envelope is assumed."})
    if contract.signing is None:
        corrections.append({"at": "signing", "why": "The page shows no signature; the usual one is assumed."})
    if effect is None:
        effect = _effect(page)
        notes.append(f"effect {effect}: derived from method and path; check it")
    left = [f"{entry.field.name} (line {entry.field.line})" for entry in contract.unplaced]
    notes += [f"{name_and_line} is left out: the page does not show its parent" for name_and_line in left]
    envelope = contract.envelope or ("errorCode" if contract.signing == "QuerySignature" else "code")
    data: JsonObject = {
        "operationId": name,
        "tags": [name.rpartition(".")[0]],
        "summary": (page.title or name).rstrip(".") + ".",
        "security": [{contract.signing or "HeaderSignature": []}],
        "x-pandapon-title": page.title or name,
        "x-pandapon-envelope": envelope,
        "x-pandapon-effect": effect,
        "x-pandapon-completeness": {
            "request": _request_completeness(page),
            "response": _response_completeness(page),
        },
        "x-pandapon-source": {"pages": [page.source], "modified": page.modified},
    }
    if corrections:
        data["x-pandapon-corrections"] = corrections
    if parameters := _parameters(page, writer):
        data["parameters"] = parameters
    if body := _body(page, writer, notes, examples=examples):
        data["requestBody"] = body
    writer.in_request = False
    data["responses"] = {"200": _response(page, writer, envelope, notes, examples=examples)}
    return NewOperation(name, data, writer.components, notes)


def _request_completeness(page: Page) -> str:
    parameters = [field for place in ("path", "query") for field in page.parameters.get(place, ())]
    is_listed = page.body is not None or page.method == "GET"
    is_listed = is_listed and all(field.evidence == "schema" or field.name in SIGNED_QUERY for field in parameters)
    return "full" if is_listed and not page.unplaced and page.is_understood("request") else "partial"


def _response_completeness(page: Page) -> str:
    response = page.response
    if response is None or not (response.fields or response.samples):
        return "none"
    is_full = response.fields and not response.unplaced and page.is_understood("response")
    return "full" if is_full else "partial"


def _listed(fields: tuple[Field, ...], where: str, notes: list[str]) -> tuple[Field, ...]:
    """Leave out the fields that only an example shows, where the page lists the others."""
    has_schema = any(field.evidence == "schema" for field in fields)
    kept: list[Field] = []
    for field in fields:
        if has_schema and field.evidence != "schema":
            notes.append(f"{where}.{field.name} (line {field.line}) is left out: only an example shows it")
        else:
            kept.append(field.with_fields(_listed(field.fields, f"{where}.{field.name}", notes)))
    return tuple(kept)


def _parameters(page: Page, writer: SchemaWriter) -> list[JsonValue]:
    return [
        parameter_entry(field, place, writer)
        for place in ("path", "query")
        for field in page.parameters.get(place, ())
        if field.name not in SIGNED_QUERY
    ]


def _body(page: Page, writer: SchemaWriter, notes: list[str], *, examples: bool) -> JsonObject | None:
    sample = page.request_sample
    fields = page.body or (sample_fields(sample.value, sample.line) if sample else ())
    fields = _listed(fields, "request", notes)
    if not fields or page.method == "GET":
        return None
    content: JsonObject = {"schema": writer.model(fields, argument=True)}
    if sample and examples:
        content["example"] = anonymized(sample.value)
    return {"required": True, "content": {JSON_CONTENT: content}}


def _response(page: Page, writer: SchemaWriter, envelope: str, notes: list[str], *, examples: bool) -> JsonObject:
    response, sample = page.response, page.response_sample
    fields = (response.fields if response else None) or (sample_fields(sample.value, sample.line) if sample else ())
    fields = _listed(fields, "response", notes)
    result = next((field for field in fields if field.name == "data"), None)
    schema: JsonObject = {
        "allOf": [{"$ref": f"#/components/schemas/{ENVELOPES[envelope]}"}],
        "properties": {"data": writer.result(result)},
    }
    content: JsonObject = {"schema": schema}
    if sample and examples:
        content["example"] = anonymized(sample.value)
    return {"description": "The response on the page.", "content": {JSON_CONTENT: content}}


def _name(specifications: Specifications, surface: str, page: Page) -> str:
    specification = specifications.by_surface[surface]
    taken = {operation.name for operation in specification.operations()}
    names = {(operation.method.upper(), operation.path): operation for operation in specification.operations()}
    entry = specifications.entry_of(surface, page)
    groups: Counter[str] = Counter()
    for other in specifications.entries:
        if entry and (other.surface, other.group) == (entry.surface, entry.group):
            operation = names.get((str(other.data.get("method")), str(other.data.get("path"))))
            groups.update([operation.group] if operation else [])
    words = re.sub(r"[^a-z0-9]+", "_", "_".join(page.folder[-2:]).lower()).strip("_") or "other"
    group = groups.most_common(1)[0][0] if groups else words if is_name(words) else "other"
    parts = [part for part in (page.path or "").split("/") if part and "{" not in part]
    method = module_name(parts[-1]) if parts else "call"
    if not is_name(method):
        method = "call"
    for prefix in ["", *(module_name(part) + "_" for part in reversed(parts[:-1])), "other_"]:
        candidate = prefix + method
        if candidate not in RESERVED_METHODS | RESERVED_ARGUMENTS and f"{group}.{candidate}" not in taken:
            return f"{group}.{candidate}"
    raise CodegenError(f"{page.source}: no free name in {group}; give one with --name")


def _effect(page: Page) -> str:
    end = (page.path or "").rpartition("/")[2]
    if re.search(r"(?i)pay(?!\w*url)", page.path or ""):
        return "pay"
    if _WRITES.search(end):
        return "write"
    return "read" if page.method == "GET" or _READS.search(end) else "write"
