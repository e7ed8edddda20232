"""``pandapon sandbox``: a local PandaPon in a process of its own."""

import asyncio
import json
import logging
import os
import signal
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any

import click

from pandapon_async.cli.extras import missing_extras_explained

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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
@click.option(
    "--fault",
    "faults",
    multiple=True,
    metavar="NAME[:ARGUMENTS]",
    help="A fault, such as lost_answer:A-1, slow:3 or flaky:0.1,seed=7; may be repeated.",
)
@click.option("--fault-rules", type=_FILE, help="JSON file with faults: {seed, rules: [{operation, fault, ...}]}.")
@click.option("--push-url", help="Address that receives message pushes about changes of orders.")
@click.option(
    "--push-retry-after",
    default=1800.0,
    show_default=True,
    type=click.FloatRange(min=0),
    help="Seconds before a failed push is retried.",
)
@click.option(
    "--push-timeout",
    default=1.0,
    show_default=True,
    type=click.FloatRange(min=0, min_open=True),
    help="Seconds to wait for HTTP 200 from the receiver of pushes.",
)
@click.option("--seed", "seeded", is_flag=True, help="Start with made-up goods, orders and refunds.")
@click.option("--ship-by-hand", is_flag=True, help="Leave shipping of paid orders to the console.")
@click.option("--inferred", is_flag=True, help="Also serve operations whose path is inferred, not documented.")
@click.option("--spec", "specs", multiple=True, type=_FILE, help="Serve an OpenAPI document as well; may be repeated.")
@click.option(
    "--probing",
    type=click.Choice(["405-404", "all-404", "all-200", "all-401"]),
    help="How wrong methods and unknown paths are told apart, to test the probing of paths.",
)
@click.option("--openapi", is_flag=True, help="Print an OpenAPI document of all served operations, and exit.")
@click.option("--token", envvar="PANDAPON_SANDBOX_TOKEN", help="Token of the admin interface; random by default.")
@click.option("--allow-host", "hosts", multiple=True, help="Serve the console under this name too; may be repeated.")
@click.option("--ready-file", type=_FILE, help="Written once listening: JSON with url, ka_url and token.")
@click.option("--quiet", is_flag=True, help="Do not log calls.")
def sandbox(**options: Any) -> None:
    """Run a local PandaPon.

    It checks signatures and requests as documented, stores orders, carts, addresses and refunds, returns the documented
    examples elsewhere, and injects faults on request. Nothing leaves this machine except message pushes, and those only
    to the address that you give.
    """
    with missing_extras_explained():
        # Everything that serving needs, so that a missing library is told before anything starts.
        from pandapon_async.sandbox import merged_document  # noqa: PLC0415

        import_module("pandapon_async.sandbox.server.serving")

    chosen = _Options(**options)
    documents = [_document(file) for file in chosen.specs]
    if chosen.openapi:
        url = f"http://{chosen.host}:{chosen.port}"
        click.echo(json.dumps(merged_document(url, inferred=chosen.inferred, documents=documents), ensure_ascii=False))
        return
    server, account = _sandbox(chosen, documents)
    if chosen.ready_file is not None:
        # A file of an earlier run would announce an address that nobody listens on.
        chosen.ready_file.unlink(missing_ok=True)
    if not chosen.quiet:
        _log_calls()

    def announce(running: "RunningSandbox") -> None:
        _print_welcome(running, account, show_secret=chosen.access_secret is None)
        if chosen.ready_file is not None:
            content = {"url": running.url, "ka_url": running.ka_url, "token": running.token}
            _write_whole(chosen.ready_file, json.dumps(content))

    with suppress(KeyboardInterrupt):
        asyncio.run(_serve_until_signal(server, chosen.host, chosen.port, announce))
    for rule in server.faults.unmatched():
        key = "" if rule.key is None else f" for {rule.key}"
        click.echo(f"Fault {rule.fault}{key} never applied to a call.", err=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Options:
    """The command line."""

    host: str
    port: int
    strict: bool
    access_key: str | None
    access_secret: str | None
    user_id: str | None
    faults: tuple[str, ...]
    fault_rules: Path | None
    push_url: str | None
    push_retry_after: float
    push_timeout: float
    seeded: bool
    ship_by_hand: bool
    inferred: bool
    specs: tuple[Path, ...]
    probing: Any
    openapi: bool
    token: str | None
    hosts: tuple[str, ...]
    ready_file: Path | None
    quiet: bool


def _sandbox(options: _Options, documents: "Sequence[tuple[str, Mapping[str, Any]]]") -> "tuple[Sandbox, Account]":
    from pandapon_async.sandbox import DEMO_ACCOUNT, Account, PushSettings, Sandbox, seed  # noqa: PLC0415

    account = Account(
        access_key=options.access_key or DEMO_ACCOUNT.access_key,
        access_secret=options.access_secret or DEMO_ACCOUNT.access_secret,
        user_ids=(options.user_id,) if options.user_id else DEMO_ACCOUNT.user_ids,
    )
    try:
        push = PushSettings(url=options.push_url, retry_after=options.push_retry_after, timeout=options.push_timeout)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--push-url") from None
    try:
        server = Sandbox(
            accounts=[account],
            strict=options.strict,
            push=push,
            token=options.token,
            admin_hosts=options.hosts,
            inferred=options.inferred,
            specifications=documents,
            probing=options.probing,
            ship_when_paid=not options.ship_by_hand,
        )
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    if options.fault_rules is not None:
        _apply_fault_rules(server, options.fault_rules)
    for fault in options.faults:
        try:
            server.faults.add(fault)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--fault") from None
    if options.seeded:
        seed(server)
    return server, account


def _document(file: Path) -> "tuple[str, Mapping[str, Any]]":
    from pandapon_async.sandbox import read_document  # noqa: PLC0415

    try:
        return read_document(file)
    except OSError as error:
        raise click.ClickException(f"cannot read {file}: {error.strerror}") from None
    except ValueError as error:
        raise click.ClickException(f"cannot serve {file}: {error}") from None


async def _serve_until_signal(
    server: "Sandbox", host: str, port: int, announce: "Callable[[RunningSandbox], None]"
) -> None:
    from pandapon_async.sandbox import serve  # noqa: PLC0415

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no such handlers: Ctrl-C raises KeyboardInterrupt there.
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
        raise click.ClickException(f"{file} does not contain fault rules: {error}") from None


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
        f"Token:            {running.token}\n"
        "\n"
        f"export PANDAPON_ACCESS_KEY={account.access_key}\n"
        f"export PANDAPON_ACCESS_SECRET={secret}\n"
        f"export PANDAPON_USER_ID={account.user_ids[0]}\n"
        f"export PANDAPON_BASE_URL={running.url}\n"
        "\n"
        "Press Ctrl-C to stop."
    )


def _write_whole(file: Path, text: str) -> None:
    """Write a file atomically."""
    try:
        with NamedTemporaryFile("w", dir=file.parent, prefix=file.name, delete=False, encoding="utf-8") as temporary:
            temporary.write(text + "\n")
        os.replace(temporary.name, file)  # noqa: PTH105 - pathlib would need a Path for one call
    except OSError as error:
        raise click.ClickException(f"cannot write {file}: {error.strerror}") from None
