"""Opening a ledger, and what is done with an open one."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import attrs

from pandapon_async._storage.workers import FenceTimes
from pandapon_async.orders.errors import LedgerError
from pandapon_async.orders.ledger.database import ledger_database
from pandapon_async.orders.ledger.identity import Identity, identify
from pandapon_async.orders.ledger.ledger import LedgerStore
from pandapon_async.orders.resolution import resolvers
from pandapon_async.orders.submission.single import place_draft
from pandapon_async.orders.submission.submission import Submission

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable, Callable, Iterable, Sequence
    from pathlib import Path

    from pandapon_async._core.call.client import Client
    from pandapon_async.orders.drafts.draft import Draft
    from pandapon_async.orders.ledger.states import Entry, Outcome
    from pandapon_async.orders.resolution.resolvers import Resolved, Resolver
    from pandapon_async.orders.submission.limits import Limits
    from pandapon_async.orders.submission.submission import Until

__all__ = ["Ledger", "open_ledger", "place_once"]


@attrs.frozen(eq=False)
class Ledger(LedgerStore):
    """A ledger that is open; see :func:`open_ledger`."""

    def submit(
        self,
        drafts: Iterable[Draft] | AsyncIterable[Draft] | None = None,
        *,
        limits: Limits | None = None,
        until: Until = "sent",
    ) -> Submission:
        """Send what is pending; use it as ``async with ledger.submit() as outcomes``.

        Args:
            drafts: Drafts to add while sending; see :class:`Submission`.
            limits: Concurrency, rate, and when to stop.
            until: When the submission ends by itself: ``sent``, once nothing is pending; ``settled``, once no other
                process is sending either; ``stopped``, never.

        Raises:
            LedgerError: The ledger was opened without a client.
        """
        return Submission(self, self._sending_client(), drafts, limits, until=until)

    async def place_once(self, draft: Draft | str, *, deadline: float | None = None) -> Outcome:
        """Place one order, and return its outcome once that is durable.

        An order that was placed before is not sent again: its known outcome is returned. So call this again, with the
        same draft or its key, after a crash or an error. If another process is sending the order, this waits for its
        outcome. A cancellation takes effect after the outcome is recorded.

        Args:
            draft: The order, or the key of one that is in the ledger.
            deadline: Seconds for the call; ``None``: the client's own.

        Returns:
            The outcome. The state ``pending`` means that nothing was sent, as ``note`` says: try again later.

        Raises:
            DraftConflictError: Another order with this key was placed before.
            InvalidDraftError: The draft cannot be sent.
            LedgerError: The ledger cannot be used, or was opened without a client.
        """
        return await place_draft(self, self._sending_client(), draft, deadline=deadline)

    async def resolve(
        self,
        resolver: Resolver,
        *,
        quiet_period: float = resolvers.DEFAULT_QUIET_PERIOD,
        wait: bool = False,
        name: str = "a resolver",
    ) -> Resolved:
        """Ask a function about every draft in doubt, and record its answers; see :func:`resolve_unknown`."""
        return await resolvers.resolve_unknown(self, resolver, quiet_period=quiet_period, wait=wait, name=name)

    async def decide(self, key: str, *, created: str | Sequence[str] | None) -> Entry:
        """Record what a person found out about one draft in doubt.

        Args:
            key: The caller's own order number.
            created: The platform's id, or ids, of what was created; ``None``: certainly nothing was.

        Raises:
            OrdersError: There is no such draft, it is not in doubt, or an id is empty or belongs to another draft.
        """
        ids = [created] if isinstance(created, str) else created
        return await resolvers.decide(self, key, created=ids)

    def _sending_client(self) -> Client:
        if self._client is None:
            raise LedgerError("the ledger was opened without a client; pass open_ledger the drafts' class and a client")
        return self._client


async def place_once(ledger: Ledger, draft: Draft | str, *, deadline: float | None = None) -> Outcome:
    """Place one order, and return its outcome once that is durable; see :meth:`Ledger.place_once`."""
    return await ledger.place_once(draft, deadline=deadline)


@asynccontextmanager
async def open_ledger(  # noqa: PLR0913 - one parameter per setting
    address: str | Path,
    drafts: type[Draft] | None = None,
    client: Client | None = None,
    *,
    patience: float = 10.0,
    clock: Callable[[], float] = time.time,
    sandbox_moved: bool = False,
    fence_times: FenceTimes | None = None,
) -> AsyncGenerator[Ledger]:
    """Open a ledger for the block.

    With the class of the drafts and the client that sends them, a missing ledger is made, and one that belongs to
    another account, server, surface or kind is refused. Without them, an existing one is opened to look at it or to
    resolve doubts. A ledger of an older version is upgraded.

    Args:
        address: Path of a SQLite file, or ``postgresql://user@host/database?schema=name``: one schema, one ledger.
        drafts: Class of the drafts.
        client: Sends the drafts.
        patience: Seconds to wait while other processes write.
        clock: Wall time; for SQLite only, PostgreSQL has its own.
        sandbox_moved: Whether the client's base URL may differ from the ledger's, if both are of this machine: a
            sandbox that was started again listens at another port.
        fence_times: How the worker watches its lock on PostgreSQL.

    Raises:
        LedgerMismatchError: It belongs to another account, server, surface or kind.
        LedgerVersionError: A newer version wrote it.
        LedgerError: It cannot be opened.
    """
    if (drafts is None) != (client is None):
        raise LedgerError("pass both the drafts' class and the client, or neither")
    expected = Identity.of(drafts, client) if drafts is not None and client is not None else None
    database = ledger_database(address, create=expected is not None, patience=patience, clock=clock)
    try:
        identity = await identify(database, expected, sandbox_moved=sandbox_moved)
        yield Ledger(identity, database, patience, fence_times or FenceTimes(), client)
    finally:
        await database.close()
