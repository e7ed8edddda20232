"""Pages are written into specifications: only what changed, and what comes out can be generated."""

from __future__ import annotations

import ast
import functools
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from doc_pages import HERE, NAMES, ROOT, WAREHOUSE, page, page_text
from ruamel.yaml import YAML
from tiny_repository import CATALOGUE, SURFACE, apply, edited, run

from pandapon_async.codegen.docs.drift.comparison import compare
from pandapon_async.codegen.docs.drift.contract import contract_of_operation
from pandapon_async.codegen.docs.drift.specifications import Repository
from pandapon_async.codegen.docs.editing.insertion import insert_operation
from pandapon_async.codegen.docs.editing.new_operation import new_operation
from pandapon_async.codegen.docs.editing.yaml_text import YamlText
from pandapon_async.codegen.specification import Specification, object_at
from pandapon_async.codegen.surfaces import SURFACES
from pandapon_async.codegen.validation import validate

if TYPE_CHECKING:
    from pathlib import Path

specification_of = functools.cache(lambda source: Specification.read(ROOT, source))


@pytest.fixture
def root(root: Path) -> Path:
    assert run(root, "generate") == 0
    return root


PAGE = page_text(WAREHOUSE).replace("\xa0", " ")
CHANGED = (
    PAGE.replace("订单id\n必需\n", "订单id\n可选\nzone\nstring  | null \n分区\n必需\n", 1)
    .replace("修改于 2025-02-24 06:52:49", "修改于 2026-03-01 00:00:00")
    .replace('    "warehouseName": "一号仓库",', '    "zone": "B",\n    "warehouseName": "一号仓库",')
    .replace("warehouseName\nstring ", "warehouseName\nstring  | null ", 1)
)  # fmt: skip


def test_only_what_changed_is_touched(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / SURFACE.source).read_text(encoding="utf-8")
    apply(root, CHANGED)
    assert edited(before, (root / SURFACE.source).read_text(encoding="utf-8")) == [
        '-        modified: "2025-02-24 06:52:49"',
        '+        modified: "2026-03-01 00:00:00"',
        "-              required: [warehouseAddress, warehouseName, orderId]",
        "+              required: [warehouseAddress, warehouseName, zone]",
        "-                  type: string",
        '+                  type: [string, "null"]',
        "+                zone:",
        "+                  type:",
        "+                    - string",
        '+                    - "null"',
        "+                  description: 分区",
        "-              warehouseAddress: 广西省",
        "+              warehouseAddress: 1 Example Road",
        "+              zone: B",
    ]
    report = capsys.readouterr().out
    assert "breaking: tiny_api.resources.taobao_orders.TaobaoOrders.update_warehouse(zone) is new, required" in report
    assert "version: 0.1.0 -> 0.2.0" in report
    assert "### Added" in report or "### Changed" in report
    # The page is the specification now; a second run finds nothing.
    assert "left: required" not in report
    apply(root, CHANGED)
    assert "no change of the Python API" in capsys.readouterr().out


def test_only_the_fields_asked_for(root: Path) -> None:
    before = (root / SURFACE.source).read_text(encoding="utf-8")
    apply(root, CHANGED, "--only", "modified")
    assert len(edited(before, (root / SURFACE.source).read_text(encoding="utf-8"))) == 2


def test_each_change_is_asked_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return "y" if "modified" in question else ""

    monkeypatch.setattr("builtins.input", answer)
    before = (root / SURFACE.source).read_text(encoding="utf-8")
    apply(root, CHANGED, "--interactive")
    assert len(edited(before, (root / SURFACE.source).read_text(encoding="utf-8"))) == 2
    assert len(asked) == 4


def test_a_page_of_an_entry_known_by_name_becomes_an_operation(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / SURFACE.source).read_text(encoding="utf-8")
    apply(root, (HERE / "made_up" / "cancelOrder.txt").read_text(encoding="utf-8"))
    report = capsys.readouterr().out
    assert "applied: new operation taobao.orders.cancel" in report
    after = (root / SURFACE.source).read_text(encoding="utf-8")
    assert all(line.startswith("+") for line in edited(before, after))
    assert edited(CATALOGUE, (root / "openapi/catalogue.yaml").read_text(encoding="utf-8")) == [
        "-      - {title: Cancel the order, method: POST, status: name-only}   # a comment",
        "+      - {title: Cancel the order, method: POST, status: documented, path: /open/order/cancel}   # a comment",
    ]
    assert "| `taobao.orders.cancel` | Cancel the order |" in (root / "docs/operations.md").read_text(encoding="utf-8")
    code = (root / "src/tiny_api/resources/taobao_orders.py").read_text(encoding="utf-8")
    ast.parse(code)
    assert "async def cancel(" in code


