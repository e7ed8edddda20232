"""The inbox: stores every message durably before the platform gets its response."""

from __future__ import annotations

import secrets
import time
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import anyio
import attrs
from sqlalchemy import insert, inspect, select, text, update

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
from pandapon_async.messages.fingerprint import prepare_push
from pandapon_async.messages.group_commit import GroupCommit
from pandapon_async.messages.schema import INBOX, METADATA, MIGRATIONS, SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Collection, Sequence
    from pathlib import Path

    from sqlalchemy.engine import Connection

    from pandapon_async._core.schema.events import Event
    from pandapon_async._storage.liveness import Liveness
    from pandapon_async.messages.fingerprint import Push
    from pandapon_async.messages.store import Claimed, Counts, Entry, Finished, FinishedState, State

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
#: Messages that are replayed or purged in one transaction, so that other writers get their turn.
_BATCH: Final = 1_000
#: Lock number, the same in all processes: held while tables are created or upgraded.
_SCHEMA_LOCK: Final = 7_391_004_114


@attrs.frozen(eq=False)
class Inbox:
    """An open inbox; see :func:`open_inbox`."""

    _database: Database = attrs.field(repr=False)
    _clock: Callable[[], float] = attrs.field(repr=False)
    _additions: GroupCommit[Sequence[Push], list[bool]] = attrs.field(init=False, repr=False)
    _outcomes: GroupCommit[Finished, None] = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_additions", GroupCommit(self._add))
        object.__setattr__(self, "_outcomes", GroupCommit(self._finish))

    @property
    def address(self) -> str:
        """Its path or URL, without a password."""
        return self._database.shown

    # -- storing -------------------------------------------------------------------------------------------------------

    async def store(self, event: Event, body: bytes) -> bool:
        """Store a push; it is durable when this returns.

        Args:
            event: The push.
            body: The bytes that the event was read from.

        Returns:
            False if it is a duplicate.

        Raises:
            InboxError: It is not stored.
        """
        return (await self.store_all([(event, body)]))[0]

    async def store_all(self, pushes: Sequence[tuple[Event, bytes]], *, max_age: float | None = None) -> list[bool]:
        """Store pushes, all or none; they are durable when this returns.

        Args:
            pushes: Each push, and the bytes that it was read from.
            max_age: Seconds; older pushes are stored as dead letters.

        Returns:
            For each push, False if it is a duplicate.

        Raises:
            InboxError: None of them is stored.
        """
        now = self._clock()
        return await self._additions([prepare_push(event, body, now, max_age) for event, body in pushes])

    async def _add(self, requests: Sequence[Sequence[Push]]) -> list[list[bool]]:
        pushes = [push for request in requests for push in request]
        news = iter(await self._database.write(partial(store.add_pushes, pushes=pushes)))
        return [[next(news) for _ in request] for request in requests]

    # -- handling ------------------------------------------------------------------------------------------------------

    @asynccontextmanager
    async def worker(self) -> AsyncGenerator[Worker]:
        """Hold a worker lock for the block, under which messages can be claimed. They are released at its end.

        Raises:
            InboxError: The inbox cannot be used.
        """
        worker = Worker(secrets.token_hex(8), self, liveness_of(self._database))
        try:
            await worker.lock.hold(worker.id)
            yield worker
        finally:
            with anyio.CancelScope(shield=True):
                if not worker.abandoned:
                    # If this fails, the next process finds that the lock is gone.
                    with suppress(InboxError):
                        await self.release_claims(worker.id)
                await worker.lock.release(abandoned=bool(worker.abandoned))

    async def claim(self, owner: str, limit: int) -> list[Claimed]:
        """Claim messages that are due; no other worker gets them."""
        return await self._database.write(partial(store.claim, owner=owner, now=self._clock(), limit=limit))

    async def release_claims(self, owner: str, *, keep: Collection[int] = ()) -> None:
        """Release what a worker claimed and did not finish, except these positions, without counting the attempt."""
        work = partial(store.release_claims, owner=owner, keep=tuple(keep), now=self._clock())
        await self._database.write(work)

    async def finish(self, finished: Finished) -> None:
        """Record the outcome of a message; it is durable when this returns.

        Raises:
            InboxError: It is not recorded.
        """
        await self._outcomes(finished)

    async def _finish(self, finished: Sequence[Finished]) -> list[None]:
        await self._database.write(partial(store.finish, finished=finished, now=self._clock()))
        return [None] * len(finished)

    async def recover(self, worker: Worker, attempts: int) -> None:
        """Release what other workers claimed whose processes have ended.

        Args:
            worker: The worker of this process.
            attempts: A message that was tried this often becomes a dead letter.
        """
        for other in await self._database.read(partial(store.other_owners, owner=worker.id)):
            if not await worker.lock.is_alive(other):
                work = partial(store.reclaim, owner=other, attempts=attempts, now=self._clock())
                await self._database.write(work)

    # -- inspecting ----------------------------------------------------------------------------------------------------

    async def counts(self) -> Counts:
        """Count the messages in each state."""
        return await self._database.read(store.count_states)

    async def entries(self, *states: State, order_id: str | None = None) -> AsyncIterator[Entry]:
        """Yield the messages in the given states, or all, the newest first."""
        before: int | None = None
        while True:
            work = partial(store.page_of_entries, states=states, order_id=order_id, before=before, limit=_PAGE)
            # A transaction for each page: a slow reader must not keep one open.
            page = await self._database.read(work)
            for entry in page:
                yield entry
            if len(page) < _PAGE:
                return
            before = page[-1].position

    async def find(self, position: int) -> Entry | None:
        """Return the message at a position; ``None`` if there is none."""
        return await self._database.read(partial(store.find_entry, position=position))

    async def body(self, position: int) -> bytes | None:
        """Return the content of a message as it was received; ``None`` if there is none at this position."""
        return await self._database.read(partial(store.read_body, position=position))

    async def event(self, position: int) -> Event | None:
        """Return a message as an event; ``None`` if there is none at this position."""
        body = await self.body(position)
        return None if body is None else parse(body)

    async def replay(
        self, *positions: int, states: Collection[FinishedState] = ("handled", "skipped", "dead_letter")
    ) -> int:
        """Make finished messages pending again.

        Args:
            positions: Their positions; without any, all messages in ``states``.
            states: Only messages in these states.

        Returns:
            Number of messages.
        """
        if positions:
            return await self._replay(positions, states)
        count = 0
        for state in states:
            after = 0
            while True:
                work = partial(store.positions_in, state=state, after=after, limit=_BATCH)
                if not (page := await self._database.read(work)):
                    break
                count += await self._replay(page, [state])
                after = page[-1]
        return count

    async def _replay(self, positions: Collection[int], states: Collection[FinishedState]) -> int:
        work = partial(store.replay, positions=positions, states=states, now=self._clock())
        return await self._database.write(work)

    async def purge(self, older_than: float, *, states: Collection[FinishedState] = ("handled", "skipped")) -> int:
        """Delete finished messages, the personal data in them included.

        A deleted message is no longer recognised as a duplicate if it is pushed again.

        Args:
            older_than: Seconds since their state last changed.
            states: Only messages in these states.

        Returns:
            Number of messages.
        """
        before = self._clock() - older_than
        count = 0
        for state in states:
            while True:
                purged = await self._database.write(partial(store.purge, state=state, before=before, limit=_BATCH))
                count += purged
                if purged < _BATCH:
                    break
        return count

    async def close(self) -> None:
        """Close all connections."""
        await self._database.close()


