"""Made-up changes of the public pages, each reported as what it is; today's pages show none."""
# ruff: noqa: E501 - the rows of a table

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest
from codegen.__main__ import main
from doc_pages import BOOKING, KA_UPDATE, LOGISTICS, NAMES, PAGES, ROOT, UPDATE, WAREHOUSE, page, page_text, read_page

from pandapon_async.codegen.docs.drift.comparison import Drift
from pandapon_async.codegen.docs.drift.specifications import Repository, Specifications, compare_pages
from pandapon_async.codegen.surfaces import SURFACES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def specifications() -> Specifications:
    return Repository(ROOT, SURFACES)


def unexplained(found: list[Drift]) -> list[Drift]:
    return [drift for drift in found if drift.explained_by is None]


@pytest.mark.parametrize("name", NAMES)
def test_the_public_pages_show_no_drift_beyond_the_recorded_corrections(
    specifications: Specifications, name: str
) -> None:
    assert unexplained([*specifications.diff(page(name)), *specifications.navigation(page(name))]) == []


def test_corrections_cover_what_they_were_recorded_for(specifications: Specifications) -> None:
    covered = [drift for drift in specifications.diff(page(WAREHOUSE)) if drift.explained_by]
    assert {(drift.kind, drift.place) for drift in covered} == {
        ("required", "header nonce-str"),
        ("type", "response.data"),
    }


class Change(NamedTuple):
    """A change of a page: what is replaced once by what, and what is to be reported."""

    name: str
    page: str
    old: str
    new: str
    expected: list[tuple[str, str, str]]


