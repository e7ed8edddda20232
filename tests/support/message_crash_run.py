"""Kill processes that receive pushes, at random moments under load, and count what became of the pushes.

What is acknowledged must be in the inbox and must have been handled, at least once. A push that was not acknowledged is
pushed again, as the platform does.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import anyio
import attrs
import httpx
from pushes import PRICE, push, signed

from pandapon_async.messages import open_inbox

_PROCESS = Path(__file__).with_name("receiving_process.py")


@attrs.define
class Report:
    """What a run came to.

    Attributes:
        kills: How often a process was killed.
        under_load: How often pushes were on their way then.
        pushed: How many different pushes there were.
        sent: How often one was sent.
        acknowledged: How many were answered with 200.
        stored: How many are in the inbox.
        lost: Acknowledged ones that are not in the inbox.
        unhandled: Acknowledged ones that no handler saw.
        handled: How often a handler saw one; more than there are where a crash came before it was recorded.
        pending: Messages that nobody handled in the end.
    """

    kills: int = 0
    under_load: int = 0
    pushed: int = 0
    sent: int = 0
    acknowledged: int = 0
    stored: int = 0
    lost: int = 0
    unhandled: int = 0
    handled: int = 0
    pending: int = 0

    @property
    def well(self) -> bool:
        return not (self.lost or self.unhandled or self.pending) and self.acknowledged == self.pushed == self.stored


@attrs.define
class Run:
    """Receivers side by side on one inbox, and somebody who pushes."""

    inbox: str
    folder: Path
    side_by_side: int
    chance: random.Random
    processes: list[subprocess.Popen[bytes]] = attrs.field(factory=list)
    urls: list[str] = attrs.field(factory=list)
    acknowledged: set[tuple[str, str]] = attrs.field(factory=set)
    report: Report = attrs.field(factory=Report)

    def start(self, place: int) -> None:
        ready = self.folder / f"ready-{place}"
        ready.unlink(missing_ok=True)
        command = [sys.executable, str(_PROCESS), "--inbox", self.inbox, "--ready", str(ready)]
        process = subprocess.Popen([*command, "--handled", str(self.folder / "handled")])
        limit = time.monotonic() + 120
        while not ready.exists():
            if process.poll() is not None or time.monotonic() > limit:
                process.kill()
                process.wait()
                raise RuntimeError(f"a receiver did not start: exit status {process.returncode}")
            time.sleep(0.02)
        self.processes[place : place + 1] = [process]
        self.urls[place : place + 1] = [ready.read_text()]

    def kill(self, place: int) -> None:
        self.processes[place].kill()
        self.processes[place].wait()

    async def push_all(self, bodies: list[tuple[tuple[str, str], bytes]], stop: asyncio.Event | None) -> None:
        """Push from many connections; what is not acknowledged comes again until all is, or until told to stop."""
        waiting = [entry for entry in bodies if entry[0] not in self.acknowledged]
        limits = httpx.Limits(max_connections=32)
        async with httpx.AsyncClient(timeout=30, limits=limits, trust_env=False) as client:

            async def work() -> None:
                while waiting and not (stop and stop.is_set()):
                    name, body = waiting.pop()
                    self.report.sent += 1
                    try:
                        answer = await client.post(self.chance.choice(self.urls), content=body, headers=signed(body))
                    except httpx.TransportError:
                        waiting.insert(0, (name, body))
                        await asyncio.sleep(0.005)
                        continue
                    if answer.status_code == 200:
                        self.acknowledged.add(name)
                    else:
                        waiting.insert(0, (name, body))

            await asyncio.gather(*(work() for _ in range(16)))

    async def go(self, kills: int, pushes: int) -> Report:
        begin = int(time.time() * 1000)
        names = [(f"order-{number % (pushes // 3)}", str(begin + number)) for number in range(pushes)]
        bodies = [(name, push(name[0], PRICE, timestamp=name[1])) for name in names]
        self.chance.shuffle(bodies)
        share = -(-pushes // (kills + 1))
        try:
            for place in range(self.side_by_side):
                await anyio.to_thread.run_sync(self.start, place)
            for number in range(kills):
                stop = asyncio.Event()
                batch = bodies[: share * (number + 1)]
                pushing = asyncio.create_task(self.push_all(batch, stop))
                await asyncio.sleep(self.chance.random() * 0.4)
                place = self.chance.randrange(self.side_by_side)
                await anyio.to_thread.run_sync(self.kill, place)
                self.report.kills += 1
                self.report.under_load += not pushing.done()
                stop.set()
                await pushing
                await anyio.to_thread.run_sync(self.start, place)
            await self.push_all(bodies, None)
            await self.wait_until_handled()
        finally:
            for process in self.processes:
                process.kill()
                process.wait()
        return await self.count(names)

    async def wait_until_handled(self) -> None:
        limit = time.monotonic() + 300
        async with open_inbox(self.inbox) as inbox:
            while (await inbox.counts()).pending and time.monotonic() < limit:
                await asyncio.sleep(0.1)

    async def count(self, names: list[tuple[str, str]]) -> Report:
        async with open_inbox(self.inbox) as inbox:
            entries = [entry async for entry in inbox.entries()]
            self.report.pending = (await inbox.counts()).pending
        stored = {(entry.order_id, str(round((entry.pushed_at or 0) * 1000))) for entry in entries}
        handled = Counter(tuple(line.split()) for line in (self.folder / "handled").read_text().splitlines())
        self.report.pushed = len(names)
        self.report.acknowledged = len(self.acknowledged)
        self.report.stored = len(entries)
        self.report.lost = len(self.acknowledged - stored)
        self.report.unhandled = len([name for name in self.acknowledged if not handled[name]])
        self.report.handled = sum(handled.values())
        return self.report


async def crash_run(  # noqa: PLR0913 - one keyword per option
    *, inbox: str, folder: Path, kills: int, pushes: int, side_by_side: int, seed: int
) -> Report:
    """Run, and return what came of it."""
    return await Run(inbox, folder, side_by_side, random.Random(seed)).go(kills, pushes)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--pushes", type=int, default=30_000)
    parser.add_argument("--side-by-side", type=int, default=1)
    parser.add_argument("--inbox", help="by default SQLite in a temporary folder")
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    given = parser.parse_args()
    with contextlib.ExitStack() as stack:
        work = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        print(f"seed {given.seed}")
        found = asyncio.run(
            crash_run(
                inbox=given.inbox or str(work / "inbox.sqlite"),
                folder=work,
                kills=given.kills,
                pushes=given.pushes,
                side_by_side=given.side_by_side,
                seed=given.seed,
            )
        )
    print(found)
    print("well" if found.well else "NOT WELL")
    sys.exit(not found.well)
