"""The command line alone: what needs no further extra works, and what does names its extra."""

import json
import pathlib
import subprocess
import sys

PANDAPON = str(pathlib.Path(sys.executable).parent / "pandapon")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PANDAPON, *arguments], capture_output=True, text=True, check=False)


assert run("--help").returncode == 0
entries = json.loads(run("ops", "--json").stdout)
assert len(entries) > 200
shown = run("ops", "show", "taobao.orders.update_warehouse")
assert shown.returncode == 0, shown.stderr
for command, extra in (("orders", "orders"), ("messages", "messages"), ("sandbox", "sandbox")):
    arguments = {
        "orders": ("status", "--ledger", "x.sqlite"),
        "messages": ("list", "--inbox", "x.sqlite"),
        "sandbox": (),
    }
    refused = run(command, *arguments[command])
    assert refused.returncode != 0
    assert "Traceback" not in refused.stderr, refused.stderr
    assert "pandapon-async[" in refused.stderr, refused.stderr
    assert extra in refused.stderr, refused.stderr
