"""``pandapon ops``: the catalogue as a table, and one operation whole."""

from __future__ import annotations

import ast
import importlib
import json
import os
import pty
import subprocess
import sys
from typing import Any

import pytest
from cli_runs import environment, invoke, printed_json, run_process

from pandapon_async import DecodeError, NotFoundError
from pandapon_async.catalogue import read_catalogue, read_specification
from pandapon_async.cli.examples import documented_values
from pandapon_async.cli.surfaces import SURFACES
from pandapon_async.sandbox import RunningSandbox

CONTRACT = {"surface", "name", "method", "path", "signing", "envelope", "effect", "status"}
TABLES = {"pandapon-v1": "pandapon_v1", "pandapon-v2": "pandapon_v2", "xportcn-ka": "xportcn_ka"}


def operations() -> list[tuple[str, Any]]:
    return [
        (surface, operation)
        for surface, package in TABLES.items()
        for operation in importlib.import_module(f"pandapon_async.{package}.operations").OPERATIONS
    ]


OPERATIONS = operations()
EACH_OPERATION = pytest.mark.parametrize(
    ("surface", "operation"), OPERATIONS, ids=[f"{surface} {operation.name}" for surface, operation in OPERATIONS]
)


def test_json_lists_every_entry_with_the_keys_of_the_contract() -> None:
    entries = json.loads(run_process("ops", "--json").stdout)
    assert len(entries) == 230
    assert all(entry.keys() >= CONTRACT | {"title", "group"} for entry in entries)
    assert {entry["surface"] for entry in entries} == set(SURFACES)
    assert {entry["status"] for entry in entries} == {
        "documented",
        "partial",
        "inferred",
        "candidate",
        "name-only",
    }
    assert {entry["signing"] for entry in entries} == {"header", "query", None}
    assert {entry["effect"] for entry in entries} <= {"read", "write", "pay", None}


def test_json_names_what_the_client_can_call() -> None:
    (entry,) = (
        each
        for each in printed_json(invoke("ops", "--json"))
        if (each["surface"], each["path"]) == ("pandapon-v1", "/open/order/updateWarehouse")
    )
    assert {key: entry[key] for key in CONTRACT} == {
        "surface": "pandapon-v1",
        "name": "taobao.orders.update_warehouse",
        "method": "POST",
        "path": "/open/order/updateWarehouse",
        "signing": "header",
        "envelope": "code",
        "effect": "write",
        "status": "documented",
    }


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--surface", "xportcn-ka"], lambda entry: entry.surface == "xportcn-ka"),
        (["--group", "1688 / order"], lambda entry: entry.group == "1688 / Order"),
        (["--status", "partial"], lambda entry: entry.status == "partial"),
        (["/v2/alibaba"], lambda entry: "/v2/alibaba" in (entry.path or "")),
        (["update_warehouse"], lambda entry: entry.name == "taobao.orders.update_warehouse"),
        (["获取物流"], lambda entry: "获取物流" in (entry.title_zh or "")),
        (["wangwang", "--surface", "pandapon-v1"], lambda entry: "Wangwang URL" in entry.title),
        (["no such thing"], lambda _: False),
    ],
)
def test_filters_narrow_the_list(words: list[str], expected: Any) -> None:
    found = printed_json(invoke("ops", *words, "--json"))
    wanted = [entry for entry in read_catalogue() if expected(entry)]
    assert [(each["group"], each["title"]) for each in found] == [(each.group, each.title) for each in wanted]


def test_the_table_shows_all_and_cuts_nothing_off() -> None:
    text = invoke("ops").stdout
    assert text.splitlines()[-1].startswith("230 entries, ")
    for entry in read_catalogue():
        assert entry.title in text
        assert entry.path is None or entry.path in text


def test_a_terminal_gets_boxes() -> None:
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "pandapon_async.cli", "ops", "update_warehouse"]
    process = subprocess.Popen(
        command, stdout=child, stderr=child, stdin=child, env={**os.environ, "COLUMNS": "160", "TERM": "xterm"}
    )
    os.close(child)
    text = b""
    while True:
        try:
            chunk = os.read(parent, 65536)
        except OSError:
            break
        if not chunk:
            break
        text += chunk
    os.close(parent)
    assert process.wait(20) == 0
    assert "╭" in text.decode()
    assert "taobao.orders.update_warehouse" in text.decode()


def test_an_unknown_surface_is_wrong_usage() -> None:
    assert invoke("ops", "--surface", "pandapon-v3").exit_code == 2


