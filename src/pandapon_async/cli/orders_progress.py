"""What a submission shows while it runs, and what Ctrl-C does to it."""

import os
import signal
import sys
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import anyio
import click

from pandapon_async.cli.extras import missing_extras_explained

if TYPE_CHECKING:
    from pandapon_async.orders import Submission

_SECONDS_BETWEEN_LINES = 5.0
_SECONDS_BETWEEN_LOOKS = 0.2


@dataclass(slots=True)
class Signals:
    """Number of stop signals received."""

    count: int = 0


@asynccontextmanager
async def watch(submission: "Submission", *, total: int) -> AsyncGenerator[Signals]:
    """Show a submission's progress for the block, and let Ctrl-C end it in good order.

    Args:
        submission: What is watched.
        total: How many drafts are to be sent.
    """
    signals = Signals()
    async with anyio.create_task_group() as group:
        if os.name == "posix":
            group.start_soon(_obey, submission, signals)
        group.start_soon(_bar if sys.stderr.isatty() else _lines, submission, total)
        try:
            yield signals
        finally:
            group.cancel_scope.cancel()


async def _obey(submission: "Submission", signals: Signals) -> None:
    with anyio.open_signal_receiver(signal.SIGINT, signal.SIGTERM) as received:
        async for _ in received:
            signals.count += 1
            if signals.count == 1:
                submission.stop()
                click.echo("Stopping once the calls in flight have ended. Ctrl-C again cuts them off.", err=True)
            else:
                submission.cut_off()


def describe(submission: "Submission", total: int) -> str:
    """Return the progress as one line."""
    progress = submission.progress
    left = max(0, total - progress.done)
    rate = progress.rate
    end = f", about {left / rate:.0f} s left" if left and progress.done else ""
    if progress.paused_for:
        end = f", paused for another {progress.paused_for:.0f} s"
    partial = f"{progress.partial} in part, " if progress.partial else ""
    return (
        f"{progress.done} of {max(total, progress.done)}: {progress.created} created, {partial}"
        f"{progress.rejected} rejected, {progress.unknown} unknown, {progress.in_flight} in flight, "
        f"{rate:.0f} a second{end}"
    )


async def _lines(submission: "Submission", total: int) -> None:
    """Write a line every few seconds, for logs."""
    try:
        while True:
            await anyio.sleep(_SECONDS_BETWEEN_LINES)
            click.echo(describe(submission, total), err=True)
    finally:
        click.echo(describe(submission, total), err=True)


async def _bar(submission: "Submission", total: int) -> None:
    """Show a bar on a terminal."""
    with missing_extras_explained():
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TextColumn("[green]{task.fields[created]} created[/]"),
        TextColumn("[red]{task.fields[rejected]} rejected[/]"),
        TextColumn("[yellow]{task.fields[unknown]} unknown[/]"),
        TextColumn("{task.fields[in_flight]} in flight, {task.fields[rate]}/s"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=False) as bar:
        task = bar.add_task("", total=total, created=0, rejected=0, unknown=0, in_flight=0, rate=0)

        def show() -> None:
            progress = submission.progress
            bar.update(
                task,
                completed=progress.done,
                total=max(total, progress.done),
                created=progress.created,
                rejected=progress.rejected,
                unknown=progress.unknown,
                in_flight=progress.in_flight,
                rate=round(progress.rate),
            )

        await _again_and_again(show)


async def _again_and_again(show: Callable[[], None]) -> None:
    try:
        while True:
            show()
            await anyio.sleep(_SECONDS_BETWEEN_LOOKS)
    finally:
        show()
