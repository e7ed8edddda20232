"""Compares real responses with the specification and proposes fields, types, enum values and codes.

Only names, types, codes and enum-like values leave this module. Values of other fields are never kept.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, cast

from pandapon_async.codegen.docs.drift.comparison import Drift, fits
from pandapon_async.codegen.docs.drift.contract import contract_of_operation
from pandapon_async.codegen.docs.model.samples import type_of
from pandapon_async.codegen.errors import CodegenError
from pandapon_async.codegen.specification import object_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.docs.drift.contract import Contract, Fact
    from pandapon_async.codegen.docs.drift.specifications import Specifications

__all__ = ["Recorded", "learn", "read_recorded"]

#: Names of fields. A key that is not a name may be data, such as a phone number as the key of a map.
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z_-]{0,59}[0-9]{0,3}", re.ASCII)
#: Words in capitals and small numbers; anything else may be data of a person.
_ENUM_VALUE: Final = re.compile(r"[A-Z][A-Z_]{1,39}|-?[0-9]{1,4}", re.ASCII)
_CODE: Final = re.compile(r"[A-Z_]{1,40}|[0-9]{1,6}", re.ASCII)
_CODES: Final = ("code", "errorCode")

Recorded = tuple[str, "JsonValue"]


def read_recorded(path: Path, operation: str | None = None) -> list[Recorded]:
    """Read responses: a cassette of the test kit (JSON lines), or one JSON response with ``operation``.

    Raises:
        CodegenError: The file cannot be read, or a response has no operation.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise CodegenError(f"{path}: {error}") from error
    try:
        documents = [json.loads(text)]
    except ValueError:
        documents = [_line(path, number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    found: list[Recorded] = []
    for document in cast("list[JsonValue]", documents):
        for entry in document if isinstance(document, list) and operation is None else [document]:
            recorded = object_at(entry)
            name = text_at(recorded, "operation")
            if name and "response" in recorded:
                found.append((name, recorded["response"]))
            elif operation:
                found.append((operation, entry))
            else:
                raise CodegenError(f"{path}: not a cassette; name the operation of the response with --operation")
    return found


def _line(path: Path, number: int, line: str) -> JsonValue:
    try:
        return cast("JsonValue", json.loads(line))
    except ValueError:
        raise CodegenError(f"{path}:{number}: not JSON") from None


def learn(specifications: Specifications, recorded: Iterable[Recorded], source: str) -> list[Drift]:
    """Compare responses with the specifications.

    Raises:
        CodegenError: No surface or several surfaces have an operation.
    """
    found: dict[tuple[str, str, str, str], Drift] = {}
    for name, response in recorded:
        surface, contract = _contract(specifications, name)
        for drift in _compare(contract, response, source):
            key = (name, drift.kind, drift.place, drift.after)
            operation = contract.operation.name if contract.operation else name
            found.setdefault(key, drift.of(operation, surface))
    return sorted(found.values(), key=lambda drift: (drift.operation, drift.place, drift.kind, drift.after))


def _contract(specifications: Specifications, text: str) -> tuple[str, Contract]:
    wanted, _, name = text.rpartition(":")
    wanted, name = (wanted, name) if wanted else ("", text.rpartition(" ")[2])
    surface_name = text.partition(" ")[0] if " " in text else wanted
    matches = [
        (surface, specification, operation)
        for surface, specification in specifications.by_surface.items()
        for operation in specification.operations()
        if name in (operation.name, operation.path) and surface_name in ("", surface, operation.method.upper())
    ]
    if len(matches) != 1:
        reason = "several surfaces have it; use SURFACE:NAME" if matches else "no such operation"
        raise CodegenError(f"{text}: {reason}")
    surface, specification, operation = matches[0]
    return surface, contract_of_operation(specification, operation)


def _compare(contract: Contract, response: JsonValue, source: str) -> Iterator[Drift]:
    yield from _codes(object_at(response), source)
    for place, value in _walk(response, "response"):
        fact = contract.facts.get(place)
        if fact is not None:
            yield from _field(fact, value, source)
        elif _is_listed(contract, place.rpartition(".")[0]):
            yield Drift("added", place, "additive", source, 1, "", str(type_of(value)))


def _codes(response: JsonObject, source: str) -> Iterator[Drift]:
    """Yield the code of a response that was not successful."""
    for key in _CODES:
        code = response.get(key)
        if isinstance(code, bool) or not isinstance(code, int | str):
            continue
        if _CODE.fullmatch(str(code)) and str(code) not in ("0", "200"):
            yield Drift("code", f"response.{key}", "text only", source, 1, "", str(code))


def _is_listed(contract: Contract, parent: str) -> bool:
    """Tell whether the specification lists the fields of an object."""
    return parent == "response" or any(place.startswith(parent + ".") for place in contract.facts)


def _field(fact: Fact, value: JsonValue, source: str) -> Iterator[Drift]:
    shown = type_of(value)
    if value is None:
        if fact.type.nullable is False:
            yield Drift("nullable", fact.place, "text only", source, 1, "never null", "may be null")
    elif not fits(fact.type, shown):
        yield Drift("type", fact.place, "breaking", source, 1, str(fact.type), str(shown))
    known = set(map(str, fact.type.inner.enum or ()))
    for each in (value if isinstance(value, list) else [value]) if known else ():
        if isinstance(each, int | str) and _ENUM_VALUE.fullmatch(str(each)) and str(each) not in known:
            yield Drift("enum", fact.place, "additive", source, 1, "", str(each))


def _walk(value: JsonValue, prefix: str) -> Iterator[tuple[str, JsonValue]]:
    """Yield the place and value of every field; keys that are not names are left out with all below them."""
    if isinstance(value, list):
        for entry in value:
            yield from _walk(entry, prefix)
    elif isinstance(value, dict):
        for name, entry in value.items():
            if _NAME.fullmatch(name):
                yield f"{prefix}.{name}", entry
                yield from _walk(entry, f"{prefix}.{name}")
