"""A process at work on a ledger: its sign of life, and the writer that commits for all its calls together."""

from __future__ import annotations

import os
import secrets
import socket
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Final

import anyio
import attrs

from pandapon_async._storage.liveness import liveness_of
from pandapon_async.orders.errors import LedgerError, LedgerLostError
from pandapon_async.orders.ledger import store

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence

    from sqlalchemy.engine import Connection

    from pandapon_async._storage.database import Database
    from pandapon_async._storage.liveness import Liveness
    from pandapon_async.orders.ledger.store import Change, Taken

__all__ = ["Owner", "Session", "owner_at_work", "recover"]

#: Seconds before each further try to record what calls came to. An outcome that is not recorded is worth waiting for.
_PAUSES: Final = (0.2, 0.8)


@attrs.frozen(eq=False)
class Owner:
    """A process at work.

    Attributes:
        id: Random, never used again.
        liveness: Its sign of life.
    """

    id: str
    liveness: Liveness = attrs.field(repr=False)
    _abandoned: list[bool] = attrs.field(factory=list[bool], repr=False)

    def abandon(self) -> None:
        """Leave everything as a crash would, for tests of what comes after one."""
        self._abandoned.append(True)

    @property
    def abandoned(self) -> bool:
        """Whether the end shall look like a crash."""
        return bool(self._abandoned)


@asynccontextmanager
async def owner_at_work(database: Database, clock: Callable[[], float]) -> AsyncGenerator[Owner]:
    """Register this process for the block, and take over from those that crashed.

    Raises:
        LedgerError: The ledger cannot be written.
    """
    owner = Owner(secrets.token_hex(8), liveness_of(database))
    try:
        # The sign of life comes first: a row without one would be taken for a crashed process.
        await owner.liveness.hold(owner.id)
        await database.write(
            partial(store.register_owner, owner=owner.id, host=socket.gethostname(), pid=os.getpid(), now=clock())
        )
        await recover(database, owner, clock)
        yield owner
    finally:
        with anyio.CancelScope(shield=True):
            if not owner.abandoned:
                # Whoever comes next finds out by itself where this fails.
                with suppress(LedgerError):
                    await database.write(partial(store.recover_owner, owner=owner.id, now=clock()))
            await owner.liveness.release(abandoned=owner.abandoned)


async def recover(database: Database, owner: Owner | None, clock: Callable[[], float]) -> int:
    """Take over from processes that ended without saying so; what they were sending becomes unknown.

    Returns:
        How many drafts became unknown.

    Raises:
        LedgerError: The ledger cannot be written.
    """
    others = await database.read(partial(store.other_owners, owner=owner.id if owner else None))
    liveness = owner.liveness if owner else liveness_of(database)
    count = 0
    for other in others:
        if not await liveness.is_alive(other):
            count += await database.write(partial(store.recover_owner, owner=other, now=clock()))
    return count


@attrs.define(eq=False)
class _Request:
    """Something to be written, and who waits for it."""

    done: anyio.Event = attrs.field(factory=anyio.Event)
    error: LedgerError | None = None

    async def wait(self) -> None:
        # Not to be cancelled: whoever asked must know whether it was done.
        with anyio.CancelScope(shield=True):
            await self.done.wait()
        if self.error is not None:
            raise self.error


@attrs.define(eq=False)
class _Take(_Request):
    limit: int = 0
    taken: list[Taken] = attrs.field(factory=list["Taken"])


@attrs.define(eq=False)
class _Finish(_Request):
    changes: Sequence[Change] = ()
    lost: list[Change] = attrs.field(factory=list["Change"])