@EACH_OPERATION
def test_show_tells_all_of_an_operation(surface: str, operation: Any) -> None:
    result = invoke("ops", "show", operation.name, "--surface", surface)
    assert result.exit_code == 0, result.output
    page = result.stdout
    assert f"{operation.method} {operation.path}" in page
    assert f"Effect         {'payment' if operation.effect == 'pay' else operation.effect}" in page
    for parameter in operation.parameters:
        assert f"\n  {parameter.argument}: " in page
        assert f"\n      {parameter.location} {parameter.name}: " in page
    for heading in ("Documented     request ", "Page           ", "Parameters", "Answer", "import asyncio"):
        assert heading in page


@EACH_OPERATION
def test_the_program_of_an_operation_runs_against_the_sandbox(
    surface: str,
    operation: Any,
    running: RunningSandbox,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = invoke("ops", "show", operation.name, "--surface", surface, "--code").stdout
    ast.parse(code)
    for name, value in environment(running).items():
        monkeypatch.setenv(name, value)
    try:
        exec(compile(code, "<program>", "exec"), {"__name__": "__main__"})
    except DecodeError as error:
        # The call was made and accepted. Where no answer is documented, the sandbox may have none to give.
        assert error.accepted
        assert "Documented answer" not in invoke("ops", "show", operation.name, "--surface", surface).stdout
    except NotFoundError:
        # No id is documented that the sandbox could know, and the one in the program is made up.
        document = read_specification(SURFACES[surface].specification)
        source = document["paths"][operation.path][operation.method.lower()]
        assert not documented_values(document, source)
    else:
        assert capsys.readouterr().out.strip()


def test_the_program_for_xportcn_s_ordinary_platform_has_its_address(
    running: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "taobao.orders.update_warehouse"
    code = invoke("ops", "show", name, "--surface", "xportcn-openapi", "--code").stdout
    assert "https://www.xportcn.com/api" in code
    for variable, value in environment(running, XPORTCN_BASE_URL=running.url).items():
        monkeypatch.setenv(variable, value)
    exec(compile(code, "<program>", "exec"), {"__name__": "__main__"})


def test_show_takes_a_path_too() -> None:
    by_path = invoke("ops", "show", "/open/order/updateWarehouse").stdout
    assert by_path == invoke("ops", "show", "taobao.orders.update_warehouse").stdout


def test_show_types_both_ways_with_unit_and_meaning() -> None:
    page = invoke("ops", "show", "taobao.orders.create").stdout
    assert "  purchase_amount: int, required\n      body purchaseAmount: integer (int64)\n" in page
    assert "Budget for the purchase. Unit: fen." in page
    assert "  receiver.zip_: str\n      body receiver.zip: string\n      Postcode. Personal data.\n" in page
    assert "  order_line_list: Sequence[OrderLine], required\n" in page
    assert "      body orderLineList: string (JSON text of array of object)\n" in page


def test_a_name_on_several_surfaces_needs_a_choice() -> None:
    name = "logistics.update_domestic_logistics"
    result = invoke("ops", "show", name)
    assert result.exit_code == 2
    assert result.stderr == f"Error: {name} is an operation of pandapon-v1, xportcn-ka; choose one with --surface\n"
    assert "(xportcn-ka)" in invoke("ops", "show", name, "--surface", "xportcn-ka").stdout


def test_show_explains_an_inferred_operation() -> None:
    page = invoke("ops", "show", "taobao.orders.create", "--surface", "pandapon-v2").stdout
    assert "Inferred from  POST /open/order (taobao.orders.create of pandapon-v1)" in page
    assert "16 of the 16" in page
    assert "goods ids of the request are doubtful" in " ".join(page.split())
    assert "inferred=True" in page


def test_a_documented_operation_is_preferred_to_an_inferred_one_of_the_same_name() -> None:
    assert "taobao.orders.create  (pandapon-v1)" in invoke("ops", "show", "taobao.orders.create").stdout


def test_show_tells_what_is_known_of_an_entry_without_a_name() -> None:
    page = invoke("ops", "show", "Paging to query the order list").stdout
    assert "GET, path unknown" in page
    assert "outer_purchase_id" in page
    page = invoke("ops", "show", "TaoBaoOrderList").stdout
    assert "Candidate      POST /open/purchase/page" in page
    assert "pandapon probe" in page


def test_the_list_ends_with_the_counts() -> None:
    assert "41 inferred, 6 candidate" in invoke("ops").stdout.splitlines()[-1]


def test_a_slip_of_the_pen_gets_a_suggestion() -> None:
    result = invoke("ops", "show", "taobao.orders.update_warehose")
    assert result.exit_code == 2
    assert "did you mean taobao.orders.update_warehouse" in result.stderr
