"""Options that several commands of ``pandapon orders`` share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from pandapon_async.cli.codes import codes_option

CommandT = TypeVar("CommandT", bound=Callable[..., Any])

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
STATE_NAMES = ("pending", "sending", "created", "partial", "rejected", "unknown")
FILE = click.Path(dir_okay=False, path_type=Path)

ledger_option = click.option(
    "--ledger",
    required=True,
    metavar="PATH|URL",
    help="SQLite file, or postgresql://user@host/database?schema=name. It holds the receivers' addresses.",
)
kind_option = click.option(
    "--kind", type=click.Choice(KIND_NAMES), default="taobao-order", show_default=True, help="What to order."
)
retry_option = click.option(
    "--retry-rejected",
    is_flag=True,
    help="Send orders again that were certainly rejected and are unchanged in FILE.",
)
moved_option = click.option(
    "--sandbox-moved",
    is_flag=True,
    help="The ledger's sandbox listens at another address now. Both addresses must be of this machine.",
)


def limit_options(command: CommandT) -> CommandT:
    """Add the options that say how fast to send, and when to stop."""
    for option in (
        codes_option,
        click.option(
            "--in-flight", type=click.IntRange(1, 10_000), default=64, show_default=True, help="Concurrent calls."
        ),
        click.option("--rate", type=click.FloatRange(0, min_open=True), help="Orders a second at most."),
        click.option("--deadline", type=click.FloatRange(0, min_open=True), help="Seconds for each call."),
        click.option("--stop-after-rejects", type=click.IntRange(1), help="Stop after this many rejected orders."),
        click.option(
            "--stop-reject-share",
            type=click.FloatRange(0, 1),
            help="Stop when more than this share of the last hundred was rejected.",
        ),
        click.option(
            "--stop-after-unknown-run",
            type=click.IntRange(0),
            default=100,
            show_default=True,
            help="Stop after this many unknown outcomes in a row; 0: never.",
        ),
        click.option(
            "--longest-pause",
            type=click.FloatRange(0, min_open=True),
            default=300.0,
            show_default=True,
            help="Stop when the server asks for a longer pause than this many seconds.",
        ),
    ):
        command = option(command)
    return command