class Session:
    """Takes drafts to be sent and records what came of them, many in one transaction.

    A commit waits for the disk. So whatever is asked for while one transaction is on its way goes into the next one
    together: the more calls are in flight, the fewer commits there are for each.
    """

    def __init__(self, database: Database, owner: Owner, clock: Callable[[], float]) -> None:
        self._database = database
        self.owner = owner
        self._clock = clock
        self._waiting: list[_Request] = []
        self._wake = anyio.Event()
        self._closing = False
        self._failed: LedgerError | None = None
        self._cursor = 0

    @classmethod
    @asynccontextmanager
    async def running(cls, database: Database, owner: Owner, clock: Callable[[], float]) -> AsyncGenerator[Session]:
        """Run the writer for the block; at its end everything asked for is written."""
        session = cls(database, owner, clock)
        async with anyio.create_task_group() as group:
            group.start_soon(session._write_all)
            try:
                yield session
            finally:
                session._closing = True
                session._wake.set()

    async def take(self, limit: int) -> list[Taken]:
        """Take pending drafts; when this returns, the intent to send them is durable.

        Raises:
            LedgerError: It is not; nothing may be sent.
        """
        if self._failed is not None:
            raise self._failed
        request = _Take(limit=limit)
        self._ask(request)
        await request.wait()
        return request.taken

    async def finish(self, changes: Sequence[Change]) -> list[Change]:
        """Record what came of drafts; when this returns, it is durable.

        Returns:
            Those that were not recorded, because their draft was in other hands by then; nothing further may be sent.

        Raises:
            LedgerError: They could not be recorded. The drafts stay ``sending``, which others will read as unknown.
        """
        request = _Finish(changes=changes)
        self._ask(request)
        await request.wait()
        return request.lost

    async def recover(self) -> int:
        """Take over from processes that crashed meanwhile, and make sure not to be taken for one.

        Raises:
            LedgerLostError: Others may have taken over from this one.
        """
        try:
            await self.owner.liveness.check()
        except LedgerLostError as error:
            self._failed = error
            raise
        return await recover(self._database, self.owner, self._clock)

    def _ask(self, request: _Request) -> None:
        self._waiting.append(request)
        self._wake.set()

    async def _write_all(self) -> None:
        # Outlives a cancellation of the work around it: outcomes that are on their way must still be recorded.
        with anyio.CancelScope(shield=True):
            while not (self._closing and not self._waiting):
                await self._wake.wait()
                self._wake = anyio.Event()
                requests, self._waiting = self._waiting, []
                if not requests:
                    continue
                try:
                    await self._write(requests)
                except LedgerError as error:
                    await self._write_what_must_be(requests, error)
                for request in requests:
                    request.done.set()

    async def _write(self, requests: list[_Request]) -> None:
        finishes = [request for request in requests if isinstance(request, _Finish)]
        takes = [request for request in requests if isinstance(request, _Take)]
        now = self._clock()

        def work(connection: Connection) -> tuple[list[Change], list[list[Taken]]]:
            changes = [change for request in finishes for change in request.changes]
            lost = store.finish(connection, changes, owner=self.owner.id, now=now) if changes else []
            return lost, [self._take(connection, request.limit, now) for request in takes]

        lost, taken = await self._database.write(work)
        if lost:
            self._failed = LedgerLostError.of(lost[0].taken.key)
            for request in finishes:
                request.lost = [change for change in request.changes if change in lost]
        for take, drafts in zip(takes, taken, strict=True):
            take.taken = drafts

    def _take(self, connection: Connection, limit: int, now: float) -> list[Taken]:
        taken = store.take(connection, owner=self.owner.id, limit=limit, after=self._cursor, now=now)
        if not taken and self._cursor:
            # Drafts that went back to pending are further to the front.
            self._cursor = 0
            taken = store.take(connection, owner=self.owner.id, limit=limit, after=0, now=now)
        if taken:
            self._cursor = taken[-1].position
        return taken

    async def _write_what_must_be(self, requests: list[_Request], error: LedgerError) -> None:
        """After a failure: send nothing further, but try again to record what was sent."""
        self._failed = error
        finishes = [request for request in requests if isinstance(request, _Finish)]
        for request in requests:
            if isinstance(request, _Take):
                request.error = error
        for pause in _PAUSES if finishes else ():
            await anyio.sleep(pause)
            try:
                await self._write(list(finishes))
            except LedgerError as again:
                error = again
            else:
                return
        for request in finishes:
            request.error = error