@pytest.mark.parametrize("name", NAMES)
def test_a_page_in_an_empty_specification_is_the_curated_operation(name: str, tmp_path: Path) -> None:
    """Up to the recorded corrections, and up to refinements of types that no page can tell."""
    surface = next(each for each in SURFACES if name.startswith(each.name))
    specification = specification_of(surface.source)
    read = page(name)
    curated = next(
        each for each in specification.operations() if (each.method.upper(), each.path) == (read.method, read.path)
    )
    schemas = {each: schema for each, schema in specification.schemas.items() if each.endswith("Envelope")}
    components = {**object_at(specification.document, "components"), "schemas": schemas}
    empty: dict[str, Any] = {**specification.document, "paths": {}, "components": components}
    empty.pop("webhooks", None)
    (tmp_path / "openapi").mkdir()
    with (tmp_path / surface.source).open("w", encoding="utf-8") as file:
        YAML(typ="safe", pure=True).dump(empty, file)
    shutil.copy(ROOT / "openapi/catalogue.yaml", tmp_path / "openapi")
    fresh = Repository(tmp_path, [surface])
    new = new_operation(fresh, surface.name, read, name=curated.name, effect="write", examples=False)
    text = insert_operation(fresh, surface.name, read, new)
    (tmp_path / surface.source).write_text(text, encoding="utf-8")
    written = Repository(tmp_path, [surface])
    assert validate(written.by_surface[surface.name]) == []
    operation = written.operation_of(surface.name, read)
    assert operation is not None
    # A unplaced field is left out, a header is nothing that a specification has.
    known = {"header nonce-str", *(place for unplaced in read.unplaced for place in unplaced.candidates)}
    contradicted = ["response.data"] if name == WAREHOUSE else []  # its example is the boolean true
    assert [drift.place for drift in written.diff(read, surface.name) if drift.place not in known] == contradicted
    mine = contract_of_operation(written.by_surface[surface.name], operation)
    theirs = contract_of_operation(specification, curated)
    differences = {(drift.kind, drift.place) for drift in compare(theirs, mine)}
    assert differences == DIFFERENT.get(name, set())


#: What the specifications have from elsewhere: recorded corrections, and flags of the same page in another language
#: where the English one shows examples only, which tell neither null nor required.
DIFFERENT = {
    WAREHOUSE: {("type", "response.data")},
    # It floats between two places.
    "pandapon-v1.orderBookingFreight.txt": {("removed", "request.remark")},
    "pandapon-v1.updateLogisticInfo.txt": {
        ("nullable", "request.orderId"),
        ("nullable", "request.tmallOrderId"),
        ("nullable", "request.logisticInfos"),
        ("nullable", "request.logisticInfos.logisticNumer"),
        ("nullable", "request.logisticInfos.domesticLogisticInfo"),
    },
    "pandapon-v2.orderLogistics.txt": {("required", "request.orderId")},
}


def test_edits_of_yaml_keep_comments_and_layout() -> None:
    text = "a:   # one\n  b: 1   # two\n\n  # three\n  c: [x, y]\nd: {e: 1}\n"
    edits = YamlText(text)
    edits.replace(("a", "b"), "2")
    edits.append(("a", "c"), "z")
    edits.insert(("d",), "f", "g")
    edits.insert(("a",), "h", {"i": "1"})
    assert edits.result() == (
        'a:   # one\n  b: 2   # two\n\n  # three\n  c: [x, y, z]\n  h:\n    i: "1"\nd: {e: 1, f: g}\n'
    )


def test_nothing_is_left_behind_where_somebody_stops_in_between(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["y", "y"])

    def answer(_question: str) -> str:
        for given in answers:
            return given
        raise EOFError

    monkeypatch.setattr("builtins.input", answer)
    before = (root / SURFACE.source).read_bytes()
    (root / "page.txt").write_text(CHANGED, encoding="utf-8")
    assert run(root, "docs", "apply", str(root / "page.txt"), "--surface", SURFACE.name, "--interactive") == 1
    assert (root / SURFACE.source).read_bytes() == before


def test_lines_that_were_not_understood_have_a_status_of_their_own(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = root / "page.txt"
    source.write_text(CHANGED.replace("🟢200成功\n", "🟢200成功\nStrange\n"), encoding="utf-8")
    command = ("docs", "apply", str(source), "--surface", SURFACE.name)
    assert run(root, *command) == 6
    assert "not understood: page.txt" in capsys.readouterr().out
    assert run(root, *command, "--json") == 6
    document = json.loads(capsys.readouterr().out)
    assert (document["status"], document["understood"]) == (6, False)
    assert [entry["text"] for entry in document["unread"]] == ["Strange"]
