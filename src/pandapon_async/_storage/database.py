"""Connections to a ledger or an inbox: SQLite, or PostgreSQL by URL, set up so that committed means durable."""

from __future__ import annotations

import asyncio
import os
import re
import sqlite3
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, TypeVar, cast
from urllib.parse import quote

import anyio
import attrs
from anyio import to_thread
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import QueuePool

from pandapon_async._core.errors import PandaPonError
from pandapon_async._storage.cancellation import run_to_end
from pandapon_async._storage.files import FileIdentity

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from sqlalchemy.engine import URL, Connection, Engine
    from sqlalchemy.ext.asyncio import AsyncEngine

    from pandapon_async._storage.kinds import StoreKind

__all__ = ["Database"]

#: Seconds for the connections to be closed in good order.
_LEAVE: Final = 5.0
_SERVER_TIME: Final = text("SELECT CAST(extract(epoch FROM clock_timestamp()) AS double precision)")
_READ_BACK: Final = "SELECT setting::int FROM pg_settings WHERE name = 'lock_timeout'"
_POOLER: Final = (
    "the {noun} is reached through a connection pooler that hands out server connections by transaction; "
    "connect to PostgreSQL directly, or use the pooler's session mode"
)
_SCHEMA: Final = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_WRITES: Final = "pandapon_writes"

ResultT = TypeVar("ResultT")


