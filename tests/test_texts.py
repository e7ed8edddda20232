"""The texts beside the code: the programs in them run, and versions agree."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import anyio

import pandapon_async
from pandapon_async.sandbox import DEMO_ACCESS_KEY, DEMO_ACCESS_SECRET, DEMO_USER_ID, Sandbox, serve

README = Path(__file__).parents[1] / "README.md"
ORDERS = Path(__file__).parents[1] / "docs" / "orders.md"
MESSAGES = Path(__file__).parents[1] / "docs" / "messages.md"
#: Run after the program of the page about messages: a push to its application, until it is handled.
PUSH = """
import json, time
import anyio
from starlette.testclient import TestClient
from pandapon_async.messages import open_inbox, sign

async def pending():
    async with open_inbox("inbox.sqlite") as inbox:
        return (await inbox.counts()).pending

body = json.dumps({
    "messageType": "ORDER_PAY_SUCCESS",
    "messageBody": json.dumps({"orderId": "77", "payTime": "2026-05-20 15:41:00"}),
    "timestamp": str(int(time.time() * 1000)),
}).encode()
signature = sign(body, os.environ["PANDAPON_ACCESS_SECRET"], access_key=os.environ["PANDAPON_ACCESS_KEY"])
with TestClient(app) as client:
    headers = {"Content-Type": "application/json", "Authorization": signature}
    print(client.post("/pandapon/", content=body, headers=headers).status_code)
    while anyio.run(pending):
        time.sleep(0.01)
"""


async def test_the_first_call_of_the_readme_runs_against_the_sandbox() -> None:
    (program,) = programs_in(README)
    assert b"purchaseOrderId" in await output_of(program)


async def test_the_batch_of_the_page_about_orders_runs_against_the_sandbox(tmp_path: Path) -> None:
    program, *_ = programs_in(ORDERS)
    output = await output_of(program, folder=tmp_path)
    assert output.count(b"created ('1024") == 100
    assert b"Counts(pending=0, sending=0, created=100, partial=0, rejected=0, unknown=0, uncertain=0)" in output
    assert (tmp_path / "night.sqlite").exists()


async def test_the_service_of_the_page_about_messages_receives_and_handles(tmp_path: Path) -> None:
    (program,) = programs_in(MESSAGES)
    output = await output_of(program + PUSH, folder=tmp_path)
    assert b"77 2026-05-20 15:41:00 20" in output
    assert b"200" in output.splitlines()


def programs_in(page: Path) -> list[str]:
    return re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), flags=re.DOTALL)


async def output_of(program: str, folder: Path | None = None) -> bytes:
    async with serve(Sandbox()) as running:
        environment = {
            "PANDAPON_ACCESS_KEY": DEMO_ACCESS_KEY,
            "PANDAPON_ACCESS_SECRET": DEMO_ACCESS_SECRET,
            "PANDAPON_USER_ID": DEMO_USER_ID,
            "PANDAPON_BASE_URL": running.url,
        }
        command = [sys.executable, "-c", program]
        run = await anyio.run_process(command, env=environment, cwd=folder, stderr=subprocess.STDOUT)
    return run.stdout


def test_the_version_stands_in_one_place() -> None:
    assert version("pandapon-async") == pandapon_async.__version__
