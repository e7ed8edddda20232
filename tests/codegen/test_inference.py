"""Inferred operations: copies of documented ones under another path, with the components that they need."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tiny_specifications import ROOT, body, document, operation, text

from pandapon_async.catalogue import read_specification
from pandapon_async.codegen.errors import CodegenError
from pandapon_async.codegen.inference import add_inferred
from pandapon_async.codegen.specification import Specification
from pandapon_async.codegen.validation import validate

RULES = {"twin": {"says": "v1 /a is v2 /v2/a", "evidence": "2 of 2 obey it"}}
ENTRY = {
    "group": "Things",
    "title": "Do it",
    "method": "POST",
    "path": "/v2/a",
    "from": {"surface": "pandapon-v1", "path": "/a"},
    "rule": "twin",
}


def thing(**fields: Any) -> Any:
    return {"type": "object", "description": "A thing.", "properties": {"name": text(), **fields}}


def list_of(name: str) -> Any:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}


def source() -> Any:
    sent = {"lines": {**list_of("Line"), "description": "Lines."}, "thing": {"$ref": "#/components/schemas/Thing"}}
    data = operation("things.do", list_of("Thing"), requestBody=body(sent))
    return document({"/a": {"post": data}}, {"Thing": thing(), "Line": thing(), "Unused": thing()})


def infer(tmp_path: Path, target: Any, **changes: Any) -> Any:
    folder = tmp_path / "openapi"
    folder.mkdir(exist_ok=True)
    entry = {**ENTRY, **changes}
    content = {"rules": RULES, "inferred": {"pandapon-v2": [entry]}, "candidates": {}}
    (folder / "inferred.yaml").write_text(json.dumps(content), encoding="utf-8")
    specifications = {
        "pandapon-v1": Specification("v1.yaml", source()),
        "pandapon-v2": Specification("v2.yaml", target),
    }
    found = add_inferred(tmp_path, specifications)["pandapon-v2"]
    assert validate(found) == []
    return found.document


def empty(**schemas: Any) -> Any:
    return document({"/other": {"get": operation("things.other", {})}}, schemas)


def test_an_operation_says_what_it_is_inferred_from(tmp_path: Path) -> None:
    data = infer(tmp_path, empty())["paths"]["/v2/a"]["post"]
    assert data["operationId"] == "things.do"
    assert data["x-pandapon-path"] == "inferred"
    assert data["x-pandapon-inference"] == {
        "rule": "twin",
        "says": "v1 /a is v2 /v2/a",
        "evidence": "2 of 2 obey it",
        "from": {"surface": "pandapon-v1", "operation": "things.do", "method": "POST", "path": "/a"},
    }
    assert data["x-pandapon-title"] == "Do it"


def test_the_source_does_not_change(tmp_path: Path) -> None:
    target = empty()
    before = json.dumps(target)
    infer(tmp_path, target)
    assert json.dumps(target) == before


def test_components_come_along_if_they_are_used(tmp_path: Path) -> None:
    schemas = infer(tmp_path, empty())["components"]["schemas"]
    assert {"Thing", "Line"} <= schemas.keys()
    assert "Unused" not in schemas


def test_equal_components_are_shared_and_different_ones_get_a_suffix(tmp_path: Path) -> None:
    own = {**thing(), "description": "Other words."}
    found = infer(tmp_path, empty(Thing=thing(more=text()), Line=own))
    schemas = found["components"]["schemas"]
    assert schemas["ThingFromV1"]["x-pandapon-name"] == "ThingFromV1"
    assert schemas["Line"] == own
    assert "LineFromV1" not in schemas
    assert "more" in schemas["Thing"]["properties"]
    answer = found["paths"]["/v2/a"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert answer["properties"]["data"]["items"] == {"$ref": "#/components/schemas/ThingFromV1"}


def test_a_body_with_goods_says_that_their_ids_are_doubtful(tmp_path: Path) -> None:
    data = infer(tmp_path, empty(), goods=True)["paths"]["/v2/a"]["post"]
    assert "goods ids of the request are doubtful" in data["description"]


def test_a_documented_operation_replaces_the_inferred_one(tmp_path: Path) -> None:
    target = empty()
    target["paths"]["/v2/a"] = {"post": operation("things.documented", {})}
    data = infer(tmp_path, target)["paths"]["/v2/a"]["post"]
    assert data["operationId"] == "things.documented"
    assert "x-pandapon-path" not in data


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"from": {"surface": "pandapon-v1", "path": "/gone"}}, "pandapon-v1 has no operation POST /gone"),
        ({"from": {"surface": "nowhere", "path": "/a"}}, "nowhere has no operation"),
        ({"rule": "none"}, "'none' is not a rule with evidence"),
        ({"colour": "red"}, "unknown key 'colour'"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, changes: Any, problem: str) -> None:
    with pytest.raises(CodegenError) as caught:
        infer(tmp_path, empty(), **changes)
    assert f"openapi/inferred.yaml#/inferred/pandapon-v2/0: {problem}" in str(caught.value)


def test_the_yaml_of_the_surfaces_has_documented_operations_only() -> None:
    for name in ("pandapon-v1", "pandapon-v2", "xportcn-ka"):
        written = Specification.read(ROOT, f"openapi/{name}.yaml")
        assert all("x-pandapon-path" not in each.data for each in written.operations())
        shipped = Specification(name, read_specification(name))
        inferred = [each for each in shipped.operations() if each.data.get("x-pandapon-path") == "inferred"]
        assert len(inferred) == {"pandapon-v1": 7, "pandapon-v2": 20, "xportcn-ka": 3}[name]
