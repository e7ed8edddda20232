"""The documented install ``[cli,messages]``: an inbox that is missing is said to be, without a traceback."""

import pathlib
import subprocess
import sys
import tempfile

PANDAPON = str(pathlib.Path(sys.executable).parent / "pandapon")

with tempfile.TemporaryDirectory() as folder:
    shown = subprocess.run(
        [PANDAPON, "messages", "list", "--inbox", "missing.sqlite"],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )
    assert shown.returncode != 0
    assert "Traceback" not in shown.stderr, shown.stderr
    assert "missing.sqlite" in shown.stderr, shown.stderr
    assert not list(pathlib.Path(folder).iterdir())
