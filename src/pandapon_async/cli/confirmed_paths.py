"""The user's file of probed paths, ``confirmed.toml``: clients read it, and probing resumes from it."""

from __future__ import annotations

import json
import os
import tempfile
import tomllib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pandapon_async.cli.failures import FailureError

if TYPE_CHECKING:
    from pandapon_async.cli.path_probe import Finding, Verdict

__all__ = ["ConfirmedPaths", "ProbedPath"]

_TABLES: Final[dict[Verdict, str]] = {"exists": "confirmed", "missing": "missing", "unclear": "unclear"}
_HEAD: Final = """\
# Paths that `pandapon probe` tried. Clients call the confirmed ones: PandaPonClient(..., inferred="confirmed.toml").
# This file holds no secrets; please send it to the maintainers of pandapon-async.
"""


@dataclass(frozen=True, slots=True)
class ProbedPath:
    """A probed path."""

    surface: str
    base_url: str
    method: str
    path: str
    title: str
    rule: str
    response: str
    probed_at: str


class ConfirmedPaths:
    """The file; a missing one is empty.

    Raises:
        FailureError: The file cannot be read.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._tables: dict[str, list[ProbedPath]] = {name: [] for name in _TABLES.values()}
        try:
            document: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
            for name, entries in self._tables.items():
                entries += [ProbedPath(**entry) for entry in document.get(name, [])]
        except (OSError, ValueError, TypeError) as error:
            raise FailureError(f"{file} is not a file of this command: {error}") from None

    def knows(self, surface: str, base_url: str, path: str | None) -> bool:
        """Return True if a path of a server was probed with a clear result."""
        return any(
            (each.surface, each.base_url, each.path) == (surface, base_url, path)
            for name in ("confirmed", "missing")
            for each in self._tables[name]
        )

    def add(self, finding: Finding, base_url: str) -> None:
        """Store a finding, durably, in place of an earlier one of the same path."""
        entry = finding.entry
        probed = ProbedPath(
            surface=entry.surface,
            base_url=base_url,
            method=entry.method or "",
            path=entry.path or "",
            title=entry.title,
            rule=entry.inference.rule if entry.inference else "",
            response=str(finding.reply),
            probed_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        for entries in self._tables.values():
            entries[:] = [
                each
                for each in entries
                if (each.surface, each.base_url, each.path) != (probed.surface, base_url, probed.path)
            ]
        self._tables[_TABLES[finding.verdict]].append(probed)
        self._write()

    def _write(self) -> None:
        lines = [_HEAD]
        for name, entries in self._tables.items():
            for entry in entries:
                # JSON strings without control characters are TOML strings.
                lines += [f"[[{name}]]", *(f"{key} = {json.dumps(value)}" for key, value in asdict(entry).items()), ""]
        folder = self._file.parent
        with tempfile.NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8", suffix=".toml") as fresh:
            fresh.write("\n".join(lines))
            fresh.flush()
            os.fsync(fresh.fileno())
        Path(fresh.name).replace(self._file)
