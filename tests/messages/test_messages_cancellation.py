"""Cancelled by asyncio itself at each step: no task, no lock and no claim stays, and no acknowledged push is lost."""

from __future__ import annotations

import asyncio
from pathlib import Path

import anyio
import anyio.lowlevel
import httpx
import pytest
from cancellation import cancel_at_every_step
from pushes import push

from pandapon_async.messages import Event, Messages, open_inbox, parse


def lock_files(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir() if file.suffix not in {".sqlite", ".sqlite-wal", ".sqlite-shm"}]


async def test_storing_a_push(tmp_path: Path) -> None:
    file = tmp_path / "inbox.sqlite"
    acknowledged: set[str] = set()

    async def work(step: int) -> None:
        body = push(f"order-{step}")
        async with open_inbox(file, create=True) as inbox:
            await inbox.store(parse(body), body)
            acknowledged.add(f"order-{step}")
            await inbox.counts()

    async def check(step: int) -> None:
        async with open_inbox(file, create=True) as inbox:
            assert {entry.order_id async for entry in inbox.entries()} >= acknowledged
        assert lock_files(tmp_path) == []

    assert await cancel_at_every_step(work, check) >= 5
    assert acknowledged


async def test_receiving_and_handling(tmp_path: Path) -> None:
    file = tmp_path / "inbox.sqlite"
    acknowledged: set[str] = set()
    handled: set[str | None] = set()

    async def work(step: int) -> None:
        messages = Messages(inbox=file, unverified=True, grace=0.0, poll=0.01)
        done = asyncio.Event()

        @messages.on(Event)
        async def handle(event: Event) -> None:
            await anyio.lowlevel.checkpoint()
            handled.add(event.order_id)
            done.set()

        async with (
            messages.running() as inbox,
            httpx.AsyncClient(transport=httpx.ASGITransport(messages), base_url="http://x") as client,
        ):
            assert (await client.post("/", content=push(f"order-{step}"))).status_code == 200
            acknowledged.add(f"order-{step}")
            await done.wait()
            while (await inbox.counts()).pending:
                await asyncio.sleep(0)

    async def check(step: int) -> None:
        async with open_inbox(file, create=True) as inbox:
            entries = [entry async for entry in inbox.entries()]
        assert {entry.order_id for entry in entries} >= acknowledged
        assert not [entry for entry in entries if entry.handling]
        assert lock_files(tmp_path) == []

    assert await cancel_at_every_step(work, check) > 10
    # What was cut off is handled by the next one.
    messages = Messages(inbox=file, unverified=True)
    messages.on(Event)(_nothing)
    async with messages.running() as inbox:
        while (await inbox.counts()).pending:
            await asyncio.sleep(0.01)
        assert (await inbox.counts()).handled >= len(acknowledged)


async def _nothing(event: Event) -> None:
    """Accept anything."""


@pytest.mark.parametrize("how", ["timeout", "wait_for", "task group"])
async def test_the_ways_in_which_asyncio_cancels(tmp_path: Path, how: str) -> None:
    file = tmp_path / "inbox.sqlite"
    messages = Messages(inbox=file, unverified=True, grace=0.0)
    started = asyncio.Event()

    @messages.on(Event)
    async def hang(event: Event) -> None:
        started.set()
        await asyncio.Event().wait()

    async def run() -> None:
        async with messages.running() as inbox:
            await inbox.store(parse(push("1")), push("1"))
            await asyncio.Event().wait()

    async def stop() -> None:
        await started.wait()
        raise ZeroDivisionError

    before = asyncio.all_tasks()
    match how:
        case "timeout":
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.5):
                    await run()
        case "wait_for":
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(run(), 0.5)
        case _:
            with pytest.raises(ExceptionGroup):  # noqa: PT012
                async with asyncio.TaskGroup() as group:
                    group.create_task(run())
                    group.create_task(stop())
    assert asyncio.all_tasks() == before
    assert lock_files(tmp_path) == []
    async with open_inbox(file) as inbox:
        (entry,) = [entry async for entry in inbox.entries()]
        assert (entry.state, entry.handling) == ("pending", False)
