"""Workers on a store: who is alive, who may act, and who takes over from whom."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from ledgers import FENCE_TIMES, client_for, draft
from sqlalchemy import text

from pandapon_async._storage import workers as workers_module
from pandapon_async.orders import Ledger, LedgerError, LedgerLostError, TaobaoOrder, open_ledger


@asynccontextmanager
async def opened(address: str) -> AsyncIterator[Ledger]:
    async with open_ledger(address, TaobaoOrder, client_for(), fence_times=FENCE_TIMES) as ledger:
        yield ledger


async def states(ledger: Ledger) -> dict[str, str]:
    return {entry.key: entry.state async for entry in ledger.entries()}


async def end_sessions_of_locks(ledger: Ledger) -> None:
    """End the server's sessions that hold advisory locks, as a restart or a firewall does."""
    end = text(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 "
        "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    await ledger._database.write(lambda connection: connection.execute(end).close())


async def test_a_worker_that_lost_its_lock_neither_claims_nor_holds_it(postgresql_address: str) -> None:
    async with opened(postgresql_address) as ledger:
        await ledger.add([draft("A-1")])
        async with ledger.session() as session:
            assert session.worker.holds_lock()
            await end_sessions_of_locks(ledger)
            with pytest.raises(LedgerLostError):
                await session.worker.look()
            assert not session.worker.holds_lock()
            with pytest.raises(LedgerLostError):
                await session.claim(1)
        assert await states(ledger) == {"A-1": "pending"}


async def test_a_lock_that_was_not_seen_for_some_seconds_permits_nothing(
    postgresql_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a suspension: the clock that counts it has gone on, and nobody has looked."""
    async with opened(postgresql_address) as ledger, ledger.session() as session:
        now = workers_module.boot_time()
        monkeypatch.setattr(workers_module, "boot_time", lambda: now + FENCE_TIMES.fence)
        assert not session.worker.holds_lock()
        monkeypatch.undo()
        await session.worker.look()
        assert session.worker.holds_lock()


async def test_nobody_takes_over_before_the_fence_has_passed(postgresql_address: str) -> None:
    async with opened(postgresql_address) as ledger, opened(postgresql_address) as other:
        await ledger.add([draft("A-1")])
        async with ledger.session() as session:
            assert len(await session.claim(1)) == 1
            await end_sessions_of_locks(other)
            first = await other._workers.take_over()
            assert (first.items, first.waiting) == (0, 1)
            assert await states(other) == {"A-1": "sending"}
            assert session.worker.holds_lock() or session.worker._lost
            taken = await other._workers.wait_and_take_over()
            assert not session.worker.holds_lock(), "a successor took over from a worker that may still send"
            assert taken.items == 1
        assert await states(other) == {"A-1": "unknown"}


async def test_a_lock_that_cannot_be_found_is_no_sign_of_death(tmp_path: Path) -> None:
    async with opened(str(tmp_path / "l.sqlite")) as ledger, opened(str(tmp_path / "l.sqlite")) as other:
        await ledger.add([draft("A-1")])
        async with ledger.session() as session:
            await session.claim(1)
            for lock in tmp_path.glob("*-worker-*"):  # noqa: ASYNC240
                lock.unlink()
            assert await other.recover() == 0
            (unclear,) = await other.unclear_workers()
            assert unclear.id == session.worker.id
            assert await states(other) == {"A-1": "sending"}
            # A person may know more.
            assert await other.declare_ended(unclear.id) == 1
            assert await states(other) == {"A-1": "unknown"}


async def test_a_worker_that_holds_its_lock_cannot_be_declared_ended(address: str) -> None:
    async with opened(address) as ledger, ledger.session() as session:
        with pytest.raises(LedgerError, match="it is alive"):
            await ledger.declare_ended(session.worker.id)
        with pytest.raises(LedgerError, match="no worker 'nobody'"):
            await ledger.declare_ended("nobody")


#: Claims a draft, forks a child that keeps all its files open, and waits to be killed.
FORKING = """
import asyncio, os, sys, time
sys.path[:0] = [{support!r}]
from ledgers import client_for, draft
from pandapon_async.orders import TaobaoOrder, open_ledger
async def main():
    async with open_ledger(sys.argv[1], TaobaoOrder, client_for()) as ledger:
        await ledger.add([draft("A-1")])
        async with ledger.session() as session:
            await session.claim(1)
            child = os.fork()
            if child == 0:
                time.sleep(60)
                os._exit(0)
            print(child, flush=True)
            time.sleep(60)
asyncio.run(main())
"""


async def test_a_forked_child_does_not_keep_its_dead_parent_s_lock(address: str) -> None:
    program = FORKING.format(support=str(Path(__file__).parents[1] / "support"))
    with subprocess.Popen([sys.executable, "-c", program, address], stdout=subprocess.PIPE) as parent:  # noqa: ASYNC220
        assert parent.stdout is not None
        child = int(await asyncio.to_thread(parent.stdout.readline))
        parent.kill()
        parent.wait()
    try:
        async with opened(address) as ledger:
            assert await ledger.recover() == 1
            assert await states(ledger) == {"A-1": "unknown"}
    finally:
        os.kill(child, signal.SIGKILL)


async def test_a_process_taken_for_dead_while_adding_is_told_and_nothing_is_lost(address: str) -> None:
    async with opened(address) as ledger, opened(address) as other:

        async def rows() -> AsyncIterator[TaobaoOrder]:
            for index in range(1200):
                if index == 700:
                    async with other.session():
                        workers = await other._database.read(other._workers.list_all)
                        for info in workers:
                            await other._workers._take(info, in_flight_for=0.0)
                yield draft(f"B-{index}")

        with pytest.raises(LedgerLostError, match="nothing was added"):
            await ledger.add(rows())
        assert (await ledger.counts()).total == 0
        assert (await ledger.add(draft(f"B-{index}") for index in range(1200))).new == 1200
        assert (await ledger.counts()).pending == 1200
