"""Formatting of generated Python by ruff."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from typing import TYPE_CHECKING, Final

from pandapon_async.codegen.errors import CodegenError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["find_ruff", "format_folder"]

# No project file is read, so that the result depends on nothing but these lines and ruff's version.
_SETTINGS: Final = (
    "--isolated",
    "--no-cache",
    "--quiet",
    "--config",
    "line-length=120",
    "--config",
    'target-version="py311"',
)
_IMPORTS: Final = ("--select", "I,RUF022", "--fix", "--unsafe-fixes", "--config")
_FIRST_PARTY: Final = 'lint.isort.known-first-party=["pandapon_async"]'


def find_ruff() -> str:
    """Return the path of ruff, preferring this Python environment.

    Raises:
        CodegenError: It is not installed.
    """
    found = shutil.which("ruff", path=sysconfig.get_path("scripts")) or shutil.which("ruff")
    if found is None:
        raise CodegenError("ruff is not installed; generated code must be formatted")
    return found


def format_folder(folder: Path) -> None:
    """Sort the imports of all files in ``folder`` and format them.

    Raises:
        CodegenError: ruff is missing, or rejects a file.
    """
    ruff = find_ruff()
    for command in (["check", *_SETTINGS, *_IMPORTS, _FIRST_PARTY], ["format", *_SETTINGS]):
        # The command is ours, and so are the files.
        done = subprocess.run([ruff, *command, "."], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode != 0:
            raise CodegenError(f"ruff {command[0]} failed: {' '.join((done.stdout + done.stderr).split())}")
