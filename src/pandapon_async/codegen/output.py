"""Writes generated files below a root folder, or compares them."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Difference", "Output", "compare", "write"]

_BYTECODE: Final = "__pycache__"


class Output(NamedTuple):
    """Everything that a run generates.

    Attributes:
        folders: Folders with generated files only: the content of each file by its path below the folder.
        dumps: Other files by path. All JSON files beside them are generated, too.
    """

    folders: Mapping[Path, Mapping[Path, bytes]]
    dumps: Mapping[Path, bytes]


class Difference(NamedTuple):
    """A file that differs from what would be generated now."""

    path: Path
    kind: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.path.as_posix()}"


def compare(output: Output, root: Path) -> list[Difference]:
    """List what differs between ``output`` and the files below ``root``."""
    wanted = {folder / path: content for folder, files in output.folders.items() for path, content in files.items()}
    wanted |= output.dumps
    present = set(_present(output, root))
    differences = [Difference(path, "missing") for path in wanted.keys() - present]
    differences += [Difference(path, "extra") for path in present - wanted.keys()]
    differences += [
        Difference(path, "stale") for path in wanted.keys() & present if (root / path).read_bytes() != wanted[path]
    ]
    return sorted(differences)


def write(output: Output, root: Path) -> list[Difference]:
    """Write ``output`` below ``root`` and return the differences.

    A folder is replaced as a whole, but only if a file in it changes.
    """
    differences = compare(output, root)
    changed = {difference.path for difference in differences}
    for folder, files in output.folders.items():
        if any(path.is_relative_to(folder) for path in changed):
            _replace(root / folder, files)
    for path in changed & output.dumps.keys():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(output.dumps[path])
    for difference in differences:
        if difference.kind == "extra":
            (root / difference.path).unlink(missing_ok=True)
    return differences


def _present(output: Output, root: Path) -> Iterator[Path]:
    for folder in output.folders:
        for path in (root / folder).rglob("*"):
            if path.is_file() and _BYTECODE not in path.parts:
                yield path.relative_to(root)
    yield from (path for path in output.dumps if (root / path).is_file())
    for folder in {path.parent for path in output.dumps}:
        yield from (path.relative_to(root) for path in (root / folder).glob("*.json"))


def _replace(folder: Path, files: Mapping[Path, bytes]) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Beside the folder: both moves stay on one file system and are quick.
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as work:
        fresh, old = Path(work, "fresh"), Path(work, "old")
        for path, content in files.items():
            (fresh / path).parent.mkdir(parents=True, exist_ok=True)
            (fresh / path).write_bytes(content)
        if folder.exists():
            shutil.move(folder, old)
        shutil.move(fresh, folder)
