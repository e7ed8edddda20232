"""Install the wheel with each extra alone, at the lowest and the newest allowed versions, and run a small program.

Usage: python scripts/test_extras.py WHEEL [--only EXTRA]

The programs are ``tests/extras/EXTRA.py``; names of several extras are joined by ``+``. An extra without a program
is an error. The lowest versions run on the oldest supported Python, the newest on the newest one that is installed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = ROOT / "tests" / "extras"
VERSIONS = ("3.11", "3.12", "3.13", "3.14")


def installed_pythons() -> list[str]:
    """Return the interpreters of the supported versions that are installed, oldest first; pyenv's count too."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found: list[str] = []
    for version in VERSIONS:
        candidates = [
            f"python{version}",
            *map(str, sorted(pyenv.glob(f"{version}.*/bin/python{version}"), reverse=True)),
        ]
        found += [path for candidate in candidates if (path := shutil.which(candidate)) and runs(path)][:1]
    return found or [sys.executable]


def runs(python: str) -> bool:
    """Return whether an interpreter starts: pyenv's shims exist for versions that are not selected."""
    return not subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode


def main() -> int:
    """Run all programs; return 1 if one fails."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--only", help="names of extras, joined by +")
    options = parser.parse_args()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    programs = {path.stem: path for path in sorted(PROGRAMS.glob("*.py"))}
    if missing := sorted({"core", *project["optional-dependencies"]} - programs.keys()):
        print(f"extras without a program in tests/extras: {', '.join(missing)}")
        return 1
    pythons = installed_pythons()
    failed: list[str] = []
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, program in programs.items():
            if options.only not in (None, name):
                continue
            for resolution, python in (("lowest-direct", pythons[0]), ("highest", pythons[-1])):
                count += 1
                started = time.monotonic()
                problem = run(options.wheel.resolve(), program, resolution, python, Path(folder))
                result = "failed" if problem else "ok"
                print(f"{name:20} {resolution:14} {result:7} {time.monotonic() - started:3.0f} s  {python}", flush=True)
                if problem:
                    print(problem)
                    failed.append(f"{name} ({resolution})")
    print(f"extras: {count - len(failed)} passed, {len(failed)} failed")
    return 1 if failed or not count else 0


def run(wheel: Path, program: Path, resolution: str, python: str, folder: Path) -> str:
    """Run a program in an environment of its own; return its output if it fails."""
    name = program.stem
    environment = folder / f"{name}-{resolution}"
    extras = "" if name == "core" else f"[{name.replace('+', ',')}]"
    interpreter = str(environment / "bin" / "python")
    commands = (
        ["uv", "venv", "--quiet", "--python", python, str(environment)],
        ["uv", "pip", "install", "--quiet", "--python", interpreter, "--resolution", resolution, f"{wheel}{extras}"],
        # -P: programs are named after extras, which are named after libraries.
        [interpreter, "-P", "-W", "error::DeprecationWarning:pandapon_async", str(program)],
    )
    try:
        for command in commands:
            # The folder of the environments holds no source tree that the program could import by mistake.
            done = subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=300, check=False)
            if done.returncode:
                return "\n".join((done.stdout + done.stderr).splitlines()[-12:])
        return ""
    finally:
        shutil.rmtree(environment, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
