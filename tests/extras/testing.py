"""The test kit alone: its fixtures work with the plugin of anyio, which the core brings."""

import pathlib
import subprocess
import sys
import tempfile

TEST = """
import pytest
from pandapon_async.testing import example_response

@pytest.fixture
def anyio_backend():
    return "asyncio"

@pytest.mark.anyio
async def test_a_call(pandapon_client):
    assert await pandapon_client.taobao.goods.get(item_id="600126245031041190")

def test_a_response():
    assert example_response("taobao.goods.get")["code"] == 200
"""

with tempfile.TemporaryDirectory() as folder:
    pathlib.Path(folder, "test_shop.py").write_text(TEST, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout, done.stdout
