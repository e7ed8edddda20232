"""Workers on a store: registered, alive by their lock, and fenced.

A worker that lost its lock may still run: its connection broke, its machine was suspended, the network was divided.
Two rules keep such a worker and its successor apart:

* The worker watches its lock and acts only if it saw the lock held within the last ``fence`` seconds, by a clock that
  counts suspension (:meth:`Worker.holds_lock`).
* A successor takes over only after it has seen the lock free for longer than that fence, by the database's clock, or if
  the worker's process has certainly ended.

A lock that cannot be found says nothing: its worker is left alone until a person says that it has ended.
"""

from __future__ import annotations

import asyncio
import secrets
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import anyio
import attrs
from sqlalchemy import BigInteger, Column, Float, Integer, Table, Text, delete, insert, select, update

from pandapon_async._core.errors import PandaPonError
from pandapon_async._storage.cancellation import Background, run_to_end
from pandapon_async._storage.clocks import boot_time
from pandapon_async._storage.processes import Process
from pandapon_async._storage.worker_locks import discard_lock, lock_for, lock_state

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable
    from contextlib import AbstractAsyncContextManager

    from sqlalchemy import Connection, MetaData

    from pandapon_async._storage.database import Database
    from pandapon_async._storage.worker_locks import LockState, WorkerLock

_State: TypeAlias = "LockState | Literal['ended', 'unclear']"

__all__ = ["FenceTimes", "GiveBack", "TakenOver", "Worker", "WorkerInfo", "Workers", "workers_table"]


@attrs.frozen(kw_only=True)
class FenceTimes:
    """How a worker watches its lock, in seconds.

    Attributes:
        every: Between two looks at the lock.
        timeout: For one look.
        fence: How long a look counts.
        margin: How much longer than the fence a successor waits.
    """

    every: float = 1.0
    timeout: float = 3.0
    fence: float = 5.0
    margin: float = 2.0


GiveBack: TypeAlias = "Callable[[Connection, str, float], int]"
"""Takes what a dead worker had in hand from it, in a transaction, and returns how many items that were.

Its arguments: the connection, the worker's id, and for how many seconds something that the worker sent may still be on
its way.
"""


def workers_table(metadata: MetaData) -> Table:
    """Declare the table of a store's workers."""
    return Table(
        "workers",
        metadata,
        Column("id", Text, primary_key=True),
        Column("host", Text, nullable=False),
        Column("boot", Text, nullable=False),
        Column("namespace", Text, nullable=False),
        Column("pid", Integer, nullable=False),
        Column("started", BigInteger, nullable=False),
        Column("since", Float(53), nullable=False),
        Column("fence", Float(53), nullable=False),
        Column("deadline", Float(53), nullable=False),
        Column("lock_missing_since", Float(53)),
        comment="Processes at work. Whether one is alive is told by its lock, not by its row.",
    )


@attrs.frozen(kw_only=True)
class WorkerInfo:
    """A registered worker.

    Attributes:
        id: Its id.
        process: Its process.
        since: When it began, in seconds since the epoch.
        fence: Seconds for which it acts without having seen its lock.
        deadline: Seconds that something it sends takes at most.
        lock_missing_since: When its lock was first seen free.
    """

    id: str
    process: Process
    since: float
    fence: float
    deadline: float
    lock_missing_since: float | None


@attrs.define
class TakenOver:
    """What a look at the other workers came to.

    Attributes:
        items: Items that were taken from dead workers.
        waiting: Workers whose lock is free, but not yet for long enough.
        unclear: Workers of which this process cannot tell whether they are alive.
    """

    items: int = 0
    waiting: int = 0
    unclear: list[WorkerInfo] = attrs.field(factory=list[WorkerInfo])


