"""The catalogue: every entry of the documentation's navigation, joined with the operations of the specifications."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from pandapon_async.codegen.compact_json import compact_json
from pandapon_async.codegen.errors import CodegenError, Problem
from pandapon_async.codegen.specification import Specification, list_at, object_at, pointer, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.specification import SourceOperation

__all__ = ["CATALOGUE_DATA", "CATALOGUE_SOURCE", "CATALOGUE_TABLE", "catalogue_files"]

CATALOGUE_SOURCE: Final = "openapi/catalogue.yaml"
CATALOGUE_DATA: Final = Path("src/pandapon_async/catalogue/catalogue.json")
CATALOGUE_TABLE: Final = Path("docs/operations.md")

#: Xportcn's ordinary platform has no specification of its own: it offers the operations of PandaPon v1.
_SPECIFICATIONS: Final = {"xportcn-openapi": "pandapon-v1"}
_STATUSES: Final = ("documented", "partial", "name-only")
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

Everything that the documentation lists. An operation without a Python name can be called by path, where its path is
known: `client.request(...)`, or `pandapon call --path`. No path is guessed. `pandapon ops` shows the same table in the
terminal, `pandapon ops show NAME` all that is known of one operation.

| status | meaning |
|---|---|
| documented | request known, answer at least in part |
| partial | path or message type known, request or answer missing |
| name-only | listed in the navigation, nothing else |

Effects: **read** is repeated where an attempt failed; **write** and **pay** never are where the first may have been
taken; **push** is a message that the platform sends.
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
    problems = list(_problems(source, specifications))
    if problems:
        raise CodegenError(*problems)
    entries = list(_entries(source, specifications))
    data = compact_json(cast("list[JsonValue]", entries))
    return {CATALOGUE_DATA: data, CATALOGUE_TABLE: _table(entries).encode()}


def _walk(source: Specification) -> Iterator[tuple[str, str, int, JsonObject]]:
    for surface, groups in object_at(source.document, "surfaces").items():
        for group in object_at(groups):
            for index, entry in enumerate(list_at(object_at(groups), group)):
                yield surface, group, index, object_at(entry)


def _problems(source: Specification, specifications: Mapping[str, Specification]) -> Iterator[Problem]:
    listed: set[tuple[str, str, str]] = set()
    taken: set[tuple[str, str, str]] = set()
    for surface, group, index, entry in _walk(source):
        where = pointer("surfaces", surface, group, index)
        if unknown := entry.keys() - _KEYS:
            yield Problem(source.file, where, f"unknown key {min(unknown)!r}")
        if surface not in _TITLES:
            yield Problem(source.file, where, f"{surface!r} is no surface")
        if entry.get("status") not in _STATUSES:
            yield Problem(source.file, where, f"status must be one of {', '.join(_STATUSES)}")
        title = (surface, group, text_at(entry, "title"))
        if title in taken or not title[2]:
            yield Problem(source.file, where, "needs a title that no other entry of the group has")
        taken.add(title)
        if entry.get("path") is not None:
            listed.add((_SPECIFICATIONS.get(surface, surface), text_at(entry, "method"), text_at(entry, "path")))
    for surface, specification in specifications.items():
        for operation in specification.operations():
            if (surface, operation.method.upper(), operation.path) not in listed:
                message = f"{operation.name} is not listed in {source.file}"
                yield Problem(specification.file, operation.pointer, message)


def _entries(source: Specification, specifications: Mapping[str, Specification]) -> Iterator[JsonObject]:
    operations = {
        (surface, operation.method.upper(), operation.path): operation
        for surface, specification in specifications.items()
        for operation in specification.operations()
    }
    for surface, group, _, entry in _walk(source):
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
            "specification": specification if operation else None,
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
    yield "| surface | entries | with a Python name | documented | partial | name-only |"
    yield "|---|---|---|---|---|---|"
    for surface, title in _TITLES.items():
        members = [entry for entry in entries if entry["surface"] == surface]
        numbers = [len(members), sum(1 for entry in members if entry["name"])]
        numbers += [sum(1 for entry in members if entry["status"] == status) for status in _STATUSES]
        yield f"| {title} | {' | '.join(map(str, numbers))} |"


def _cells(entry: JsonObject) -> Iterator[str]:
    yield f"`{entry['name']}`" if entry["name"] else ""
    yield cast("str", entry["title"]).replace("|", "\\|")
    request = " ".join(str(part) for part in (entry["method"], entry["path"]) if part)
    yield f"`{request}`" if entry["path"] else request
    yield "push" if entry["push"] else str(entry["effect"] or "")
    yield str(entry["status"])
