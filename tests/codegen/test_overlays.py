"""Overlays are applied as OpenAPI Overlay 1.0 defines."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pandapon_async.catalogue import read_specification
from pandapon_async.codegen.overlays import OverlayError, apply_overlays

SPEC: dict[str, Any] = {
    "openapi": "3.1.0",
    "tags": [{"name": "a"}],
    "paths": {
        "/one": {"post": {"operationId": "one", "tags": ["a"], "deprecated": False}},
        "/two": {"get": {"operationId": "two", "tags": ["b"], "parameters": [{"name": name} for name in "xyz"]}},
    },
}  # fmt: skip


def overlay(*actions: dict[str, Any]) -> dict[str, Any]:
    return {"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": list(actions)}


def applied(*actions: dict[str, Any]) -> Any:
    return apply_overlays(SPEC, [overlay(*actions)])


def test_an_update_is_merged_into_the_target_and_the_specification_is_kept() -> None:
    before = copy.deepcopy(SPEC)
    merged = applied({"target": "$.paths", "update": {"/three": {"get": {}}, "/one": {"post": {"deprecated": True}}}})
    assert list(merged["paths"]) == ["/one", "/two", "/three"]
    assert merged["paths"]["/one"]["post"] == {"operationId": "one", "tags": ["a"], "deprecated": True}
    assert before == SPEC


def test_lists_are_extended_by_an_item_or_inside_an_update() -> None:
    assert applied({"target": "$.tags", "update": {"name": "b"}})["tags"] == [{"name": "a"}, {"name": "b"}]
    merged = applied({"target": "$.paths['/one'].post", "update": {"tags": ["c"]}})
    assert merged["paths"]["/one"]["post"]["tags"] == ["a", "c"]


def test_filters_and_wildcards_select_every_match() -> None:
    merged = applied({"target": "$.paths.*.*[?@.name == 'x' || @.name == 'z']", "remove": True})
    assert merged == SPEC
    merged = applied({"target": "$..parameters[?@.name != 'y']", "remove": True})
    assert merged["paths"]["/two"]["get"]["parameters"] == [{"name": "y"}]
    merged = applied({"target": "$.paths.*.*", "update": {"x-seen": True}})
    assert all(operation["x-seen"] for item in merged["paths"].values() for operation in item.values())


def test_actions_run_in_order_and_a_missing_target_changes_nothing() -> None:
    merged = applied(
        {"target": "$.paths['/new']", "update": {"get": {}}},
        {"target": "$.paths", "update": {"/new": {}}},
        {"target": "$.paths['/new']", "update": {"get": {"operationId": "new"}}},
        {"target": "$.paths['/one']", "remove": True},
    )
    assert merged["paths"]["/new"] == {"get": {"operationId": "new"}}
    assert "/one" not in merged["paths"]


def test_removal_wins_over_an_update() -> None:
    assert "tags" not in applied({"target": "$.tags", "update": {"name": "b"}, "remove": True})


def test_nested_matches_are_removed_together() -> None:
    spec: Any = {"a": {"x": {"x": [1]}, "y": [{"x": 1}, {"x": 2}]}}
    assert apply_overlays(spec, [overlay({"target": "$..x", "remove": True})]) == {"a": {"y": [{}, {}]}}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"overlay": "2.0.0"}, "overlay"),
        ({"info": {}}, "info"),
        ({"actions": []}, "actions"),
        ({"action": []}, "unknown key 'action'"),
        ({"actions": [1]}, r"actions\[0\]: is not an object"),
        ({"actions": [{"target": "$.a"}]}, r"actions\[0\]: needs update"),
        ({"actions": [{"update": {}}]}, r"actions\[0\]: needs a target"),
        ({"actions": [{"target": "$[", "update": {}}]}, r"actions\[0\].target"),
        ({"actions": [{"target": "$.a", "update": {}, "to": 1}]}, "unknown key 'to'"),
        ({"actions": [{"target": "$", "remove": True}]}, "whole document"),
        ({"actions": [{"target": "$.openapi", "update": {}}]}, r"actions\[0\].update: the target must be"),
        ({"actions": [{"target": "$.paths", "update": 1}]}, "the update must be an object"),
        ({"actions": [{"target": "$", "update": {"paths": {"/one": 1}}}]}, r"actions\[0\].update.paths./one"),
    ],
)  # fmt: skip
def test_what_is_not_valid_names_its_place(change: dict[str, Any], message: str) -> None:
    with pytest.raises(OverlayError, match=message):
        apply_overlays(SPEC, [{**overlay({"target": "$.x", "remove": True}), **change}])


PRIMITIVES = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
OBJECTS = st.dictionaries(st.text(max_size=3), PRIMITIVES, max_size=5)


@given(before=OBJECTS, update=OBJECTS)
def test_an_update_of_plain_values_is_a_dictionary_union(before: dict[str, Any], update: dict[str, Any]) -> None:
    merged = apply_overlays({"at": before}, [overlay({"target": "$.at", "update": update})])
    assert merged == {"at": before | update}


def test_the_shipped_specifications_take_an_overlay() -> None:
    spec = read_specification("pandapon-v1")
    update = {"/open/order/cancel": {"post": {"operationId": "taobao.orders.cancel"}}}
    merged = apply_overlays(spec, [overlay({"target": "$.paths", "update": update})])
    assert len(merged["paths"]) == len(spec["paths"]) + 1
