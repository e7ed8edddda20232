"""The documented install ``[cli,orders]``: a file is refused with its own exit status, a ledger is looked at."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

PANDAPON = str(pathlib.Path(sys.executable).parent / "pandapon")
ENVIRONMENT = {
    **os.environ,
    "PANDAPON_ACCESS_KEY": "key",
    "PANDAPON_ACCESS_SECRET": "made-up-secret",
    "PANDAPON_USER_ID": "user",
    "PANDAPON_BASE_URL": "http://127.0.0.1:9",
}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PANDAPON, "orders", *arguments], capture_output=True, text=True, check=False, env=ENVIRONMENT, cwd=folder
    )


with tempfile.TemporaryDirectory() as folder:
    pathlib.Path(folder, "bad.jsonl").write_text(json.dumps({"seller_order_number": "A-1"}), encoding="utf-8")
    refused = run("submit", "bad.jsonl", "--kind", "taobao-order", "--ledger", "orders.sqlite")
    assert refused.returncode == 6, (refused.returncode, refused.stderr)
    assert "bad.jsonl:1" in refused.stderr + refused.stdout, refused.stderr
    missing = run("status", "--ledger", "missing.sqlite")
    assert missing.returncode != 0
    assert "missing.sqlite" in missing.stderr, missing.stderr
    assert "Traceback" not in refused.stderr + missing.stderr
