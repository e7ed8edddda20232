"""``pandapon call``: any operation from the shell, over a socket to the sandbox."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_runs import SECRETS, complaint, environment, invoke, printed_json, run_process, sandbox_in_thread

from pandapon_async.sandbox import RunningSandbox, Sandbox

LOGISTICS = ("call", "alibaba.orders.get_logistics", "--surface", "pandapon-v2")
WAREHOUSE = (
    "call",
    "taobao.orders.update_warehouse",
    "--order-id",
    "1024285237573584051",
    "--warehouseName=一号仓库",
    "--warehouse_address",
    "1 Planted Road",
)
RECEIVER = '{"name": "Planted Buyer", "mobile_phone": "13912345678", "zip_": "11111", "address": "2 Planted Road"}'
LINES = '[{"item_id": "600126245031041190", "quantity": 2, "price": "1", "skuId": 5016042822039}]'
ORDER = ("--purchase-amount", "2", "--receiver", RECEIVER, "--order-line-list", LINES, "--seller-order-number", "K-1")


def test_a_read_prints_the_data_as_json(env: dict[str, str]) -> None:
    result = run_process(*LOGISTICS, "--order-id", "2542285634920880794", env=env)
    assert (result.returncode, result.stderr) == (0, "")
    (shipment,) = json.loads(result.stdout)
    assert shipment["logisticsSteps"] == [{"acceptTime": "", "remark": ""}]


def test_a_parameter_has_its_python_and_its_wire_name(env: dict[str, str]) -> None:
    answers = [
        printed_json(invoke(*LOGISTICS, *words, env=env))
        for words in (["--order-id", "1"], ["--order_id=1"], ["--orderId", "1"])
    ]
    assert answers[0] == answers[1] == answers[2]


def test_a_table_has_a_row_for_each_entry(env: dict[str, str]) -> None:
    lines = invoke(*LOGISTICS, "--order-id", "1", "--table", env=env).stdout.splitlines()
    assert len(lines) == 2
    assert lines[0].split()[:2] == ["logisticsId", "orderId"]


def test_nested_values_are_json_text_with_names_of_either_kind(running: RunningSandbox, env: dict[str, str]) -> None:
    data = printed_json(invoke("call", "taobao.orders.create", *ORDER, "--yes", env=env))
    (order,) = running.sandbox.orders.find("K-1")
    assert order.purchase_order_id == data["purchaseOrderId"]
    assert order.receiver["zip"] == "11111"
    (line,) = order.lines
    assert line == {"itemId": "600126245031041190", "quantity": "2", "price": "1", "skuId": "5016042822039"}


@pytest.mark.parametrize("from_stdin", [True, False])
def test_parameters_come_from_a_file(
    running: RunningSandbox, env: dict[str, str], tmp_path: Path, from_stdin: bool
) -> None:
    number = f"K-file-{from_stdin}"
    document = {
        "purchaseAmount": 2,
        "receiver": RECEIVER,
        "order_line_list": json.loads(LINES),
        "sellerOrderNumber": number,
    }
    text = json.dumps(document)
    (tmp_path / "order.json").write_text(text)
    file, stdin = ("-", text) if from_stdin else (str(tmp_path / "order.json"), None)
    printed_json(invoke("call", "taobao.orders.create", "--json", file, "--yes", env=env, stdin=stdin))
    assert len(running.sandbox.orders.find(number)) == 1


def test_a_write_needs_a_yes_where_nobody_can_be_asked(running: RunningSandbox, env: dict[str, str]) -> None:
    before = running.sandbox.summary()["calls"]
    assert "is a write; add --yes" in complaint(invoke(*WAREHOUSE, env=env), 2)
    assert running.sandbox.summary()["calls"] == before
    assert printed_json(invoke(*WAREHOUSE, "--yes", env=env)) is True


@pytest.mark.parametrize(("reply", "code", "printed"), [("y", 0, "true"), ("n", 2, "nothing was sent")])
def test_a_terminal_is_asked_before_a_write(env: dict[str, str], reply: str, code: int, printed: str) -> None:
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "pandapon_async.cli", *WAREHOUSE],
        stdin=child,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONUTF8": "1", **env},
    )
    os.close(child)
    os.write(parent, f"{reply}\n".encode())
    out = process.communicate(timeout=30)[0].decode()
    os.close(parent)
    assert process.returncode == code, out
    assert "taobao.orders.update_warehouse (pandapon-v1) is a write. Make it? [y/N]" in out
    assert printed in out


def assert_nothing_planted(text: str) -> None:
    for planted in (*SECRETS, "Planted", "13912345678"):
        assert planted not in text


def test_a_dry_run_shows_the_signed_request_and_no_secrets(running: RunningSandbox, env: dict[str, str]) -> None:
    before = running.sandbox.summary()["calls"]
    text = run_process("call", "taobao.orders.create", *ORDER, "--dry-run", env=env).stdout
    assert running.sandbox.summary()["calls"] == before
    assert text.startswith(f"POST {running.url}/open/order\n")
    for line in ("access-key: ***", "signature: ***", f"user-id: {env['PANDAPON_USER_ID']}"):
        assert line in text.splitlines()
    assert re.search(r"^timestamp: [0-9]{10}$", text, re.MULTILINE)
    body = json.loads(text.partition("\n\n")[2])
    assert body["purchaseAmount"] == 2
    assert json.loads(body["receiver"])["name"] == "***"
    assert json.loads(body["orderLineList"])[0]["skuId"] == "5016042822039"
    assert_nothing_planted(text)


def test_a_dry_run_masks_the_signature_in_the_query(env: dict[str, str]) -> None:
    words = ("logistics.update_domestic_logistics", "--surface", "xportcn-ka", "--order-id", "21", "--dry-run")
    text = invoke("call", *words, env=env).stdout
    assert re.match(r"POST http://127.0.0.1:[0-9]+/api/open/pp/logistics/\S+\?timestamp=[0-9]{10}&sign=\*\*\*\n", text)


def test_a_dry_run_by_path_masks_all_texts(env: dict[str, str]) -> None:
    body = json.dumps({"a": {"b": ["Planted", 13912345678, 3, True, None]}})
    words = ("call", "--path", "/open/x", "--json", "-", "--query", "q=Planted", "--dry-run")
    text = invoke(*words, env=env, stdin=body).stdout
    assert json.loads(text.partition("\n\n")[2]) == {"a": {"b": ["***", "***", 3, True, None]}}
    assert "?q=***" in text
    assert_nothing_planted(text)


def test_a_dry_run_needs_neither_a_server_nor_a_yes(env: dict[str, str]) -> None:
    assert invoke(*WAREHOUSE, "--dry-run", "--base-url", "http://127.0.0.1:1", env=env).exit_code == 0


def test_settings_of_the_call_reach_the_request(env: dict[str, str]) -> None:
    words = (*WAREHOUSE, "--dry-run", "--user-id", "7", "--timestamp-unit", "milliseconds")
    lines = invoke(*words, "--base-url", "https://host.test", env=env).stdout.splitlines()
    assert lines[0] == "POST https://host.test/open/order/updateWarehouse"
    assert "user-id: 7" in lines
    assert any(re.fullmatch("timestamp: [0-9]{13}", line) for line in lines)


def test_a_path_can_be_called(env: dict[str, str]) -> None:
    by_path = ("call", "--path", "/v2/alibaba/order/logistics", "--method", "GET", "--effect", "read")
    data = printed_json(invoke(*by_path, "--query", "orderId=1", env=env))
    assert data == printed_json(invoke(*LOGISTICS, "--order-id", "1", env=env))


def test_a_path_that_is_signed_in_the_query(env: dict[str, str]) -> None:
    words = ("call", "--path", "/open/pp/logistics/updateLogisticInfo", "--signing", "query", "--json", "-", "--yes")
    assert printed_json(invoke(*words, env=env, stdin='{"orderId": "21"}')) is None


def test_a_path_of_xportcn_ka_goes_to_xportcn(env: dict[str, str]) -> None:
    text = invoke("call", "--path", "/wms/package/inbound", "--dry-run", env=env).stdout
    assert text.startswith(f"POST {env['XPORTCN_BASE_URL']}/wms/package/inbound\n")


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["call"], "name the operation first"),
        (["call", "--order-id", "1"], "name the operation first"),
        (["call", "taobao.orders.creat"], "did you mean taobao.orders.create"),
        (["call", "/open/nowhere"], "no known operation has the path /open/nowhere"),
        (["call", "logistics.update_domestic_logistics"], "choose one with --surface"),
        ([*WAREHOUSE[:2], "--order-id", "1"], "warehouse_address: is required"),
        ([*WAREHOUSE, "--colour", "red"], "has no parameter 'colour'; it has: warehouse_address, warehouse_name"),
        ([*WAREHOUSE, "--orderId", "1"], "--orderId is given twice"),
        ([*WAREHOUSE, "--remark"], "--remark has no value"),
        ([*WAREHOUSE, "stray"], "a word stands where a name should be"),
        ([*WAREHOUSE, "--effect", "read"], "--effect needs --path"),
        ([*WAREHOUSE, "--path", "/open/x"], "NAME is left out"),
        (["call", "--path", "//host"], "path: must begin with a single /"),
        (["call", "--path", "/open/x", "--query", "a"], "--query takes NAME=VALUE"),
        (["call", "taobao.orders.create", *ORDER, "--purchase-amount", "2"], "--purchase-amount is given twice"),
        ([*LOGISTICS, "--order-id", ""], "order_id: must not be empty"),
        ([*LOGISTICS, "--order-id", "1", "--base-url", "ftp://host"], "base_url must begin with https://"),
    ],
)
def test_wrong_usage_ends_with_2_and_one_line(env: dict[str, str], words: list[str], problem: str) -> None:
    assert problem in complaint(invoke(*words, "--yes", env=env), 2)


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("--purchase-amount", "Planted", "purchase_amount: expected int, got str"),
        ("--receiver", "Planted", "receiver: expected Receiver, got str"),
        ("--order-line-list", '[{"quantty": "Planted"}]', "order_line_list[0].quantty: OrderLine has no such field"),
        ("--order-line-list", '[{"quantity": -1}]', "order_line_list[0].quantity: must not be negative"),
        ("--order-line-list", "[1]", "order_line_list[0]: expected OrderLine, got int"),
    ],
)
def test_a_wrong_value_is_named_and_never_shown(env: dict[str, str], name: str, text: str, problem: str) -> None:
    words = list(ORDER)
    words[words.index(name) + 1] = text
    line = complaint(invoke("call", "taobao.orders.create", *words, "--yes", env=env), 2)
    assert line == problem
    assert "Planted" not in line


@pytest.mark.parametrize(
    ("stdin", "problem"),
    [
        ("{", "--json holds no valid JSON"),
        ("[]", "--json must hold an object"),
        ('{"order_id": "1", "orderId": "1"}', "order_id is given twice, by both of its names"),
    ],
)
def test_json_that_cannot_be_used(env: dict[str, str], stdin: str, problem: str) -> None:
    result = invoke("call", "taobao.orders.update_warehouse", "--json", "-", "--yes", env=env, stdin=stdin)
    assert problem in complaint(result, 2)


def test_without_credentials_it_names_the_variables() -> None:
    line = complaint(invoke(*LOGISTICS, "--order-id", "1"), 2)
    assert line.endswith("PANDAPON_ACCESS_KEY, PANDAPON_ACCESS_SECRET, PANDAPON_USER_ID")


def test_a_refusal_ends_with_3(running: RunningSandbox) -> None:
    env = environment(running, PANDAPON_ACCESS_SECRET="another-secret")
    line = complaint(invoke(*LOGISTICS, "--order-id", "1", env=env), 3)
    assert "code 401: header signature does not match" in line
    assert "another-secret" not in line


def test_no_connection_ends_with_4(env: dict[str, str]) -> None:
    result = run_process(*WAREHOUSE, "--yes", "--base-url", "http://127.0.0.1:1", env=env)
    assert result.returncode == 4
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" not in result.stderr


FAULTS: list[tuple[str, tuple[str, ...], int]] = [
    ("drop-after", (*WAREHOUSE, "--yes"), 5),
    ("status=503", (*WAREHOUSE, "--yes"), 5),
    ("malformed", (*LOGISTICS, "--order-id", "1"), 6),
]


@pytest.mark.parametrize(("fault", "words", "code"), FAULTS, ids=[fault for fault, _, _ in FAULTS])
def test_doubt_and_nonsense_have_their_own_exit_status(fault: str, words: tuple[str, ...], code: int) -> None:
    sandbox = Sandbox()
    rules: Any = {"rules": [{"fault": fault}]}
    sandbox.faults.replace_from_json(rules)
    with sandbox_in_thread(sandbox) as running:
        complaint(invoke(*words, env=environment(running)), code)
