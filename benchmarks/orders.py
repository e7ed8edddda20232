"""A batch from JSON lines through a ledger: what the ledger costs, and that memory stays flat.

The cost is measured against the same calls without a ledger, both to the local server of the other benchmarks over a
real socket. Memory is measured over a mock transport, per hundred thousand drafts: the server answers at once. Each
part runs in a process of its own, so peak memory counts from a fresh start. Numbers of one run compare with each other,
not with other machines.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NotRequired, TypedDict, cast

import anyio
import anyio.lowlevel
import httpx

from pandapon_async import Credentials, PandaPonClient
from pandapon_async.orders import Draft, DraftFile, Limits, Submission, TaobaoOrder, open_ledger
from pandapon_async.pandapon_v1 import OrderLine, Receiver

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT: Final = Path(__file__).parent.parent
CREDENTIALS = Credentials(access_key="k" * 32, access_secret="s" * 32, user_id="2100007341207")
RECEIVER = Receiver(name="Test Buyer", mobile_phone="13800000000", city="杭州市", address="1 Example Road")
LINES = [OrderLine(order_line_no="1", item_id="600126245031041190", sku_id="5016042822039", quantity=2, price=200)]
ANSWER = {"requestId": "r", "code": 200, "developId": "1", "msg": "成功", "data": {"purchaseOrderId": "1"}}
BODY = json.dumps(ANSWER).encode()
IN_FLIGHT = 64
EVERY = 100_000
#: MB by which peak memory may grow from ten thousand drafts to a million.
ALLOWED_GROWTH = 20.0


class Measured(TypedDict):
    """What one part measured."""

    drafts: int
    add_seconds: float
    send_seconds: float
    peak_mb: float
    peak_mb_per_100k: NotRequired[list[float]]


class Instant(httpx.AsyncBaseTransport):
    """Answers every request with success, after one turn of the loop."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:  # noqa: ARG002
        """Answer."""
        await anyio.lowlevel.checkpoint()
        return httpx.Response(200, content=BODY)


def client(url: str) -> PandaPonClient:
    """Build the client that all parts use; without a URL it is over a mock transport."""
    if url:
        return PandaPonClient(CREDENTIALS, base_url=url, max_concurrency=IN_FLIGHT)
    return PandaPonClient(CREDENTIALS, transport=Instant(), max_concurrency=IN_FLIGHT)


