"""Finds the operations of a path."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pandapon_async.sandbox.specification.operations import Operation

_PLACEHOLDER = re.compile(r"\{([^{}/]+)\}")


@dataclass(frozen=True, slots=True)
class Match:
    """The operations of a path by method, and the values of the path's placeholders."""

    operations: Mapping[str, Operation]
    path_parameters: Mapping[str, str] = field(default_factory=dict[str, str])

    def operation_for(self, method: str) -> Operation:
        """Return the operation of a method; otherwise any of the path, whose signing and envelope a refusal uses."""
        return self.operations.get(method) or next(iter(self.operations.values()))


class Routes:
    """Finds operations by path. A path without placeholders takes precedence.

    Raises:
        ValueError: two operations share method and path.
    """

    def __init__(self, operations: Iterable[Operation]) -> None:
        by_path: dict[str, dict[str, Operation]] = {}
        for operation in operations:
            methods = by_path.setdefault(operation.path, {})
            if operation.method in methods:
                raise ValueError(f"{operation.method} {operation.path} appears twice")
            methods[operation.method] = operation
        self._fixed = {path: Match(methods) for path, methods in by_path.items() if "{" not in path}
        self._patterns = [
            (_pattern_of(path), _PLACEHOLDER.findall(path), methods) for path, methods in by_path.items() if "{" in path
        ]

    def find(self, path: str) -> Match | None:
        """Return the operations of a decoded path; None for an unknown path."""
        match = self._fixed.get(path)
        if match is not None:
            return match
        for pattern, names, methods in self._patterns:
            found = pattern.fullmatch(path)
            if found is not None:
                return Match(methods, dict(zip(names, found.groups(), strict=True)))
        return None


def _pattern_of(path: str) -> re.Pattern[str]:
    # re.split yields literal text at even positions and placeholder names at odd ones.
    parts = enumerate(_PLACEHOLDER.split(path))
    return re.compile("".join("([^/]+)" if index % 2 else re.escape(part) for index, part in parts))
