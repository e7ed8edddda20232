"""``pandapon orders``: batches of orders, each exactly once."""

import json
import sys
from collections.abc import Awaitable, Callable, Generator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import anyio
import click

from pandapon_async.cli.codes import codes_option
from pandapon_async.cli.extras import missing_extras_explained

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from pandapon_async._core.call.client import Client
    from pandapon_async.orders import Counts, Draft, Ledger

#: Exit statuses beside 0 (everything created in full), 1 (an error), 2 (wrong usage).
REJECTED, UNKNOWN, ABORTED, INVALID, PARTIAL, UNCERTAIN, INTERRUPTED = 3, 4, 5, 6, 7, 8, 130

STATES = ("pending", "sending", "created", "partial", "rejected", "unknown")

KIND_NAMES = (
    "taobao-order",
    "alibaba-order",
    "alibaba-sellers-order",
    "alibaba-payment",
    "alibaba-v2-order",
    "freight-booking",
    "ka-freight-booking",
    "ka-order",
)

_FILE = click.Path(dir_okay=False, path_type=Path)
CommandT = TypeVar("CommandT", bound=Callable[..., Any])


class InvalidFileFailure(click.ClickException):
    """A file that cannot be submitted."""

    exit_code = INVALID


@click.group()
def orders() -> None:
    """Submit batches of orders, each exactly once.

    A ledger keeps every order with its state, before anything is sent and after every response. The account comes from
    the environment: PANDAPON_ACCESS_KEY, PANDAPON_ACCESS_SECRET, PANDAPON_USER_ID (XPORTCN_... for Xportcn KA).

    \b
    Exit status of submit, resume and status; the first that applies:
      130  stopped by Ctrl-C; resume continues
      6    the file cannot be submitted; nothing was sent
      5    stopped before the end; resume continues
      4    the outcome of some orders is unknown: resolve them
      8    some orders were rejected, but not certainly: resolve them
      7    some orders were placed in part
      3    some orders were rejected, and certainly not placed
      0    everything is created in full
    """  # noqa: D301 - click's mark of lines that are kept as they are


_ledger = click.option(
    "--ledger",
    required=True,
    metavar="PATH|URL",
    help="SQLite file, or postgresql://user@host/database?schema=name. It holds the receivers' addresses.",
)


def _limits(command: CommandT) -> CommandT:
    """Add the options of submit and resume that say how fast, and when to stop."""
    for option in (
        click.option(
            "--in-flight", type=click.IntRange(1, 10_000), default=64, show_default=True, help="Calls at once."
        ),
        click.option("--rate", type=click.FloatRange(0, min_open=True), help="Orders a second at most."),
        click.option("--deadline", type=click.FloatRange(0, min_open=True), help="Seconds for each call."),
        click.option("--stop-after-rejects", type=click.IntRange(1), help="Stop once so many were rejected."),
        click.option(
            "--stop-reject-share",
            type=click.FloatRange(0, 1),
            help="Stop once more than this share of the last hundred was rejected.",
        ),
        click.option(
            "--stop-after-unknown-run",
            type=click.IntRange(0),
            default=100,
            show_default=True,
            help="Stop once so many outcomes in a row are unknown; 0: never.",
        ),
        codes_option,
    ):
        command = option(command)
    return command


