"""Joins the entries of the documentation's navigation with the operations of the specifications."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from pandapon_async.codegen.compact_json import compact_json
from pandapon_async.codegen.errors import CodegenError, Problem
from pandapon_async.codegen.inference import INFERRED_SOURCE, inferred_entries
from pandapon_async.codegen.specification import Specification, list_at, object_at, pointer, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.specification import SourceOperation

__all__ = ["CATALOGUE_DATA", "CATALOGUE_SOURCE", "CATALOGUE_TABLE", "catalogue_files"]

CATALOGUE_SOURCE: Final = "openapi/catalogue.yaml"
CATALOGUE_DATA: Final = Path("src/pandapon_async/catalogue/catalogue.json")
UPSTREAM_SOURCE: Final = "openapi/upstream-taobao.yaml"
UPSTREAM_DATA: Final = Path("src/pandapon_async/catalogue/upstream.json")
CATALOGUE_TABLE: Final = Path("docs/operations.md")

#: Xportcn's ordinary platform has no specification of its own: it offers the operations of PandaPon v1.
_SPECIFICATIONS: Final = {"xportcn-openapi": "pandapon-v1"}
#: Statuses that an entry of the catalogue may have; inferred and candidate entries come from ``inferred.yaml``.
_STATUSES: Final = ("documented", "partial", "name-only")
_SHOWN_STATUSES: Final = ("documented", "partial", "inferred", "candidate", "name-only")
_INFERENCE_STATUSES: Final = {"inferred": "inferred", "candidates": "candidate"}
_KEYS: Final = frozenset({"title", "title_zh", "method", "path", "status", "push", "message_type", "note"})
_TITLES: Final = {
    "pandapon-v1": "PandaPon v1",
    "pandapon-v2": "PandaPon v2",
    "xportcn-ka": "Xportcn KA",
    "xportcn-openapi": "Xportcn, ordinary platform (by PandaPonClient, under Xportcn's base URL)",
}
_HEADER: Final = """\
<!-- Generated from openapi/ by `make generate`; do not edit. -->

# Operations

All operations that the documentation lists. `pandapon ops` prints the same table, `pandapon ops show NAME` everything
that is known of one operation. An operation without a Python name can be called by path:
`client.request(...)`, or `pandapon call --path`.

| status | meaning |
|---|---|
| documented | the request is known, the response at least in part |
| partial | the path or message type is known, but the request or the response is not |
| inferred | the path follows from a rule; calls must allow that: [inferred operations](inferred.md) |
| candidate | the path follows from a weak rule; there is no method for it, but `pandapon probe` can try it |
| name-only | listed in the navigation, nothing else is known |

