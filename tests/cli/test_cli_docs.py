"""``pandapon docs``: pages to overlays in the user's repository, checked against the installed package."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from pandapon_async.cli.application import application
from pandapon_async.codegen.docs.drift.comparison import Drift
from pandapon_async.codegen.docs.drift.report import Report
from pandapon_async.codegen.docs.user.learning import learn
from pandapon_async.codegen.docs.user.overlay_files import OverlayFiles
from pandapon_async.codegen.docs.user.watching import changelog_text, markdown_report
from pandapon_async.codegen.overlays import apply_overlays
from pandapon_async.codegen.specification import Specification
from pandapon_async.codegen.validation import validate

if TYPE_CHECKING:
    from click.testing import Result

    from pandapon_async.codegen.docs.drift.specifications import Specifications

PAGES = Path(__file__).parents[1] / "codegen" / "docs"
CANCEL = PAGES / "made_up" / "cancelOrder.txt"
WAREHOUSE = PAGES / "pages" / "pandapon-v1.updateWarehouse.txt"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(application, ["docs", *map(str, arguments)])


@pytest.fixture
def overlays(tmp_path: Path) -> Path:
    return tmp_path / "overlays"


@pytest.fixture(scope="module")
def specifications(tmp_path_factory: pytest.TempPathFactory) -> Specifications:
    return OverlayFiles(tmp_path_factory.mktemp("none")).specifications()


def test_a_page_becomes_an_operation_in_an_overlay(overlays: Path) -> None:
    added = run("add", CANCEL, "--overlays", overlays, "--name", "taobao.orders.cancel", "--effect", "write")
    assert added.exit_code == 0, added.output
    assert "added: taobao.orders.cancel (pandapon-v1)" in added.output
    merged = OverlayFiles(overlays).merged("pandapon-v1")
    assert validate(Specification("merged", merged)) == []
    operation: Any = merged["paths"]["/open/order/cancel"]["post"]  # type: ignore[index,call-overload]
    assert operation["operationId"] == "taobao.orders.cancel"
    assert operation["x-pandapon-completeness"] == {"request": "full", "response": "full"}
    # The page and the merged specification agree from then on, and it is not added twice.
    assert run("diff", CANCEL, "--overlays", overlays).exit_code == 0
    again = run("add", CANCEL, "--overlays", overlays)
    assert again.exit_code == 1
    assert "exists as taobao.orders.cancel" in again.output
    assert run("check", "--overlays", overlays).exit_code == 0


def test_lines_that_were_not_understood_have_a_status_of_their_own(overlays: Path, tmp_path: Path) -> None:
    page = tmp_path / "cancelOrder.txt"
    page.write_text(
        CANCEL.read_text(encoding="utf-8").replace("orderId\nstring\n", "orderId\nText\n"), encoding="utf-8"
    )
    added = run("add", page, "--overlays", overlays)
    assert added.exit_code == 6
    assert "not understood: cancelOrder.txt" in added.output
    merged: Any = OverlayFiles(overlays).merged("pandapon-v1")
    assert merged["paths"]["/open/order/cancel"]["post"]["x-pandapon-completeness"]["request"] == "partial"


def test_check_reports_what_the_package_ships_by_now(overlays: Path) -> None:
    update = {"/open/order/updateWarehouse": {"post": {"operationId": "taobao.orders.move", "deprecated": False}}}
    OverlayFiles(overlays).append("pandapon-v1", [{"target": "$.paths", "update": update}])
    checked = run("check", "--overlays", overlays)
    assert checked.exit_code == 3, checked.output
    shipped = "POST /open/order/updateWarehouse is now shipped as taobao.orders.update_warehouse"
    assert f"pandapon-v1: {shipped}; remove actions[0] from its overlay" in checked.output


def test_an_overlay_that_is_not_valid_is_an_error(overlays: Path) -> None:
    overlays.mkdir()
    (overlays / "pandapon-v1.overlay.yaml").write_text("overlay: 3.0.0\n", encoding="utf-8")
    checked = run("check", "--overlays", overlays)
    assert checked.exit_code == 1
    assert "pandapon-v1.overlay.yaml: overlay: '3.0.0' is not a version" in checked.output


def test_a_recorded_correction_covers_its_drift(overlays: Path, tmp_path: Path) -> None:
    page = tmp_path / WAREHOUSE.name
    text = WAREHOUSE.read_text(encoding="utf-8").replace("\xa0", " ")
    page.write_text(text.replace("orderId\nstring ", "orderId\ninteger ", 1), encoding="utf-8")
    assert run("diff", page, "--overlays", overlays).exit_code == 5
    name = "pandapon-v1:taobao.orders.update_warehouse"
    why = ("--reason", "The server takes strings.", "--page", "integer", "--overlays", overlays)
    corrected = run("correct", "request.orderId", "--operation", name, *why)
    assert corrected.exit_code == 0, corrected.output
    assert run("diff", page, "--overlays", overlays).exit_code == 0
    unknown = run("correct", "request.orderId", "--operation", "no.such", "--reason", "x", "--overlays", overlays)
    assert (unknown.exit_code, unknown.output) == (1, "Error: no.such: no such operation\n")


def test_comments_in_an_overlay_stay(overlays: Path) -> None:
    files = OverlayFiles(overlays)
    path = files.append("pandapon-v1", [{"target": "$.info", "update": {"x-mine": 1}}])
    path.write_text("# Mine.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    files.append("pandapon-v1", [{"target": "$.info", "update": {"x-mine": 2}}])
    assert path.read_text(encoding="utf-8").startswith("# Mine.\n")
    document: Any = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    merged: Any = apply_overlays({"info": {}}, [document])
    assert merged["info"] == {"x-mine": 2}


RESPONSE: dict[str, Any] = {
    "code": 41001,
    "msg": "Zhang San is not allowed",
    "requestId": "r",
    "newField": "13912345678",
    "data": True,
    "13912345678": "a phone number as a key",
}


def test_learning_proposes_fields_and_codes_and_no_values(specifications: Specifications) -> None:
    name = "pandapon-v1:taobao.orders.update_warehouse"
    found = learn(specifications, [(name, RESPONSE)], "x.json")
    assert [(drift.kind, drift.place, drift.after) for drift in found] == [
        ("code", "response.code", "41001"),
        ("added", "response.newField", "string"),
    ]
    text = json.dumps([drift.as_json() for drift in found])
    assert "Zhang" not in text
    assert "13912345678" not in text


def test_learning_reads_cassettes_and_single_responses(overlays: Path, tmp_path: Path) -> None:
    cassette = tmp_path / "calls.jsonl"
    line = {"operation": "pandapon-v1:taobao.orders.update_warehouse", "response": RESPONSE}
    cassette.write_text(f"{json.dumps(line)}\n{json.dumps(line)}\n", encoding="utf-8")
    learned = run("learn", cassette, "--json", "--overlays", overlays)
    assert learned.exit_code == 0, learned.output
    assert [drift["place"] for drift in json.loads(learned.output)] == ["response.code", "response.newField"]
    single = tmp_path / "one.json"
    single.write_text(json.dumps(RESPONSE), encoding="utf-8")
    assert "name the operation of the response" in run("learn", single, "--overlays", overlays).output


def test_reports_of_watching_are_markdown_and_changelog() -> None:
    drift = Drift("type", "request.a|b", "breaking", "x.md", 3, "string", "integer", "taobao.orders.create")
    report = Report([drift], problems=["not downloaded: x"])
    row = "| breaking | type | taobao.orders.create | request.a\\|b | string | integer | x.md:3 |"
    assert row in markdown_report(report)
    assert "- not downloaded: x" in markdown_report(report)
    assert changelog_text(report) == "- **Breaking:** `taobao.orders.create`: type `request.a|b`: string → integer.\n"
    assert changelog_text(Report([])) == ""


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selectolax", None)
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    for name in [name for name in sys.modules if name.startswith("pandapon_async.codegen.docs.reading")]:
        monkeypatch.delitem(sys.modules, name)
    failed = run("read", CANCEL)
    assert failed.exit_code == 1
    assert 'pip install "pandapon-async[cli,codegen]"' in failed.output