@orders.command()
@click.argument("file", type=_FILE)
@click.option("--kind", type=click.Choice(KIND_NAMES), default="taobao-order", show_default=True, help="What to order.")
@click.option("--format", "file_format", type=click.Choice(["csv", "jsonl"]), help="By default what FILE ends in.")
@click.option("--encoding", default="utf-8-sig", show_default=True, help="Of FILE.")
@click.option("--skip-invalid", type=_FILE, help="Write rows that cannot be sent to this file, and submit the others.")
@click.option("--retry-rejected", is_flag=True, help="Send orders again that were rejected and are unchanged in FILE.")
@_ledger
@_limits
def submit(  # noqa: PLR0913 - one parameter per option
    *,
    file: Path,
    kind: str,
    file_format: Any,
    encoding: str,
    skip_invalid: Path | None,
    retry_rejected: bool,
    ledger: str,
    **limits: Any,
) -> None:
    """Submit the orders of FILE (JSON lines or CSV).

    Every row is checked before the first is sent. Submitting a file again does no harm: what is in the ledger counts
    once.
    """

    async def run() -> int:
        from pandapon_async.orders import KINDS, DraftFile, open_ledger  # noqa: PLC0415

        drafts = KINDS[kind]
        rows = DraftFile(file, drafts, file_format=file_format, encoding=encoding, skip_invalid=skip_invalid)
        async with _client(drafts, limits) as client, open_ledger(ledger, drafts, client) as opened:
            added = await opened.add(rows, retry_rejected=retry_rejected)
            click.echo(f"{added.new} new orders, {added.known} known, {added.replaced} in place of rejected ones")
            if rows.skipped:
                for problem in rows.problems:
                    click.echo(str(problem), err=True)
                click.echo(f"{rows.skipped} rows cannot be sent and were written to {skip_invalid}", err=True)
            return await _send(opened, client, limits)

    _run(run)


@orders.command()
@_ledger
@_limits
def resume(*, ledger: str, **limits: Any) -> None:
    """Go on with what is pending, after a crash, Ctrl-C or a stop.

    Orders that a killed process was sending become unknown. They are not sent again before somebody has resolved them.
    """

    async def run() -> int:
        from pandapon_async.orders import open_ledger  # noqa: PLC0415

        async with open_ledger(ledger) as found:
            drafts = found.drafts
        async with _client(drafts, limits) as client, open_ledger(ledger, drafts, client) as opened:
            return await _send(opened, client, limits)

    _run(run)


@orders.command()
@_ledger
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def status(*, ledger: str, as_json: bool) -> None:
    """Show how many orders are in each state."""

    async def run() -> int:
        from pandapon_async.orders import LedgerReadOnlyError, open_ledger  # noqa: PLC0415

        async with open_ledger(ledger) as opened:
            try:
                await opened.recover()
            except LedgerReadOnlyError:
                # Then a killed process's orders show as sending.
                click.echo("The ledger may not be written: orders of a killed process show as sending.", err=True)
            counts = await opened.counts()
            if as_json:
                click.echo(json.dumps(_status_document(opened, counts)))
            else:
                _show_counts(opened, counts)
        return _exit_status(counts)

    _run(run)


@orders.command()
@_ledger
@click.option("--key", help="The order's own number.")
@click.option("--created", metavar="ORDER_ID", help="It was created, under this id of the platform's.")
@click.option("--not-created", is_flag=True, help="It was certainly not created, and may be sent again.")
@click.option("--match-list", is_flag=True, help="Compare all of them with the orders that PandaPon v2 lists.")
@click.option(
    "--match-order", metavar="ORDER_ID", multiple=True, help="Compare all of them with this order of PandaPon v1's."
)
@click.option("--sandbox", metavar="URL", help="Ask the console of a sandbox about all of them.")
@click.option("--settle", type=click.FloatRange(0), default=120.0, show_default=True, help="Seconds: see --sandbox.")
def resolve(  # noqa: PLR0913 - one parameter per option
    *,
    ledger: str,
    key: str | None,
    created: str | None,
    not_created: bool,
    match_list: bool,
    match_order: tuple[str, ...],
    sandbox: str | None,
    settle: float,
) -> None:
    """Say what became of orders whose outcome is unknown.

    \b
    One of:
      --key K --created ORDER_ID     somebody looked it up: it is there
      --key K --not-created          somebody looked it up: it is not, and cannot be any more
      --match-list                   1688 orders: find those that PandaPon v2 lists
      --match-order ORDER_ID ...     1688 orders: find those among these of PandaPon v1
      --sandbox URL                  ask a sandbox

    A request can take its time: an order that is not there a minute after it was sent may still appear. An order is
    matched where its goods, receiver and time are a draft's, and no other draft and no other order could be meant.
    """  # noqa: D301 - click's mark of lines that are kept as they are
    ways = (key is not None, match_list, bool(match_order), sandbox is not None)
    by_key = created is not None or not_created
    if sum(ways) != 1 or (key is not None) != by_key or (created is not None and not_created):
        raise click.UsageError(
            "give --key with --created ORDER_ID or --not-created, or one of --match-list, --match-order, --sandbox"
        )

    async def run() -> int:
        from pandapon_async.orders import open_ledger, resolve_by_hand  # noqa: PLC0415

        async with open_ledger(ledger) as opened:
            if key is not None:
                entry = await resolve_by_hand(opened, key, created=created)
                ids = ", ".join(entry.order_ids)
                click.echo(f"{entry.key} is {entry.state}{f', order {ids}' if ids else ''}")
            elif sandbox is not None:
                await _ask_sandbox(opened, sandbox, settle)
            else:
                await _match(opened, match_order)
        return 0

    _run(run)


