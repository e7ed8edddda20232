"""The ledger: every draft, its state, and what is durable before anything is sent or reported."""

from __future__ import annotations

from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

import anyio
import attrs
from anyio import lowlevel

from pandapon_async._core.call.codes import NOTHING_DONE
from pandapon_async._storage.cancellation import Background
from pandapon_async._storage.clocks import boot_time
from pandapon_async._storage.workers import FenceTimes, Workers
from pandapon_async.orders.drafts.files import DraftFile
from pandapon_async.orders.drafts.kinds import KINDS
from pandapon_async.orders.errors import BatchInProgressError, LedgerError
from pandapon_async.orders.iteration import each_of
from pandapon_async.orders.ledger import batches, claims, decisions, lookups
from pandapon_async.orders.ledger.identity import Identity
from pandapon_async.orders.ledger.schema import WORKERS
from pandapon_async.orders.ledger.session import Session
from pandapon_async.orders.ledger.states import STATES
from pandapon_async.orders.ledger.steady_time import keep_steady_time, steady_now

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable, Collection, Iterable, Sequence
    from contextlib import AbstractAsyncContextManager

    from sqlalchemy.engine import Connection

    from pandapon_async._core.call.client import Client
    from pandapon_async._storage.database import Database
    from pandapon_async._storage.workers import Worker, WorkerInfo
    from pandapon_async.orders.drafts.draft import Draft, StoredDraft
    from pandapon_async.orders.ledger.batches import Added
    from pandapon_async.orders.ledger.states import Counts, Entry, RejectedCode, State

__all__ = ["LedgerStore"]

_CHUNK: Final = 500
_PAGE: Final = 500
#: How many drafts are checked before yielding to the event loop.
_BREATH: Final = 20
#: How many positions are looked at in one transaction of a purge.
_PURGE_PAGE: Final = 1000
#: Seconds between looks at a batch that another process is adding.
_LOOK: Final = 0.1

ResultT = TypeVar("ResultT")


