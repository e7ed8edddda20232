"""``pandapon orders resolve`` and ``purge``: what becomes of orders once they were sent."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pandapon_async.cli.orders_options import FILE, ledger_option
from pandapon_async.cli.orders_running import run

if TYPE_CHECKING:
    from pandapon_async.orders import Ledger

_DAY = 86_400.0


@click.command()
@ledger_option
@click.option("--key", help="The order's own number.")
@click.option("--created", metavar="ORDER_ID", help="It was created under this id; several are separated by commas.")
@click.option("--not-created", is_flag=True, help="It was certainly not created.")
@click.option("--code", help="With --not-created: all orders rejected with this code.")
@click.option("--file", "file", type=FILE, help="The export of unknown orders, with the column _decision filled in.")
@click.option("--match-list", is_flag=True, help="Compare all of them with the orders that PandaPon v2 lists.")
@click.option(
    "--match-order", metavar="ORDER_ID", multiple=True, help="Compare all of them with this order of PandaPon v1's."
)
@click.option("--sandbox", metavar="URL", help="Ask the console of a sandbox about all of them.")
@click.option(
    "--quiet-period",
    type=click.FloatRange(0),
    default=120.0,
    show_default=True,
    help="Seconds that a request may take to arrive: see --sandbox.",
)
@click.option("--worker-ended", metavar="WORKER", help="A process that `status` cannot see has ended.")
def resolve(  # noqa: PLR0913 - one parameter per option
    *,
    ledger: str,
    key: str | None,
    created: str | None,
    not_created: bool,
    code: str | None,
    file: Path | None,
    match_list: bool,
    match_order: tuple[str, ...],
    sandbox: str | None,
    quiet_period: float,
    worker_ended: str | None,
) -> None:
    """Say what became of orders whose outcome is unknown, or whose rejection is not certain.

    \b
    One of:
      --key K --created ORDER_ID     you looked it up: it is there
      --key K --not-created          you looked it up: it is not, and cannot be any more
      --code CODE --not-created      rejections with this code mean that nothing was created
      --file FILE                    many at once: _decision holds an order id, or not-created
      --match-list                   1688 orders: find those that PandaPon v2 lists
      --match-order ORDER_ID ...     1688 orders: find those among these of PandaPon v1
      --sandbox URL                  ask a sandbox
      --worker-ended WORKER          a process that cannot be seen from here has ended

    An unknown order that was not created is sent again. A rejected one stays rejected, but certainly: correct it and
    submit it again. A request can take its time: an order that is not there a minute after it was sent may still
    appear. An order is matched if its goods, receiver and time are a draft's, and no other draft and no other order is
    possible.
    """  # noqa: D301 - click's mark of lines that are kept as they are
    ways = (key, code, file, match_list or None, match_order or None, sandbox, worker_ended)
    decided = (created is not None) + not_created
    wanted = 1 if key is not None or code is not None else 0
    if sum(way is not None for way in ways) != 1 or decided != wanted or (code is not None and not not_created):
        raise click.UsageError(
            "give --key with --created ORDER_ID or --not-created, --code with --not-created, or one of --file, "
            "--match-list, --match-order, --sandbox, --worker-ended"
        )

    async def command() -> int:
        from pandapon_async.orders import open_ledger  # noqa: PLC0415

        async with open_ledger(ledger) as opened:
            if key is not None:
                entry = await opened.decide(key, created=None if created is None else created.split(","))
                ids = f", order {', '.join(entry.order_ids)}" if entry.order_ids else ""
                click.echo(f"{entry.key} is {entry.state}{ids}")
            elif code is not None:
                count = await opened.decide_code_not_created(code, note="not created, says a person of the code")
                click.echo(f"{count} orders that were rejected with the code {code} are certainly rejected now")
            elif file is not None:
                return await _decide_file(opened, file)
            elif worker_ended is not None:
                count = await opened.declare_ended(worker_ended)
                click.echo(f"{count} orders that it was sending are unknown now")
            elif sandbox is not None:
                await _ask_sandbox(opened, sandbox, quiet_period)
            else:
                await _match(opened, match_order)
        return 0

    run(command)


async def _decide_file(ledger: "Ledger", file: Path) -> int:
    from pandapon_async.orders.resolution.decision_file import apply_decisions, read_decisions  # noqa: PLC0415

    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            decisions = read_decisions(opened, file.name, ledger.drafts.kind.key)
    except (OSError, UnicodeError) as error:
        raise click.ClickException(f"cannot read {file}: {error}") from None
    done = await apply_decisions(ledger, decisions)
    for problem in done.problems:
        click.echo(f"{file.name}: {problem}", err=True)
    click.echo(f"{done.created} were created, {done.not_created} were not; {len(done.problems)} could not be decided")
    return 1 if done.problems else 0


async def _ask_sandbox(ledger: "Ledger", url: str, quiet_period: float) -> None:
    import httpx  # noqa: PLC0415

    from pandapon_async.testing.sandbox_console import SandboxConsole  # noqa: PLC0415

    async with httpx.AsyncClient(base_url=url, timeout=30) as console:
        done = await ledger.resolve(SandboxConsole(console), quiet_period=quiet_period, wait=True)
    click.echo(f"{done.created} were created, {done.not_created} were not, {done.still_unknown} are still unknown")


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
        f"{matched.created} were created; of the orders looked at, {matched.ambiguous} may belong to several drafts, "
        f"{matched.unmatched} match no draft whose outcome is unknown, {matched.unreadable} could not be compared"
    )


@click.command()
@ledger_option
@click.option("--older-than", type=click.FloatRange(0), required=True, metavar="DAYS", help="Since the last change.")
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice(["created", "partial", "rejected"]),
    help="Which orders; may be given several times. By default all three.",
)
def purge(*, ledger: str, older_than: float, states: tuple[Any, ...]) -> None:
    """Remove the personal data of finished orders.

    Their numbers, order ids and outcomes stay, so that they are never sent again. Orders that may still be sent, or
    whose outcome is in doubt, are left as they are.
    """

    async def command() -> int:
        from pandapon_async.orders import open_ledger  # noqa: PLC0415

        async with open_ledger(ledger) as opened:
            count = await opened.purge(*states, older_than=older_than * _DAY)
        click.echo(f"the personal data of {count} orders were removed")
        return 0

    run(command)
