"""Telling whether the process that was working on something is still alive.

By locks that the operating system or the database server gives back when their holder ends, however it ends: a file
lock beside a SQLite file, an advisory lock of PostgreSQL. Leases with a time-out were the alternative. They make
everybody wait for the time-out after each crash, and a process that was merely slow (suspended, swapped out) loses its
lease while its work is on its way. A lock is neither too late nor too early on one machine; over a network it
can be lost with the connection, which the holder notices before it goes on.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import anyio
from anyio import to_thread
from sqlalchemy import text

from pandapon_async._core.errors import PandaPonError

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from pandapon_async._storage.database import Database
    from pandapon_async._storage.kinds import StoreKind

__all__ = ["Liveness", "liveness_of"]


class Liveness(Protocol):
    """The sign of life of one process, and the look-out for those of others."""

    async def hold(self, owner: str) -> None:
        """Give a sign of life for as long as this process lives.

        Raises:
            PandaPonError: That is not possible here.
        """
        ...

    async def check(self) -> None:
        """Make sure that the own sign of life is still given.

        Raises:
            PandaPonError: It is not, and others may have noticed.
        """
        ...

    async def is_alive(self, owner: str) -> bool:
        """Tell whether another process gives its sign of life; errs towards yes."""
        ...

    async def release(self, *, abandoned: bool = False) -> None:
        """End the sign of life; ``abandoned`` leaves what a crash would leave."""
        ...


def liveness_of(database: Database) -> Liveness:
    """Return the kind that fits a database."""
    if database.server is not None:
        return _AdvisoryLock(database, database.server)
    return _FileLock(database.kind, database.path or Path(database.shown))


class _FileLock:
    """A lock on a file of the owner's, beside the database."""

    def __init__(self, kind: StoreKind, path: Path) -> None:
        self._kind = kind
        self._beside = path
        self._held: int | None = None
        self._file: Path | None = None

    def _path(self, owner: str) -> Path:
        return self._beside.with_name(f"{self._beside.name}-owner-{owner}")

    async def hold(self, owner: str) -> None:
        self._file = self._path(owner)
        try:
            self._held = os.open(self._file, os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as error:
            problem = f"cannot write beside the {self._kind.noun} {self._beside}: {error.strerror}"
            raise self._kind.error(problem) from None
        if not _try_lock(self._held):
            raise self._kind.error(f"{self._file} is locked, though its name is new")

    async def check(self) -> None:
        # The lock goes with the process; there is nothing that could take it away before.
        return

    async def is_alive(self, owner: str) -> bool:
        return await to_thread.run_sync(self._probe, self._path(owner))

    def _probe(self, path: Path) -> bool:
        try:
            handle = os.open(path, os.O_RDWR)
        except FileNotFoundError:
            return False
        except OSError:
            return True
        try:
            alive = not _try_lock(handle)
        finally:
            os.close(handle)
        if not alive:
            with suppress(OSError):
                path.unlink()
        return alive

    async def release(self, *, abandoned: bool = False) -> None:
        if self._held is not None:
            os.close(self._held)
            self._held = None
        if self._file is not None and not abandoned:
            with suppress(OSError):
                self._file.unlink()


try:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            # Of the open file, not of the process as POSIX locks are: two stores in one process keep apart.
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

except ModuleNotFoundError:  # pragma: no cover - Windows
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
        except OSError:
            return False
        return True


class _AdvisoryLock:
    """An advisory lock of PostgreSQL, held by a connection of its own."""

    def __init__(self, database: Database, server: AsyncEngine) -> None:
        self._database = database
        self._server = server
        self._connection: AsyncConnection | None = None
        self._turn = anyio.Lock()

    async def hold(self, owner: str) -> None:
        with self._database.errors():
            connection = await self._server.connect()
            self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
            held = await self._ask("SELECT pg_try_advisory_lock(:key)", owner)
        if not held:
            raise self._database.kind.error("the lock of a new owner is held already")

    async def check(self) -> None:
        try:
            with self._database.errors():
                await self._ask("SELECT true", "")
        except PandaPonError:
            kind = self._database.kind
            problem = f"the connection that kept this process's lock broke; others may have taken over its {kind.work}"
            raise kind.lost(problem) from None

    async def is_alive(self, owner: str) -> bool:
        with self._database.errors():
            # Taken and given back in one statement, so that no connection keeps it.
            return not await self._ask(_PROBE, owner)

    async def release(self, *, abandoned: bool = False) -> None:
        del abandoned  # the server gives the lock back either way
        if self._connection is not None:
            with suppress(Exception):
                # Closed for good: back in the pool it would go on holding the lock.
                await self._connection.invalidate()
            await self._connection.close()
            self._connection = None

    async def _ask(self, question: str, owner: str) -> bool:
        connection = self._connection
        if connection is None:
            # One who only looks out for others needs no connection of its own for long.
            async with self._server.connect() as passing:
                passing = await passing.execution_options(isolation_level="AUTOCOMMIT")  # noqa: PLW2901
                return await _scalar(passing, question, self._key(owner))
        async with self._turn:
            return await _scalar(connection, question, self._key(owner))

    def _key(self, owner: str) -> int:
        # The server's numbers are shared by all schemas of a database, so the schema goes into the number.
        name = f"pandapon-orders/{self._database.schema}/{owner}".encode()
        return int.from_bytes(hashlib.blake2b(name, digest_size=8).digest(), signed=True)


_PROBE: Final = "SELECT CASE WHEN pg_try_advisory_lock(:key) THEN pg_advisory_unlock(:key) ELSE false END"


async def _scalar(connection: AsyncConnection, question: str, key: int) -> bool:
    statement = text(question)
    return bool(await connection.scalar(statement, {"key": key} if ":key" in question else {}))
