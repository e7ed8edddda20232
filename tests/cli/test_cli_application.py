"""The group of commands: quick, and helpful where an optional dependency is missing."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from pandapon_async.cli.application import COMMANDS, application

HIDE_AND_RUN = """
import sys
hidden, *sys.argv[1:] = sys.argv[1:]
sys.modules[hidden] = None
from pandapon_async.cli import main
main()
"""


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False, timeout=20
    )


def test_the_list_of_commands_is_complete() -> None:
    result = CliRunner().invoke(application, ["--help"])
    assert result.exit_code == 0
    for name, command in COMMANDS.items():
        assert name in result.output
        assert command.summary in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    result = CliRunner().invoke(application, [name, "--help"])
    assert result.exit_code == 0
    assert COMMANDS[name].summary in result.output


def test_an_unknown_command_is_an_error() -> None:
    assert CliRunner().invoke(application, ["nothing"]).exit_code == 2


def test_help_imports_no_command() -> None:
    code = """
import sys
from click.testing import CliRunner
from pandapon_async.cli.application import application
assert CliRunner().invoke(application, ["--help"]).exit_code == 0
heavy = {"jsonschema", "starlette", "uvicorn", "httpx", "aiohttp"}
print(sorted(heavy & set(sys.modules)), "pandapon_async.cli.sandbox" in sys.modules)
"""
    assert run(code).stdout.strip() == "[] False"


def test_without_click_it_says_what_to_install() -> None:
    result = run(HIDE_AND_RUN, "click", "--help")
    assert result.returncode == 1
    assert result.stderr.strip().endswith('pip install "pandapon-async[cli]"')
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("module", ["jsonschema", "starlette", "uvicorn"])
def test_without_a_dependency_of_the_sandbox_it_says_what_to_install(module: str) -> None:
    result = run(HIDE_AND_RUN, module, "sandbox")
    assert result.returncode == 1
    assert f"needs {module}" in result.stderr
    assert 'pip install "pandapon-async[cli,sandbox]"' in result.stderr
    assert "Traceback" not in result.stderr
