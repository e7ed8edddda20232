"""Each kind of drift is written as what it is, and is gone from then on; nothing else is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from doc_pages import WAREHOUSE, page_text, read_page
from tiny_repository import CATALOGUE, SURFACE, apply, edited, run

from pandapon_async.codegen.docs.drift.specifications import Repository

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

#: The page with a query parameter, which the real one has not, and a field that the specification lists values of.
PAGE = (
    page_text(WAREHOUSE)
    .replace("\xa0", " ")
    .replace('"一号仓库"', '"one"')
    .replace(
        "Body 参数application/json\n",
        "Query 参数\nzone\nstring\n可选\nlane\nstring\n可选\nBody 参数application/json\n",
        1,
    )
)
NAME = "warehouseName\nstring \n前置仓名称\n必需\n"
PARAMETER = """\
      parameters:
        # The zone.
        - name: zone
          in: query
          schema:
            type: string
          description: Zone.
        - name: lane
          in: query
          schema: {type: string}
          description: Lane.
"""
ENUM = """\
    WarehouseName:
      type: string
      description: Names.
      enum:
        - one   # the first
        - two
      x-enum-varnames:
        - ONE
        - TWO
"""


class Change(NamedTuple):
    """A change of the page, the lines of the specification that it changes, and the drift that stays."""

    name: str
    old: str
    new: str
    lines: list[str]
    left: Sequence[str] = ()


CHANGES = [
    Change("title", "\n\nModify the pre-warehouse information of the order\n", "\n\nChange the warehouse\n", [
        "-      x-pandapon-title: Modify the pre-warehouse information of the order",
        "+      x-pandapon-title: Change the warehouse"]),
    Change("path", "POST\n/open/order/updateWarehouse", "POST\n/open/order/setWarehouse", [
        "-  /open/order/updateWarehouse:", "+  /open/order/setWarehouse:"]),
    Change("method", "POST\n/open/order/updateWarehouse", "PUT\n/open/order/updateWarehouse", [
        "-    post:", "+    put:"]),
    Change("parameter added", "zone\nstring\n可选\n", "zone\nstring\n可选\npage\ninteger\n必需\n默认值:\n1\n", [
        "+        - name: page", "+          in: query", "+          schema:", "+            type: integer",
        "+            default: 1", "+          description: Not described on the page.", "+          required: true"]),
    Change("parameter removed", "lane\nstring\n可选\n", "", [
        "-        - name: lane", "-          in: query", "-          schema: {type: string}",
        "-          description: Lane."]),
    Change("parameter renamed", "zone\nstring\n可选\n", "zones\nstring\n可选\n", [
        "-        - name: zone", "+        - name: zones"]),
    Change("parameter required", "zone\nstring\n可选\n", "zone\nstring\n必需\n", ["+          required: true"]),
    Change("parameter of another type", "zone\nstring\n可选\n", "zone\ninteger <int64>\n可选\n", [
        "-            type: string", "+            type: integer", "+            format: int64"]),
    Change("field deprecated", NAME, NAME + "已废弃\n", ["+                  deprecated: true"]),
    Change("field removed", NAME, "", [
        "-              required: [warehouseAddress, warehouseName, orderId]",
        "+              required: [warehouseAddress, orderId]",
        "-                warehouseName:", '-                  $ref: "#/components/schemas/WarehouseName"',
        "-                  description: Name of the warehouse."],
        left=["request.warehouseName"]),
    Change("field renamed", "warehouseName", "warehouseLabel", [
        "-              required: [warehouseAddress, warehouseName, orderId]",
        "+              required: [warehouseAddress, warehouseLabel, orderId]",
        "-                warehouseName:", "+                warehouseLabel:",
        "-              warehouseName: one", "+              warehouseLabel: one",
        "-              warehouseAddress: 广西省", "+              warehouseAddress: 1 Example Road"]),
    Change("enum values", NAME, NAME + "枚举值:\none\ntwo\nnumber three\n", [
        "+        - number three", "+        - NUMBER_THREE"]),
]  # fmt: skip


@pytest.fixture
def root(root: Path) -> Path:
    path = root / SURFACE.source
    text = path.read_text(encoding="utf-8")
    assert "      requestBody:\n" in text
    text = text.replace("warehouseName: 一号仓库", "warehouseName: one")
    text = text.replace("      requestBody:\n", PARAMETER + "      requestBody:\n", 1)
    start = text.index("                warehouseName:\n")
    end = text.index("                orderId:\n", start)
    reference = '                  $ref: "#/components/schemas/WarehouseName"\n'
    field = "                warehouseName:\n" + reference + "                  description: Name of the warehouse.\n"
    path.write_text(text[:start] + field + text[end:] + ENUM, encoding="utf-8")
    assert run(root, "generate") == 0
    return root


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_change_is_written(root: Path, change: Change) -> None:
    path = root / SURFACE.source
    before = path.read_text(encoding="utf-8")
    assert change.old in PAGE
    text = PAGE.replace(change.old, change.new)
    apply(root, text)
    assert sorted(edited(before, path.read_text(encoding="utf-8"))) == sorted(change.lines)
    found = Repository(root, [SURFACE]).diff(read_page(text, "x"), SURFACE.name)
    # An example that still shows a field which is gone is no reason to keep the field.
    assert [drift.place for drift in found if drift.explained_by is None] == list(change.left)


def test_a_moved_operation_moves_in_the_catalogue_as_well(root: Path) -> None:
    apply(root, PAGE.replace("/open/order/updateWarehouse", "/open/order/setWarehouse"))
    assert edited(CATALOGUE, (root / "openapi/catalogue.yaml").read_text(encoding="utf-8")) == [
        "-        path: /open/order/updateWarehouse",
        "+        path: /open/order/setWarehouse",
    ]


def test_another_envelope_and_another_signature_are_written(root: Path) -> None:
    """A page of examples only, as the Xportcn pages are."""
    start, end = PAGE.index("请求参数\n"), PAGE.index("修改于")
    body = '{"warehouseAddress": "1 Example Road", "warehouseName": "one", "orderId": "1"}'
    answer = '{"errorCode": 200, "errorMsg": "", "success": true, "data": true}'
    code = "curl --request POST '/open/order/updateWarehouse?timestamp&sign' \\\n--data-raw '" + body + "'\n"
    parts = f"请求参数\n示例\n{body}\n请求示例代码\n{code}返回响应\n🟢200成功\napplication/json\nBody\n示例\n{answer}\n"
    before = (root / SURFACE.source).read_text(encoding="utf-8")
    apply(root, PAGE[:start] + parts + PAGE[end:], "--only", "envelope", "--only", "signing")
    lines = edited(before, (root / SURFACE.source).read_text(encoding="utf-8"))
    assert [line for line in lines if "ignature" in line or "nvelope" in line] == [
        "-        - HeaderSignature: []",
        "+        - QuerySignature: []",
        "-      x-pandapon-envelope: code",
        "+      x-pandapon-envelope: errorCode",
        '-                  - $ref: "#/components/schemas/CodeEnvelope"',
        '+                  - $ref: "#/components/schemas/ErrorCodeEnvelope"',
    ]