@orders.command()
@_ledger
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice(STATES),
    help="Which orders; may be given several times. By default all.",
)
@click.option("--format", "file_format", type=click.Choice(["csv", "jsonl"]), default="csv", show_default=True)
@click.option("--output", type=_FILE, help="File to write, readable by you alone; by default standard output.")
def export(*, ledger: str, states: tuple[Any, ...], file_format: Any, output: Path | None) -> None:
    """Write orders in the form in which they are submitted, with what came of them in columns that begin with ``_``.

    Rejected ones can be mended in there and submitted again, to the same ledger.
    """

    async def run() -> int:
        from pandapon_async.orders import export_drafts, open_ledger  # noqa: PLC0415
        from pandapon_async.orders.drafts.files import private_file  # noqa: PLC0415

        async with open_ledger(ledger) as opened:
            if output is None:
                await export_drafts(opened, sys.stdout, file_format, *states)
            else:
                with private_file(output) as file:
                    count = await export_drafts(opened, file, file_format, *states)
                click.echo(f"{count} orders written to {output}")
        return 0

    _run(run)


async def _ask_sandbox(ledger: "Ledger", url: str, settle: float) -> None:
    import httpx  # noqa: PLC0415

    from pandapon_async.orders import SandboxConsole, resolve_unknown  # noqa: PLC0415

    async with httpx.AsyncClient(base_url=url, timeout=30) as console:
        done = await resolve_unknown(ledger, SandboxConsole(console), settle=settle, wait=True)
    click.echo(f"{done.created} were created, {done.not_created} were not, {done.still_unknown} nobody knows of")


async def _match(ledger: "Ledger", order_ids: tuple[str, ...]) -> None:
    from pandapon_async import PandaPonClient, PandaPonV2Client  # noqa: PLC0415
    from pandapon_async.orders import listed_orders, match_orders, orders_by_id  # noqa: PLC0415

    surface = "pandapon-v1" if order_ids else "pandapon-v2"
    if ledger.identity.surface != surface:
        raise click.UsageError(f"the ledger is of {ledger.identity.surface}, and that way is {surface}'s")
    if order_ids:
        async with PandaPonClient.from_env() as client:
            ledger.check(client)
            matched = await match_orders(ledger, orders_by_id(client, order_ids))
    else:
        async with PandaPonV2Client.from_env() as v2:
            ledger.check(v2)
            matched = await match_orders(ledger, await listed_orders(v2))
    click.echo(
        f"{matched.created} were created; of the orders looked at, {matched.ambiguous} may be several drafts', "
        f"{matched.unmatched} are no draft's of unknown outcome, {matched.unreadable} could not be compared"
    )


