"""The crash test: processes that submit one batch are killed at random moments until it is through.

The sandbox counts: it has each order once, or the test has failed. Faults at the sandbox make sure that there is
something to be in doubt about: errors and broken connections on both sides of the effect, answers that come after the
time-out, and effects that come after it, so that an order appears when its caller has long given up.

``make crash-test`` runs the long form; the tests run a short one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs
import httpx
from submitting_process import number

CHILD = Path(__file__).with_name("submitting_process.py")

#: Status of a process that lost its lock.
LOST = 5
#: Seconds after which a child gives up on an answer; latencies lie on both sides of it.
TIMEOUT = 0.4
#: Longer than the sandbox ever lets a request lie.
QUIET_PERIOD = 1.1
FAULTS = {
    "latency=0.05": 0.30,
    "latency=0.6": 0.01,
    "status=503": 0.02,
    "drop-before": 0.02,
    "drop-after": 0.03,
    "status-after=502": 0.02,
    "code-after=500": 0.02,
    "truncate": 0.02,
    "latency-after=0.6": 0.01,
}


@attrs.frozen(kw_only=True)
class Result:
    """What the sandbox counted."""

    kills: int
    created: int
    lost: int
    duplicated: int
    unexpected: int
    faults: dict[str, int]
    seconds: float


@contextmanager
def sandbox(folder: Path, seed: int) -> Iterator[dict[str, str]]:
    """Run a sandbox with faults in a process of its own."""
    rules = [
        {"operation": "taobao.orders.create", "fault": fault, "probability": probability}
        for fault, probability in FAULTS.items()
    ]
    rules_file, ready = folder / "rules.json", folder / "ready.json"
    rules_file.write_text(json.dumps({"seed": seed, "rules": rules}))
    command = [sys.executable, "-m", "pandapon_async.cli", "sandbox", "--port", "0", "--quiet", "--strict"]
    process = subprocess.Popen(
        [*command, "--fault-rules", str(rules_file), "--ready-file", str(ready)], stdout=subprocess.DEVNULL
    )
    try:
        while not ready.exists():
            assert process.poll() is None, "the sandbox did not start"
            time.sleep(0.05)
        yield json.loads(ready.read_text())
    finally:
        process.terminate()
        process.wait(30)


@attrs.define
class Child:
    """One submitting process, and when it is to be killed."""

    process: subprocess.Popen[bytes]
    doomed_at: float | None
    #: When a suspended process goes on.
    resumes_at: float | None = None

    @property
    def ended(self) -> bool:
        return self.process.poll() is not None


def crash_run(  # noqa: C901, PLR0913 - one loop, and the measures of a run
    *,
    ledger: str,
    folder: Path,
    orders: int,
    kills: int,
    seed: int,
    side_by_side: int = 1,
    rate: float = 60.0,
    patience: float = 600.0,
) -> Result:
    """Submit one batch with processes that are killed, and return what the sandbox counted.

    Args:
        ledger: Where the ledger is.
        folder: For files of the run.
        orders: Size of the batch.
        kills: How many processes are killed before the rest is left in peace.
        seed: Of the moments and the faults.
        side_by_side: How many processes work on the ledger at once.
        rate: Orders a second and process; low enough for the batch to outlast the kills.
        patience: Seconds after which the run has failed.
    """
    luck = random.Random(seed)
    started = time.monotonic()
    with sandbox(folder, seed) as running:
        url = running["url"]
        command = [sys.executable, str(CHILD), "--url", url, "--orders", str(orders)]
        command += ["--rate", str(rate), "--timeout", str(TIMEOUT), "--quiet-period", str(QUIET_PERIOD)]
        killed = 0
        other_name = ledger
        if "://" not in ledger:
            other_name = str(folder / "link.sqlite")
            Path(other_name).symlink_to(ledger)
        children: list[Child] = []
        while True:
            assert time.monotonic() - started < patience, f"not through after {patience} s, {killed} kills"
            while len(children) < side_by_side:
                # Every other process comes by another name of the file.
                address = other_name if luck.random() < 0.5 else ledger
                process = subprocess.Popen([*command, "--ledger", address], stdout=subprocess.PIPE)
                doomed_at = None
                if killed < kills:
                    assert process.stdout is not None
                    # Now and then in the middle of starting; mostly somewhere in its work.
                    if luck.random() > 0.05:
                        process.stdout.readline()
                    doomed_at = time.monotonic() + luck.uniform(0.0, 0.8)
                children.append(Child(process, doomed_at))
            for child in list(children):
                if child.resumes_at is not None and time.monotonic() >= child.resumes_at:
                    child.process.send_signal(signal.SIGCONT)
                    child.resumes_at = None
                if child.doomed_at is not None and time.monotonic() >= child.doomed_at and not child.ended:
                    killed += 1
                    child.doomed_at = None
                    strike(child, luck, ledger)
                    if child.resumes_at is not None and killed < kills:
                        child.doomed_at = child.resumes_at + luck.uniform(0.0, 0.8)
                if child.ended:
                    status = child.process.wait()
                    assert child.process.stdout is not None
                    child.process.stdout.close()
                    children.remove(child)
                    assert status in (0, LOST, -signal.SIGKILL), f"a process ended with {status}"
                    if status == 0:
                        assert killed >= kills, f"the batch was through after {killed} kills; make it larger"
                        for other in children:
                            assert other.process.wait(60) == 0
                            assert other.process.stdout is not None
                            other.process.stdout.close()
                        return count(running, orders, killed, time.monotonic() - started)
            time.sleep(0.005)


def strike(child: Child, luck: random.Random, ledger: str) -> None:
    """Do to a process what happens to processes: it is killed, suspended, or loses its connections."""
    faults = ["kill", "kill", "suspend"]
    if "://" in ledger:
        faults += ["disconnect"]
    match luck.choice(faults):
        case "kill":
            child.process.send_signal(signal.SIGKILL)
        case "suspend":
            child.process.send_signal(signal.SIGSTOP)
            child.resumes_at = time.monotonic() + luck.choice((0.5, 2.0, 9.0))
        case _:
            url, _, schema = ledger.partition("?")
            assert schema
            end = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1"
            subprocess.run(["psql", "-qAt", url, "-c", end], check=True, stdout=subprocess.DEVNULL)


def count(running: dict[str, str], orders: int, kills: int, seconds: float) -> Result:
    """Ask the sandbox."""
    with httpx.Client(base_url=running["url"], timeout=60, headers={"x-sandbox-token": running["token"]}) as console:
        # What was in flight when its sender died may still be on its way to an effect.
        time.sleep(QUIET_PERIOD)
        numbers = [number(index) for index in range(orders)]
        found = console.post("/_sandbox/reconcile", json={"sellerOrderNumbers": numbers}).raise_for_status().json()
        faults = console.get("/_sandbox/summary").raise_for_status().json()["faults"]
    return Result(
        kills=kills,
        created=found["created"],
        lost=found["lost"],
        duplicated=found["duplicated"],
        unexpected=found["unexpected"],
        faults=faults,
        seconds=seconds,
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Submit one batch with processes that are killed at random moments.")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--ledger", default=None, help="URL or path; by default a file that is thrown away")
    parser.add_argument("--side-by-side", type=int, default=1)
    arguments = parser.parse_args()
    chosen = int.from_bytes(os.urandom(4)) if arguments.seed is None else arguments.seed
    size = 40 * arguments.kills
    print(f"crash test: {size} orders, {arguments.kills} kills, seed {chosen}", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        result = crash_run(
            ledger=arguments.ledger or str(Path(temporary, "ledger.sqlite")),
            folder=Path(temporary),
            orders=size,
            kills=arguments.kills,
            seed=chosen,
            side_by_side=arguments.side_by_side,
            patience=3600,
        )
    print(f"faults that the sandbox injected: {result.faults}")
    print(
        f"crash test: {size} orders, {result.created} created, {result.lost} lost, {result.duplicated} duplicated, "
        f"{result.kills} kills in {result.seconds:.0f} s"
    )
    sys.exit(0 if (result.created, result.lost, result.duplicated, result.unexpected) == (size, 0, 0, 0) else 1)
