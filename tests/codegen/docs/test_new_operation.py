"""A page of an operation known by name only becomes a complete operation, without a hand touching code.

All of it happens in a copy of the repository, in processes of their own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from doc_pages import HERE, ROOT

PAGE = HERE / "made_up" / "cancelOrder.txt"
COPIED = ("openapi", "src", "codegen", "docs", "tests", "pyproject.toml", "README.md")
IGNORED = shutil.ignore_patterns("__pycache__", ".mypy_cache", "*.pyc")

CALLER = """\
import asyncio
import json

from pandapon_async import Credentials, PandaPonClient, Unset
from pandapon_async.pandapon_v1 import CancelReason, CancelResult
from pandapon_async.sandbox import DEMO_ACCESS_KEY, DEMO_ACCESS_SECRET, DEMO_USER_ID, Sandbox, serve


async def main() -> None:
    async with serve(Sandbox(strict=True)) as running:
        credentials = Credentials(
            access_key=DEMO_ACCESS_KEY, access_secret=DEMO_ACCESS_SECRET, user_id=DEMO_USER_ID
        )
        async with PandaPonClient(credentials, base_url=running.url) as client:
            result = await client.taobao.orders.cancel(order_id=1, reason=CancelReason(code=1), language="en")
            assert isinstance(result, CancelResult)
            cancelled = result.cancelled
            assert cancelled is None or isinstance(cancelled, (bool, Unset))
            print(json.dumps([type(result).__name__, cancelled]))


asyncio.run(main())
"""


def run(root: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root / "src"), str(root)]), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository in which the page was applied."""
    root = tmp_path_factory.mktemp("copy")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=IGNORED)
        else:
            shutil.copy(ROOT / name, root / name)
    report = run(root, "-m", "codegen", "docs", "apply", str(PAGE))
    assert "applied: new operation taobao.orders.cancel" in report
    assert "breaking" not in report
    assert "- `pandapon_async.pandapon_v1.resources.taobao_orders.TaobaoOrders.cancel` is new." in report
    return root


def test_the_page_and_the_specification_agree_from_then_on(repository: Path) -> None:
    assert run(repository, "-m", "codegen", "docs", "diff", str(PAGE)).startswith("no drift")


def test_method_models_and_sandbox_work(repository: Path, tmp_path: Path) -> None:
    program = tmp_path / "caller.py"
    program.write_text(CALLER, encoding="utf-8")
    assert json.loads(run(repository, str(program))) == ["CancelResult", True]


def test_what_was_written_type_checks_strictly(repository: Path, tmp_path: Path) -> None:
    program = tmp_path / "caller.py"
    program.write_text(CALLER, encoding="utf-8")
    cache = str(tmp_path / "cache")
    run(repository, "-m", "mypy", "--strict", "--cache-dir", cache, str(program), "src/pandapon_async/pandapon_v1")


def test_the_command_line_and_the_table_show_it(repository: Path) -> None:
    assert "taobao.orders.cancel" in run(repository, "-m", "pandapon_async.cli", "ops", "--surface", "pandapon-v1")
    shown = run(repository, "-m", "pandapon_async.cli", "ops", "show", "taobao.orders.cancel")
    assert "/open/order/cancel" in shown
    row = "| `taobao.orders.cancel` | Cancel the order | `POST /open/order/cancel` | write | documented |"
    assert row in (repository / "docs/operations.md").read_text(encoding="utf-8")


def test_the_tests_of_all_operations_pass_and_know_the_new_one(repository: Path) -> None:
    report = run(
        repository,
        *("-m", "pytest", "-n", "0", "-q", "-rA", "-p", "no:cacheprovider"),
        # Those of the new operation, and those that look at all operations at once.
        *("-k", "taobao.orders.cancel or is_served or left_out or 230 or comes_from_a_fact"),
        "tests/sandbox/test_sandbox_every_operation.py",
        "tests/end_to_end/test_documented_examples.py",
        "tests/catalogue/test_catalogue.py",
        "tests/facts",
    )
    assert "[pandapon-v1 taobao.orders.cancel]" in report
