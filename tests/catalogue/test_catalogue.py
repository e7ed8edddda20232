"""The catalogue: everything that the documentation lists, joined with what the package can call."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections import Counter

import pytest

from pandapon_async.catalogue import (
    Entry,
    read_catalogue,
    read_specification,
    read_upstream_calls,
    specification_names,
)

PACKAGES = {"pandapon-v1": "pandapon_v1", "pandapon-v2": "pandapon_v2", "xportcn-ka": "xportcn_ka"}
#: What the navigation of the four sites lists, and how much of it is known.
COUNTS = {
    "pandapon-v1": {"documented": 19, "partial": 22, "inferred": 7, "name-only": 30},
    "pandapon-v2": {"documented": 14, "partial": 9, "inferred": 20, "name-only": 30},
    "xportcn-ka": {"documented": 2, "partial": 6, "inferred": 3, "candidate": 5, "name-only": 20},
    "xportcn-openapi": {"partial": 2, "inferred": 11, "candidate": 1, "name-only": 29},
}


def entries(surface: str) -> list[Entry]:
    return [entry for entry in read_catalogue() if entry.surface == surface]


def test_it_lists_all_230_entries() -> None:
    assert len(read_catalogue()) == 230
    for name, counts in COUNTS.items():
        found = Counter(entry.status for entry in entries(name))
        assert found.total() == sum(counts.values())
        # Pages that become known can only add to what is known.
        assert found["name-only"] <= counts["name-only"]
        assert found["documented"] >= counts.get("documented", 0)


def test_surface_group_and_title_tell_entries_apart() -> None:
    assert len({(entry.surface, entry.group, entry.title) for entry in read_catalogue()}) == 230


def test_what_is_known_by_name_only_has_no_path() -> None:
    for entry in read_catalogue():
        if entry.status == "name-only":
            assert (entry.path, entry.name, entry.signing, entry.envelope, entry.effect) == (None,) * 5, entry


def test_messages_are_marked_and_have_neither_signature_nor_effect() -> None:
    pushes = [entry for entry in read_catalogue() if entry.push]
    assert len(pushes) == 15
    assert {entry.group.rpartition("essage callback")[1] for entry in pushes} == {"essage callback"}
    assert {(entry.signing, entry.envelope, entry.effect, entry.path) for entry in pushes} == {(None,) * 4}
    assert {entry.message_type for entry in pushes if entry.status == "partial"} == {
        "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY",
        "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY",
    }


@pytest.mark.parametrize("surface", PACKAGES)
def test_every_operation_of_the_package_is_an_entry(surface: str) -> None:
    table = importlib.import_module(f"pandapon_async.{PACKAGES[surface]}.operations").OPERATIONS
    joined = {
        (entry.name, entry.method, entry.path, entry.signing, entry.envelope, entry.effect)
        for entry in read_catalogue()
        if entry.specification == surface
    }
    assert joined == {(o.name, o.method, o.path, o.signing, o.envelope, o.effect) for o in table}


def test_xportcn_s_ordinary_platform_is_served_by_the_specification_of_pandapon_v1() -> None:
    listed = [entry for entry in entries("xportcn-openapi") if entry.path]
    known = {entry.path: entry.specification for entry in listed if entry.inference is None}
    assert known.keys() == {"/open/product/get", "/open/product/recommend"}
    inferred = [entry for entry in listed if entry.status == "inferred"]
    assert {entry.specification for entry in inferred} == {"pandapon-v1"}
    assert all(entry.name and entry.inference for entry in inferred)
    assert set(known.values()) <= {"pandapon-v1", None}


def test_an_inferred_entry_says_from_what_and_how_sure_that_is() -> None:
    (entry,) = (each for each in entries("pandapon-v2") if each.name == "taobao.orders.create")
    assert (entry.status, entry.path) == ("inferred", "/v2/taobao/order")
    assert entry.inference is not None
    assert entry.inference.source == "POST /open/order of pandapon-v1"
    assert "16 of the 16" in entry.inference.evidence


def test_a_candidate_has_a_path_but_no_method() -> None:
    candidates = [entry for entry in read_catalogue() if entry.status == "candidate"]
    assert all(entry.path and entry.inference and not entry.name for entry in candidates)
    assert len(candidates) == 6


def test_upstream_calls_belong_to_entries_without_a_path() -> None:
    places = {(entry.surface, entry.group, entry.title): entry for entry in read_catalogue()}
    for call in read_upstream_calls():
        assert call.likely_for
        for place in call.likely_for:
            assert places[place].status != "documented"


def test_an_unknown_specification_is_an_error() -> None:
    assert specification_names() == ["pandapon-v1", "pandapon-v2", "xportcn-ka"]
    with pytest.raises(ValueError, match="no specification"):
        read_specification("../catalogue")


def test_reading_it_imports_nothing_heavy() -> None:
    code = """
import sys
from pandapon_async.catalogue import read_catalogue, read_specification
read_catalogue(), read_specification("pandapon-v1")
print(sorted({"httpx", "aiohttp", "starlette", "jsonschema", "click", "rich"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert done.stdout.strip() == "[]"
