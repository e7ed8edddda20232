"""The inbox: every message, durable before the platform is told that it arrived."""

from __future__ import annotations

import secrets
import time
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import anyio
import attrs
from sqlalchemy import insert, inspect, select, text

from pandapon_async._storage.database import Database
from pandapon_async._storage.kinds import StoreKind
from pandapon_async._storage.liveness import liveness_of
from pandapon_async.messages import store
from pandapon_async.messages.errors import (
    InboxError,
    InboxFullError,
    InboxLockedError,
    InboxLostError,
    InboxReadOnlyError,
    InboxVersionError,
)
from pandapon_async.messages.events import parse
from pandapon_async.messages.filing import file_push
from pandapon_async.messages.gathering import Gathering
from pandapon_async.messages.schema import INBOX, METADATA, SCHEMA_VERSION
from pandapon_async.messages.store import STATES

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Collection, Sequence
    from pathlib import Path

    from sqlalchemy.engine import Connection

    from pandapon_async._core.schema.events import Event
    from pandapon_async._storage.liveness import Liveness
    from pandapon_async.messages.filing import Push
    from pandapon_async.messages.store import Claimed, Counts, Entry, Finished, State

__all__ = ["Inbox", "open_inbox"]

_KIND: Final = StoreKind(
    noun="inbox",
    article="an",
    work="messages",
    schema="pandapon_messages",
    error=InboxError,
    locked=InboxLockedError,
    full=InboxFullError,
    read_only=InboxReadOnlyError,
    lost=InboxLostError,
)
_PAGE: Final = 200
#: Any number, the same in all processes: held while an inbox's tables are made.
_MAKING: Final = 7_391_004_114


@attrs.frozen(eq=False)
class Inbox:
    """An inbox that is open; see :func:`open_inbox`."""

    _database: Database = attrs.field(repr=False)
    _clock: Callable[[], float] = attrs.field(repr=False)
    _additions: Gathering[Push, bool] = attrs.field(init=False, repr=False)
    _endings: Gathering[Finished, None] = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_additions", Gathering(self._add))
        object.__setattr__(self, "_endings", Gathering(self._finish))

    @property
    def address(self) -> str:
        """Where it is, without a password."""
        return self._database.shown

    # -- pushes come in ------------------------------------------------------------------------------------------------

    async def store(self, event: Event, body: bytes) -> bool:
        """Store a push; when this returns, it is durable.

        Args:
            event: What the push says.
            body: Its bytes.

        Returns:
            False where it is known already.

        Raises:
            InboxError: It is not stored.
        """
        return await self._additions(file_push(event, body, self._clock()))

    async def _add(self, pushes: Sequence[Push]) -> list[bool]:
        return await self._database.write(partial(store.add_pushes, pushes=pushes))

    # -- and are handled -----------------------------------------------------------------------------------------------

    @asynccontextmanager
    async def worker(self) -> AsyncGenerator[Worker]:
        """Give a sign of life for the block, under which messages can be claimed; at its end they are given back.

        Raises:
            InboxError: The inbox cannot be used.
        """
        worker = Worker(secrets.token_hex(8), self, liveness_of(self._database))
        try:
            await worker.liveness.hold(worker.id)
            yield worker
        finally:
            with anyio.CancelScope(shield=True):
                if not worker.abandoned:
                    # Where this fails, whoever comes next finds the sign of life gone.
                    with suppress(InboxError):
                        await self._database.write(partial(store.release, owner=worker.id, now=self._clock()))
                await worker.liveness.release(abandoned=bool(worker.abandoned))

    async def claim(self, owner: str, limit: int) -> list[Claimed]:
        """Take messages that are due; when this returns, no other process takes them."""
        return await self._database.write(partial(store.claim, owner=owner, now=self._clock(), limit=limit))

    async def finish(self, finished: Finished) -> None:
        """Record what came of a message; when this returns, it is durable.

        Raises:
            InboxError: It could not be recorded: the message will be handled again.
        """
        await self._endings(finished)

    async def _finish(self, finished: Sequence[Finished]) -> list[None]:
        await self._database.write(partial(store.finish, finished=finished, now=self._clock()))
        return [None] * len(finished)

    async def recover(self, worker: Worker, attempts: int) -> None:
        """Give back what processes claimed that have crashed."""
        for other in await self._database.read(partial(store.other_owners, owner=worker.id)):
            if not await worker.liveness.is_alive(other):
                work = partial(store.take_from, owner=other, attempts=attempts, now=self._clock())
                await self._database.write(work)

    # -- and are looked at ---------------------------------------------------------------------------------------------

    async def counts(self) -> Counts:
        """Count the messages in each state."""
        return await self._database.read(store.count_states)

    async def entries(self, *states: State, order_id: str | None = None) -> AsyncIterator[Entry]:
        """Yield the messages in the given states, or all, the newest first."""
        before: int | None = None
        while True:
            work = partial(
                store.page_of_entries, states=states or STATES, order_id=order_id, before=before, limit=_PAGE
            )
            # A transaction for each page: a reader that takes its time must not hold anything open.
            page = await self._database.read(work)
            for entry in page:
                yield entry
            if len(page) < _PAGE:
                return
            before = page[-1].position

    async def find(self, position: int) -> Entry | None:
        """Return the message of a number, ``None`` where there is none."""
        return await self._database.read(partial(store.find_entry, position=position))

    async def event(self, position: int) -> Event | None:
        """Return what a message says, ``None`` where there is none of that number."""
        body = await self._database.read(partial(store.read_body, position=position))
        return None if body is None else parse(body)

    async def replay(self, *positions: int, states: Collection[State] = ("handled", "skipped", "dead")) -> int:
        """Have messages handled again, whatever became of them before.

        Args:
            positions: Their numbers; all messages in ``states`` where none is given.
            states: Only those in these states.

        Returns:
            How many are.
        """
        work = partial(store.replay, positions=positions or None, states=states, now=self._clock())
        return await self._database.write(work)

    async def close(self) -> None:
        """Close all connections."""
        await self._database.close()