@contextmanager
def server() -> Generator[str]:
    """Run the server of the other benchmarks in a process of its own; yield its URL."""
    command = [sys.executable, "-m", "benchmarks.instant"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own
        try:
            assert process.stdout is not None  # noqa: S101
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.terminate()


def peak() -> float:
    """Return the peak resident memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def write_drafts(path: Path, count: int) -> None:
    """Write a batch as JSON lines."""
    draft = TaobaoOrder(
        seller_order_number="@", purchase_amount=400, receiver=RECEIVER, order_line_list=LINES, order_source="lazada"
    )
    line = json.dumps(
        {
            "seller_order_number": "@",
            "purchase_amount": draft.purchase_amount,
            "order_source": "lazada",
            "receiver": RECEIVER.to_dict(),
            "order_line_list": [
                {"item_id": "600126245031041190", "sku_id": "5016042822039", "quantity": 2, "price": 200}
            ],
        },
        ensure_ascii=False,
    )
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(line.replace("@", f"N-{number}") + "\n")


async def with_ledger(path: Path, ledger_path: Path, url: str) -> Measured:
    """Add and submit a batch; return seconds, and memory per hundred thousand drafts."""
    memory: list[float] = []
    async with client(url) as sender, open_ledger(ledger_path, TaobaoOrder, sender) as ledger:
        started = time.perf_counter()
        await ledger.add(DraftFile(path, TaobaoOrder))
        added = time.perf_counter()
        done = 0
        async with Submission(ledger, sender, limits=Limits(in_flight=IN_FLIGHT)) as submission:
            async for outcome in submission:
                assert outcome.state == "created", outcome.state  # noqa: S101
                done += 1
                if done % EVERY == 0:
                    memory.append(peak())
                    print(f"  {done:>9,} sent  {done / (time.perf_counter() - added):8,.0f}/s  {peak():6.0f} MB peak")
        sent = time.perf_counter()
    return {
        "drafts": done,
        "add_seconds": added - started,
        "send_seconds": sent - added,
        "peak_mb": peak(),
        "peak_mb_per_100k": memory,
    }


async def without_ledger(path: Path, url: str) -> Measured:
    """Make the same calls without a ledger: read, call, forget."""
    started = time.perf_counter()
    done = 0
    send, receive = anyio.create_memory_object_stream[Draft](IN_FLIGHT)

    async with client(url) as sender:

        async def work() -> None:
            nonlocal done
            async for draft in receive:
                await sender.call(TaobaoOrder.kind.operation, draft.arguments(), {})
                done += 1

        async with anyio.create_task_group() as group:
            for _ in range(IN_FLIGHT):
                group.start_soon(work)
            with send:
                async for draft in DraftFile(path, TaobaoOrder):
                    await send.send(draft)
        receive.close()
    return {"drafts": done, "add_seconds": 0.0, "send_seconds": time.perf_counter() - started, "peak_mb": peak()}


def part(name: str, count: int, folder: Path, url: str = "") -> Measured:
    """Run one part in a process of its own."""
    path = folder / f"{count}.jsonl"
    if not path.exists():
        write_drafts(path, count)
    result = folder / f"{name}-{count}.json"
    print(f"{name}, {count:,} drafts{' over a socket' if url else ''}", flush=True)
    subprocess.run(  # noqa: S603 - this file itself
        [sys.executable, __file__, "--part", name, str(path), str(result), url], check=True
    )
    return cast("Measured", json.loads(result.read_text(encoding="utf-8")))


def main(drafts: int, rounds: int, output: Path) -> None:
    """Measure and print."""
    small, middle = min(10_000, drafts), min(100_000, drafts)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shares: list[float] = []
        rates: list[tuple[float, float]] = []
        with server() as url:
            for _ in range(rounds):
                # Side by side and alternating, so that both see the same machine.
                ledger = part("with-ledger", middle, folder, url)
                bare = part("without-ledger", middle, folder, url)
                seconds = ledger["add_seconds"] + ledger["send_seconds"]
                shares.append(bare["send_seconds"] / seconds)
                rates.append((middle / seconds, middle / bare["send_seconds"]))
        little = part("with-ledger", small, folder)
        large = part("with-ledger", drafts, folder)
    grown = large["peak_mb"] - little["peak_mb"]
    share = sorted(shares)[len(shares) // 2]
    with_it, without_it = sorted(rates)[len(rates) // 2]
    print(f"\nthroughput with a ledger, of that without (median of {rounds}, {middle:,} drafts): {share:.2f}")
    print(f"peak memory: {little['peak_mb']:.0f} MB at {small:,}, {large['peak_mb']:.0f} MB at {drafts:,} drafts")
    results: dict[str, Any] = json.loads(output.read_text(encoding="utf-8")) if output.exists() else {}
    results["orders_with_ledger"] = {
        "ours": with_it,
        "peers": {"without a ledger": without_it},
        "ratio": {"without a ledger": share},
        "unit": "drafts/s",
        "rounds": rounds,
        "spread": [min(shares), max(shares)],
    }
    results["orders_memory_growth"] = {
        "ours": grown,
        "peers": {"allowed": ALLOWED_GROWTH},
        "ratio": {"allowed": grown / ALLOWED_GROWTH},
        "unit": f"MB of peak memory from {small} to {drafts} drafts",
        "rounds": 1,
        "spread": [grown, grown],
        "peak_mb_per_100k": large.get("peak_mb_per_100k", []),
    }
    output.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--drafts", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--output", type=Path, default=Path(__file__).with_name("results.json"))
    parser.add_argument("--part", nargs=4, metavar=("NAME", "DRAFTS", "RESULT", "URL"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.part:
        kind, source, target, address = arguments.part
        ledger_file = Path(source).with_suffix(f".{os.getpid()}.sqlite")
        run = (
            anyio.run(with_ledger, Path(source), ledger_file, address)
            if kind == "with-ledger"
            else anyio.run(without_ledger, Path(source), address)
        )
        Path(target).write_text(json.dumps(run), encoding="utf-8")
        for leftover in ledger_file.parent.glob(ledger_file.name + "*"):
            leftover.unlink()
    else:
        main(arguments.drafts, arguments.rounds, arguments.output)
