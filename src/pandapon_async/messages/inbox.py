"""The inbox: stores every message durably before the platform gets its response."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Final

import attrs

from pandapon_async._storage.database import Database
from pandapon_async._storage.group_commit import GroupCommit
from pandapon_async._storage.kinds import StoreKind
from pandapon_async._storage.workers import FenceTimes, Workers
from pandapon_async.messages import store
from pandapon_async.messages.errors import (
    InboxError,
    InboxFullError,
    InboxLockedError,
    InboxLostError,
    InboxReadOnlyError,
)
from pandapon_async.messages.events import parse
from pandapon_async.messages.fingerprint import prepare_push
from pandapon_async.messages.schema import SCHEMA, WORKERS

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Collection, Sequence
    from pathlib import Path

    from sqlalchemy.engine import Connection

    from pandapon_async._core.schema.events import Event
    from pandapon_async._storage.workers import Worker
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
#: Above the position of any message.
_ABOVE_ALL: Final = 2**63 - 1
#: Messages that are replayed or purged in one transaction, so that other writers get their turn.
_BATCH: Final = 1_000


@attrs.frozen(eq=False)
class Inbox:
    """An open inbox; see :func:`open_inbox`."""

    _database: Database = attrs.field(repr=False)
    _clock: Callable[[], float] = attrs.field(repr=False)
    _additions: GroupCommit[Sequence[Push], list[bool]] = attrs.field(init=False, repr=False)
    _outcomes: GroupCommit[Finished, None] = attrs.field(init=False, repr=False)
    _workers: dict[str, Workers] = attrs.field(factory=dict[str, "Workers"], init=False, repr=False)

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
    async def worker(self, attempts: int, *, times: FenceTimes | None = None) -> AsyncGenerator[Worker]:
        """Register a worker for the block and hold its lock. Messages that it has claimed are released at the end.

        Args:
            attempts: A message that was tried this often when its process ended becomes a dead letter.
            times: How the worker watches its lock.

        Raises:
            InboxError: The inbox cannot be used.
        """
        give_back = partial(store.reclaim, attempts=attempts, clock=self._clock)
        workers = Workers(self._database, WORKERS, give_back, times or FenceTimes())
        async with workers.running() as worker:
            self._workers[worker.id] = workers
            try:
                yield worker
            finally:
                del self._workers[worker.id]

    async def claim(self, owner: str, limit: int) -> list[Claimed]:
        """Claim messages that are due; no other worker gets them.

        Raises:
            InboxLostError: Another worker has taken over from this one.
            InboxError: The inbox cannot be used.
        """
        workers = self._workers.get(owner)

        def work(connection: Connection) -> list[Claimed]:
            if workers is not None:
                workers.require(connection, owner)
            return store.claim(connection, owner=owner, now=self._clock(), limit=limit)

        return await self._database.write(work)

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

    async def recover(self, worker: Worker) -> None:
        """Release what other workers claimed whose processes have ended.

        Args:
            worker: The worker of this process.
        """
        await self._workers[worker.id].take_over(worker)

    # -- inspecting ----------------------------------------------------------------------------------------------------

    async def counts(self) -> Counts:
        """Count the messages in each state."""
        return await self._database.read(store.count_states)

    async def entries(self, *states: State, order_id: str | None = None) -> AsyncIterator[Entry]:
        """Yield the messages in the given states, or all, the newest first."""
        before = _ABOVE_ALL
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
    database = Database.at(address, _KIND, create=create, patience=patience, clock=clock)
    try:
        await _prepare(database, create=create)
    except BaseException:
        await database.close()
        raise
    return Inbox(database, clock)


async def _prepare(database: Database, *, create: bool) -> None:
    """Create or upgrade the tables if necessary.

    Raises:
        InboxError: There is no inbox, or it cannot be used.
    """
    found = await database.read(partial(SCHEMA.read, database=database))
    if found is None:
        if not create:
            raise InboxError(f"there is no inbox at {database.shown}")
        await database.write(partial(SCHEMA.make, database=database, found={}))
    elif not SCHEMA.is_current(found):
        await database.write(partial(SCHEMA.upgrade, database=database))
