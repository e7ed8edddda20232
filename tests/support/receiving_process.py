"""A process that receives pushes and handles them. Made to be killed."""

from __future__ import annotations

import argparse
import logging
import os
import random
import sys
from pathlib import Path

import anyio
from pushes import ACCESS_KEY, SECRET

from pandapon_async._core.schema.events import Event
from pandapon_async.messages import Messages, RetrySchedule
from pandapon_async.messages.server import serve


async def main(arguments: argparse.Namespace) -> None:
    # Its handlers fail on purpose.
    logging.getLogger("pandapon_async.messages").setLevel(logging.ERROR)
    schedule = RetrySchedule(attempts=1_000, first=0.01, longest=0.1)
    messages = Messages(
        inbox=arguments.inbox, secret=SECRET, access_key=ACCESS_KEY, schedule=schedule, poll=0.05, grace=0.0
    )
    # One short write to a file opened for appending is whole or not there, also when the process is killed.
    handled = os.open(arguments.handled, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)

    @messages.on(Event)
    async def handle(event: Event) -> None:
        await anyio.sleep(random.random() / 100)
        if random.random() < 0.05:
            raise OSError
        os.write(handled, f"{event.order_id} {event.timestamp}\n".encode())

    async with serve(messages) as running:
        # As a whole or not at all.
        fresh = Path(f"{arguments.ready}.new")
        fresh.write_text(running.url)  # noqa: ASYNC240
        fresh.replace(arguments.ready)  # noqa: ASYNC240
        await anyio.sleep_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--inbox", required=True)
    parser.add_argument("--handled", required=True)
    parser.add_argument("--ready", required=True)
    sys.exit(anyio.run(main, parser.parse_args()))