class Worker:
    """A worker of this process: registered, and holding its lock.

    Attributes:
        id: Random, never used again.
    """

    def __init__(self, database: Database, worker: str, lock: WorkerLock, times: FenceTimes) -> None:
        self.id = worker
        self._database = database
        self._lock = lock
        self._times = times
        self._seen = float("-inf")
        self._looked = asyncio.Event()
        self._lost = False
        self._abandoned = False

    @property
    def abandoned(self) -> bool:
        """Whether the worker's end shall look like a crash."""
        return self._abandoned

    def abandon(self) -> None:
        """Leave everything as a crash would, for tests of what comes after one."""
        self._abandoned = True

    def holds_lock(self) -> bool:
        """Return True if the lock was seen held so recently that nobody can have taken over yet.

        Ask this immediately before each act that another worker must not repeat. It costs no input or output.
        """
        if self._lost:
            return False
        return not self._lock.can_be_lost or boot_time() - self._seen < self._times.fence

    async def wait_for_lock(self) -> None:
        """Wait until the lock was seen again, after :meth:`holds_lock` returned False.

        Raises:
            PandaPonError: Of the store's kind. The lock is lost.
        """
        while not self.holds_lock():
            self.check()
            await self._looked.wait()
        self.check()

    def check(self) -> None:
        """Raise if the lock is known to be lost.

        Raises:
            PandaPonError: Of the store's kind. The lock is lost: others may take over from this worker.
        """
        if self._lost:
            kind = self._database.kind
            raise kind.lost(
                f"the lock of this process on the {kind.noun} {self._database.shown} was lost; "
                f"others may have taken over its {kind.work}"
            )

    def mark_lost(self) -> None:
        """Note that another worker has taken over."""
        self._lost = True
        self._wake()

    async def look(self) -> None:
        """Look at the lock now.

        Raises:
            PandaPonError: Of the store's kind. The lock is lost.
        """
        before = boot_time()
        if not self._lost and await self._lock.verify(self._times.timeout):
            self._seen = before
        else:
            self._lost = True
        self._wake()
        self.check()

    def _wake(self) -> None:
        self._looked.set()
        self._looked = asyncio.Event()

    async def watch(self) -> None:
        """Look at the lock again and again, until it is lost."""
        while self._lock.can_be_lost and not self._lost:
            await asyncio.sleep(self._times.every)
            with suppress(PandaPonError):
                await self.look()


