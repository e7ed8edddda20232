"""Cancellation by asyncio itself, at every await point: no task, no lock, no lost outcome stays behind."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest
from ledgers import client_for, draft
from test_submission import accept

from pandapon_async.orders import Limits, TaobaoOrder, open_ledger, place_once

WAYS = ("timeout", "wait_for", "task group", "task")


async def cancelled_by(way: str, work: Callable[[], Awaitable[None]], after: int) -> bool:
    """Run work and cancel it at the n-th step of the event loop; True if it had ended by then."""
    loop = asyncio.get_running_loop()
    ended = False

    async def run() -> None:
        nonlocal ended
        await work()
        ended = True

    async def steps() -> None:
        for _ in range(after):
            await asyncio.sleep(0)

    if way == "timeout":
        try:
            async with asyncio.timeout(None) as timeout:
                ticking = asyncio.create_task(steps())
                ticking.add_done_callback(lambda _: timeout.reschedule(loop.time()) if not ended else None)
                await run()
        except TimeoutError:
            pass
        ticking.cancel()
        return ended
    task = asyncio.create_task(run())
    if way == "wait_for":
        waiting = asyncio.create_task(asyncio.wait_for(task, 60))
        await steps()
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    elif way == "task group":
        with pytest.raises(ExceptionGroup):  # noqa: PT012 - the group is what cancels
            async with asyncio.TaskGroup() as group:
                group.create_task(_await(task))
                await steps()
                raise ValueError
    else:
        await steps()
        task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return ended


async def _await(task: asyncio.Task[None]) -> None:
    try:
        await task
    finally:
        task.cancel()


@pytest.mark.parametrize("way", WAYS)
async def test_a_submission_cancelled_at_any_step_leaves_nothing_behind(tmp_path: Path, way: str) -> None:
    async def serve(request: httpx.Request) -> httpx.Response:
        arrived.append(request)
        await asyncio.sleep(0)
        return accept(request)

    step = 0
    for attempt in range(200):
        path = tmp_path / f"{attempt}.sqlite"
        arrived: list[httpx.Request] = []
        async with client_for(serve) as client, open_ledger(path, TaobaoOrder, client) as ledger:
            await ledger.add([draft(f"A-{index}") for index in range(4)])
            before = asyncio.all_tasks()

            async def submit() -> None:
                async with ledger.submit(limits=Limits(in_flight=2)) as outcomes:
                    async for _ in outcomes:
                        pass

            ended = await cancelled_by(way, submit, step)
            await asyncio.sleep(0)
            assert asyncio.all_tasks() - before == set()
            assert list(tmp_path.glob("*-worker-*")) == []  # noqa: ASYNC240
            counts = await ledger.counts()
            assert counts.sending == counts.unknown == 0
            assert counts.created == len(arrived)
        if ended:
            return
        # Steps at which threads are waited for are many, and alike.
        step = step + 1 if step < 40 else int(step * 1.4)
    raise AssertionError("it never ended")


@pytest.mark.parametrize("way", WAYS)
async def test_an_addition_cancelled_at_any_step_is_whole_or_not_at_all(tmp_path: Path, way: str) -> None:
    step = 0
    async with open_ledger(tmp_path / "l.sqlite", TaobaoOrder, client_for()) as ledger:
        for attempt in range(200):
            before = asyncio.all_tasks()
            drafts = [draft(f"{attempt}-{index}") for index in range(600)]
            known = (await ledger.counts()).total

            async def add(drafts: list[TaobaoOrder] = drafts) -> None:
                await ledger.add(drafts)

            ended = await cancelled_by(way, add, step)
            await asyncio.sleep(0)
            assert asyncio.all_tasks() - before == set()
            assert list(tmp_path.glob("*-worker-*")) == []  # noqa: ASYNC240
            assert (await ledger.counts()).total - known in (0, 600)
            if ended:
                return
            step = step + 1 if step < 10 else int(step * 1.6)
    raise AssertionError("it never ended")


async def test_a_single_order_is_recorded_though_its_caller_is_cancelled(address: str) -> None:
    arrived, reply = asyncio.Event(), asyncio.Event()

    async def serve(request: httpx.Request) -> httpx.Response:
        arrived.set()
        await reply.wait()
        return accept(request)

    async with client_for(serve) as client, open_ledger(address, TaobaoOrder, client) as ledger:
        task = asyncio.create_task(place_once(ledger, draft("A-1")))
        await arrived.wait()
        task.cancel()
        await asyncio.sleep(0)
        reply.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await place_once(ledger, "A-1")).state == "created"
