"""Files that only their owner may read, as they hold addresses of people, and that are replaced as a whole."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from pandapon_async.orders.errors import DraftFileError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from pathlib import Path

__all__ = ["forbid_overwriting", "private_file", "private_path"]


@contextmanager
def private_path(path: Path) -> Generator[Path]:
    """Yield the path of a new file, readable by its owner alone, that takes the place of ``path`` after the block.

    Where the block fails, ``path`` is left as it was. A path that is no regular file, such as ``/dev/stdout``, is
    yielded itself.

    Raises:
        DraftFileError: It cannot be written.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            if target.is_dir():
                raise DraftFileError(f"cannot write {path}: it is a folder; name a file")
            yield target
            return
        # Beside the target, as files are replaced within one file system only.
        made = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
        os.close(os.open(made, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))
        try:
            yield made
            _to_disk(made)
            made.replace(target)
        finally:
            made.unlink(missing_ok=True)
    except OSError as error:
        raise DraftFileError(f"cannot write {path}: {error.strerror}; name another file") from None


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def private_file(path: Path, encoding: str = "utf-8") -> Generator[IO[str]]:
    """Write a text file as :func:`private_path` does; line ends are written as they are given.

    Raises:
        DraftFileError: It cannot be written.
    """
    with private_path(path) as made, made.open("w", encoding=encoding, newline="") as file:
        yield file
        file.flush()


def forbid_overwriting(path: Path, inputs: Iterable[Path], option: str) -> None:
    """Make sure that a file to be written is none of those that are read.

    Raises:
        DraftFileError: It is one of them, under whatever name.
    """
    for given in inputs:
        if path.resolve() == given.resolve() or (path.exists() and given.exists() and path.samefile(given)):
            raise DraftFileError(f"{option} names {given} itself, which would be overwritten; name another file")
