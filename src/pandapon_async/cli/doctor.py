"""``pandapon doctor``: does this account work from this machine, and if not, what is to be changed."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

import click

from pandapon_async.cli.diagnosis import diagnose
from pandapon_async.cli.surfaces import SURFACE_NAMES, SURFACES
from pandapon_async.cli.tables import one_line

if TYPE_CHECKING:
    from pandapon_async.cli.diagnosis import Check, CheckStatus

__all__ = ["doctor"]

_MARKS: Final[dict[CheckStatus, tuple[str, str]]] = {
    "ok": ("ok     ", "green"),
    "failed": ("FAILED ", "red"),
    "skipped": ("-      ", "yellow"),
}


@click.command()
@click.option("--surface", type=click.Choice(SURFACE_NAMES), default=SURFACE_NAMES[0], show_default=True)
@click.option("--base-url", help="Another address, such as a sandbox's.")
@click.option("--json", "as_json", is_flag=True, help="JSON: {surface, ok, checks}.")
def doctor(surface: str, base_url: str | None, as_json: bool) -> None:  # noqa: FBT001 - click passes options by name
    """Try the credentials with a harmless read.

    Looks at the environment, the network, the clock, the signature and the user id, and says which setting to change.
    Values of credentials are never shown. Exit status 0 where all is well, else 1.
    """
    checks = asyncio.run(_examine(surface, base_url, quiet=as_json))
    is_well = all(check.status != "failed" for check in checks)
    if as_json:
        report = {"surface": surface, "ok": is_well, "checks": [asdict(check) for check in checks]}
        click.echo(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        click.echo()
        click.echo("All is well." if is_well else "Something is wrong; see the advice above.")
    raise SystemExit(0 if is_well else 1)


async def _examine(surface: str, base_url: str | None, *, quiet: bool) -> list[Check]:
    checks: list[Check] = []
    async for check in diagnose(SURFACES[surface], base_url=base_url):
        checks.append(check)
        if not quiet:
            _print(check)
    return checks


def _print(check: Check) -> None:
    mark, color = _MARKS[check.status]
    click.echo(f"{click.style(mark, fg=color)}{check.name}: {one_line(check.detail)}")
    if check.advice:
        click.echo(f"       {one_line(check.advice)}")
