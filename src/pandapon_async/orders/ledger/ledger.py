"""The ledger: every draft, its state, and what is durable before anything is sent or reported."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Final

import attrs
from anyio import lowlevel

from pandapon_async.orders.drafts.files import DraftFile
from pandapon_async.orders.drafts.kinds import KINDS
from pandapon_async.orders.errors import DraftConflictError, LedgerError
from pandapon_async.orders.iteration import each_of
from pandapon_async.orders.ledger import lookups, store
from pandapon_async.orders.ledger.database import ledger_database
from pandapon_async.orders.ledger.identity import Identity, identify
from pandapon_async.orders.ledger.session import Session, owner_at_work, recover
from pandapon_async.orders.ledger.states import STATES

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable, Collection, Iterable
    from pathlib import Path

    from pandapon_async._core.call.client import Client
    from pandapon_async._storage.database import Database
    from pandapon_async.orders.drafts.draft import Draft, StoredDraft
    from pandapon_async.orders.ledger.states import Counts, Entry, State
    from pandapon_async.orders.ledger.store import Added

__all__ = ["Ledger", "open_ledger"]

_CHUNK: Final = 500
_PAGE: Final = 500
#: How many drafts are checked before others get their turn on the event loop.
_BREATH: Final = 20


@attrs.frozen(eq=False)
class Ledger:
    """A ledger that is open; see :func:`open_ledger`.

    Attributes:
        identity: Whose drafts it holds, and of which kind.
    """

    identity: Identity
    _database: Database = attrs.field(repr=False)
    _clock: Callable[[], float] = attrs.field(repr=False)

    @property
    def address(self) -> str:
        """Where it is, without a password."""
        return self._database.shown

    @property
    def drafts(self) -> type[Draft]:
        """The class of its drafts."""
        return KINDS[self.identity.kind]

    def check(self, client: Client) -> None:
        """Make sure that a client acts for the account and surface that the ledger belongs to.

        Raises:
            LedgerMismatchError: It does not.
        """
        Identity.of(self.drafts, client).check(self.identity, self.address)

    async def add(
        self,
        drafts: Iterable[Draft] | AsyncIterable[Draft],
        *,
        retry_rejected: bool = False,
        accept_suspicious: bool = False,
    ) -> Added:
        """Add drafts, all of them or none.

        Everything is read and checked before the first of them can be sent. Identical drafts of one key count once. A
        draft that differs from one that was rejected takes its place.

        Args:
            drafts: Any number; they are not held in memory.
            retry_rejected: Whether drafts that were rejected, and are here again unchanged, are sent again.
            accept_suspicious: Whether values that may be damaged are taken as they are. A :class:`DraftFile` has an
                argument of its own for that.

        Raises:
            InvalidDraftError: A draft cannot be sent; none was added.
            DraftConflictError: Two different drafts have one key; none was added.
            LedgerError: The ledger does not take them; none was added.
        """
        added = store.Added()
        async with owner_at_work(self._database, self._clock) as owner:
            batch = await self.open_batch(owner=owner.id, sealed=False)
            # Where this fails, or the process does, the owner's end takes the batch with it.
            async for chunk in _chunks(drafts, accept_suspicious=accept_suspicious):
                added += await self.add_to_batch(chunk, batch, retry_rejected=retry_rejected)
            await self._database.write(partial(store.seal_batch, batch=batch))
        return added

    async def open_batch(self, *, owner: str | None, sealed: bool) -> int:
        """Begin a batch of drafts; one that is sealed from the start is sent while it grows."""
        return await self._database.write(partial(store.open_batch, owner=owner, sealed=sealed, now=self._clock()))

    async def add_to_batch(self, chunk: list[StoredDraft], batch: int, *, retry_rejected: bool) -> Added:
        """Add some drafts in one transaction.

        Raises:
            DraftConflictError: Two different drafts have one key; none of the chunk was added.
        """
        unique: dict[str, StoredDraft] = {}
        for draft in chunk:
            first = unique.setdefault(draft.identity, draft)
            if first != draft:
                raise DraftConflictError(draft.key, store.differences(first.payload, draft.payload))
        drafts = list(unique.values())
        added = await self._database.write(
            partial(store.add_drafts, drafts=drafts, batch=batch, now=self._clock(), again=retry_rejected)
        )
        return added + store.Added(known=len(chunk) - len(unique))

    @asynccontextmanager
    async def session(self) -> AsyncGenerator[Session]:
        """Begin to send: register this process, take over from those that crashed, run the writer."""
        async with (
            owner_at_work(self._database, self._clock) as owner,
            Session.running(self._database, owner, self._clock) as session,
        ):
            yield session

    async def recover(self) -> int:
        """Find processes that ended in the middle; what they were sending becomes unknown.

        Returns:
            How many drafts became unknown.

        Raises:
            LedgerError: The ledger cannot be written.
        """
        return await recover(self._database, None, self._clock)

    async def counts(self) -> Counts:
        """Count the drafts in each state."""
        return await self._database.read(lookups.count_states)

    async def find(self, key: str) -> Entry | None:
        """Return the draft of a key, ``None`` where there is none."""
        return await self._database.read(partial(lookups.find_entry, key=key))

    async def entries(self, *states: State) -> AsyncIterator[Entry]:
        """Yield the drafts in the given states, or all, in the order in which they were added."""
        chosen: Collection[State] = states or STATES
        after = 0
        while True:
            # A transaction for each page: a reader that takes its time must not hold anything open.
            page = await self._database.read(partial(lookups.page_of_entries, states=chosen, after=after, limit=_PAGE))
            for entry in page:
                yield entry
            if len(page) < _PAGE:
                return
            after = page[-1].position

    async def contenders(self) -> AsyncIterator[Entry]:
        """Yield the drafts that may have become an order nobody has the id of: in flight, in doubt, created without."""
        after = 0
        while page := await self._database.read(partial(lookups.page_of_contenders, after=after, limit=_PAGE)):
            for entry in page:
                yield entry
            after = page[-1].position

    async def known_order_ids(self, order_ids: Collection[str]) -> set[str]:
        """Return those of some ids of the platform's that drafts of the ledger have already."""
        return await self._database.read(partial(lookups.known_order_ids, order_ids=order_ids))

    async def settle_created(self, entry: Entry, order_id: str, *, note: str) -> bool:
        """Record that a draft of unknown outcome was found to be created.

        Returns:
            False where the draft is no longer in the doubt that ``entry`` shows; nothing was changed then.
        """
        return await self._settle(entry, "created", order_id, note)

    async def settle_not_created(self, entry: Entry, *, note: str) -> bool:
        """Record that nothing was created of a draft of unknown outcome: it is pending again, and will be sent.

        Returns:
            False where the draft is no longer in the doubt that ``entry`` shows; nothing was changed then.
        """
        return await self._settle(entry, "pending", None, note)

    async def _settle(self, entry: Entry, state: State, order_id: str | None, note: str) -> bool:
        return await self._database.write(
            partial(store.settle, entry=entry, state=state, order_id=order_id, note=note, now=self._clock())
        )

    def now(self) -> float:
        """Return seconds since the epoch, by the ledger's clock."""
        return self._clock()


@asynccontextmanager
async def open_ledger(
    address: str | Path,
    drafts: type[Draft] | None = None,
    client: Client | None = None,
    *,
    patience: float = 10.0,
    clock: Callable[[], float] = time.time,
) -> AsyncGenerator[Ledger]:
    """Open a ledger for the block.

    With the kind of drafts and the client that sends them, a missing ledger is made, and one that belongs to another
    account, surface or kind is refused. Without them, an existing one is opened to look at it or to resolve doubts.

    Args:
        address: Path of a SQLite file, or ``postgresql://user@host/database?schema=name``: one schema, one ledger.
        drafts: Class of the drafts.
        client: Sends the drafts.
        patience: Seconds to wait while other processes write.
        clock: Wall time.

    Raises:
        LedgerMismatchError: It belongs to another account, surface or kind.
        LedgerVersionError: A newer version wrote it.
        LedgerError: It cannot be opened.
    """
    if (drafts is None) != (client is None):
        raise LedgerError("pass both the drafts' class and the client, or neither")
    expected = Identity.of(drafts, client) if drafts is not None and client is not None else None
    database = ledger_database(address, create=expected is not None, patience=patience)
    try:
        yield Ledger(await identify(database, expected), database, clock)
    finally:
        await database.close()


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
