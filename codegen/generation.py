"""The whole way from the specifications to the files of the packages."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from codegen.catalogue import catalogue_files
from codegen.codes import CODE_TABLE, code_table
from codegen.errors import CodegenError, Problem
from codegen.formatting import format_folder
from codegen.output import Output
from codegen.planning import plan_surface
from codegen.rendering import render
from codegen.specification import Specification
from codegen.tool import parse
from codegen.validation import validate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codegen.surfaces import Surface

__all__ = ["generate"]


def generate(surfaces: Sequence[Surface], root: Path) -> Output:
    """Generate everything in memory; nothing below ``root`` changes.

    Raises:
        CodegenError: A specification has a problem, a tool is missing, or something could not be generated.
    """
    specifications = [Specification.read(root, surface.source) for surface in surfaces]
    problems = [problem for specification in specifications for problem in validate(specification)]
    if problems:
        raise CodegenError(*problems)
    pairs = list(zip(surfaces, specifications, strict=True))
    return Output(
        folders={surface.folder: _package(surface, specification) for surface, specification in pairs},
        dumps={
            **{surface.dump: _dump(specification) for surface, specification in pairs},
            CODE_TABLE: code_table(root),
            **catalogue_files(root, {surface.name: specification for surface, specification in pairs}),
        },
    )


def _package(surface: Surface, specification: Specification) -> dict[Path, bytes]:
    parsed = parse(specification)
    plan = plan_surface(surface, specification, parsed)
    expected = sum(1 for _ in specification.operations())
    if len(plan.operations) != expected:
        message = f"{expected} operations in the specification, {len(plan.operations)} generated"
        raise CodegenError(Problem(specification.file, "/paths", message))
    files = render(plan, parsed.environment)
    with tempfile.TemporaryDirectory() as work:
        for path, text in files.items():
            Path(work, path).parent.mkdir(parents=True, exist_ok=True)
            Path(work, path).write_text(text, encoding="utf-8", newline="\n")
        format_folder(Path(work))
        return {path: Path(work, path).read_bytes() for path in files}


def _dump(specification: Specification) -> bytes:
    text = json.dumps(specification.document, indent=1, ensure_ascii=False, allow_nan=False)
    return (text + "\n").encode()
