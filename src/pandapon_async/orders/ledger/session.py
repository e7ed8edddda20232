"""An active worker on a ledger, and its group-commit writer."""

from __future__ import annotations

from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Final

import anyio
import attrs

from pandapon_async.orders.errors import LedgerError, LedgerLostError
from pandapon_async.orders.ledger import claims
from pandapon_async.orders.ledger.claims import Recorded
from pandapon_async.orders.ledger.steady_time import steady_now

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from sqlalchemy.engine import Connection

    from pandapon_async._storage.workers import TakenOver, Worker, Workers
    from pandapon_async.orders.ledger.claims import Change, Claimed

__all__ = ["Session"]

#: Seconds before each further attempt to record outcomes. An outcome that is not recorded is worth waiting for.
_PAUSES: Final = (0.2, 0.8)


@attrs.define(eq=False)
class _Request:
    """Something to be written, and the event on which its author waits."""

    done: anyio.Event = attrs.field(factory=anyio.Event)
    error: LedgerError | None = None

    async def wait(self) -> None:
        # Not to be cancelled: the author must know whether it was done.
        with anyio.CancelScope(shield=True):
            await self.done.wait()
        if self.error is not None:
            raise self.error


@attrs.define(eq=False)
class _Claim(_Request):
    limit: int = 0
    claimed: list[Claimed] = attrs.field(factory=list["Claimed"])


@attrs.define(eq=False)
class _Finish(_Request):
    changes: Sequence[Change] = ()
    recorded: Recorded = attrs.field(factory=lambda: Recorded([], []))


class Session:
    """Claims drafts and records their outcomes, many in one transaction.

    A commit waits for the disk. Requests that arrive while one transaction is in progress go into the next one
    together: the more calls are in flight, the fewer commits there are for each.
    """

    def __init__(self, workers: Workers, worker: Worker) -> None:
        self.worker = worker
        self._workers = workers
        self._database = workers.database
        self._waiting: list[_Request] = []
        self._wake = anyio.Event()
        self._closing = False
        self._failed: LedgerError | None = None
        self._cursor = 0

    @classmethod
    @asynccontextmanager
    async def running(cls, workers: Workers, worker: Worker) -> AsyncGenerator[Session]:
        """Run the writer for the block; at its end everything requested is written."""
        session = cls(workers, worker)
        async with anyio.create_task_group() as group:
            group.start_soon(session._write_all)
            try:
                yield session
            finally:
                session._closing = True
                session._wake.set()

    async def claim(self, limit: int) -> list[Claimed]:
        """Claim pending drafts; when this returns, the intent to send them is durable.

        Raises:
            LedgerError: It is not; nothing may be sent.
        """
        self._check()
        await self.worker.wait_for_lock()
        request = _Claim(limit=limit)
        self._ask(request)
        await request.wait()
        return request.claimed

    async def claim_key(self, key: str) -> Claimed | None:
        """Claim the draft of a key; ``None`` if it is not pending.

        Raises:
            LedgerError: The intent to send it is not durable; nothing may be sent.
        """
        self._check()
        await self.worker.wait_for_lock()

        def work(connection: Connection) -> Claimed | None:
            self._workers.require(connection, self.worker.id)
            now = self._database.now(connection)
            return claims.claim_key(connection, worker=self.worker.id, key=key, now=now)

        return await self._database.write(work)

    async def finish(self, changes: Sequence[Change]) -> Recorded:
        """Record the outcomes of drafts; when this returns, they are durable.

        Raises:
            LedgerError: They could not be recorded. The drafts stay ``sending``, which others will read as unknown.
        """
        request = _Finish(changes=changes)
        self._ask(request)
        await request.wait()
        return request.recorded

    async def take_over(self) -> TakenOver:
        """Take over from workers that died meanwhile.

        Raises:
            LedgerLostError: This worker has lost its lock itself.
            LedgerError: The ledger cannot be written.
        """
        self._check()
        return await self._workers.take_over(self.worker)

    async def has_pending(self) -> bool:
        """Return True if a draft is pending that could be claimed."""
        return await self._database.read(claims.has_pending)

    async def others_are_sending(self) -> bool:
        """Return True if drafts are being sent by workers that are known to be alive."""
        unclear = (await self._workers.take_over(self.worker)).unclear
        return not unclear and await self._database.read(claims.has_sending)

    def _check(self) -> None:
        if self._failed is not None:
            raise self._failed
        self.worker.check()

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
                    await self._write_outcomes_again(requests, error)
                for request in requests:
                    request.done.set()

    async def _write(self, requests: list[_Request]) -> None:
        finishes = [request for request in requests if isinstance(request, _Finish)]
        wanted = [request for request in requests if isinstance(request, _Claim)]
        recorded, claimed = await self._database.write(partial(self._work, finishes, wanted))
        if recorded.lost:
            self._failed = LedgerLostError.of(recorded.lost[0].claimed.key)
            self.worker.mark_lost()
        for request in finishes:
            own = {(change.claimed.position, change.claimed.attempt) for change in request.changes}
            request.recorded = Recorded(
                *(
                    [change for change in changes if (change.claimed.position, change.claimed.attempt) in own]
                    for changes in (recorded.changes, recorded.lost)
                )
            )
        for claim, drafts in zip(wanted, claimed, strict=True):
            claim.claimed = drafts

    def _work(
        self, finishes: list[_Finish], wanted: list[_Claim], connection: Connection
    ) -> tuple[Recorded, list[list[Claimed]]]:
        changes = [change for request in finishes for change in request.changes]
        now = self._database.now(connection)
        recorded = Recorded([], [])
        if changes:
            steady = steady_now(connection, self._database)
            recorded = claims.finish(connection, changes, worker=self.worker.id, now=now, steady=steady)
        if not wanted:
            return recorded, []
        if recorded.lost:
            return recorded, [[] for _ in wanted]
        self._workers.require(connection, self.worker.id)
        return recorded, [self._claim(connection, request.limit, now) for request in wanted]

    def _claim(self, connection: Connection, limit: int, now: float) -> list[Claimed]:
        worker = self.worker.id
        claimed = claims.claim(connection, worker=worker, limit=limit, after=self._cursor, now=now)
        if not claimed and self._cursor:
            # Drafts that went back to pending are further to the front.
            self._cursor = 0
            claimed = claims.claim(connection, worker=worker, limit=limit, after=0, now=now)
        if claimed:
            self._cursor = claimed[-1].position
        return claimed

    async def _write_outcomes_again(self, requests: list[_Request], error: LedgerError) -> None:
        """After a failure: send nothing further, but try again to record what was sent."""
        self._failed = error
        finishes = [request for request in requests if isinstance(request, _Finish)]
        for request in requests:
            if isinstance(request, _Claim):
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
