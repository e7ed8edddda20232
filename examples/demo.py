"""A batch of orders against a PandaPon that misbehaves, and what came of them by the sandbox's own count.

Shows: drafts under the caller's own order numbers, a ledger that knows every order before it is sent and after it is
answered, a submission of 32 at a time, and how an order whose outcome is unknown is settled: by looking its number up
where a person would, in the console, never by sending it again on a guess.

Assumes: nothing. It starts its own sandbox (``pandapon sandbox``), injects faults into a good part of the calls and
ends it again. Run it with ``make demo``.
"""

from __future__ import annotations

import argparse
import json
import secrets
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import anyio
import httpx
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pandapon_async import Credentials, PandaPonClient
from pandapon_async.orders import Ledger, Limits, TaobaoOrder, open_ledger
from pandapon_async.pandapon_v1 import OrderLine, Receiver
from pandapon_async.sandbox import DEMO_ACCESS_KEY, DEMO_ACCESS_SECRET, DEMO_USER_ID
from pandapon_async.testing.sandbox_console import SandboxConsole

#: The sandbox's demo account; a real one comes from the environment: ``PandaPonClient.from_env()``.
TOKEN = secrets.token_hex(8)
CREDENTIALS = Credentials(access_key=DEMO_ACCESS_KEY, access_secret=DEMO_ACCESS_SECRET, user_id=DEMO_USER_ID)

#: What goes wrong, and how often. The first two prevent an order, the rest delays or spoils the answer to one.
FAULTS = {
    "status=503": 0.06,
    "drop-before": 0.06,
    "latency=0.2": 0.08,
    "drop-after": 0.06,
    "status-after=502": 0.05,
    "code-after=500": 0.04,
    "truncate": 0.04,
    "malformed": 0.03,
    "latency-after=1.2": 0.02,
}
TIMEOUT = httpx.Timeout(5.0, read=1.0)
ROUNDS = 10


#: The sandbox lets no request lie for longer; the real platform gets minutes.
QUIET_PERIOD = 1.5


def drafts(count: int) -> Iterator[TaobaoOrder]:
    """Yield what a shop wants to order; each with the shop's own order number."""
    for index in range(1, count + 1):
        yield TaobaoOrder(
            seller_order_number=f"DEMO-{index:06d}",
            purchase_amount=400,
            order_source="lazada",
            receiver=Receiver(
                name="Test Buyer",
                mobile_phone="13800000000",
                state="浙江省",
                city="杭州市",
                address="1 Example Road",
            ),
            order_line_list=[
                OrderLine(
                    order_line_no="1", item_id="600126245031041190", sku_id="5016042822039", quantity=2, price=200
                )
            ],
        )


@asynccontextmanager
async def sandbox() -> AsyncGenerator[str]:
    """Run ``pandapon sandbox`` and yield its address."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder, "ready.json")
        command = [
            sys.executable,
            "-m",
            "pandapon_async.cli",
            "sandbox",
            "--port",
            "0",
            "--quiet",
            "--strict",
            "--token",
            TOKEN,
        ]
        process = await anyio.open_process(
            [*command, "--ready-file", str(ready)], stdout=subprocess.DEVNULL, stderr=None
        )
        async with process:
            try:
                with anyio.fail_after(30):
                    while not ready.exists():
                        if process.returncode is not None:
                            raise SystemExit("the sandbox did not start")
                        await anyio.sleep(0.05)
                yield json.loads(ready.read_text(encoding="utf-8"))["url"]
            finally:
                process.terminate()


def console_at(url: str) -> httpx.AsyncClient:
    """Return a client of the sandbox's admin interface."""
    return httpx.AsyncClient(base_url=url, timeout=30, headers={"x-sandbox-token": TOKEN})


async def submit_all(ledger: Ledger, console: httpx.AsyncClient, show: Console) -> Counter[str]:
    """Send and settle until it is known of every order whether it exists; count what was said on the way."""
    said: Counter[str] = Counter()
    total = (await ledger.counts()).total
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=show, disable=not show.is_terminal) as progress:
        bar = progress.add_task("orders created", total=total)
        for round_number in range(1, ROUNDS + 1):
            async with ledger.submit(limits=Limits(in_flight=32)) as outcomes:
                async for outcome in outcomes:
                    said[outcome.state] += 1
                    if outcome.state == "rejected":
                        show.print(f"{outcome.key} was refused: {outcome.message}")
                    if outcome.state == "created":
                        progress.advance(bar)
            counts = await ledger.counts()
            show.print(f"round {round_number}: {counts.created} created, {counts.unknown} unknown")
            if not counts.unknown:
                break
            # A call that was given up may still be at work. Its order is looked up only after that.
            found = await ledger.resolve(SandboxConsole(console), quiet_period=QUIET_PERIOD, wait=True)
            said["found in the console"] += found.created
            said["not in the console"] += found.not_created
            progress.advance(bar, found.created)
    return said


async def main(count: int, seed: int) -> int:
    """Run the demo and return its exit status."""
    show = Console(highlight=False, soft_wrap=True)
    async with sandbox() as url, console_at(url) as console:
        rules = [
            {"operation": "taobao.orders.create", "fault": fault, "probability": probability}
            for fault, probability in FAULTS.items()
        ]
        (await console.put("/_sandbox/faults", json={"seed": seed, "rules": rules})).raise_for_status()
        show.print(f"sandbox at {url}, {count} orders, 32 at a time, faults injected (seed {seed})")
        started = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            async with (
                PandaPonClient(CREDENTIALS, base_url=url, max_concurrency=32, timeout=TIMEOUT) as client,
                open_ledger(Path(folder, "ledger.sqlite"), TaobaoOrder, client) as ledger,
            ):
                await ledger.add(drafts(count))
                said = await submit_all(ledger, console, show)
        show.print(f"done in {time.perf_counter() - started:.1f} s; what was said of orders: {told(said)}")

        summary = (await console.get("/_sandbox/summary")).raise_for_status().json()
        show.print(f"faults that the sandbox injected: {told(Counter(summary['faults']))}")
        numbers = [draft.draft_key for draft in drafts(count)]
        counted = await console.post("/_sandbox/reconcile", json={"sellerOrderNumbers": numbers})
        result = counted.raise_for_status().json()
    good = result["created"] == count and not (result["lost"] or result["duplicated"] or result["unexpected"])
    print(
        f"demo: {result['expected']} orders, {result['created']} created, "
        f"{result['lost']} lost, {result['duplicated']} duplicated"
    )
    return 0 if good else 1


def told(counts: Counter[str]) -> str:
    """Return counts as a sentence."""
    return ", ".join(f"{number} {name}" for name, number in counts.most_common()) or "none"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--orders", type=int, default=300, help="how many (default: 300)")
    parser.add_argument("--seed", type=int, default=2026, help="of the faults (default: 2026)")
    arguments = parser.parse_args()
    sys.exit(anyio.run(main, arguments.orders, arguments.seed))
