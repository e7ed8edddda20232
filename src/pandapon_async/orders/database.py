"""Connections to a ledger: SQLite in a file, or PostgreSQL by URL, set up so that committed means durable."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import anyio
import attrs
from anyio import to_thread
from sqlalchemy import create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import QueuePool

from pandapon_async.orders.errors import LedgerError, LedgerFullError, LedgerLockedError, LedgerReadOnlyError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import Any

    from sqlalchemy.engine import URL, Connection, Engine
    from sqlalchemy.ext.asyncio import AsyncEngine

__all__ = ["Database", "ledger_errors"]

DEFAULT_SCHEMA: Final = "pandapon_orders"
_SCHEMA: Final = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_WRITES: Final = "pandapon_writes"

ResultT = TypeVar("ResultT")


@attrs.frozen(eq=False)
class Database:
    """A ledger's database.

    Work on it is a plain function of a connection, run as one transaction. SQLite gets it in a thread, as a whole: with
    a driver that hands each statement to a thread by itself, a transaction would wait for the event loop six times,
    behind all the calls in flight. PostgreSQL's driver is asyncio's own.

    Attributes:
        engine: Its connections.
        shown: Its address without a password.
        path: Its file, where it is SQLite's.
        schema: Its schema, where it is PostgreSQL's.
        server: PostgreSQL's connections as asyncio has them.
    """

    engine: Engine = attrs.field(repr=False)
    shown: str
    path: Path | None = None
    schema: str | None = None
    server: AsyncEngine | None = attrs.field(default=None, repr=False)
    #: Held while this process writes. SQLite takes one writer at a time and makes others poll; waiting in line here is
    #: fair and costs nothing.
    _writing: anyio.Lock = attrs.field(factory=anyio.Lock, init=False, repr=False)
    _threads: anyio.CapacityLimiter = attrs.field(factory=lambda: anyio.CapacityLimiter(4), init=False, repr=False)

    @classmethod
    def at(cls, address: str | Path, *, create: bool, patience: float = 10.0) -> Database:
        """Prepare the database at a path or URL; connects to nothing yet.

        Args:
            address: Path of a file, ``sqlite:///path`` or ``postgresql://host/database?schema=name``.
            create: Whether a missing file is made.
            patience: Seconds to wait for other processes' writes.

        Raises:
            LedgerError: The address makes no sense, or there is no such file.
        """
        text = str(address)
        if "://" not in text:
            return cls._sqlite_file(Path(text), create=create, patience=patience)
        try:
            url = make_url(text)
        except ArgumentError:
            raise LedgerError("the ledger's URL cannot be read; expected a path or postgresql://...") from None
        backend = url.get_backend_name()
        if backend == "sqlite" and url.query.get("uri") is None and url.database and url.database != ":memory:":
            return cls._sqlite_file(Path(url.database), create=create, patience=patience)
        if backend == "sqlite" and url.database and url.database != ":memory:":
            # A file: URI, with options of SQLite's own.
            path = Path(url.database.removeprefix("file:"))
            return cls(_sqlite_engine(url.set(drivername="sqlite"), patience), str(path), path=path)
        if backend == "postgresql":
            return cls._postgresql(url, patience)
        raise LedgerError("a ledger is a SQLite file or a PostgreSQL database; expected a path or postgresql://...")

    @classmethod
    def _sqlite_file(cls, path: Path, *, create: bool, patience: float) -> Database:
        if not path.exists():
            if not create:
                raise LedgerError(f"there is no ledger at {path}")
            try:
                # Addresses of people are in it. SQLite gives its side files the same mode.
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            except OSError as error:
                raise LedgerError(f"cannot make the ledger {path}: {error.strerror}") from None
        return cls(_sqlite_engine(make_url("sqlite://").set(database=str(path)), patience), str(path), path=path)

    @classmethod
    def _postgresql(cls, url: URL, patience: float) -> Database:
        query = dict(url.query)
        schema = str(query.pop("schema", DEFAULT_SCHEMA))
        if not _SCHEMA.fullmatch(schema):
            raise LedgerError("the ledger's schema must be lower-case letters, digits and underscores")
        url = url.set(drivername="postgresql+asyncpg", query=query)
        settings = {"synchronous_commit": "on", "lock_timeout": str(int(patience * 1000))}
        server = create_async_engine(
            url,
            pool_size=5,
            max_overflow=5,
            hide_parameters=True,
            connect_args={"server_settings": settings, "timeout": patience},
        ).execution_options(schema_translate_map={None: schema})
        shown = f"{url.set(drivername='postgresql', query={}).render_as_string(hide_password=True)}?schema={schema}"
        return cls(server.sync_engine, shown, schema=schema, server=server)

    async def write(self, work: Callable[[Connection], ResultT]) -> ResultT:
        """Run work that writes, as one transaction; when this returns, it is durable.

        Raises:
            LedgerError: The database does not take it; nothing of it was done.
        """
        # Not to be cut off in the middle: nobody would know whether it was done.
        with anyio.CancelScope(shield=True):
            async with self._writing:
                return await self._run(work, writes=True)
        raise AssertionError  # pragma: no cover - such a scope swallows nothing

    async def read(self, work: Callable[[Connection], ResultT]) -> ResultT:
        """Run work that reads, on one state of the database.

        Raises:
            LedgerError: The database cannot be read.
        """
        with anyio.CancelScope(shield=True):
            return await self._run(work, writes=False)
        raise AssertionError  # pragma: no cover - likewise

    async def _run(self, work: Callable[[Connection], ResultT], *, writes: bool) -> ResultT:
        with ledger_errors(self.shown):
            if self.server is not None:
                async with self.server.connect() as connection, connection.begin():
                    return await connection.run_sync(work)
            return await to_thread.run_sync(self._in_thread, work, writes, limiter=self._threads)

    def _in_thread(self, work: Callable[[Connection], ResultT], writes: bool) -> ResultT:  # noqa: FBT001 - by position only
        with self.engine.connect() as connection:
            connection.execution_options(**{_WRITES: writes})
            with connection.begin():
                return work(connection)

    async def close(self) -> None:
        """Close all connections, also when cancelled."""
        with anyio.CancelScope(shield=True):
            if self.server is not None:
                await self.server.dispose()
            else:
                await to_thread.run_sync(self.engine.dispose, limiter=self._threads)


def _sqlite_engine(url: URL, patience: float) -> Engine:
    # Connections go from thread to thread, one at a time.
    arguments = {"timeout": patience, "check_same_thread": False}
    engine = create_engine(url, hide_parameters=True, connect_args=arguments, poolclass=QueuePool)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: object) -> None:
    # Transactions are ours: the driver would begin them late, and without the lock.
    connection.isolation_level = None
    cursor = connection.cursor()
    # FULL: a commit is on the disk before it returns. WAL with SQLite's usual NORMAL may lose the last commits when
    # the power fails, and with them the intent to send an order that was sent.
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA fullfsync=ON")
    try:
        cursor.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as error:
        # A ledger that is only read.
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
            raise
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that begins by reading cannot always become one that writes; so writers say so from the start.
    immediate = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


@contextmanager
def ledger_errors(shown: str) -> Generator[None]:
    """Turn the database's errors into the ledger's. Their own texts are left out: they quote statements.

    Args:
        shown: The ledger's address, without a password.

    Raises:
        LedgerError: In place of what the database raised.
    """
    try:
        yield
    except (SQLAlchemyError, OSError, sqlite3.Error) as error:
        # OSError: what asyncpg lets through where there is no server.
        translated = _translate(error, shown)
    else:
        return
    # Outside the handler and without a cause: the statement's parameters are people's addresses.
    raise translated


def _translate(error: Exception, shown: str) -> LedgerError:
    origin = error.orig if isinstance(error, DBAPIError) else error
    kind = type(origin).__name__
    if isinstance(origin, LedgerError):
        return origin
    if (code := getattr(origin, "sqlite_errorcode", None)) is not None:
        # The low byte is the kind of error, the rest says more about it.
        cls, text = _SQLITE.get(code & 0xFF, (LedgerError, "the ledger {} cannot be used"))
        detail = "" if code & 0xFF in _SQLITE else f": {getattr(origin, 'sqlite_errorname', kind)}"
        return cls(text.format(shown) + detail)
    if (state := getattr(origin, "sqlstate", None)) is not None:
        cls, text = _POSTGRESQL.get(state, (LedgerError, "the ledger {} cannot be used"))
        return cls(text.format(shown) + ("" if state in _POSTGRESQL else f": {kind} {state}"))
    if isinstance(origin, OSError):
        return LedgerError(f"the ledger {shown} cannot be reached: {origin.strerror or kind}")
    return LedgerError(f"the ledger {shown} cannot be used: {kind}")


_LOCKED: Final = (LedgerLockedError, "another program holds the ledger {}")
_FULL: Final = (LedgerFullError, "there is no room for the ledger {}: the disk is full")
_READ_ONLY: Final = (LedgerReadOnlyError, "the ledger {} may not be written")

_SQLITE: Final[dict[int, tuple[type[LedgerError], str]]] = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_NOTADB: (LedgerError, "{} is no ledger"),
}
_POSTGRESQL: Final[dict[str, tuple[type[LedgerError], str]]] = {
    "55P03": _LOCKED,  # lock_not_available
    "40P01": _LOCKED,  # deadlock_detected
    "53100": _FULL,  # disk_full
    "25006": _READ_ONLY,  # read_only_sql_transaction
    "42501": _READ_ONLY,  # insufficient_privilege
}