@asynccontextmanager
async def _client(drafts: "type[Draft]", limits: dict[str, Any]) -> "AsyncGenerator[Client]":
    import pandapon_async  # noqa: PLC0415
    from pandapon_async.orders.ledger.identity import SURFACE_CLIENTS  # noqa: PLC0415

    cls: type[Client] = getattr(pandapon_async, SURFACE_CLIENTS[drafts.kind.surface])
    codes = limits.pop("codes", None)
    added = pandapon_async.load_codes(codes) if codes is not None else {}
    async with cls.from_env(max_concurrency=limits["in_flight"], codes=added) as client:
        yield client


async def _send(ledger: "Ledger", client: "Client", options: dict[str, Any]) -> int:
    from pandapon_async.cli.orders_progress import watch  # noqa: PLC0415
    from pandapon_async.orders import Limits, OrdersError, Submission, SubmissionAbortedError  # noqa: PLC0415

    options["stop_after_unknown_run"] = options["stop_after_unknown_run"] or None
    limits = Limits(**options)
    before = await ledger.counts()
    failure: Exception | None = None
    async with (
        Submission(ledger, client, limits=limits) as submission,
        watch(submission, total=before.pending) as signals,
    ):
        try:
            async for _ in submission:
                pass
        except OrdersError as error:
            failure = error
    if failure is not None and not isinstance(failure, SubmissionAbortedError):
        raise failure
    if failure is not None:
        click.echo(f"Stopped: {failure}.", err=True)
    counts = await ledger.counts()
    _show_counts(ledger, counts)
    if signals.count and counts.open:
        return INTERRUPTED
    return ABORTED if failure is not None else _exit_status(counts)


def _exit_status(counts: "Counts") -> int:
    if counts.open:
        return ABORTED
    if counts.unknown:
        return UNKNOWN
    if counts.uncertain:
        return UNCERTAIN
    if counts.partial:
        return PARTIAL
    return REJECTED if counts.rejected else 0


def _status_document(ledger: "Ledger", counts: "Counts") -> dict[str, Any]:
    return {
        "ledger": ledger.address,
        "surface": ledger.identity.surface,
        "kind": ledger.identity.kind,
        "user_id": ledger.identity.user_id,
        "total": counts.total,
        **{name: getattr(counts, name) for name in (*STATES, "uncertain")},
    }


def _show_counts(ledger: "Ledger", counts: "Counts") -> None:
    click.echo(f"{ledger.address}: {counts.total} drafts of the kind {ledger.identity.kind}")
    advice = {
        "pending": "to be sent: pandapon orders resume",
        "sending": "on their way, in another process",
        "partial": "placed in part: pandapon orders export --state partial",
        "rejected": "pandapon orders export --state rejected",
        "unknown": "look each up, then: pandapon orders resolve --key KEY --created ID | --not-created",
    }
    for name in ("created", "partial", "rejected", "unknown", "pending", "sending"):
        number: int = getattr(counts, name)
        if number or name == "created":
            click.echo(f"  {name:<9}{number:>10}  {advice.get(name, '')}".rstrip())
    if counts.uncertain:
        click.echo(f"  of the rejected ones, {counts.uncertain} may have been placed: look each up, then resolve it")


def _run(command: Callable[[], Awaitable[int]]) -> None:
    """Run a command, turn its errors into messages, and end with its status."""
    with missing_extras_explained(), _errors_explained():
        status = anyio.run(command)
    if status:
        raise click.exceptions.Exit(status)


@contextmanager
def _errors_explained() -> Generator[None]:
    from pandapon_async import PandaPonError  # noqa: PLC0415
    from pandapon_async.orders.errors import DraftConflictError, InvalidDraftsError  # noqa: PLC0415

    try:
        yield
    except (InvalidDraftsError, DraftConflictError) as error:
        raise InvalidFileFailure(f"nothing was sent:\n{error}") from None
    except PandaPonError as error:
        raise click.ClickException(str(error)) from None
