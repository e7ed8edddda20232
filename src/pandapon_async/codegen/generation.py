"""Generates the files of all packages from the specifications."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from pandapon_async.codegen.catalogue import catalogue_files
from pandapon_async.codegen.codes import CODE_TABLE, code_table
from pandapon_async.codegen.compact_json import compact_json
from pandapon_async.codegen.errors import CodegenError, Problem
from pandapon_async.codegen.formatting import format_folder
from pandapon_async.codegen.inference import add_inferred
from pandapon_async.codegen.ir_builder import build_ir
from pandapon_async.codegen.openapi_parser import parse
from pandapon_async.codegen.output import Output
from pandapon_async.codegen.rendering import render
from pandapon_async.codegen.specification import Specification
from pandapon_async.codegen.validation import validate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pandapon_async.codegen.surfaces import Surface

__all__ = ["generate", "read_specifications"]


def generate(surfaces: Sequence[Surface], root: Path) -> Output:
    """Generate everything in memory; nothing below ``root`` changes.

    Raises:
        CodegenError: A specification has a problem, a tool is missing, or something could not be generated.
    """
    specifications = read_specifications(surfaces, root)
    pairs = [(surface, specifications[surface.name]) for surface in surfaces]
    return Output(
        folders={surface.folder: _package(surface, specification) for surface, specification in pairs},
        dumps={
            **{surface.dump: compact_json(specification.document) for surface, specification in pairs},
            CODE_TABLE: code_table(root),
            **catalogue_files(root, specifications),
        },
    )


def read_specifications(surfaces: Sequence[Surface], root: Path) -> dict[str, Specification]:
    """Return the valid specifications by surface, with their inferred operations.

    Raises:
        CodegenError: A specification has a problem.
    """
    documented = {surface.name: Specification.read(root, surface.source) for surface in surfaces}
    specifications = add_inferred(root, documented)
    problems = [problem for specification in specifications.values() for problem in validate(specification)]
    if problems:
        raise CodegenError(*problems)
    return specifications


def _package(surface: Surface, specification: Specification) -> dict[Path, bytes]:
    parsed = parse(specification)
    ir = build_ir(surface, specification, parsed)
    expected = sum(1 for _ in specification.operations())
    if len(ir.operations) != expected:
        message = f"{expected} operations in the specification, {len(ir.operations)} generated"
        raise CodegenError(Problem(specification.file, "/paths", message))
    files = render(ir, parsed.environment)
    with tempfile.TemporaryDirectory() as work:
        for path, text in files.items():
            Path(work, path).parent.mkdir(parents=True, exist_ok=True)
            Path(work, path).write_text(text, encoding="utf-8", newline="\n")
        format_folder(Path(work))
        return {path: Path(work, path).read_bytes() for path in files}
