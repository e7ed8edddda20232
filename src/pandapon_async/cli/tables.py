"""Tables: boxed in a terminal, plain aligned text anywhere else."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

import click

from pandapon_async.cli.extras import missing_extras_explained

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["one_line", "print_table"]


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, title: str = "") -> None:
    """Print a table. No cell is cut off: a terminal wraps, a file has long lines."""
    if sys.stdout.isatty():
        _print_boxed(columns, rows, title)
        return
    if title:
        click.echo(title)
    cells = [[one_line(cell) for cell in row] for row in (columns, *rows)]
    widths = [max(_width(row[index]) for row in cells) for index in range(len(columns))]
    for row in cells:
        padded = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(padded).rstrip())


def one_line(text: str) -> str:
    """Return a text without line breaks and without characters that a terminal obeys."""
    return "".join(character if character.isprintable() else " " for character in text)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _print_boxed(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> None:
    with missing_extras_explained():
        from rich.box import ROUNDED  # noqa: PLC0415
        from rich.console import Console  # noqa: PLC0415
        from rich.table import Table  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

    table = Table(title=title or None, title_justify="left", box=ROUNDED)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    Console().print(table)
