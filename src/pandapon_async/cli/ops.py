"""``pandapon ops``: the catalogue of all operations, and everything that is known of one."""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from typing import TYPE_CHECKING, Final

import attrs
import click

from pandapon_async.catalogue import read_catalogue
from pandapon_async.cli.surfaces import SURFACE_NAMES, find_operation
from pandapon_async.cli.tables import print_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pandapon_async.catalogue import Entry

__all__ = ["ops"]

_STATUSES: Final = ("documented", "partial", "inferred", "candidate", "name-only")
_DEFAULT: Final = "list"
_COLUMNS: Final = ("name", "title", "method", "path", "effect", "status")


class _OpsGroup(click.Group):
    """A group that runs ``list`` if the first word is not a command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)


@click.group(cls=_OpsGroup, context_settings={"help_option_names": ["-h", "--help"]})
def ops() -> None:
    """List and explain the documented operations.

    `pandapon ops [TEXT] [OPTIONS]` is short for `pandapon ops list`.
    """


@ops.command("list")
@click.argument("text", required=False)
@click.option("--surface", type=click.Choice(SURFACE_NAMES), help="Only this surface.")
@click.option("--group", help='Only groups with this in their name, such as "1688 / Order".')
@click.option("--status", type=click.Choice(_STATUSES), help="Only entries with this status.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table; unknown values are null.")
def list_entries(
    text: str | None,
    surface: str | None,
    group: str | None,
    status: str | None,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> None:
    """List the entries; TEXT looks in names, titles and paths.

    documented: the request is known, the response at least in part. partial: the path or message type is known, but not
    the request or the response. inferred: the path follows from a rule that all known operations obey; calls need
    --inferred. candidate: the path follows from a weak rule; `pandapon probe` can try it. name-only: only the title.
    """
    chosen = [
        entry
        for entry in read_catalogue()
        if surface in (None, entry.surface)
        and (group is None or group.casefold() in entry.group.casefold())
        and status in (None, entry.status)
        and (text is None or _mentions(entry, text))
    ]
    if as_json:
        click.echo(json.dumps([attrs.asdict(entry) for entry in chosen], ensure_ascii=False, indent=1))
        return
    for (of_surface, of_group), entries in _sections(chosen).items():
        print_table(_COLUMNS, [_row(entry) for entry in entries], title=f"{of_surface}: {of_group}")
        click.echo()
    named = sum(1 for entry in chosen if entry.name)
    click.echo(f"{len(chosen)} entries, {named} with a Python name; {_counts(chosen)}")


@ops.command("show")
@click.argument("name")
@click.option("--surface", type=click.Choice(SURFACE_NAMES), help="Where several surfaces have the name.")
@click.option("--code", is_flag=True, help="Only the program at the end of the page.")
def show(name: str, surface: str | None, code: bool) -> None:  # noqa: FBT001 - click passes options by name
    """Show everything that is known of an operation. NAME is its Python name, its path or its title."""
    # Models and specifications are read for this command only.
    from pandapon_async.cli.entry_page import entry_page, find_unnamed  # noqa: PLC0415
    from pandapon_async.cli.operation_page import operation_page, operation_program  # noqa: PLC0415

    unnamed = find_unnamed(name, surface)
    if unnamed is not None and not code:
        _print_page(entry_page(unnamed))
        return
    known = find_operation(name, surface)
    if code:
        click.echo(operation_program(known), nl=False)
    else:
        _print_page(operation_page(known))


def _counts(entries: list[Entry]) -> str:
    numbers = Counter(entry.status for entry in entries)
    return ", ".join(f"{numbers[status]} {status}" for status in _STATUSES if numbers[status])


def _print_page(page: str) -> None:
    """Print a page, with a pager if the terminal is too small."""
    if sys.stdout.isatty() and page.count("\n") >= shutil.get_terminal_size().lines - 1:
        click.echo_via_pager(page)
    else:
        click.echo(page)


def _mentions(entry: Entry, text: str) -> bool:
    places = (entry.name, entry.title, entry.title_zh, entry.path, entry.message_type)
    return any(text.casefold() in place.casefold() for place in places if place)


def _sections(entries: Iterable[Entry]) -> dict[tuple[str, str], list[Entry]]:
    sections: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        sections.setdefault((entry.surface, entry.group), []).append(entry)
    return sections


def _row(entry: Entry) -> tuple[str, ...]:
    effect = "push" if entry.push else entry.effect
    return tuple(cell or "-" for cell in (entry.name, entry.title, entry.method, entry.path, effect, entry.status))
