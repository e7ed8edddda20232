"""The demo as ``make demo`` runs it: its last line is counted by the sandbox."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

DEMO = Path(__file__).parents[2] / "examples" / "demo.py"


@pytest.mark.parametrize(("orders", "seed"), [(200, 1), (250, 7)])
def test_every_order_is_created_exactly_once_through_faults(orders: int, seed: int) -> None:
    command = [sys.executable, str(DEMO), "--orders", str(orders), "--seed", str(seed)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stderr == ""
    lines = run.stdout.splitlines()
    assert lines[-1] == f"demo: {orders} orders, {orders} created, 0 lost, 0 duplicated"
    # It would prove little without faults on both sides of the effect.
    faults = next(line for line in lines if line.startswith("faults"))
    for kind in ("status", "drop-before", "drop-after", "status-after", "truncate"):
        assert re.search(rf"[1-9][0-9]* {kind}\b", faults)
    assert re.search(r"[1-9][0-9]* found in the console", run.stdout)
    assert re.search(r"[1-9][0-9]* not in the console", run.stdout)
