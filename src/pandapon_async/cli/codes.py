"""The option for a code book of one's own."""

from __future__ import annotations

import click

__all__ = ["codes_option"]

codes_option = click.option(
    "--codes",
    type=click.Path(exists=True, dir_okay=False),
    envvar="PANDAPON_CODES",
    show_envvar=True,
    help='TOML file with a table [codes] that says what codes mean, such as NO_STOCK = "refused".',
)
