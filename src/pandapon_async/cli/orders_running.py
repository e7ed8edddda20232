"""How the commands of ``pandapon orders`` run: exit statuses, signals, clients, and the submission itself."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable, Generator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any

import anyio
import click

from pandapon_async.cli.extras import missing_extras_explained

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from pandapon_async._core.call.client import Client
    from pandapon_async.orders import Counts, Draft, Ledger

#: Exit statuses besides 0 (everything created), 1 (an error), 2 (wrong usage).
REJECTED, UNKNOWN, ABORTED, INVALID, PARTIAL, UNCERTAIN, LEFT_OUT, INTERRUPTED = 3, 4, 5, 6, 7, 8, 9, 130

#: Seconds before a worker tries again to use a ledger that failed.
_PAUSE = 5.0


class InvalidFileFailure(click.ClickException):
    """A file that cannot be submitted."""

    exit_code = INVALID


def run(command: Callable[[], Awaitable[int]]) -> None:
    """Run a command, turn its errors into messages, and exit with its status."""
    try:
        with missing_extras_explained(), _errors_explained():
            status = anyio.run(_interruptible, command)
    except (KeyboardInterrupt, asyncio.CancelledError):
        # A submission handles signals itself, so this was before one, or after it.
        click.echo("Interrupted. Nothing of a file that was being added is in the ledger.", err=True)
        status = INTERRUPTED
    if status:
        raise click.exceptions.Exit(status)


async def _interruptible(command: Callable[[], Awaitable[int]]) -> int:
    task = asyncio.current_task()
    if os.name == "posix" and task is not None:
        # As asyncio does with SIGINT: cancel, so that locks are released.
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    return await command()


@asynccontextmanager
async def client_for(drafts: "type[Draft]", *, in_flight: int, codes: Any = None) -> "AsyncGenerator[Client]":
    """Open the client that sends drafts of a class, for the account in the environment."""
    import pandapon_async  # noqa: PLC0415
    from pandapon_async.orders.ledger.identity import SURFACE_CLIENTS  # noqa: PLC0415

    cls: type[Client] = getattr(pandapon_async, SURFACE_CLIENTS[drafts.kind.surface])
    added: dict[str, Any] = {"codes": pandapon_async.load_codes(codes)} if codes is not None else {}
    async with cls.from_env(max_concurrency=in_flight, **added) as client:
        yield client


async def send(ledger: "Ledger", options: dict[str, Any]) -> int:
    """Send what is pending, show the progress and the result; returns the exit status."""
    from pandapon_async.cli.orders_progress import watch  # noqa: PLC0415
    from pandapon_async.orders import Limits, OrdersError, SubmissionAbortedError  # noqa: PLC0415

    options["stop_after_unknown_run"] = options["stop_after_unknown_run"] or None
    before = await ledger.counts()
    failure: Exception | None = None
    async with (
        # Other processes may have claimed some: their outcomes count for the exit status as well.
        ledger.submit(limits=Limits(**options), until="settled") as submission,
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
    await show_counts(ledger, counts)
    if signals.count and counts.open:
        return INTERRUPTED
    return ABORTED if failure is not None else exit_status(counts)


async def work(ledger: "Ledger", options: dict[str, Any]) -> int:
    """Send what is pending, and wait for more until a signal comes; returns the exit status."""
    from pandapon_async.cli.orders_progress import watch  # noqa: PLC0415
    from pandapon_async.orders import LedgerError, Limits, SubmissionAbortedError  # noqa: PLC0415

    options["stop_after_unknown_run"] = options["stop_after_unknown_run"] or None
    while True:
        try:
            async with (
                ledger.submit(limits=Limits(**options), until="stopped") as submission,
                watch(submission, total=0) as signals,
            ):
                async for _ in submission:
                    pass
        except SubmissionAbortedError as error:
            click.echo(f"Stopped: {error}.", err=True)
            return ABORTED
        except LedgerError as error:
            # The database was restarted, or the network was divided: this worker begins anew, under a new lock.
            click.echo(f"{error}; trying again in {_PAUSE:.0f} s", err=True)
            await anyio.sleep(_PAUSE)
            continue
        await show_counts(ledger, await ledger.counts())
        return INTERRUPTED if signals.count else 0


def exit_status(counts: "Counts") -> int:
    """Return the exit status for what a ledger holds: 0 only if everything was created in full."""
    if counts.open:
        return ABORTED
    if counts.unknown:
        return UNKNOWN
    if counts.uncertain:
        return UNCERTAIN
    if counts.partial:
        return PARTIAL
    return REJECTED if counts.rejected else 0


async def status_document(ledger: "Ledger", counts: "Counts") -> dict[str, Any]:
    """Return what ``orders status --json`` prints."""
    states = ("pending", "sending", "created", "partial", "rejected", "uncertain", "unknown")
    codes = [
        {"code": each.code, "certain": each.certain, "count": each.count} for each in await ledger.rejected_codes()
    ]
    return {
        "ledger": ledger.address,
        "surface": ledger.identity.surface,
        "kind": ledger.identity.kind,
        "user_id": ledger.identity.user_id,
        "base_url": ledger.identity.base_url,
        "total": counts.total,
        **{name: getattr(counts, name) for name in states},
        "rejected_codes": codes,
    }


async def show_counts(ledger: "Ledger", counts: "Counts") -> None:
    """Print how many drafts are in each state, and what to do about them."""
    click.echo(f"{ledger.address}: {counts.total} drafts of the kind {ledger.identity.kind}")
    advice = {
        "pending": "to be sent: pandapon orders resume",
        "sending": "being sent by another process",
        "partial": "placed in part: pandapon orders export --state partial",
        "rejected": "pandapon orders export --state rejected",
        "unknown": "look each up, then: pandapon orders resolve --key KEY --created ID | --not-created",
    }
    for name in ("created", "partial", "rejected", "unknown", "pending", "sending"):
        number: int = getattr(counts, name)
        if number or name == "created":
            click.echo(f"  {name:<9}{number:>10}  {advice.get(name, '')}".rstrip())
    if counts.rejected:
        for each in await ledger.rejected_codes():
            doubt = "" if each.certain else "  not certain: pandapon orders resolve --code CODE --not-created"
            click.echo(f"    code {each.code:<12}{each.count:>6}{doubt}")


@contextmanager
def _errors_explained() -> Generator[None]:
    from pandapon_async import PandaPonError  # noqa: PLC0415
    from pandapon_async.orders.errors import (  # noqa: PLC0415
        DraftConflictError,
        DraftFileError,
        InvalidDraftError,
        InvalidDraftsError,
    )

    try:
        yield
    except InvalidDraftsError as error:
        raise InvalidFileFailure(
            f"nothing was sent:\n{error}\n"
            "Correct these rows and submit the file again, or submit the others with --skip-invalid FILE."
        ) from None
    except DraftConflictError as error:
        raise InvalidFileFailure(
            f"nothing was sent:\n{error}\nGive one of the two orders another number, or remove it."
        ) from None
    except (DraftFileError, InvalidDraftError) as error:
        raise InvalidFileFailure(f"nothing was sent: {error}") from None
    except PandaPonError as error:
        raise click.ClickException(str(error)) from None