@attrs.frozen(eq=False, kw_only=True)
class Database:
    """A store's database.

    Work on it is a plain function of a connection, run as one transaction. For SQLite it runs in a thread, as a whole:
    a driver that hands each statement to a thread would make a transaction wait for the event loop six times, behind
    all calls in flight. PostgreSQL's driver is asyncio's own.

    Attributes:
        kind: What is stored in it.
        engine: Its connections.
        shown: Its address without a password.
        path: Its file, without symbolic links, if it is SQLite's.
        schema: Its schema, if it is PostgreSQL's.
        server: PostgreSQL's connections as asyncio has them.
        clock: Wall time of this process; used for SQLite only, see :meth:`now`.
        limit: Seconds after which a transaction on PostgreSQL is given up.
    """

    kind: StoreKind = attrs.field(repr=False)
    engine: Engine = attrs.field(repr=False)
    shown: str
    path: Path | None = None
    schema: str | None = None
    server: AsyncEngine | None = attrs.field(default=None, repr=False)
    clock: Callable[[], float] = attrs.field(default=time.time, repr=False)
    limit: float = attrs.field(default=60.0, repr=False)
    #: The file as it was when it was opened.
    _identity: FileIdentity | None = attrs.field(default=None, repr=False, alias="identity")
    #: Held while this process writes. SQLite takes one writer at a time and makes others poll; waiting in line here is
    #: fair and costs nothing.
    _writing: anyio.Lock = attrs.field(factory=anyio.Lock, init=False, repr=False)
    _threads: anyio.CapacityLimiter = attrs.field(factory=lambda: anyio.CapacityLimiter(4), init=False, repr=False)

    @classmethod
    def at(  # noqa: PLR0913 - one parameter per setting
        cls,
        address: str | Path,
        kind: StoreKind,
        *,
        create: bool,
        patience: float = 10.0,
        clock: Callable[[], float] = time.time,
        limit: float = 60.0,
    ) -> Database:
        """Prepare the database at a path or URL; connects to nothing yet.

        Args:
            address: Path of a file, ``sqlite:///path`` or ``postgresql://host/database?schema=name``.
            kind: What is stored in it.
            create: Whether a missing file is made.
            patience: Seconds to wait for other processes' writes.
            clock: Wall time of this process.
            limit: Seconds after which a transaction on PostgreSQL is given up and its connection closed.

        Raises:
            PandaPonError: Of the store's kind. The address makes no sense, there is no such file, or the file has
                another name under which it could be opened.
        """
        address_text = str(address)
        if "://" not in address_text:
            return cls._sqlite(kind, Path(address_text), create=create, patience=patience, clock=clock)
        try:
            url = make_url(address_text)
        except ArgumentError:
            raise kind.error(f"the {kind.noun}'s URL cannot be read; expected a path or postgresql://...") from None
        backend = url.get_backend_name()
        if backend == "sqlite" and url.database and url.database != ":memory:":
            if url.query.get("uri") is None:
                return cls._sqlite(kind, Path(url.database), create=create, patience=patience, clock=clock)
            # A file: URI, with options of SQLite's own.
            path = Path(url.database.removeprefix("file:"))
            options = {name: value for name, value in url.query.items() if name != "uri"}
            return cls._sqlite(kind, path, create=False, patience=patience, clock=clock, options=options)
        if backend == "postgresql":
            return cls._postgresql(kind, url, patience, limit)
        raise kind.error(
            f"{kind.article} {kind.noun} is a SQLite file or a PostgreSQL database; expected a path or postgresql://..."
        )

    @classmethod
    def _sqlite(  # noqa: PLR0913 - one parameter per setting
        cls,
        kind: StoreKind,
        path: Path,
        *,
        create: bool,
        patience: float,
        clock: Callable[[], float],
        options: dict[str, Any] | None = None,
    ) -> Database:
        # The real path, so that locks and SQLite's side files are the same for every name that leads to the file.
        path = Path(os.path.realpath(path))
        if not path.exists():
            if not create:
                raise kind.error(f"there is no {kind.noun} at {path}")
            try:
                # Addresses of people are in it. SQLite gives its side files the same mode.
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            except OSError as error:
                raise kind.error(f"cannot make the {kind.noun} {path}: {error.strerror}") from None
        identity = FileIdentity.of(path)
        problem = "it was removed" if identity is None else identity.second_name(path)
        if problem is not None:
            raise kind.error(f"the {kind.noun} {path} cannot be used: {problem}")
        engine = _sqlite_engine(path, patience, options or {})
        return cls(kind=kind, engine=engine, shown=str(path), path=path, clock=clock, identity=identity)

    @classmethod
    def _postgresql(cls, kind: StoreKind, url: URL, patience: float, limit: float) -> Database:
        query = dict(url.query)
        schema = str(query.pop("schema", kind.schema))
        if not _SCHEMA.fullmatch(schema):
            raise kind.error(f"the {kind.noun}'s schema must be lower-case letters, digits and underscores")
        url = url.set(drivername="postgresql+asyncpg", query=query)
        server = create_async_engine(
            url, pool_size=5, max_overflow=5, hide_parameters=True, connect_args={"timeout": patience}
        ).execution_options(schema_translate_map={None: schema})
        event.listen(server.sync_engine, "connect", _Settings(kind, patience))
        shown = f"{url.set(drivername='postgresql', query={}).render_as_string(hide_password=True)}?schema={schema}"
        return cls(kind=kind, engine=server.sync_engine, shown=shown, schema=schema, server=server, limit=limit)

    def now(self, connection: Connection) -> float:
        """Return the time in seconds since the epoch: PostgreSQL's own, else this machine's.

        Every process that works on a store uses this one clock, so that no difference between machines counts.
        """
        if self.server is None:
            return self.clock()
        return cast("float", connection.scalar(_SERVER_TIME))

    async def write(self, work: Callable[[Connection], ResultT]) -> ResultT:
        """Run work that writes, as one transaction; when this returns, it is durable.

        A transaction that has begun is completed, also if the caller is cancelled: otherwise the caller could not know
        whether it was done.

        Raises:
            PandaPonError: Of the store's kind. The database does not take it; nothing of it was done.
        """
        return await run_to_end(self._write(work))

    async def read(self, work: Callable[[Connection], ResultT], *, snapshot: bool = False) -> ResultT:
        """Run work that reads.

        Args:
            work: Reads.
            snapshot: Whether all its statements see one state of the database. SQLite's always do.

        Raises:
            PandaPonError: Of the store's kind. The database cannot be read.
        """
        if not snapshot or self.server is None:
            return await run_to_end(self._run(work, writes=False))

        def at_one_moment(connection: Connection) -> ResultT:
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
            return work(connection)

        return await run_to_end(self._run(at_one_moment, writes=False))

    async def _write(self, work: Callable[[Connection], ResultT]) -> ResultT:
        if self.server is not None:
            return await self._run(work, writes=True)
        async with self._writing:
            return await self._run(work, writes=True)

    async def _run(self, work: Callable[[Connection], ResultT], *, writes: bool) -> ResultT:
        with self.errors():
            if self.server is not None:
                return await self._on_server(self.server, work)
            return await to_thread.run_sync(self._in_thread, work, writes, limiter=self._threads)

    async def _on_server(self, server: AsyncEngine, work: Callable[[Connection], ResultT]) -> ResultT:
        async with server.connect() as connection:
            driver: Any = (await connection.get_raw_connection()).driver_connection
            # Closes a connection that went silent. The driver's own timeout would then wait for the server to confirm
            # a cancellation.
            watchdog = asyncio.get_running_loop().call_later(self.limit, driver.terminate)
            try:
                async with connection.begin():
                    return await connection.run_sync(work)
            finally:
                watchdog.cancel()

    def _in_thread(self, work: Callable[[Connection], ResultT], writes: bool) -> ResultT:  # noqa: FBT001 - by position only
        with self.engine.connect() as connection:
            connection.execution_options(**{_WRITES: writes})
            with connection.begin():
                self._check_file()
                result = work(connection)
                self._check_file()
        if writes:
            # A file that was removed meanwhile has taken the commit with it.
            self._check_file()
        return result

    def _check_file(self) -> None:
        if self.path is not None and FileIdentity.of(self.path) != self._identity:
            raise self.kind.lost(
                f"the {self.kind.noun} {self.shown} was removed or replaced while it was open; "
                "what was done since then is not recorded in the file that is there now"
            )

    @contextmanager
    def errors(self) -> Generator[None]:
        """Turn the database's errors into the store's. Their own texts are left out: they quote statements.

        Raises:
            PandaPonError: Of the store's kind, in place of what the database raised.
        """
        try:
            yield
        except Exception as error:
            if not _is_of_a_database(error):
                raise
            translated = _translate(error, self.kind, self.shown)
        else:
            return
        # Outside the handler and without a cause: the statement's parameters are people's addresses.
        raise translated

    async def forget_old_pages(self) -> None:
        """Remove from SQLite's log what was overwritten or deleted; PostgreSQL's vacuum does that by itself."""
        if self.server is None:
            with self.errors():
                await run_to_end(to_thread.run_sync(self._empty_log, limiter=self._threads))

    def _empty_log(self) -> None:
        connection = self.engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()

    async def close(self) -> None:
        """Close all connections, also when cancelled."""
        await run_to_end(self._close())

    async def _close(self) -> None:
        if self.server is None:
            await to_thread.run_sync(self.engine.dispose, limiter=self._threads)
            return
        # A server that went silent does not take leave.
        with suppress(TimeoutError, SQLAlchemyError, OSError):
            async with asyncio.timeout(_LEAVE):
                await self.server.dispose()