@attrs.frozen(eq=False)
class Workers:
    """The workers on a store.

    Attributes:
        database: The store's database.
        table: Its table of workers.
        give_back: Takes a dead worker's work from it.
        times: How this process's workers watch their locks.
    """

    database: Database
    table: Table
    give_back: GiveBack
    times: FenceTimes = attrs.field(factory=FenceTimes)

    def running(self, *, deadline: float = 0.0) -> AbstractAsyncContextManager[Worker]:
        """Register a worker for the block; at its end, what it still has in hand is given back.

        Args:
            deadline: Seconds that something the worker sends takes at most.

        Raises:
            PandaPonError: Of the store's kind. The store cannot be written, or the lock would not hold.
        """
        return Background(self._running(deadline))

    @asynccontextmanager
    async def _running(self, deadline: float) -> AsyncGenerator[Worker]:
        name = secrets.token_hex(8)
        lock = lock_for(self.database, name)
        worker = Worker(self.database, name, lock, self.times)
        try:
            # The lock comes before the row: a row without a lock would be taken for a dead worker's.
            await lock.acquire()
            await worker.look()
            await self.database.write(partial(self._register, worker=name, deadline=deadline))
            async with anyio.create_task_group() as group:
                group.start_soon(worker.watch)
                try:
                    yield worker
                finally:
                    group.cancel_scope.cancel()
        finally:
            await run_to_end(self._end(worker, lock))

    async def _end(self, worker: Worker, lock: WorkerLock) -> None:
        if not worker.abandoned:
            # Where this fails, the next worker finds the lock free.
            with suppress(PandaPonError):
                await self.database.write(partial(self._remove, worker=worker.id, in_flight_for=0.0))
        await lock.release(abandoned=worker.abandoned)

    async def take_over(self, own: Worker | None = None) -> TakenOver:
        """Look at the other workers, and take over from those that are dead.

        Raises:
            PandaPonError: Of the store's kind. The store cannot be written.
        """
        result = TakenOver()
        for info, state in await self.database.read(partial(self._others, own=own.id if own else None)):
            if state == "ended":
                result.items += await self._take(info, in_flight_for=0.0)
            elif state == "unclear":
                result.unclear.append(info)
            elif state == "free" and self.database.server is None:
                # A file lock is free only once its process has ended.
                result.items += await self._take(info, in_flight_for=0.0)
            elif state == "free":
                taken = await self.database.write(partial(self._take_if_due, info=info))
                result.waiting += taken is None
                result.items += taken or 0
            elif info.lock_missing_since is not None:
                await self.database.write(partial(self._note_missing, worker=info.id, since=None))
        return result

    async def wait_and_take_over(self, own: Worker | None = None) -> TakenOver:
        """Like :meth:`take_over`, and wait for those whose lock is free, but not yet for long enough."""
        result = await self.take_over(own)
        while result.waiting:
            await anyio.sleep(min(0.5, self.times.every))
            again = await self.take_over(own)
            again.items += result.items
            result = again
        return result

    async def declare_ended(self, worker: str) -> int:
        """Take over from a worker of which a person says that it has ended.

        Raises:
            PandaPonError: Of the store's kind. There is no such worker, or it holds its lock.
        """
        kind = self.database.kind
        for info, state in await self.database.read(partial(self._others, own=None)):
            if info.id == worker:
                if state == "held":
                    raise kind.error(f"the worker {worker} holds its lock: it is alive")
                return await self._take(info, in_flight_for=info.deadline)
        raise kind.error(f"the {kind.noun} {self.database.shown} has no worker {worker!r}")

    # -- within a transaction ------------------------------------------------------------------------------------------

    def require(self, connection: Connection, worker: str) -> None:
        """Make sure that a worker is registered, and stays so until the end of the transaction.

        Raises:
            PandaPonError: Of the store's kind. Another worker has taken over from it.
        """
        statement = select(self.table.c.id).where(self.table.c.id == worker).with_for_update(read=True, key_share=True)
        if connection.scalar(statement) is None:
            kind = self.database.kind
            raise kind.lost(
                f"another process took this one for dead and took over its {kind.work} in the {kind.noun} "
                f"{self.database.shown}"
            )

    def list_all(self, connection: Connection) -> list[WorkerInfo]:
        """Return all registered workers."""
        return [_info(row) for row in connection.execute(select(self.table).order_by(self.table.c.since))]

    def _register(self, connection: Connection, worker: str, deadline: float) -> None:
        row = {"id": worker, "since": self.database.now(connection), "fence": self.times.fence, "deadline": deadline}
        connection.execute(insert(self.table).values(**row, **attrs.asdict(Process.own())))

    def _others(self, connection: Connection, own: str | None) -> list[tuple[WorkerInfo, _State]]:
        found = [info for info in self.list_all(connection) if info.id != own]
        return [(info, self._state(connection, info)) for info in found]

    def _state(self, connection: Connection, info: WorkerInfo) -> _State:
        if info.process.has_ended():
            return "ended"
        state = lock_state(connection, self.database, info.id)
        return "unclear" if state == "missing" else state

    async def _take(self, info: WorkerInfo, in_flight_for: float) -> int:
        items = await self.database.write(partial(self._remove, worker=info.id, in_flight_for=in_flight_for))
        discard_lock(self.database, info.id)
        return items

    def _remove(self, connection: Connection, worker: str, in_flight_for: float) -> int:
        # The row goes first: a claim of the same worker that is on its way is waited for, and a later one fails.
        if connection.execute(delete(self.table).where(self.table.c.id == worker)).rowcount == 0:
            return 0
        return self.give_back(connection, worker, in_flight_for)

    def _take_if_due(self, connection: Connection, info: WorkerInfo) -> int | None:
        """Take over from a worker whose lock is free if that was so for long enough, else return ``None``."""
        now = self.database.now(connection)
        if info.lock_missing_since is None:
            self._note_missing(connection, info.id, now)
            return None
        if now - info.lock_missing_since <= info.fence + self.times.margin:
            return None
        return self._remove(connection, info.id, info.deadline)

    def _note_missing(self, connection: Connection, worker: str, since: float | None) -> None:
        statement = update(self.table).where(self.table.c.id == worker)
        if since is not None:
            statement = statement.where(self.table.c.lock_missing_since.is_(None))
        connection.execute(statement.values(lock_missing_since=since))


_PROCESS: Final = tuple(attribute.name for attribute in attrs.fields(Process))


def _info(row: Any) -> WorkerInfo:
    return WorkerInfo(
        id=row.id,
        process=Process(**{name: getattr(row, name) for name in _PROCESS}),
        since=row.since,
        fence=row.fence,
        deadline=row.deadline,
        lock_missing_since=row.lock_missing_since,
    )
