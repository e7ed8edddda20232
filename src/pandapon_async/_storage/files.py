"""The identity of a SQLite file, which does not depend on how its path is spelled."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from typing import Self

__all__ = ["FileIdentity"]


@attrs.frozen
class FileIdentity:
    """Which file it is.

    Attributes:
        device: Its file system.
        inode: Its number in there.
        links: How many names it has; not part of the identity.
    """

    device: int
    inode: int
    links: int = attrs.field(eq=False)

    @classmethod
    def of(cls, path: Path) -> Self | None:
        """Return the identity of the file at a path; ``None`` if there is none."""
        try:
            status = os.stat(path)  # noqa: PTH116 - called for each commit; Path.stat() costs twice as much
        except OSError:
            return None
        return cls(status.st_dev, status.st_ino, status.st_nlink)

    def second_name(self, path: Path) -> str | None:
        """Return what is wrong if the file can be opened under a name that its real path does not reveal.

        SQLite keeps the latest commits and its own locks in files that are named after the database. Through a hard
        link, or where a single file is mounted, another process would use other ones: it would not see those commits,
        and both would damage the database.
        """
        if self.links > 1:
            return (
                f"it has {self.links} names (hard links), and SQLite's side files belong to one name; "
                "remove the other names, or copy the file"
            )
        if str(path) in _mount_points():
            return "it is mounted as a single file, apart from SQLite's side files; mount the folder that holds it"
        return None


def _mount_points() -> set[str]:
    try:
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return set()
    # The fifth field; spaces and the like are written in octal.
    return {re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), line.split()[4]) for line in lines}