@attrs.frozen(eq=False)
class Worker:
    """A process that handles messages.

    Attributes:
        id: Random, never used again.
        inbox: Where the messages are.
        liveness: Its sign of life.
        abandoned: Holds something where its end shall look like a crash, for tests of what comes after one.
    """

    id: str
    inbox: Inbox = attrs.field(repr=False)
    liveness: Liveness = attrs.field(repr=False)
    abandoned: list[bool] = attrs.field(factory=list[bool], repr=False)


@asynccontextmanager
async def open_inbox(
    address: str | Path, *, create: bool = False, patience: float = 10.0, clock: Callable[[], float] = time.time
) -> AsyncGenerator[Inbox]:
    """Open an inbox for the block.

    Args:
        address: Path of a SQLite file, or ``postgresql://user@host/database?schema=name``.
        create: Whether a missing one is made.
        patience: Seconds to wait while other processes write.
        clock: Wall time.

    Raises:
        InboxVersionError: A newer version wrote it.
        InboxError: It cannot be opened.
    """
    inbox = await connect_inbox(address, create=create, patience=patience, clock=clock)
    try:
        yield inbox
    finally:
        await inbox.close()


async def connect_inbox(
    address: str | Path, *, create: bool, patience: float = 10.0, clock: Callable[[], float] = time.time
) -> Inbox:
    """Open an inbox that the caller closes; see :func:`open_inbox`."""
    database = Database.at(address, _KIND, create=create, patience=patience)
    try:
        work = partial(_make if create else _require, database=database)
        if not await database.read(partial(_check, database=database)):
            await database.write(work)
    except BaseException:
        await database.close()
        raise
    return Inbox(database, clock)


def _check(connection: Connection, database: Database) -> bool:
    """Tell whether the tables are there.

    Raises:
        InboxVersionError: A newer version made them.
        InboxError: It is another database.
    """
    names = inspect(connection).get_table_names(schema=database.schema)
    if INBOX.name not in names:
        if names and database.path is not None:
            raise InboxError(f"{database.shown} is a database, but no inbox")
        return False
    version = connection.scalar(select(INBOX.c.value).where(INBOX.c.name == "version")) or ""
    if not version.isdigit():
        raise InboxError(f"{database.shown} is a database, but no inbox")
    if int(version) > SCHEMA_VERSION:
        raise InboxVersionError(
            f"the inbox {database.shown} was written by a newer version of pandapon-async "
            f"(its tables have version {version}, this one knows {SCHEMA_VERSION}); upgrade pandapon-async"
        )
    return True


def _require(_connection: Connection, database: Database) -> None:
    raise InboxError(f"there is no inbox at {database.shown}")


def _make(connection: Connection, database: Database) -> None:
    if database.schema is not None:
        # Two processes may come at once; the second one finds the tables made.
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MAKING})
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {database.schema}"))  # a checked name
    if not _check(connection, database):
        METADATA.create_all(connection)
        rows: list[dict[str, Any]] = [{"name": "version", "value": str(SCHEMA_VERSION)}]
        connection.execute(insert(INBOX), rows)
