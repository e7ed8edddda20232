"""``pandapon sandbox``: a local PandaPon in a process of its own."""

import asyncio
import json
import logging
import os
import signal
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any

import click

from pandapon_async.cli.extras import missing_extras_explained

if TYPE_CHECKING:
    from collections.abc import Callable

    from pandapon_async.sandbox import Account, RunningSandbox, Sandbox

DEFAULT_PORT = 8642

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(0, 65535), help="Port, 0 for a free one."
)
@click.option("--strict", is_flag=True, help="Refuse fields that the specification does not name.")
@click.option("--access-key", help="Access key of the account, instead of the demo one.")
@click.option("--access-secret", help="Access secret of the account, instead of the demo one.")
@click.option("--user-id", help="User id of the account, instead of the demo one.")
@click.option("--fault-rules", type=_FILE, help="JSON file with faults: {seed, rules: [{operation, fault, ...}]}.")
@click.option("--push-url", help="Address that is told of what happens to orders, as the platform's pushes do.")
@click.option(
    "--push-retry-after",
    default=1800.0,
    show_default=True,
    type=click.FloatRange(min=0),
    help="Seconds before a push that was not taken is sent again.",
)
@click.option(
    "--push-timeout",
    default=1.0,
    show_default=True,
    type=click.FloatRange(min=0, min_open=True),
    help="Seconds within which a push wants HTTP 200.",
)
@click.option("--ready-file", type=_FILE, help="Written once listening: JSON with url and ka_url.")
@click.option("--quiet", is_flag=True, help="No line for each call.")
def sandbox(  # noqa: PLR0913, PLR0917 - one parameter per option
    host: str,
    port: int,
    strict: bool,  # noqa: FBT001 - click passes options by name
    access_key: str | None,
    access_secret: str | None,
    user_id: str | None,
    fault_rules: Path | None,
    push_url: str | None,
    push_retry_after: float,
    push_timeout: float,
    ready_file: Path | None,
    quiet: bool,  # noqa: FBT001
) -> None:
    """Run a local PandaPon.

    It checks signatures and requests as the documentation has it, keeps orders, carts, addresses and refunds, answers
    the documented examples elsewhere, and injects faults on request. Nothing leaves this machine but
    message pushes, and those only to the address that you give.
    """
    with missing_extras_explained():
        from pandapon_async.sandbox import DEMO_ACCOUNT, Account, PushSettings, Sandbox  # noqa: PLC0415

    account = Account(
        access_key=access_key or DEMO_ACCOUNT.access_key,
        access_secret=access_secret or DEMO_ACCOUNT.access_secret,
        user_ids=(user_id,) if user_id else DEMO_ACCOUNT.user_ids,
    )
    try:
        push = PushSettings(url=push_url, retry_after=push_retry_after, timeout=push_timeout)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--push-url") from None
    server = Sandbox(accounts=[account], strict=strict, push=push)
    if fault_rules is not None:
        _apply_fault_rules(server, fault_rules)
    if ready_file is not None:
        # Left over from an earlier run it would announce an address that nobody listens on.
        ready_file.unlink(missing_ok=True)
    if not quiet:
        _log_calls()

    def announce(running: "RunningSandbox") -> None:
        _print_welcome(running, account, show_secret=access_secret is None)
        if ready_file is not None:
            _write_whole(ready_file, json.dumps({"url": running.url, "ka_url": running.ka_url}))

    with suppress(KeyboardInterrupt):
        asyncio.run(_serve_until_signal(server, host, port, announce))


async def _serve_until_signal(
    server: "Sandbox", host: str, port: int, announce: "Callable[[RunningSandbox], None]"
) -> None:
    from pandapon_async.sandbox import serve  # noqa: PLC0415

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no such handlers; there Ctrl-C arrives as an exception.
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)
    async with AsyncExitStack() as stack:
        try:
            running = await stack.enter_async_context(serve(server, host=host, port=port))
        except OSError as error:
            raise click.ClickException(f"cannot listen on {host} port {port}: {error.strerror or error}") from None
        announce(running)
        await stop.wait()


def _apply_fault_rules(server: "Sandbox", file: Path) -> None:
    try:
        document: Any = json.loads(file.read_text(encoding="utf-8"))
        server.faults.replace_from_json(document)
    except OSError as error:
        raise click.ClickException(f"cannot read {file}: {error.strerror}") from None
    except ValueError as error:
        raise click.ClickException(f"{file} holds no fault rules: {error}") from None


def _log_calls() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger = logging.getLogger("pandapon_async.sandbox")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False


def _print_welcome(running: "RunningSandbox", account: "Account", *, show_secret: bool) -> None:
    secret = account.access_secret if show_secret else "(as given)"
    click.echo(
        f"PandaPon sandbox: {running.url}\n"
        f"Xportcn KA:       {running.ka_url}\n"
        f"Console:          {running.console_url}\n"
        "\n"
        f"export PANDAPON_ACCESS_KEY={account.access_key}\n"
        f"export PANDAPON_ACCESS_SECRET={secret}\n"
        f"export PANDAPON_USER_ID={account.user_ids[0]}\n"
        f"export PANDAPON_BASE_URL={running.url}\n"
        "\n"
        "Ctrl-C ends it."
    )


def _write_whole(file: Path, text: str) -> None:
    """Write a file so that a reader sees all of it or none."""
    try:
        with NamedTemporaryFile("w", dir=file.parent, prefix=file.name, delete=False, encoding="utf-8") as temporary:
            temporary.write(text + "\n")
        os.replace(temporary.name, file)  # noqa: PTH105 - a path for one call only
    except OSError as error:
        raise click.ClickException(f"cannot write {file}: {error.strerror}") from None