@attrs.frozen
class _Settings:
    """Sets up a connection to PostgreSQL.

    After connecting, not with the connection's start: connection poolers refuse or ignore settings there. They are read
    back in another transaction, so that a pooler which loses them is noticed.
    """

    kind: StoreKind
    patience: float

    def __call__(self, connection: Any, _record: object) -> None:
        connection.run_async(self._set_up)

    async def _set_up(self, driver: Any) -> None:
        settings = {
            "synchronous_commit": "on",
            "lock_timeout": f"{int(self.patience * 1000)}ms",
            # The server notices within half a minute that this machine is gone, and releases its locks.
            "tcp_keepalives_idle": "10",
            "tcp_keepalives_interval": "5",
            "tcp_keepalives_count": "4",
        }
        for name, value in settings.items():
            await driver.execute(f"SET {name} = '{value}'")
        if await driver.fetchval(_READ_BACK) != int(self.patience * 1000):
            raise self.kind.error(_POOLER.format(noun=self.kind.noun))


def _sqlite_engine(path: Path, patience: float, options: dict[str, Any]) -> Engine:
    # mode=rw: SQLite must not make a new file where the store's was removed.
    query = "&".join(f"{name}={quote(str(value))}" for name, value in {"mode": "rw", **options}.items())
    address = f"file:{quote(str(path))}?{query}"

    def connect() -> sqlite3.Connection:
        # Connections go from thread to thread, one at a time.
        return sqlite3.connect(address, uri=True, timeout=patience, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, hide_parameters=True, poolclass=QueuePool)
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
    cursor.execute("PRAGMA foreign_keys=ON")
    # What is deleted is overwritten.
    cursor.execute("PRAGMA secure_delete=ON")
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


def _is_of_a_database(error: Exception) -> bool:
    # asyncpg is an extra, so its classes are told by their module. OSError: it finds no server.
    return isinstance(error, SQLAlchemyError | OSError | sqlite3.Error) or type(error).__module__.startswith("asyncpg.")


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
        if state in _SIGNS_OF_A_POOLER:
            return kind.error(_POOLER.format(noun=f"{kind.noun} {shown}"))
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
#: A prepared statement that another client has made, or that this one has made elsewhere.
_SIGNS_OF_A_POOLER: Final = frozenset({"26000", "42P05"})
