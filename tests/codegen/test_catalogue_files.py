"""The files made from the catalogue; mistakes in it end the generation, with the place of each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tiny_specifications import ROOT, document, operation

from pandapon_async.catalogue import read_catalogue
from pandapon_async.codegen.catalogue import CATALOGUE_DATA, CATALOGUE_TABLE
from pandapon_async.codegen.errors import CodegenError
from pandapon_async.codegen.generation import generate
from pandapon_async.codegen.output import compare, write
from pandapon_async.codegen.surfaces import Surface

if TYPE_CHECKING:
    from tiny_specifications import Repository

SIMPLE = document({"/a": {"get": operation("things.get", {})}})
GOOD = {"title": "Get", "method": "GET", "path": "/a", "status": "documented"}


def complain(repository: Repository, *entries: Any, surface: str = "tiny") -> str:
    repository.save(SIMPLE)
    text = json.dumps({"surfaces": {surface: {"Things": list(entries)}}})
    (repository.root / "openapi" / "catalogue.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CodegenError) as caught:
        generate([repository.surface], repository.root)
    return str(caught.value)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ({**GOOD, "stauts": "x"}, "unknown key 'stauts'"),
        ({**GOOD, "status": "known"}, "status must be one of"),
        ({**GOOD, "title": ""}, "needs a title"),
        ({**GOOD, "path": "/b"}, "openapi/tiny.yaml#/paths/~1a/get: things.get is not listed"),
    ],
)
def test_a_mistake_is_named_with_its_place(repository: Repository, entry: Any, problem: str) -> None:
    assert problem in complain(repository, entry)


def test_a_title_counts_once_in_a_group(repository: Repository) -> None:
    assert "surfaces/tiny/Things/1: needs a title that no other" in complain(repository, GOOD, GOOD)


def test_a_surface_must_be_known(repository: Repository) -> None:
    assert "'tiny' is not a surface" in complain(repository, GOOD)


def test_the_table_for_readers_shows_every_entry() -> None:
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    assert text.startswith("<!-- Generated from openapi/ by `make generate`; do not edit. -->")
    statuses = ("documented", "partial", "inferred", "candidate", "name-only")
    rows = [line for line in text.splitlines() if line.endswith(tuple(f"| {status} |" for status in statuses))]
    assert sum(line.count("|") == 6 for line in rows) == 230
    for entry in read_catalogue():
        assert f" {entry.title} |" in text
        assert entry.name is None or f"`{entry.name}`" in text


def test_the_files_follow_from_the_catalogue(repository: Repository) -> None:
    source = repository.save(document({"/open/order": {"post": operation("things.create", {})}})).root / "openapi"
    renamed = Surface("pandapon-v1", "tiny_api", "TinyResources")
    (source / "tiny.yaml").rename(source / "pandapon-v1.yaml")
    entry = {"title": "A | B", "method": "POST", "path": "/open/order", "status": "partial", "note": "n"}
    push = {"title": "News", "status": "name-only", "push": True}
    surfaces = {
        "pandapon-v1": {"Things": [entry], "Message callback": [push]},
        "xportcn-openapi": {"Order": [{**entry, "title": "Order"}]},
    }
    (source / "catalogue.yaml").write_text(json.dumps({"surfaces": surfaces}), encoding="utf-8")
    files = generate([renamed], repository.root).dumps

    (first, message, other) = json.loads(files[CATALOGUE_DATA])
    joined = ("things.create", "header", "code", "read", "pandapon-v1")
    keys = ("name", "signing", "envelope", "effect", "specification")
    assert tuple(first[key] for key in keys) == tuple(other[key] for key in keys) == joined
    assert [message[key] for key in keys] == [None] * 5
    assert message["push"] is True
    table = files[CATALOGUE_TABLE].decode()
    assert "| `things.create` | A \\| B | `POST /open/order` | read | partial |" in table
    assert "|  | News |  | push | name-only |" in table


def test_check_covers_the_files_of_the_catalogue(repository: Repository) -> None:
    # The catalogue knows the surfaces of the platform only.
    surface = Surface("pandapon-v1", "tiny_api", "TinyResources")
    source = repository.save(SIMPLE).root / "openapi"
    (source / "tiny.yaml").rename(source / "pandapon-v1.yaml")
    (source / "catalogue.yaml").write_text(
        json.dumps({"surfaces": {"pandapon-v1": {"Things": [GOOD]}}}), encoding="utf-8"
    )
    output = generate([surface], repository.root)
    write(output, repository.root)
    assert compare(output, repository.root) == []
    (repository.root / CATALOGUE_TABLE).write_text("edited by hand")
    (repository.root / CATALOGUE_DATA).unlink()
    assert [str(each) for each in compare(output, repository.root)] == [
        "stale: docs/operations.md",
        "missing: src/pandapon_async/catalogue/catalogue.json",
    ]
