"""Commands: ``python -m codegen generate | check | validate | docs``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from codegen.docs.commands import add_docs, run_docs
from pandapon_async.codegen.errors import CodegenError
from pandapon_async.codegen.generation import generate
from pandapon_async.codegen.output import compare, write
from pandapon_async.codegen.specification import Specification
from pandapon_async.codegen.surfaces import SURFACES
from pandapon_async.codegen.validation import validate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pandapon_async.codegen.surfaces import Surface

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None, *, surfaces: Sequence[Surface] = SURFACES) -> int:
    """Run a command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m codegen", description="Specifications to Python.")
    parser.add_argument("--root", type=Path, default=Path(), help="root of the repository (default: here)")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("generate", help="write the packages")
    commands.add_parser("check", help="fail where a package is not what would be generated now")
    commands.add_parser("validate", help="check the specifications only")
    add_docs(commands)
    chosen = parser.parse_args(arguments)
    try:
        if chosen.command == "docs":
            return run_docs(chosen, surfaces)
        return {"generate": _generate, "check": _check, "validate": _validate}[chosen.command](surfaces, chosen.root)
    except CodegenError as error:
        print(error, file=sys.stderr)
        return 1


def _generate(surfaces: Sequence[Surface], root: Path) -> int:
    differences = write(generate(surfaces, root), root)
    print(f"{len(differences)} files changed" if differences else "nothing to change")
    return 0


def _check(surfaces: Sequence[Surface], root: Path) -> int:
    differences = compare(generate(surfaces, root), root)
    for difference in differences:
        print(difference, file=sys.stderr)
    if differences:
        print("generated code is not current: run `make generate`", file=sys.stderr)
    return 1 if differences else 0


def _validate(surfaces: Sequence[Surface], root: Path) -> int:
    specifications = [Specification.read(root, surface.source) for surface in surfaces]
    problems = [problem for specification in specifications for problem in validate(specification)]
    if problems:
        raise CodegenError(*problems)
    operations = sum(1 for specification in specifications for _ in specification.operations())
    print(f"{len(specifications)} specifications, {operations} operations: valid")
    return 0


if __name__ == "__main__":
    sys.exit(main())
