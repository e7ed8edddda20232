"""Options of ``pandapon orders`` that say how a file of orders is read, and what is told about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pandapon_async.orders import Draft, DraftFile

__all__ = ["draft_file", "file_options", "forbid_overwriting", "report_file", "report_notes"]

_FILE: Final = click.Path(dir_okay=False, path_type=Path)


def _delimiter(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Return the separator that was given by its name or as the character itself."""
    from pandapon_async.orders.drafts.csv_reading import DELIMITERS  # noqa: PLC0415

    if value is None:
        return None
    sign = DELIMITERS.get(value, "\t" if value == "\\t" else value)
    if len(sign) != 1 or sign in '"\r\n':
        raise click.BadParameter(f"give {', '.join(DELIMITERS)} or one character")
    return sign


def file_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say how FILE is read."""
    for option in (
        click.option(
            "--format",
            "file_format",
            type=click.Choice(["csv", "jsonl", "xlsx"]),
            help="By default what FILE ends in.",
        ),
        click.option("--encoding", help="Of FILE. By default UTF-8, UTF-16 or GB18030 (GBK), whichever is certain."),
        click.option(
            "--delimiter",
            callback=_delimiter,
            metavar="NAME|CHARACTER",
            help="Of CSV: comma, semicolon, tab, pipe, or a character. By default found out from the header.",
        ),
        click.option("--sheet", help="Of a workbook. By default the first one."),
        click.option("--map", "column_map", type=_FILE, help="TOML file with your own names of columns."),
        click.option(
            "--skip-invalid", type=_FILE, help="Write rows that cannot be sent to this file, and submit the others."
        ),
        click.option("--accept-suspicious", is_flag=True, help="Take values as they are that may be damaged."),
    ):
        command = option(command)
    return command


def draft_file(path: Path, drafts: type[Draft], options: dict[str, Any], *, ledger: str) -> DraftFile:
    """Return the file that the options describe; takes them out of ``options``.

    Raises:
        DraftFileError: The file for invalid rows is the ledger.
    """
    from pandapon_async.orders import DraftFile  # noqa: PLC0415

    names = ("file_format", "encoding", "delimiter", "sheet", "column_map", "skip_invalid", "accept_suspicious")
    chosen = {name: options.pop(name) for name in names}
    if chosen["skip_invalid"] is not None:
        forbid_overwriting(chosen["skip_invalid"], ledger, "--skip-invalid")
    return DraftFile(path, drafts, **chosen)


def forbid_overwriting(path: Path, ledger: str, option: str) -> None:
    """Make sure that a file to be written is not the ledger.

    Raises:
        DraftFileError: It is.
    """
    from pandapon_async.orders.drafts import private_files  # noqa: PLC0415

    if "://" not in ledger:
        private_files.forbid_overwriting(path, [Path(ledger + end) for end in ("", "-wal", "-shm")], option)


def report_notes(file: DraftFile) -> None:
    """Tell what was found out about a file."""
    _tell(f"{file.path.name}: {note}" for note in file.notes)


def report_file(file: DraftFile, skip_invalid: Path | None) -> None:
    """Tell what was repaired, accepted or left out."""
    _tell(str(repair) for repair in file.repairs)
    if file.suspicious:
        _tell([f"{file.suspicious} suspicious values were taken as they are"])
    if file.skipped:
        _tell(str(problem) for problem in file.problems)
        more = file.skipped - len(file.problems)
        _tell([f"... and {more} more"] if more else [])
        advice = "correct them there and submit that file to the same ledger"
        _tell([f"{file.skipped} rows cannot be sent and were written to {skip_invalid}: {advice}"])


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line, err=True)
