"""Errors of the generator."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CodegenError", "Problem"]


class Problem(NamedTuple):
    """A mistake in a specification, or a construct that cannot be generated."""

    file: str
    pointer: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}#{self.pointer}: {self.message}"


class CodegenError(Exception):
    """Nothing was generated. Holds all problems, so that one run shows them all."""

    def __init__(self, *problems: Problem | str) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