@attrs.frozen(eq=False)
class Worker:
    """A process that handles messages.

    Attributes:
        id: Random and unique.
        inbox: Where the messages are.
        lock: Shows other processes that this one is alive.
        abandoned: Not empty if its end is to look like a crash; for tests of recovery.
    """

    id: str
    inbox: Inbox = attrs.field(repr=False)
    lock: Liveness = attrs.field(repr=False)
    abandoned: list[bool] = attrs.field(factory=list[bool], repr=False)


@asynccontextmanager
async def open_inbox(
    address: str | Path, *, create: bool = False, patience: float = 10.0, clock: Callable[[], float] = time.time
) -> AsyncGenerator[Inbox]:
    """Open an inbox for the block. An inbox of an older version is upgraded.

    Args:
        address: Path of a SQLite file, or ``postgresql://user@host/database?schema=name``.
        create: Whether to create it if it is missing.
        patience: Seconds to wait while other processes write.
        clock: Seconds since the epoch.

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
        version = await database.read(partial(_version, database=database))
        if version is None and not create:
            raise InboxError(f"there is no inbox at {database.shown}")  # noqa: TRY301 - the database is closed below
        if version != SCHEMA_VERSION:
            await database.write(partial(_upgrade, database=database))
    except BaseException:
        await database.close()
        raise
    return Inbox(database, clock)


def _version(connection: Connection, database: Database) -> int | None:
    """Return the version of the tables; ``None`` if there are none.

    Raises:
        InboxVersionError: The version is unknown to this package.
        InboxError: It is another database.
    """
    names = inspect(connection).get_table_names(schema=database.schema)
    if INBOX.name not in names:
        if names and database.path is not None:
            raise InboxError(f"{database.shown} is a database, but not an inbox")
        return None
    version = connection.scalar(select(INBOX.c.value).where(INBOX.c.name == "version")) or ""
    if not version.isdecimal():
        raise InboxError(f"{database.shown} is a database, but not an inbox")
    if int(version) > SCHEMA_VERSION:
        raise InboxVersionError(
            f"the inbox {database.shown} was written by a newer version of pandapon-async "
            f"(its tables have version {version}, this one knows {SCHEMA_VERSION}); upgrade pandapon-async"
        )
    return int(version)


def _upgrade(connection: Connection, database: Database) -> None:
    """Create the tables, or upgrade them from an older version."""
    prefix = ""
    if database.schema is not None:
        # If two processes come at once, the second one finds the work done.
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _SCHEMA_LOCK})
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {database.schema}"))  # a checked name
        prefix = f"{database.schema}."
    version = _version(connection, database)
    if version is None:
        METADATA.create_all(connection)
        rows: list[dict[str, Any]] = [{"name": "version", "value": str(SCHEMA_VERSION)}]
        connection.execute(insert(INBOX), rows)
        return
    for migrate in MIGRATIONS[version - 1 :]:
        migrate(connection, prefix)
    statement = update(INBOX).where(INBOX.c.name == "version").values(value=str(SCHEMA_VERSION))
    connection.execute(statement)
