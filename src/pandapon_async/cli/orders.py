"""``pandapon orders``: batches of orders, each exactly once."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pandapon_async.cli.codes import codes_option
from pandapon_async.cli.order_files import draft_file, file_options, forbid_overwriting, report_file, report_notes
from pandapon_async.cli.orders_options import (
    FILE,
    STATE_NAMES,
    kind_option,
    ledger_option,
    limit_options,
    moved_option,
    retry_option,
)
from pandapon_async.cli.orders_resolution import purge, resolve
from pandapon_async.cli.orders_running import (
    LEFT_OUT,
    client_for,
    exit_status,
    run,
    send,
    show_counts,
    status_document,
    work,
)

if TYPE_CHECKING:
    from pandapon_async.orders import DraftFile, Ledger


@click.group()
def orders() -> None:
    """Submit batches of orders, each exactly once.

    A ledger keeps every order with its state, before anything is sent and after every response. The account comes from
    the environment: PANDAPON_ACCESS_KEY, PANDAPON_ACCESS_SECRET, PANDAPON_USER_ID (XPORTCN_... for Xportcn KA).

    \b
    Exit status of submit, resume and status; the first that applies:
      6    the file cannot be submitted; nothing was sent
      130  stopped by Ctrl-C; resume continues
      5    stopped before the end; resume continues
      4    the outcome of some orders is unknown: resolve them
      8    some orders were rejected, but not certainly: resolve them
      7    some orders were placed in part
      3    some orders were rejected, and certainly not placed
      9    all that was submitted is created in full; rows of the file were left out
      0    everything is created in full
    """  # noqa: D301 - click's mark of lines that are kept as they are


@orders.command()
@click.argument("file", type=FILE)
@kind_option
@file_options
@retry_option
@ledger_option
@moved_option
@limit_options
def submit(*, file: Path, kind: str, retry_rejected: bool, ledger: str, sandbox_moved: bool, **options: Any) -> None:
    """Submit the orders of FILE (CSV, .xlsx or JSON lines).

    Every row is checked before the first is sent, also for what spreadsheets do to ids, phone numbers and amounts:
    what is certain is repaired and reported, what is damaged is refused. Submitting a file again does no harm: what is
    in the ledger counts once. Several processes may submit to one ledger: each sends its share.
    """

    async def command() -> int:
        from pandapon_async.orders import KINDS, open_ledger  # noqa: PLC0415

        drafts = KINDS[kind]
        skip_invalid: Path | None = options["skip_invalid"]
        rows = draft_file(file, drafts, options, ledger=ledger)
        # Before a ledger is made for it.
        await rows.check()
        report_notes(rows)
        async with (
            client_for(drafts, in_flight=options["in_flight"], codes=options.pop("codes")) as client,
            open_ledger(ledger, drafts, client, sandbox_moved=sandbox_moved) as opened,
        ):
            await _add(opened, rows, skip_invalid, retry_rejected=retry_rejected)
            status = await send(opened, options)
            return LEFT_OUT if status == 0 and rows.skipped else status

    run(command)


@orders.command()
@click.argument("file", type=FILE)
@kind_option
@file_options
@retry_option
@ledger_option
@moved_option
@codes_option
def add(*, file: Path, kind: str, retry_rejected: bool, ledger: str, sandbox_moved: bool, **options: Any) -> None:
    """Add the orders of FILE to a ledger, and send nothing: `resume` and `work` do that.

    All of them are added, or none.
    """

    async def command() -> int:
        from pandapon_async.orders import KINDS, open_ledger  # noqa: PLC0415

        drafts = KINDS[kind]
        skip_invalid: Path | None = options["skip_invalid"]
        rows = draft_file(file, drafts, options, ledger=ledger)
        await rows.check()
        report_notes(rows)
        async with (
            client_for(drafts, in_flight=1, codes=options["codes"]) as client,
            open_ledger(ledger, drafts, client, sandbox_moved=sandbox_moved) as opened,
        ):
            await _add(opened, rows, skip_invalid, retry_rejected=retry_rejected)
        return LEFT_OUT if rows.skipped else 0

    run(command)


async def _add(ledger: "Ledger", rows: "DraftFile", skip_invalid: Path | None, *, retry_rejected: bool) -> None:
    added = await ledger.add(rows, retry_rejected=retry_rejected)
    report_file(rows, skip_invalid)
    click.echo(f"{added.new} new orders, {added.known} known, {added.replaced} in place of rejected ones")


@orders.command()
@ledger_option
@moved_option
@limit_options
def resume(*, ledger: str, sandbox_moved: bool, **limits: Any) -> None:
    """Continue with what is pending, after a crash, Ctrl-C or a stop.

    Orders that a killed process was sending become unknown. They are not sent again before somebody has resolved them.
    """

    async def command() -> int:
        from pandapon_async.orders import open_ledger  # noqa: PLC0415

        async with open_ledger(ledger) as found:
            drafts = found.drafts
        async with (
            client_for(drafts, in_flight=limits["in_flight"], codes=limits.pop("codes")) as client,
            open_ledger(ledger, drafts, client, sandbox_moved=sandbox_moved) as opened,
        ):
            return await send(opened, limits)

    run(command)


@orders.command("work")
@ledger_option
@moved_option
@limit_options
def work_command(*, ledger: str, sandbox_moved: bool, **limits: Any) -> None:
    """Send what is pending and wait for more, until SIGTERM or Ctrl-C.

    Run as many workers on one PostgreSQL ledger as you like; `add` gives them work.
    """

    async def command() -> int:
        from pandapon_async.orders import open_ledger  # noqa: PLC0415

        async with open_ledger(ledger) as found:
            drafts = found.drafts
        async with (
            client_for(drafts, in_flight=limits["in_flight"], codes=limits.pop("codes")) as client,
            open_ledger(ledger, drafts, client, sandbox_moved=sandbox_moved) as opened,
        ):
            return await work(opened, limits)

    run(command)


@orders.command()
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def status(*, ledger: str, as_json: bool) -> None:
    """Show how many orders are in each state, and rejections by code."""

    async def command() -> int:
        from pandapon_async.orders import open_ledger  # noqa: PLC0415
        from pandapon_async.orders.errors import LedgerReadOnlyError  # noqa: PLC0415

        async with open_ledger(ledger) as opened:
            try:
                await opened.recover()
                for worker in await opened.unclear_workers():
                    click.echo(
                        f"The worker {worker.id} (process {worker.process.pid} on {worker.process.host}) cannot be "
                        f"seen from here. If it has ended: pandapon orders resolve --worker-ended {worker.id}",
                        err=True,
                    )
            except LedgerReadOnlyError:
                # Then a killed process's orders show as sending.
                click.echo("The ledger may not be written: orders of a killed process show as sending.", err=True)
            counts = await opened.counts()
            if as_json:
                click.echo(json.dumps(await status_document(opened, counts)))
            else:
                await show_counts(opened, counts)
        return exit_status(counts)

    run(command)


@orders.command()
@ledger_option
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice(STATE_NAMES),
    help="Which orders; may be given several times. By default all.",
)
@click.option(
    "--format",
    "file_format",
    type=click.Choice(["csv", "jsonl", "xlsx"]),
    help="By default what the name of the output ends in, or csv.",
)
@click.option("--output", type=FILE, help="File to write, readable by you alone; by default standard output.")
def export(*, ledger: str, states: tuple[Any, ...], file_format: Any, output: Path | None) -> None:
    """Write orders in the form in which they are submitted, with their outcomes in columns that begin with ``_``.

    Rejected ones can be corrected in there and submitted again, to the same ledger. For unknown ones, fill in the
    column ``_decision`` and use `resolve --file`.
    """

    async def command() -> int:
        from pandapon_async.orders import export_drafts, export_file, open_ledger  # noqa: PLC0415
        from pandapon_async.orders.drafts.files import format_of  # noqa: PLC0415

        if output is not None:
            forbid_overwriting(output, ledger, "--output")
        async with open_ledger(ledger) as opened:
            if output is None:
                if file_format == "xlsx":
                    raise click.UsageError("a workbook needs a file: add --output NAME.xlsx")
                await export_drafts(opened, sys.stdout, file_format or "csv", *states)
            else:
                chosen = file_format or (format_of(output) if output.suffix else "csv")
                count = await export_file(opened, output, chosen, *states)
                click.echo(f"{count} orders written to {output}")
        return 0

    run(command)


orders.add_command(resolve)
orders.add_command(purge)
