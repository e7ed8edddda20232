"""A program for every operation, as ``pandapon ops show`` prints it, under two strict type checkers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pandapon_async.cli.operation_page import operation_program
from pandapon_async.cli.surfaces import SURFACES, KnownOperation

MYPY = ["-m", "mypy", "--strict", "--no-incremental", "--no-warn-unused-configs", "--config-file="]
PYRIGHT = ["-m", "pyright", "--level", "error", "--pythonpath", sys.executable, "--project"]


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("programs")
    for surface in SURFACES.values():
        for operation in surface.operations:
            name = f"{surface.name}_{operation.name}".replace("-", "_").replace(".", "_")
            code = operation_program(KnownOperation(surface, operation))
            (folder / f"{name}.py").write_text(code, encoding="utf-8")
    (folder / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}', encoding="utf-8")
    return folder


def test_there_is_a_program_for_every_operation(programs: Path) -> None:
    assert len(list(programs.glob("*.py"))) >= 72


@pytest.mark.parametrize("checker", [MYPY, PYRIGHT], ids=["mypy", "pyright"])
def test_every_program_type_checks_strictly(programs: Path, checker: list[str]) -> None:
    command = [sys.executable, *checker, str(programs)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=programs)
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