Effects: a **read** is retried when an attempt fails; a **write** or **pay** is never sent again when the server may
have received it; a **push** is a message that the platform sends.
"""


def catalogue_files(root: Path, specifications: Mapping[str, Specification]) -> dict[Path, bytes]:
    """Return the files made from the catalogue; none where ``root`` has no catalogue.

    Args:
        root: Root of the repository.
        specifications: The specifications by the name of their surface.

    Raises:
        CodegenError: The catalogue has a problem, or an operation is missing from it.
    """
    if not (root / CATALOGUE_SOURCE).exists():
        return {}
    source = Specification.read(root, CATALOGUE_SOURCE)
    inferred = _inferred(root)
    problems = list(_problems(source, specifications, inferred))
    if problems:
        raise CodegenError(*problems)
    entries = list(_entries(source, specifications, inferred))
    data = compact_json(cast("list[JsonValue]", entries))
    files = {CATALOGUE_DATA: data, CATALOGUE_TABLE: _table(entries).encode()}
    if (root / UPSTREAM_SOURCE).exists():
        files[UPSTREAM_DATA] = _upstream(root, entries)
    return files


def _upstream(root: Path, entries: list[JsonObject]) -> bytes:
    source = Specification.read(root, UPSTREAM_SOURCE)
    known = {(entry["surface"], entry["group"], entry["title"]) for entry in entries}
    calls = list_at(source.document, "calls")
    for index, call in enumerate(calls):
        for place in list_at(object_at(call), "likely_for"):
            if not isinstance(place, list) or tuple(place) not in known:
                where = pointer("calls", index, "likely_for")
                raise CodegenError(Problem(source.file, where, f"{place} is not an entry of the catalogue"))
    return compact_json(calls)


def _inferred(root: Path) -> dict[tuple[str, str, str], JsonObject]:
    """Return inferred and candidate entries by surface, group and title."""
    return {
        (surface, text_at(entry, "group"), text_at(entry, "title")): {**entry, "status": _INFERENCE_STATUSES[kind]}
        for kind, surfaces in inferred_entries(root).items()
        for surface, entries in surfaces.items()
        for entry in entries
    }


def _walk(source: Specification) -> Iterator[tuple[str, str, int, JsonObject]]:
    for surface, groups in object_at(source.document, "surfaces").items():
        for group in object_at(groups):
            for index, entry in enumerate(list_at(object_at(groups), group)):
                yield surface, group, index, object_at(entry)


def _problems(
    source: Specification,
    specifications: Mapping[str, Specification],
    inferred: Mapping[tuple[str, str, str], JsonObject],
) -> Iterator[Problem]:
    listed: set[tuple[str, str, str]] = set()
    taken: set[tuple[str, str, str]] = set()
    for surface, group, index, entry in _walk(source):
        where = pointer("surfaces", surface, group, index)
        if unknown := entry.keys() - _KEYS:
            yield Problem(source.file, where, f"unknown key {min(unknown)!r}")
        if surface not in _TITLES:
            yield Problem(source.file, where, f"{surface!r} is not a surface")
        if entry.get("status") not in _STATUSES:
            yield Problem(source.file, where, f"status must be one of {', '.join(_STATUSES)}")
        title = (surface, group, text_at(entry, "title"))
        if title in taken or not title[2]:
            yield Problem(source.file, where, "needs a title that no other entry of the group has")
        taken.add(title)
        known = entry if entry.get("path") is not None else inferred.get(title, {})
        listed.add((_SPECIFICATIONS.get(surface, surface), text_at(known, "method"), text_at(known, "path")))
    yield from _unlisted(source, specifications, listed)
    for place in inferred.keys() - taken:
        message = f"{source.file} has no entry {place[2]!r} in the group {place[1]!r} of {place[0]}"
        yield Problem(INFERRED_SOURCE, text_at(inferred[place], "where"), message)


def _unlisted(
    source: Specification, specifications: Mapping[str, Specification], listed: set[tuple[str, str, str]]
) -> Iterator[Problem]:
    for surface, specification in specifications.items():
        for operation in specification.operations():
            if (surface, operation.method.upper(), operation.path) not in listed:
                message = f"{operation.name} is not listed in {source.file}"
                yield Problem(specification.file, operation.pointer, message)


def _entries(
    source: Specification,
    specifications: Mapping[str, Specification],
    inferred: Mapping[tuple[str, str, str], JsonObject],
) -> Iterator[JsonObject]:
    operations = {
        (surface, operation.method.upper(), operation.path): operation
        for surface, specification in specifications.items()
        for operation in specification.operations()
    }
    for surface, group, _, listed in _walk(source):
        entry = listed
        inference = inferred.get((surface, group, text_at(listed, "title")))
        if inference is not None and listed.get("path") is None:
            entry = {**listed, **{key: inference[key] for key in ("method", "path", "status")}}
        else:
            inference = None
        specification = _SPECIFICATIONS.get(surface, surface)
        operation = operations.get((specification, text_at(entry, "method"), text_at(entry, "path")))
        yield {
            "surface": surface,
            "group": group,
            "title": text_at(entry, "title"),
            "title_zh": entry.get("title_zh"),
            "name": operation.name if operation else None,
            "method": entry.get("method"),
            "path": entry.get("path"),
            "signing": _signing(operation) if operation else None,
            "envelope": operation.data.get("x-pandapon-envelope") if operation else None,
            "effect": operation.data.get("x-pandapon-effect") if operation else None,
            "status": entry.get("status"),
            "push": entry.get("push") is True,
            "message_type": entry.get("message_type"),
            "note": entry.get("note"),
            "inference": _inference(inference) if inference else None,
            "specification": specification if operation else None,
        }


def _inference(entry: JsonObject) -> JsonObject:
    origin, rule = object_at(entry, "from"), object_at(entry, "rule")
    source = f"{entry['method']} {origin['path']} of {origin['surface']}" if origin else None
    return {
        "rule": rule["name"],
        "says": text_at(rule, "says"),
        "evidence": text_at(rule, "evidence"),
        "source": source,
        "note": entry.get("note"),
    }


def _signing(operation: SourceOperation) -> str:
    (scheme,) = object_at(list_at(operation.data, "security")[0])
    return "query" if scheme == "QuerySignature" else "header"


def _table(entries: list[JsonObject]) -> str:
    lines = [_HEADER, *_counts(entries)]
    surface: JsonValue = None
    group: JsonValue = None
    for entry in entries:
        if entry["surface"] != surface:
            surface, group = entry["surface"], None
            lines += ["", f"## {_TITLES[str(surface)]}"]
        if entry["group"] != group:
            group = entry["group"]
            lines += ["", f"### {group}", "", "| Python name | title | method and path | effect | status |"]
            lines.append("|---|---|---|---|---|")
        lines.append(f"| {' | '.join(_cells(entry))} |")
    return "\n".join(lines) + "\n"


def _counts(entries: list[JsonObject]) -> Iterator[str]:
    yield f"| surface | entries | with a Python name | {' | '.join(_SHOWN_STATUSES)} |"
    yield "|---|---|---|---|---|---|---|---|"
    for surface, title in _TITLES.items():
        members = [entry for entry in entries if entry["surface"] == surface]
        numbers = [len(members), sum(1 for entry in members if entry["name"])]
        numbers += [sum(1 for entry in members if entry["status"] == status) for status in _SHOWN_STATUSES]
        yield f"| {title} | {' | '.join(map(str, numbers))} |"


def _cells(entry: JsonObject) -> Iterator[str]:
    yield f"`{entry['name']}`" if entry["name"] else ""
    yield cast("str", entry["title"]).replace("|", "\\|")
    request = " ".join(str(part) for part in (entry["method"], entry["path"]) if part)
    yield f"`{request}`" if entry["path"] else request
    yield "push" if entry["push"] else str(entry["effect"] or "")
    yield str(entry["status"])
