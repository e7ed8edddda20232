"""``pandapon messages``: receive message pushes, inspect, retry and purge them."""

import json
import os
import signal
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import click

from pandapon_async.cli.extras import missing_extras_explained

if TYPE_CHECKING:
    from pandapon_async._core.schema.events import Event
    from pandapon_async.messages import Messages
    from pandapon_async.messages.store import Entry

#: Exit status beside 0, 1 (an error) and 2 (wrong usage).
MISSING = 3

DEFAULT_PORT = 8643
_FINISHED = ("handled", "skipped", "dead_letter")
_STATES = ("pending", *_FINISHED)
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
def messages() -> None:
    """Receive message pushes, inspect, retry and purge them.

    An inbox stores every push before the platform gets its response. Your own program handles the messages, with
    pandapon_async.messages.

    \b
    Exit status:
      0    done
      1    an error
      3    there is no such message
    """  # noqa: D301 - click's mark for lines that are not wrapped


_inbox = click.option(
    "--inbox",
    required=True,
    metavar="PATH|URL",
    help="SQLite file, or postgresql://user@host/database?schema=name. It holds personal data.",
)
_as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@messages.command()
@_inbox
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(0, 65535), help="Port, 0 for a free one."
)
@click.option("--env", "prefix", default="PANDAPON", show_default=True, help="Prefix of the environment variables.")
@click.option(
    "--unverified", is_flag=True, help="Accept pushes from anybody. Only where nobody else can reach the address."
)
@click.option("--answer-get", is_flag=True, help='Answer GET with 200, in case the console\'s "verify" sends one.')
@click.option("--ready-file", type=_FILE, help="Written once listening: JSON with url.")
def listen(  # noqa: PLR0913 - one parameter per option
    *, inbox: str, host: str, port: int, prefix: str, unverified: bool, answer_get: bool, ready_file: Path | None
) -> None:
    """Receive pushes and store them, on every path, over plain HTTP; put a proxy that speaks HTTPS in front.

    The secret comes from the environment: PANDAPON_ACCESS_SECRET, and PANDAPON_OLD_ACCESS_SECRET while it is being
    changed; PANDAPON_ACCESS_KEY may be part of what is signed. Refused pushes are logged on standard error.

    This command handles nothing: messages wait for your own program with handlers, on the same inbox.
    """
    if ready_file is not None:
        # A file from an earlier run would announce an address that nobody listens on.
        ready_file.unlink(missing_ok=True)

    async def run() -> int:
        receiver = _receiver(inbox, prefix, unverified=unverified, answer_get=answer_get)
        with suppress(KeyboardInterrupt):
            await _serve_until_signal(receiver, host, port, ready_file)
        return 0

    _run(run)


def _receiver(inbox: str, prefix: str, *, unverified: bool, answer_get: bool) -> "Messages":
    from pandapon_async.messages import Messages, ReceiverSettings  # noqa: PLC0415

    settings = ReceiverSettings(answer_get=answer_get)
    if unverified:
        return Messages(inbox=inbox, unverified=True, settings=settings)
    names = (f"{prefix}_ACCESS_SECRET", f"{prefix}_OLD_ACCESS_SECRET")
    secrets = [os.environ[name] for name in names if os.environ.get(name)]
    if not secrets:
        raise click.ClickException(f"set the environment variable {names[0]}; it verifies pushes")
    key = os.environ.get(f"{prefix}_ACCESS_KEY", "")
    return Messages(inbox=inbox, secret=secrets, access_key=key, settings=settings)


async def _serve_until_signal(messages: "Messages", host: str, port: int, ready_file: Path | None) -> None:
    from pandapon_async.messages.server import serve  # noqa: PLC0415

    async with AsyncExitStack() as stack:
        try:
            running = await stack.enter_async_context(serve(messages, host=host, port=port))
        except OSError as error:
            raise click.ClickException(f"cannot listen on {host} port {port}: {error.strerror or error}") from None
        click.echo(f"Receiving message pushes at {running.url}. Press Ctrl-C to stop.")
        if ready_file is not None:
            # Atomically: readers see the whole file or none.
            fresh = ready_file.with_name(f"{ready_file.name}.new")
            await anyio.Path(fresh).write_text(json.dumps({"url": running.url}) + "\n", encoding="utf-8")
            await anyio.Path(fresh).replace(ready_file)
        with anyio.open_signal_receiver(signal.SIGINT, signal.SIGTERM) as signals:
            async for _ in signals:
                return