S = "string  | null \n可选\n"
CHANGES = [
    Change("optional body field", BOOKING, "remark\n", f"couponId\n{S}remark\n",
           [("added", "request.couponId", "additive")]),
    Change("required field", WAREHOUSE, "orderId\nstring", "zone\nstring\n必需\norderId\nstring",
           [("added", "request.zone", "breaking")]),
    Change("optional field", WAREHOUSE, "orderId\nstring", "zone\nstring\n可选\norderId\nstring",
           [("added", "request.zone", "additive")]),
    Change("field in a list", BOOKING, "[object {8}]  | null \n可选\n", f"[object {{9}}]  | null \n可选\nweight\n{S}",
           [("added", "request.lineItems.weight", "additive")]),
    Change("body field removed", WAREHOUSE, "warehouseName\nstring \n前置仓名称\n必需\n", "",
           [("removed", "request.warehouseName", "breaking")]),
    Change("nested field removed", BOOKING, f"taxId\n{S}", "", [("removed", "request.receiverAddress.taxId", "breaking")]),
    Change("field likely renamed", BOOKING, f"taxId\n{S}", f"taxNo\n{S}",
           [("renamed", "request.receiverAddress.taxNo", "breaking")]),
    Change("body type", WAREHOUSE, "orderId\nstring", "orderId\ninteger <int64>",
           [("type", "request.orderId", "breaking")]),
    Change("nested type", BOOKING, "quantity\ninteger  | null", "quantity\nstring  | null",
           [("type", "request.lineItems.quantity", "breaking")]),
    Change("array instead of object", BOOKING, "receiverAddress\nobject (ReceiverAddressTO)",
           "receiverAddress\narray [object (ReceiverAddressTO)]", [("type", "request.receiverAddress", "breaking")]),
    Change("required now", BOOKING, "renderId\nstring  | null \n可选", "renderId\nstring  | null \n必需",
           [("required", "request.renderId", "breaking")]),
    Change("optional now", WAREHOUSE, "订单id\n必需", "订单id\n可选", [("required", "request.orderId", "additive")]),
    Change("null allowed now", WAREHOUSE, "orderId\nstring ", "orderId\nstring  | null ",
           [("nullable", "request.orderId", "additive")]),
    Change("null no longer allowed", BOOKING, "renderId\nstring  | null ", "renderId\nstring ",
           [("nullable", "request.renderId", "breaking")]),
    Change("answer may be null", BOOKING, "data\nobject (OrderBookingFreightResult) ",
           "data\nobject (OrderBookingFreightResult)  | null ", []),
    Change("answer no longer null", BOOKING, "subOrders\narray[object (FreightSubOrderTO) {2}]  | null",
           "subOrders\narray[object (FreightSubOrderTO) {2}]", [("nullable", "response.data.subOrders", "text only")]),
    Change("answer field added", BOOKING, "orderFee\nobject", f"state\n{S}orderFee\nobject",
           [("added", "response.data.state", "additive")]),
    Change("answer type", BOOKING, "orderId\nstring  | null \n可选\norderFee", "orderId\ninteger \n可选\norderFee", [
        ("type", "response.data.orderId", "breaking"), ("nullable", "response.data.orderId", "text only")]),
    Change("fields of a collapsed list", BOOKING, "(FreightSubOrderTO) {2}", "(FreightSubOrderTO) {3}",
           [("fields", "response.data.subOrders", "additive")]),
    Change("default", WAREHOUSE, "orderId\nstring \n订单id\n必需\n", "orderId\nstring \n订单id\n必需\n默认值:\n1\n",
           [("default", "request.orderId", "text only")]),
    Change("deprecated", WAREHOUSE, "前置仓名称\n必需", "前置仓名称\n必需\n已废弃",
           [("deprecated", "request.warehouseName", "text only")]),
    Change("enum values", WAREHOUSE, "前置仓名称\n必需\n", "前置仓名称\n必需\n枚举值:\nA\nB\n",
           [("enum", "request.warehouseName", "additive")]),
    Change("format", WAREHOUSE, "developId\nstring ", "developId\ninteger <int64>", []),
    Change("envelope", UPDATE, '    "errorCode": 200,\n    "errorMsg": "",\n    "success": true,\n',
           '    "code": 200,\n    "msg": "",\n    "requestId": "",\n',
           [("envelope", "envelope", "breaking"), ("added", "response.code", "additive"), ("added", "response.msg", "additive"),
            ("added", "response.requestId", "additive")]),
    Change("signing", UPDATE, "?timestamp&sign' \\\n", "' \\\n--header 'signature;' \\\n",
           [("signing", "signing", "breaking")]),
    Change("signature header gone", WAREHOUSE, "user-id\nstring \n必需\n默认值:\n2100007341207\n", "", [
        ("signing", "header user-id", "breaking")]),
    Change("signature header new", WAREHOUSE, "signature\nstring \n必需\n", "tenant\nstring \n必需\nsignature\nstring \n必需\n",
           [("signing", "header tenant", "breaking")]),
    Change("path", WAREHOUSE, "POST\n/open/order/updateWarehouse", "POST\n/open/order/setWarehouse",
           [("moved", "path", "breaking")]),
    Change("method", WAREHOUSE, "POST\n/open/order/updateWarehouse", "PUT\n/open/order/updateWarehouse",
           [("moved", "path", "breaking")]),
    Change("title", WAREHOUSE, "\n\nModify the pre-warehouse information of the order\n", "\n\nChange the warehouse\n",
           [("title", "title", "text only")]),
    Change("date", WAREHOUSE, "修改于 2025-02-24 06:52:49", "修改于 2026-02-24 06:52:49",
           [("modified", "modified", "text only")]),
    Change("server", KA_UPDATE, "https://www.xportcn.com/api/", "https://api.xportcn.com/", [("server", "server", "breaking")]),
    Change("new field in an example", LOGISTICS, '      "logisticsStatus": ""', '      "weight": 1,\n      "logisticsStatus": ""',
           [("added", "response.data.weight", "additive")]),
    Change("example that does not fit", LOGISTICS, '"logisticsBillNo": ""', '"logisticsBillNo": true',
           [("example", "response.data.logisticsBillNo", "text only")]),
    Change("another shape of an example", LOGISTICS, '"logisticsSteps": [', '"logisticsSteps": "", "steps": [',
           [("example", "response.data.logisticsSteps", "text only"), ("added", "response.data.steps", "additive")]),
    Change("query parameter", LOGISTICS, "?orderId=2542285634920880794", "?orderId=2542285634920880794&carrier=1",
           [("added", "request.carrier", "additive")]),
    Change("query table without the parameter", LOGISTICS, "Query 参数\n", "Query 参数\nparcelId\nstring\n必需\n",
           [("added", "request.parcelId", "breaking"), ("removed", "request.orderId", "breaking")]),
    Change("required query parameter by another name", LOGISTICS, "?orderId=2542285634920880794",
           "?orderNo=2542285634920880794", [("added", "request.orderNo", "additive")]),
    Change("correction no longer fits", WAREHOUSE, "data\nobject ", "data\nstring ", [("type", "response.data", "breaking")]),
    Change("operation under another name", WAREHOUSE, "/open/order/updateWarehouse", "/open/order/moveWarehouse",
           [("moved", "path", "breaking")]),
    Change("operation new", WAREHOUSE, "Modify the pre-warehouse information of the order\n\nPOST\n/open/order/updateWarehouse",
           "Close the order\n\nPOST\n/open/order/close", [("new", "path", "additive")]),
    Change("operation known by name only", WAREHOUSE,
           "Modify the pre-warehouse information of the order\n\nPOST\n/open/order/updateWarehouse",
           "Cancel the order\n\nPOST\n/open/order/cancel", [("new", "path", "additive")]),
    Change("example against its own schema", WAREHOUSE, '    "warehouseName": "一号仓库",', '    "warehouseName": 1,',
           [("example", "request.warehouseName", "text only")]),
    Change("nested example against its own schema", BOOKING, '"quantity": 1', '"quantity": "one"',
           [("example", "request.lineItems.quantity", "text only")]),
    Change("labels only", WAREHOUSE, "请求参数", "Request", []),
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_made_up_change_is_reported_as_what_it_is(specifications: Specifications, change: Change) -> None:
    # Pages print hard spaces behind types and labels.
    text = page_text(change.page).replace("\xa0", " ")
    assert change.old in text
    found = unexplained(specifications.diff(read_page(text.replace(change.old, change.new, 1), change.page)))
    got = [(drift.kind, drift.place, drift.severity) for drift in found]
    expected = change.expected
    assert sorted(got) == sorted(expected)
    changed = text.replace(change.old, change.new, 1).split("\n")
    for drift in found:
        assert drift.page == change.page
        assert_line_tells(changed, drift)


def assert_line_tells(lines: list[str], drift: Drift) -> None:
    """The line that is named shows the field, or begins the part that the field is gone from."""
    line = lines[drift.line - 1].strip()
    words = {"path": drift.after.rpartition(" ")[2], "modified": drift.after, "title": drift.after, "server": "curl"}
    name = drift.place.rpartition(".")[2].removeprefix("header ")
    begins = ("{", "[", "curl", "Query", "Header", "Body", "Request", "请求参数", "🟢", "返回响应")
    above = drift.place.split(".")[-2:][0]
    assert words.get(drift.place, name) in line or line.startswith(begins) or above in line, (line, drift.place)


def test_a_value_that_is_no_longer_listed_breaks_callers() -> None:
    text = page_text(WAREHOUSE).replace("\xa0", " ")
    flag = "前置仓名称\n必需\n"
    older, newer = (
        read_page(text.replace(flag, f"{flag}枚举值:\n{values}", 1), WAREHOUSE) for values in ("A\nB\n", "B\n")
    )
    (gone,) = compare_pages(older, newer)
    assert (gone.kind, gone.place, gone.severity) == ("enum", "request.warehouseName", "breaking")
    assert (gone.before, gone.after) == ("A, B", "B")
    (come,) = compare_pages(newer, older)
    assert (come.kind, come.severity) == ("enum", "additive")


@pytest.mark.parametrize(
    ("severity", "status", "old", "new"),
    [
        ("text only", 3, "修改于 2025-02-24 06:52:49", "修改于 2026-02-24 06:52:49"),
        ("additive", 4, "orderId\nstring", "zone\nstring\n可选\norderId\nstring"),
        ("breaking", 5, "orderId\nstring", "orderId\ninteger"),
    ],
)
def test_the_status_tells_the_worst(tmp_path: Path, severity: str, status: int, old: str, new: str) -> None:
    changed = tmp_path / WAREHOUSE
    changed.write_text(page_text(WAREHOUSE).replace("\xa0", " ").replace(old, new, 1), encoding="utf-8")
    command = ["--root", str(ROOT), "docs", "diff", str(changed)]
    assert main(command) == status
    assert main([*command, "--fail-on", severity]) == status
    assert main([*command, "--fail-on", "breaking"]) == (5 if severity == "breaking" else 0)
    nothing = tmp_path / "nothing.txt"
    nothing.write_text("no page\n", encoding="utf-8")
    assert main([*command, str(nothing)]) == 6


LINK = "      • Get the IM link\n"
MARKETING = """\
    • Marketing
      • Global strict selection
      • 1688 Strict Selection
      • Hot selling list
"""
NAVIGATION = [
    ("a new one", LINK, LINK + "      • Close the order\n", [("new", "Close the order", "additive")]),
    ("one gone that can be called", LINK, "", [("gone", "Get the IM link", "breaking")]),
    ("one gone, known by name only", "      • Pay for the order\n", "", [("gone", "Pay for the order", "text only")]),
    ("one of several with this title gone", "      • Create an order\n", "", [("gone", "Create an order", "breaking")]),
    ("a folder gone", MARKETING, "", [("gone", "1688 Strict Selection", "text only"),
                                      ("gone", "Global strict selection", "text only"),
                                      ("gone", "Hot selling list", "text only")]),
    ("a folder renamed", "    • Marketing\n", "    • Promotions\n", []),
    ("a guide", "  • Foundations\n", "  • Guides\n    • How to sign\n  • Foundations\n", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "expected"), [row[1:] for row in NAVIGATION], ids=[row[0] for row in NAVIGATION]
)
def test_operations_new_and_gone_show_in_the_navigation(
    specifications: Specifications, old: str, new: str, expected: list[tuple[str, str, str]]
) -> None:
    assert old in page_text(BOOKING)
    found = unexplained(specifications.navigation(read_page(page_text(BOOKING).replace(old, new, 1), BOOKING)))
    assert sorted((drift.kind, drift.operation, drift.severity) for drift in found) == expected
    assert {drift.page for drift in found} <= {BOOKING}


def test_an_operation_that_moved_shows_where_it_stands_now(specifications: Specifications) -> None:
    text = page_text(BOOKING).replace(LINK, "", 1).replace("    • Shopping cart\n", "    • Shopping cart\n" + LINK, 1)
    (moved,) = unexplained(specifications.navigation(read_page(text, BOOKING)))
    assert (moved.kind, moved.before, moved.after) == ("moved", "Taobao / Order", "Taobao / Shopping cart")
    assert text.split("\n")[moved.line - 1] == LINK.rstrip("\n")


def test_folders_that_are_collapsed_say_nothing(specifications: Specifications) -> None:
    text = page_text(BOOKING)
    start, end = text.index("      • Reverse single list query"), text.index("  • Foundations")
    assert unexplained(specifications.navigation(read_page(text[:start] + text[end:], BOOKING))) == []
    opened = read_page(text[:start].replace(LINK, "", 1) + text[end:], BOOKING)
    assert [drift.operation for drift in unexplained(specifications.navigation(opened))] == ["Get the IM link"]


def test_two_pages_of_one_operation_differ_exactly_where_they_do() -> None:
    found = compare_pages(page(UPDATE), page(KA_UPDATE))
    assert [(drift.kind, drift.before, drift.after) for drift in found] == [
        ("server", "", "https://www.xportcn.com/api"),
        ("modified", "2025-02-24 07:20:59", "2025-08-19 06:50:46"),
    ]


def test_two_editions_of_a_page_show_moved_entries_texts_and_examples() -> None:
    text = page_text(WAREHOUSE).replace("      • Get the IM link\n", "", 1).replace("前置仓名称", "仓库", 1)
    text = text.replace("      • Cancel the order\n", "      • Cancel the order\n      • Track it\n", 1)
    text = text.replace("      • Reverse single query\n", "      • Reverse single query\n      • Get the IM link\n", 1)
    found = compare_pages(page(WAREHOUSE), read_page(text.replace('"一号仓库"', '"二号仓库"', 1), WAREHOUSE))
    assert sorted((drift.kind, drift.place) for drift in found) == [
        ("description", "request.warehouseName"),
        ("example", "request.example"),
        ("moved", "navigation"),
        ("new", "navigation"),
    ]


def test_the_command_prints_a_table_and_a_status(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["docs", "diff", str(PAGES)]) == 0
    assert "no drift" in capsys.readouterr().out
    arguments = ["docs", "diff", str(PAGES / KA_UPDATE), "--against", str(PAGES / UPDATE)]
    assert main(arguments) == 5
    assert "server" in capsys.readouterr().out
    assert main([*arguments, "--json"]) == 5
    assert [drift["kind"] for drift in json.loads(capsys.readouterr().out)["drift"]] == ["server", "modified"]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_is_cut_short_misses_nothing(specifications: Specifications, name: str) -> None:
    lines = page_text(name).split("\n")
    first = next(
        number for number, line in enumerate(lines) if line in ("POST", "GET") and lines[number + 1][:1] == "/"
    )
    for end in range(first + 4, len(lines), 3):
        cut = read_page("\n".join(lines[:end]), name)
        if not cut.cut:
            break
        kinds = {drift.kind for drift in unexplained(specifications.diff(cut, name.partition(".")[0]))}
        assert not kinds & {"removed", "renamed", "moved", "signing"}, end
