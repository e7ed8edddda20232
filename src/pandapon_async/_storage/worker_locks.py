"""Locks by which workers on a store tell each other that they are alive.

The operating system or the database server releases such a lock when its holder ends, however it ends. The alternative
is a lease with a timeout: then everybody waits for the timeout after each crash, and the timeout must be longer than
the longest suspension.

SQLite: a lock on a file beside the database. It can be lost only with the process. The file is found through the real
path of the database, so a symbolic link leads to the same one. The database file itself cannot carry the lock: POSIX
drops all of a process's locks on a file, SQLite's own among them, when the process closes any descriptor of that file.

PostgreSQL: an advisory lock, held by a connection of its own. It can be lost with that connection while the process
goes on. That is why a worker watches its lock and stops sending in time; see :mod:`workers`.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias

import anyio
from anyio import to_thread
from sqlalchemy import text

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from sqlalchemy import Connection
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from pandapon_async._storage.database import Database

__all__ = ["LockState", "WorkerLock", "discard_lock", "lock_for", "lock_state"]

LockState: TypeAlias = Literal["held", "free", "missing"]
"""``missing``: there is no such lock where this process looks, which says nothing about the worker."""


class WorkerLock(Protocol):
    """The lock of one worker."""

    #: Whether the lock can be lost while the process goes on.
    can_be_lost: bool

    async def acquire(self) -> None:
        """Take the lock for as long as this process lives.

        Raises:
            PandaPonError: Of the store's kind. The lock cannot be taken, or would not hold.
        """
        ...

    async def verify(self, within: float) -> bool:
        """Ask whether the lock is still held; True only if that was seen ``within`` seconds."""
        ...

    async def release(self, *, abandoned: bool = False) -> None:
        """Give the lock up; ``abandoned`` leaves what a crash would leave."""
        ...


def lock_for(database: Database, worker: str) -> WorkerLock:
    """Return the lock of a worker, not yet taken."""
    if database.server is not None:
        return _AdvisoryLock(database, database.server, worker)
    return _FileLock(database, worker)


def lock_state(connection: Connection, database: Database, worker: str) -> LockState:
    """Look at the lock of a worker. Runs in a transaction, off the event loop."""
    if database.server is None:
        return _probe(_lock_file(database.path, worker))
    held = connection.scalar(text(_HOLDER), _key(database, worker))
    return "free" if held is None else "held"


def discard_lock(database: Database, worker: str) -> None:
    """Remove what is left of a dead worker's lock, once its work was taken over."""
    if database.server is None:
        with suppress(OSError):
            _lock_file(database.path, worker).unlink()


# -- SQLite ------------------------------------------------------------------------------------------------------------


def _lock_file(path: Path | None, worker: str) -> Path:
    if path is None:  # pragma: no cover - SQLite's databases have one
        raise AssertionError
    return path.with_name(f"{path.name}-worker-{worker}")


def _probe(path: Path) -> LockState:
    try:
        handle = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return "missing"
    except OSError:
        return "held"
    try:
        return "free" if _try_lock(handle) else "held"
    finally:
        os.close(handle)


class _FileLock:
    can_be_lost = False

    def __init__(self, database: Database, worker: str) -> None:
        self._kind = database.kind
        self._path = _lock_file(database.path, worker)
        self._handle: int | None = None

    async def acquire(self) -> None:
        await to_thread.run_sync(self._acquire)

    def _acquire(self) -> None:
        try:
            self._handle = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as error:
            problem = f"cannot write beside the {self._kind.noun}: {self._path}: {error.strerror}"
            raise self._kind.error(problem) from None
        if not _try_lock(self._handle):
            raise self._kind.error(f"cannot lock {self._path}: the file system does not support locks")

    async def verify(self, within: float) -> bool:
        del within
        return self._handle is not None

    async def release(self, *, abandoned: bool = False) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
        if not abandoned:
            with suppress(OSError):
                self._path.unlink()


try:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            # Of the open file, not of the process as POSIX locks are: two workers in one process keep apart.
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


# -- PostgreSQL --------------------------------------------------------------------------------------------------------

#: Read from the table of locks, not by trying to take it: through a pooler, the attempt might be made by the very
#: session that holds the lock, and would succeed.
_HOLDER: Final = """
    SELECT pid FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND objsubid = 1
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND classid = CAST(CAST(:high AS bigint) AS oid) AND objid = CAST(CAST(:low AS bigint) AS oid)
    LIMIT 1
"""
_TAKE: Final = "SELECT pg_try_advisory_lock(CAST(:key AS bigint)) AS taken, pg_backend_pid() AS pid"
_VERIFY: Final = f"SELECT pg_backend_pid() = CAST(:pid AS integer) AND CAST(:pid AS integer) = ({_HOLDER})"


def _key(database: Database, worker: str) -> dict[str, int]:
    # Advisory locks belong to a database, so the schema goes into the number.
    name = f"pandapon/{database.kind.noun}/{database.schema}/{worker}".encode()
    number = int.from_bytes(hashlib.blake2b(name, digest_size=8).digest())
    return {"high": number >> 32, "low": number & 0xFFFFFFFF}


class _AdvisoryLock:
    can_be_lost = True

    def __init__(self, database: Database, server: AsyncEngine, worker: str) -> None:
        self._database = database
        self._server = server
        self._numbers = _key(database, worker)
        self._connection: AsyncConnection | None = None
        self._driver: Any = None
        self._pid = 0
        self._turn = anyio.Lock()

    async def acquire(self) -> None:
        kind = self._database.kind
        key = (self._numbers["high"] << 32) | self._numbers["low"]
        with self._database.errors():
            connection = await self._server.connect()
            self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
            self._driver = (await connection.get_raw_connection()).driver_connection
            signed = key - (1 << 64) if key >> 63 else key
            row = (await connection.execute(text(_TAKE), {"key": signed})).one()
            self._pid = row.pid
            # While another connection is in a transaction, a pooler that hands out server connections by transaction
            # shows itself: it gives that connection the server connection which holds the lock, or this one another.
            async with self._server.connect() as other, other.begin():
                other_pid = await other.scalar(text("SELECT pg_backend_pid()"))
                holder = await other.scalar(text(_HOLDER), self._numbers)
                held = await connection.scalar(text(_VERIFY), {"pid": self._pid, **self._numbers})
        if not row.taken or holder != self._pid or other_pid == self._pid or not held:
            raise kind.error(
                f"the {kind.noun} {self._database.shown} is reached through a connection pooler that loses locks; "
                "connect to PostgreSQL directly, or use the pooler's session mode"
            )

    async def verify(self, within: float) -> bool:
        connection = self._connection
        if connection is None:
            return False
        # A connection that is silent is not waited for: the driver would wait for a cancellation to be confirmed.
        watchdog = asyncio.get_running_loop().call_later(within, self._driver.terminate)
        try:
            async with self._turn:
                return bool(await connection.scalar(text(_VERIFY), {"pid": self._pid, **self._numbers}))
        except Exception:  # noqa: BLE001 - whatever it is, the lock was not seen
            self._driver.terminate()
            return False
        finally:
            watchdog.cancel()

    async def release(self, *, abandoned: bool = False) -> None:
        del abandoned  # the server releases the lock either way
        if self._connection is not None:
            # Closed for good: back in the pool it would go on holding the lock.
            self._driver.terminate()
            with suppress(Exception):
                await self._connection.invalidate()
            with suppress(Exception):
                await self._connection.close()
            self._connection = None