@attrs.frozen(eq=False)
class LedgerStore:
    """The drafts of a ledger, their states and outcomes.

    Attributes:
        identity: Whose drafts it holds, of which kind, and where they are sent.
    """

    identity: Identity
    _database: Database = attrs.field(repr=False)
    _patience: float = attrs.field(default=10.0, repr=False)
    _times: FenceTimes = attrs.field(factory=FenceTimes, repr=False)
    _client: Client | None = attrs.field(default=None, repr=False)
    _workers: Workers = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        workers = Workers(database=self._database, table=WORKERS, give_back=self._give_back, times=self._times)
        object.__setattr__(self, "_workers", workers)

    @property
    def address(self) -> str:
        """Where it is, without a password."""
        return self._database.shown

    @property
    def drafts(self) -> type[Draft]:
        """The class of its drafts."""
        return KINDS[self.identity.kind]

    @property
    def fence(self) -> float:
        """Seconds for which a worker acts without having seen its lock, and a successor waits longer."""
        return self._times.fence

    def check(self, client: Client) -> None:
        """Make sure that a client acts for the account and server that the ledger belongs to.

        Raises:
            LedgerMismatchError: It does not.
        """
        Identity.of(self.drafts, client).check(self.identity, self.address)

    # -- drafts come in ------------------------------------------------------------------------------------------------

    async def add(
        self,
        drafts: Iterable[Draft] | AsyncIterable[Draft],
        *,
        retry_rejected: bool = False,
        accept_suspicious: bool = False,
    ) -> Added:
        """Add drafts, all of them or none.

        Everything is read and checked before the first of them can be sent. Identical drafts of one key count once. A
        draft that differs from one that was certainly rejected replaces it.

        If another process is adding a draft of the same key, this waits until that process has finished.

        Args:
            drafts: Any number; they are not held in memory.
            retry_rejected: Whether drafts that were certainly rejected, and are here again unchanged, are sent again.
            accept_suspicious: Whether values that may be damaged are taken as they are. A :class:`DraftFile` has an
                argument of its own for that.

        Raises:
            InvalidDraftError: A draft cannot be sent; none was added.
            DraftConflictError: Two different drafts have one key; none was added.
            LedgerError: The ledger does not take them; none was added.
        """
        added = batches.Added()
        async with self._workers.running() as worker:
            batch = await self.open_batch(worker=worker, sealed=False)
            await self._workers.take_over(worker)
            # If this fails, or the process ends, the batch is discarded with the worker's end.
            async for chunk in _chunks(drafts, accept_suspicious=accept_suspicious):
                added += await self._add_when_free(chunk, batch, retry_rejected=retry_rejected)

            def seal(connection: Connection) -> int:
                self._workers.require(connection, worker.id)
                return batches.seal_batch(connection, batch, now=self._database.now(connection))

            known = await self._database.write(seal)
        return added + batches.Added(known=known, replaced=-known)

    async def open_batch(self, *, worker: Worker | None, sealed: bool) -> int:
        """Begin a batch of drafts; one that is sealed from the start is sent while it grows."""

        def work(connection: Connection) -> int:
            if worker is not None:
                self._workers.require(connection, worker.id)
            now = self._database.now(connection)
            return batches.open_batch(connection, worker=worker.id if worker else None, sealed=sealed, now=now)

        return await self._database.write(work)

    async def add_to_batch(
        self,
        chunk: Sequence[StoredDraft],
        batch: int,
        *,
        retry_rejected: bool,
    ) -> Added:
        """Add some drafts in one transaction.

        Raises:
            DraftConflictError: Two different drafts have one key; none of the chunk was added.
            BatchInProgressError: Another process is adding a draft of the same key; none of the chunk was added.
        """
        unique: dict[str, StoredDraft] = {}
        for draft in chunk:
            first = unique.setdefault(draft.identity, draft)
            if first != draft:
                raise batches.conflict(draft.key, first.payload, draft.payload)
        drafts = list(unique.values())

        def work(connection: Connection) -> Added:
            now = self._database.now(connection)
            return batches.add_drafts(
                connection, drafts, batch=batch, now=now, again=retry_rejected, releases=self._releases
            )

        return await self._database.write(work) + batches.Added(known=len(chunk) - len(unique))

    async def add_one(self, draft: StoredDraft) -> None:
        """Add one draft, which can be sent at once.

        Raises:
            DraftConflictError: Another draft has the same key.
            BatchInProgressError: Another process is adding a draft of the same key.
        """

        def work(connection: Connection) -> None:
            now = self._database.now(connection)
            batch = batches.open_batch(connection, worker=None, sealed=True, now=now)
            batches.add_drafts(connection, [draft], batch=batch, now=now, again=False, releases=self._releases)

        await self._database.write(work)

    async def _add_when_free(self, chunk: list[StoredDraft], batch: int, *, retry_rejected: bool) -> Added:
        """Add some drafts; wait while another process is adding a draft of the same key, as long as it gets on."""
        size, since = None, boot_time()
        while True:
            try:
                return await self.add_to_batch(chunk, batch, retry_rejected=retry_rejected)
            except BatchInProgressError as error:
                now_size = await self._database.read(partial(batches.batch_size, batch=error.batch))
                if now_size != size:
                    size, since = now_size, boot_time()
                elif boot_time() - since > self._patience:
                    raise
            await anyio.sleep(_LOOK)
            await self._workers.take_over()

    def _releases(self, code: str) -> bool:
        """Return True if the code book knows, by now, that a rejection with this code means that nothing was done."""
        if self._client is None:
            return False
        return self._client.options.codes.meaning(code, self.drafts.kind.operation.name) in NOTHING_DONE

    # -- drafts go out -------------------------------------------------------------------------------------------------

    def session(self, *, deadline: float = 0.0) -> AbstractAsyncContextManager[Session]:
        """Begin to send: register a worker, take over from those that died, run the writer.

        Args:
            deadline: Seconds that a call takes at most.
        """
        return Background(self._session(deadline))

    @asynccontextmanager
    async def _session(self, deadline: float) -> AsyncGenerator[Session]:
        async with (
            self._workers.running(deadline=deadline) as worker,
            Session.running(self._workers, worker) as session,
        ):
            await self._database.write(partial(keep_steady_time, database=self._database))
            await self._workers.take_over(worker)
            yield session

    async def recover(self) -> int:
        """Take over from workers that died; what they were sending becomes unknown.

        On PostgreSQL this may wait some seconds: a worker whose lock is free may still act until its fence has passed.

        Returns:
            How many drafts became unknown.

        Raises:
            LedgerError: The ledger cannot be written.
        """
        return (await self._workers.wait_and_take_over()).items

    async def unclear_workers(self) -> list[WorkerInfo]:
        """Return the workers of which this process cannot tell whether they are alive."""
        return (await self._workers.take_over()).unclear

    async def declare_ended(self, worker: str) -> int:
        """Take over from a worker of which a person says that it has ended; return how many drafts became unknown.

        Raises:
            LedgerError: There is no such worker, or it holds its lock.
        """
        return await self._workers.declare_ended(worker)

    def _give_back(self, connection: Connection, worker: str, in_flight_for: float) -> int:
        keep_steady_time(connection, self._database)
        quiet_from = steady_now(connection, self._database) + in_flight_for
        return claims.give_back(connection, worker, now=self._database.now(connection), quiet_from=quiet_from)

    # -- looking -------------------------------------------------------------------------------------------------------

    async def counts(self) -> Counts:
        """Count the drafts in each state."""
        return await self._database.read(lookups.count_states)

    async def rejected_codes(self) -> list[RejectedCode]:
        """Count the rejected drafts of each code, the most frequent code first."""
        return await self._database.read(lookups.count_codes)

    async def find(self, key: str) -> Entry | None:
        """Return the draft of a key, ``None`` if there is none."""
        return await self._database.read(partial(lookups.find_entry, key=key))

    async def entries(self, *states: State) -> AsyncIterator[Entry]:
        """Yield the drafts in the given states, or all, in the order in which they were added."""
        chosen: Collection[State] = states or STATES
        after = 0
        while True:
            # A transaction for each page: a slow reader must not hold anything open.
            page = await self._database.read(partial(lookups.page_of_entries, states=chosen, after=after, limit=_PAGE))
            for entry in page:
                yield entry
            if len(page) < _PAGE:
                return
            after = page[-1].position

    async def read_snapshot(self, work: Callable[[Connection], ResultT]) -> ResultT:
        """Run work that reads, on one state of the ledger."""
        return await self._database.read(work, snapshot=True)

    async def steady_now(self) -> float:
        """Return the time by the ledger's steady clock, by which quiet periods are measured."""
        return await self._database.read(partial(steady_now, database=self._database))

    # -- doubts --------------------------------------------------------------------------------------------------------

    async def decide_created(self, entry: Entry, order_ids: Sequence[str], *, note: str) -> bool:
        """Record that a draft in doubt was found to be created.

        Returns:
            False if the draft is no longer in the doubt that ``entry`` shows; nothing was changed then.

        Raises:
            OrdersError: An id is empty, or belongs to another draft.
        """

        def work(connection: Connection) -> bool:
            now = self._database.now(connection)
            return decisions.decide_created(connection, entry, order_ids=order_ids, note=note, now=now)

        return await self._database.write(work)

    async def decide_not_created(self, entry: Entry, *, note: str) -> bool:
        """Record that nothing was created of a draft in doubt.

        A draft of unknown outcome is pending again, and will be sent. A rejected draft is certainly rejected now.

        Returns:
            False if the draft is no longer in the doubt that ``entry`` shows; nothing was changed then.
        """

        def work(connection: Connection) -> bool:
            return decisions.decide_not_created(connection, entry, note=note, now=self._database.now(connection))

        return await self._database.write(work)

    async def decide_code_not_created(self, code: str, *, note: str) -> int:
        """Record that rejections with a code mean that nothing was created; return how many are certain now."""

        def work(connection: Connection) -> int:
            return decisions.decide_code_not_created(connection, code, note=note, now=self._database.now(connection))

        return await self._database.write(work)

    # -- retention -----------------------------------------------------------------------------------------------------

    async def purge(self, *states: State, older_than: float) -> int:
        """Remove the personal data of finished drafts; their keys, order ids and outcomes stay.

        Args:
            states: ``created``, ``partial`` or ``rejected``; by default all three.
            older_than: Seconds since the draft's state last changed.

        Returns:
            How many drafts were purged.

        Raises:
            LedgerError: A state is one in which a draft may still be sent.
        """
        finished: tuple[State, ...] = ("created", "partial", "rejected")
        chosen = states or finished
        if wrong := set(chosen) - set(finished):
            raise LedgerError(f"drafts that are {min(wrong)} are not finished; their data are needed")

        def work(connection: Connection, after: int) -> tuple[int, int | None]:
            now = self._database.now(connection)
            return decisions.purge_personal_data(
                connection,
                states=chosen,
                before=now - older_than,
                key_field=self.drafts.kind.key,
                after=after,
                limit=_PURGE_PAGE,
                now=now,
            )

        count, after = 0, 0
        while True:
            purged, last = await self._database.write(partial(work, after=after))
            count += purged
            if last is None:
                break
            after = last
        await self._database.forget_old_pages()
        return count


async def _chunks(
    drafts: Iterable[Draft] | AsyncIterable[Draft], *, accept_suspicious: bool
) -> AsyncIterator[list[StoredDraft]]:
    chunk: list[StoredDraft] = []
    checked = drafts.stored() if isinstance(drafts, DraftFile) else _stored(drafts, accept_suspicious=accept_suspicious)
    async for stored in checked:
        chunk.append(stored)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


async def _stored(
    drafts: Iterable[Draft] | AsyncIterable[Draft], *, accept_suspicious: bool
) -> AsyncIterator[StoredDraft]:
    count = 0
    async for draft in each_of(drafts):
        yield draft.store(accept_suspicious=accept_suspicious)
        count += 1
        if count % _BREATH == 0:
            await lowlevel.checkpoint()