@messages.command("list")
@_inbox
@click.option("--state", "states", multiple=True, type=click.Choice(_STATES), help="Can be repeated. By default all.")
@click.option("--order", "order_id", help="Only messages of this order.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="Maximum number.")
@_as_json
def list_messages(*, inbox: str, states: tuple[Any, ...], order_id: str | None, limit: int, as_json: bool) -> None:
    """List messages, the newest first."""

    async def run() -> int:
        from pandapon_async.messages import open_inbox  # noqa: PLC0415

        found: list[Entry] = []
        async with open_inbox(inbox) as opened:
            counts = await opened.counts()
            async for entry in opened.entries(*states, order_id=order_id):
                found.append(entry)
                if len(found) == limit:
                    break
        if as_json:
            click.echo(json.dumps([_document(entry) for entry in found]))
            return 0
        _print_entries(found)
        numbers = ", ".join(f"{getattr(counts, name)} {name}" for name in _STATES)
        click.echo(f"{counts.total} messages in the inbox: {numbers}", err=True)
        return 0

    _run(run)


@messages.command()
@click.argument("number", type=int)
@_inbox
@click.option("--personal", is_flag=True, help="Show personal data as well.")
@_as_json
def show(*, number: int, inbox: str, personal: bool, as_json: bool) -> None:
    """Show one message, by its number in the list.

    Personal data is masked; in messages that are not documented, every text is.
    """

    async def run() -> int:
        from pandapon_async.messages import open_inbox  # noqa: PLC0415

        async with open_inbox(inbox) as opened:
            entry = await opened.find(number)
            event = await opened.event(number)
        if entry is None or event is None:
            return _none(number)
        push = _push(event) if personal else _masked(event)
        if as_json:
            click.echo(json.dumps({**_document(entry), "push": push}, ensure_ascii=False))
            return 0
        for name, value in _document(entry).items():
            if value is not None:
                click.echo(f"{name + ':':<13}{value}")
        click.echo(json.dumps(push, ensure_ascii=False, indent=2))
        return 0

    _run(run)


@messages.command()
@click.argument("numbers", type=int, nargs=-1)
@_inbox
@click.option("--state", "states", multiple=True, type=click.Choice(_FINISHED), help="Can be repeated.")
def replay(*, numbers: tuple[int, ...], inbox: str, states: tuple[Any, ...]) -> None:
    """Handle messages again: those with the given NUMBERS, or all in a state.

    Without --state, NUMBERS are replayed in whatever state they are.
    """
    if not numbers and not states:
        raise click.UsageError("give the numbers of messages, or --state")

    async def run() -> int:
        from pandapon_async.messages import open_inbox  # noqa: PLC0415

        async with open_inbox(inbox) as opened:
            count = await opened.replay(*numbers, states=states or _FINISHED)
        click.echo(f"{_number_of(count)} will be handled again")
        return 0 if count or not numbers else MISSING

    _run(run)


@messages.command()
@_inbox
@click.option("--older-than", "days", required=True, type=click.FloatRange(0), metavar="DAYS", help="Age in days.")
@click.option(
    "--state",
    "states",
    multiple=True,
    default=("handled", "skipped"),
    show_default=True,
    type=click.Choice(_FINISHED),
    help="Can be repeated.",
)
def purge(*, inbox: str, days: float, states: tuple[Any, ...]) -> None:
    """Delete messages, with the personal data in them, that have been in a state for a number of days.

    Pending messages are never deleted. A deleted message is handled again if it is pushed again, so use more days than
    the receiver accepts pushes for (7 by default).
    """

    async def run() -> int:
        from pandapon_async.messages import open_inbox  # noqa: PLC0415

        async with open_inbox(inbox) as opened:
            count = await opened.purge(days * 86_400, states=states)
        click.echo(f"{_number_of(count)} deleted")
        return 0

    _run(run)


def _number_of(count: int) -> str:
    return f"{count} message{'' if count == 1 else 's'}"


def _none(number: int) -> int:
    click.echo(f"there is no message {number}", err=True)
    return MISSING


def _document(entry: "Entry") -> dict[str, Any]:
    return {
        "number": entry.position,
        "state": "handling" if entry.handling else entry.state,
        "type": entry.type,
        "platform": entry.platform,
        "order_id": entry.order_id,
        "pushed_at": _moment(entry.pushed_at),
        "received_at": _moment(entry.received_at),
        "attempts": entry.attempts,
        "due_at": _moment(entry.due_at) if entry.state == "pending" else None,
        "error": entry.error,
    }


def _moment(seconds: float | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _print_entries(entries: "list[Entry]") -> None:
    from pandapon_async.cli.tables import print_table  # noqa: PLC0415

    columns = ("number", "state", "type", "order_id", "pushed_at", "attempts", "error")
    rows: list[list[str]] = []
    for entry in entries:
        document = _document(entry)
        rows.append(["" if document[name] is None else str(document[name]) for name in columns])
    print_table(columns, rows)


def _push(event: "Event") -> Any:
    from pandapon_async.messages import UnknownEvent  # noqa: PLC0415

    return event.content if isinstance(event, UnknownEvent) and not event.raw else event.raw


def _masked(event: "Event") -> Any:
    from pandapon_async.cli.masking import masked_model, masked_value  # noqa: PLC0415
    from pandapon_async.messages import UnknownEvent  # noqa: PLC0415

    if isinstance(event, UnknownEvent):
        if "messageBody" not in event.raw:
            return masked_value(event.content)
        body: Any = masked_value(event.content)
    else:
        body = masked_model(event.body)
    known = {"messageType", "messagePlatform", "timestamp"}
    shown = {name: value if name in known else masked_value(value) for name, value in event.raw.items()}
    return {**shown, "messageBody": body}


def _run(command: Callable[[], Awaitable[int]]) -> None:
    """Run a command, print its errors, and exit with its status."""
    from pandapon_async import PandaPonError  # noqa: PLC0415

    with missing_extras_explained(sqlalchemy="messages", uvicorn="messages", httptools="messages"):
        try:
            status = anyio.run(command)
        except PandaPonError as error:
            raise click.ClickException(str(error)) from None
    if status:
        raise click.exceptions.Exit(status)
