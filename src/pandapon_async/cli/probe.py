"""``pandapon probe``: which inferred and candidate paths exist, found out without side effects."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pandapon_async._core.call.options import RetryPolicy
from pandapon_async.catalogue import read_catalogue
from pandapon_async.cli.confirmed_paths import ConfirmedPaths
from pandapon_async.cli.failures import FailureError, failures_explained
from pandapon_async.cli.path_probe import CannotTellError, PathProbe
from pandapon_async.cli.surfaces import SURFACE_NAMES, SURFACES
from pandapon_async.cli.tables import print_table

if TYPE_CHECKING:
    from pandapon_async.cli.path_probe import Finding

__all__ = ["probe"]

_COLUMNS = ("result", "method", "path", "title", "response")


@click.command()
@click.option("--surface", type=click.Choice(SURFACE_NAMES), default=SURFACE_NAMES[0], show_default=True)
@click.option("--base-url", help="Another address, such as a sandbox's.")
@click.option("--reads", is_flag=True, help="Send reads with their own method; for servers that answer 405 nowhere.")
@click.option("--pause", type=click.FloatRange(min=0), default=1.0, show_default=True, help="Seconds between requests.")
@click.option(
    "--confirmed",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("confirmed.toml"),
    show_default=True,
    help="File for the results; a later run continues from it.",
)
@click.option("--again", is_flag=True, help="Probe paths again whose result the file has.")
@click.option("--json", "as_json", is_flag=True, help="JSON: a list of results.")
def probe(  # noqa: PLR0913, PLR0917 - one parameter per option
    surface: str,
    base_url: str | None,
    reads: bool,  # noqa: FBT001 - click passes options by name
    pause: float,
    confirmed: Path,
    again: bool,  # noqa: FBT001
    as_json: bool,  # noqa: FBT001
) -> None:
    """Find out which inferred and candidate paths exist.

    Sends each path a request with an HTTP method that no operation has. No handler of the server receives such a
    request: a path that exists is answered differently (405) from one that does not (404). Documented and made-up
    paths are tried first; if the server answers both alike, the command says so and stops. A write is never sent with
    its own method.

    Exit status: 0 all paths have a clear result, 1 the probe cannot tell (or not about every path), 4 no response.
    """
    file = ConfirmedPaths(confirmed)
    with failures_explained():
        try:
            findings = asyncio.run(_probe(surface, base_url, file, pause=pause, reads=reads, again=again))
        except CannotTellError as error:
            click.echo(f"Error: {error}", err=True)
            raise SystemExit(1) from None
    if as_json:
        click.echo(json.dumps([_as_json(each) for each in findings], ensure_ascii=False, indent=1))
    else:
        print_table(_COLUMNS, [_row(each) for each in findings], title=f"Paths of {surface}")
        numbers = Counter(each.verdict for each in findings)
        click.echo(", ".join(f"{numbers[verdict]} {verdict}" for verdict in ("exists", "missing", "unclear")))
        click.echo(f"Stored in {confirmed}; clients read it with inferred={str(confirmed)!r}.")
    raise SystemExit(1 if any(each.verdict == "unclear" for each in findings) else 0)


async def _probe(  # noqa: PLR0913 - the options of the command
    surface: str, base_url: str | None, file: ConfirmedPaths, *, pause: float, reads: bool, again: bool
) -> list[Finding]:
    chosen = SURFACES[surface]
    findings: list[Finding] = []
    # No retries: a probe is one request.
    async with chosen.build_client(base_url, retry=RetryPolicy(attempts=1)) as client:
        runner = PathProbe(client, chosen.operations, pause=pause, reads=reads)
        entries = [
            entry
            for entry in read_catalogue()
            if entry.surface == surface and (again or not file.knows(surface, client.base_url, entry.path))
        ]
        if not runner.targets(entries):
            raise FailureError(f"nothing to probe on {surface}: the file has a result for each path (see --again)")
        async for finding in runner.run(entries):
            # At once, so that a run that is interrupted loses nothing.
            file.add(finding, client.base_url)
            findings.append(finding)
    return findings


def _row(finding: Finding) -> tuple[str, ...]:
    entry = finding.entry
    return finding.verdict, entry.method or "-", entry.path or "-", entry.title, str(finding.reply)


def _as_json(finding: Finding) -> dict[str, Any]:
    entry = finding.entry
    return {
        "surface": entry.surface,
        "method": entry.method,
        "path": entry.path,
        "title": entry.title,
        "status": entry.status,
        "result": finding.verdict,
        "http_status": finding.reply.status,
        "code": finding.reply.code,
    }
