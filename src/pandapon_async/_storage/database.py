"""Connections to a ledger or an inbox: SQLite, or PostgreSQL by URL, set up so that committed means durable."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypeVar

import anyio
import attrs
from anyio import to_thread
from sqlalchemy import create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import QueuePool

from pandapon_async._core.errors import PandaPonError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import Any

    from sqlalchemy.engine import URL, Connection, Engine
    from sqlalchemy.ext.asyncio import AsyncEngine

    from pandapon_async._storage.kinds import StoreKind

__all__ = ["Database"]

_SCHEMA: Final = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_WRITES: Final = "pandapon_writes"

ResultT = TypeVar("ResultT")


@attrs.frozen(eq=False)
class Database:
    """A store's database.

    Work on it is a plain function of a connection, run as one transaction. SQLite gets it in a thread, as a whole: with
    a driver that hands each statement to a thread by itself, a transaction would wait for the event loop six times,
    behind all the calls in flight. PostgreSQL's driver is asyncio's own.

    Attributes:
        kind: What is stored in it.
        engine: Its connections.
        shown: Its address without a password.
        path: Its file, where it is SQLite's.
        schema: Its schema, where it is PostgreSQL's.
        server: PostgreSQL's connections as asyncio has them.
    """

    kind: StoreKind = attrs.field(repr=False)
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
    def at(cls, address: str | Path, kind: StoreKind, *, create: bool, patience: float = 10.0) -> Database:
        """Prepare the database at a path or URL; connects to nothing yet.

        Args:
            address: Path of a file, ``sqlite:///path`` or ``postgresql://host/database?schema=name``.
            kind: What is stored in it.
            create: Whether a missing file is made.
            patience: Seconds to wait for other processes' writes.

        Raises:
            PandaPonError: Of the store's kind. The address makes no sense, or there is no such file.
        """
        text = str(address)
        if "://" not in text:
            return cls._sqlite_file(kind, Path(text), create=create, patience=patience)
        try:
            url = make_url(text)
        except ArgumentError:
            raise kind.error(f"the {kind.noun}'s URL cannot be read; expected a path or postgresql://...") from None
        backend = url.get_backend_name()
        if backend == "sqlite" and url.query.get("uri") is None and url.database and url.database != ":memory:":
            return cls._sqlite_file(kind, Path(url.database), create=create, patience=patience)
        if backend == "sqlite" and url.database and url.database != ":memory:":
            # A file: URI, with options of SQLite's own.
            path = Path(url.database.removeprefix("file:"))
            return cls(kind, _sqlite_engine(url.set(drivername="sqlite"), patience), str(path), path=path)
        if backend == "postgresql":
            return cls._postgresql(kind, url, patience)
        raise kind.error(
            f"{kind.article} {kind.noun} is a SQLite file or a PostgreSQL database; expected a path or postgresql://..."
        )

    @classmethod
    def _sqlite_file(cls, kind: StoreKind, path: Path, *, create: bool, patience: float) -> Database:
        if not path.exists():
            if not create:
                raise kind.error(f"there is no {kind.noun} at {path}")
            try:
                # Addresses of people are in it. SQLite gives its side files the same mode.
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            except OSError as error:
                raise kind.error(f"cannot make the {kind.noun} {path}: {error.strerror}") from None
        return cls(kind, _sqlite_engine(make_url("sqlite://").set(database=str(path)), patience), str(path), path=path)

    @classmethod
    def _postgresql(cls, kind: StoreKind, url: URL, patience: float) -> Database:
        query = dict(url.query)
        schema = str(query.pop("schema", kind.schema))
        if not _SCHEMA.fullmatch(schema):
            raise kind.error(f"the {kind.noun}'s schema must be lower-case letters, digits and underscores")
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
        return cls(kind, server.sync_engine, shown, schema=schema, server=server)

    async def write(self, work: Callable[[Connection], ResultT]) -> ResultT:
        """Run work that writes, as one transaction; when this returns, it is durable.

        Raises:
            PandaPonError: Of the store's kind. The database does not take it; nothing of it was done.
        """
        # Not to be cut off in the middle: nobody would know whether it was done.
        with anyio.CancelScope(shield=True):
            async with self._writing:
                return await self._run(work, writes=True)
        raise AssertionError  # pragma: no cover - such a scope swallows nothing

    async def read(self, work: Callable[[Connection], ResultT]) -> ResultT:
        """Run work that reads, on one state of the database.

        Raises:
            PandaPonError: Of the store's kind. The database cannot be read.
        """
        with anyio.CancelScope(shield=True):
            return await self._run(work, writes=False)
        raise AssertionError  # pragma: no cover - likewise

    async def _run(self, work: Callable[[Connection], ResultT], *, writes: bool) -> ResultT:
        with self.errors():
            if self.server is not None:
                async with self.server.connect() as connection, connection.begin():
                    return await connection.run_sync(work)
            return await to_thread.run_sync(self._in_thread, work, writes, limiter=self._threads)

    def _in_thread(self, work: Callable[[Connection], ResultT], writes: bool) -> ResultT:  # noqa: FBT001 - by position only
        with self.engine.connect() as connection:
            connection.execution_options(**{_WRITES: writes})
            with connection.begin():
                return work(connection)

    @contextmanager
    def errors(self) -> Generator[None]:
        """Turn the database's errors into the store's. Their own texts are left out: they quote statements.

        Raises:
            PandaPonError: Of the store's kind, in place of what the database raised.
        """
        try:
            yield
        except (SQLAlchemyError, OSError, sqlite3.Error) as error:
            # OSError: what asyncpg lets through where there is no server.
            translated = _translate(error, self.kind, self.shown)
        else:
            return
        # Outside the handler and without a cause: the statement's parameters are people's addresses.
        raise translated

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
        # A store that is only read.
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
            raise
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that begins by reading cannot always become one that writes; so writers say so from the start.
    immediate = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _translate(error: Exception, kind: StoreKind, shown: str) -> PandaPonError:
    origin = error.orig if isinstance(error, DBAPIError) else error
    name = type(origin).__name__
    if isinstance(origin, PandaPonError):
        return origin
    if (code := getattr(origin, "sqlite_errorcode", None)) is not None:
        # The low byte is the kind of error, the rest says more about it.
        if (known := _SQLITE.get(code & 0xFF)) is not None:
            return _known(known, kind, shown)
        return kind.error(f"the {kind.noun} {shown} cannot be used: {getattr(origin, 'sqlite_errorname', name)}")
    if (state := getattr(origin, "sqlstate", None)) is not None:
        if (known := _POSTGRESQL.get(state)) is not None:
            return _known(known, kind, shown)
        return kind.error(f"the {kind.noun} {shown} cannot be used: {name} {state}")
    if isinstance(origin, OSError):
        return kind.error(f"the {kind.noun} {shown} cannot be reached: {origin.strerror or name}")
    return kind.error(f"the {kind.noun} {shown} cannot be used: {name}")


def _known(what: _What, kind: StoreKind, shown: str) -> PandaPonError:
    match what:
        case "locked":
            return kind.locked(f"another program holds the {kind.noun} {shown}")
        case "full":
            return kind.full(f"there is no room for the {kind.noun} {shown}: the disk is full")
        case "read-only":
            return kind.read_only(f"the {kind.noun} {shown} may not be written")
        case "other":
            return kind.error(f"{shown} is no {kind.noun}")


_What: TypeAlias = Literal["locked", "full", "read-only", "other"]

_SQLITE: Final[dict[int, _What]] = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_NOTADB: "other",
}
_POSTGRESQL: Final[dict[str, _What]] = {
    "55P03": "locked",  # lock_not_available
    "40P01": "locked",  # deadlock_detected
    "53100": "full",  # disk_full
    "25006": "read-only",  # read_only_sql_transaction
    "42501": "read-only",  # insufficient_privilege
}
