"""A process that submits a batch, resumes it and resolves its doubts until all is created. Made to be killed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

import anyio
import httpx

from pandapon_async import Credentials, PandaPonClient, RetryPolicy
from pandapon_async.orders import (
    LedgerLostError,
    Limits,
    SubmissionAbortedError,
    TaobaoOrder,
    open_ledger,
)
from pandapon_async.pandapon_v1 import OrderLine, Receiver
from pandapon_async.sandbox import DEMO_ACCESS_KEY, DEMO_ACCESS_SECRET, DEMO_USER_ID
from pandapon_async.testing.sandbox_console import SandboxConsole

CREDENTIALS = Credentials(access_key=DEMO_ACCESS_KEY, access_secret=DEMO_ACCESS_SECRET, user_id=DEMO_USER_ID)


def number(index: int) -> str:
    return f"CRASH-{index:06d}"


def drafts(count: int) -> Iterator[TaobaoOrder]:
    for index in range(count):
        yield TaobaoOrder(
            seller_order_number=number(index),
            purchase_amount=400 + index,
            receiver=Receiver(name="Test Buyer", mobile_phone="13800000000", address="1 Example Road"),
            order_line_list=[OrderLine(item_id="600126245031041190", quantity=1, price=400 + index)],
        )


async def main(arguments: argparse.Namespace) -> int:
    limits = Limits(in_flight=arguments.in_flight, rate=arguments.rate, stop_after_unknown_run=None)
    timeout = httpx.Timeout(5.0, read=arguments.timeout)
    retry = RetryPolicy(attempts=2, base_delay=0.02)
    async with (
        PandaPonClient(CREDENTIALS, base_url=arguments.url, timeout=timeout, retry=retry) as client,
        httpx.AsyncClient(base_url=arguments.url, timeout=30) as console,
        open_ledger(arguments.ledger, TaobaoOrder, client) as ledger,
    ):
        print("ready", flush=True)
        await ledger.add(drafts(arguments.orders))
        while (counts := await ledger.counts()).created < counts.total:
            try:
                async with ledger.submit(limits=limits) as outcomes:
                    async for outcome in outcomes:
                        if outcome.state == "rejected":
                            print(f"rejected: {outcome}", file=sys.stderr)
                            return 3
            except SubmissionAbortedError as error:
                print(error, file=sys.stderr)
            await ledger.resolve(SandboxConsole(console), quiet_period=arguments.quiet_period, wait=True)
            # Others may be at it.
            await anyio.sleep(0.05)
    return 0


async def until_lost(arguments: argparse.Namespace) -> int:
    """Work until all is created; 5 if others may have taken over from this process."""
    try:
        return await main(arguments)
    except LedgerLostError as error:
        print(error, file=sys.stderr)
        return 5


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--ledger", required=True)
    parser.add_argument("--url", required=True)
    parser.add_argument("--orders", type=int, required=True)
    parser.add_argument("--in-flight", type=int, default=16)
    parser.add_argument("--rate", type=float, default=None)
    parser.add_argument("--timeout", type=float, default=0.6)
    parser.add_argument("--quiet-period", type=float, default=1.5)
    sys.exit(anyio.run(until_lost, parser.parse_args()))
