"""The command line as users run it, and a sandbox for it to talk to."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from click.testing import CliRunner, Result

from pandapon_async.cli.application import application
from pandapon_async.sandbox import DEMO_ACCESS_KEY, DEMO_ACCESS_SECRET, DEMO_USER_ID, RunningSandbox, Sandbox, serve

ACCOUNT = {"ACCESS_KEY": DEMO_ACCESS_KEY, "ACCESS_SECRET": DEMO_ACCESS_SECRET, "USER_ID": DEMO_USER_ID}
SECRETS = (DEMO_ACCESS_KEY, DEMO_ACCESS_SECRET)


def environment(running: RunningSandbox, **changes: str) -> dict[str, str]:
    """The variables of a user of the sandbox, for all surfaces."""
    variables = {f"{prefix}_{name}": value for prefix in ("PANDAPON", "XPORTCN") for name, value in ACCOUNT.items()}
    return {**variables, "PANDAPON_BASE_URL": running.url, "XPORTCN_BASE_URL": running.ka_url, **changes}


@contextmanager
def sandbox_in_thread(sandbox: Sandbox) -> Iterator[RunningSandbox]:
    """Serve on a socket beside the test, which runs event loops of its own."""
    ready: list[RunningSandbox] = []
    started = threading.Event()
    loop = asyncio.new_event_loop()
    stop = asyncio.Event()

    async def run() -> None:
        async with serve(sandbox) as running:
            ready.append(running)
            started.set()
            await stop.wait()

    def target() -> None:
        try:
            loop.run_until_complete(run())
        finally:
            loop.close()

    thread = threading.Thread(target=target)
    thread.start()
    try:
        assert started.wait(20)
        yield ready[0]
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(20)


def invoke(*words: str, env: dict[str, str] | None = None, stdin: str | None = None) -> Result:
    """Run a command in this process."""
    result = CliRunner().invoke(application, list(words), env=env, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def run_process(*words: str, env: dict[str, str] | None = None, **settings: Any) -> subprocess.CompletedProcess[str]:
    """Run a command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "pandapon_async.cli", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=40,
        env={**os.environ, "PYTHONUTF8": "1", **(env or {})},
        **settings,
    )


def complaint(result: Result, code: int) -> str:
    """The one line that a failed command leaves."""
    assert result.exit_code == code, result.output
    lines = result.stderr.splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("Error: ")
    for secret in SECRETS:
        assert secret not in result.output
    return lines[0].removeprefix("Error: ")


def printed_json(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)
