"""``pandapon docs``: follow the documentation and add operations to the shipped specifications."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from pandapon_async.cli.extras import missing_extras_explained

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["docs"]

_MODULES: Final = ("jsonpath", "jsonschema", "openapi_python_client", "openapi_spec_validator", "ruamel", "selectolax")
_EXTRAS: Final = dict.fromkeys(_MODULES, "codegen")
_SEVERITIES: Final = ("text only", "additive", "breaking")
_PLACE = click.Path(exists=True, path_type=Path)
_OUTPUT = click.Path(dir_okay=False, path_type=Path)
_SOME_SHIPPED: Final = 3

_pages = click.argument("pages", nargs=-1, required=True, type=_PLACE)
_surface = click.option("--surface", help="Surface of the pages, if they do not show it.")
_overlays = click.option(
    "--overlays",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("overlays"),
    show_default=True,
    help="Folder of your OpenAPI Overlays.",
)
_as_json = click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
_fail_on = click.option(
    "--fail-on",
    type=click.Choice(_SEVERITIES),
    default=_SEVERITIES[0],
    show_default=True,
    help="Lowest severity with an exit status other than 0.",
)


@contextmanager
def _errors() -> Generator[None]:
    """Explain missing extras, and turn errors of pages and overlays into messages."""
    with missing_extras_explained(**_EXTRAS):
        from pandapon_async.codegen.errors import CodegenError  # noqa: PLC0415

        try:
            yield
        except CodegenError as error:
            raise click.ClickException(str(error)) from None


@click.group()
def docs() -> None:
    """Follow the documentation.

    PAGES are files, folders or zip archives with documentation pages: text copied from a browser, Apifox Markdown, or
    saved HTML. Your additions are OpenAPI Overlays on the specifications in this package.

    Exit status of diff and watch: 0 no drift, 3 text only, 4 additive, 5 breaking, 6 something was not understood.
    """


@docs.command()
@_pages
def read(pages: tuple[Path, ...]) -> None:
    """Print pages as JSON, including the lines that were not understood."""
    with _errors():
        from pandapon_async.codegen.docs.reading.files import read_pages  # noqa: PLC0415

        click.echo(json.dumps([page.as_json() for page in read_pages(pages)], indent=1, ensure_ascii=False))


@docs.command()
@_pages
@_surface
@_overlays
@_fail_on
@_as_json
@click.pass_context
def diff(  # noqa: PLR0913, PLR0917 - one parameter per option
    ctx: click.Context,
    pages: tuple[Path, ...],
    surface: str | None,
    overlays: Path,
    fail_on: str,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> None:
    """Show where pages differ from the specifications and your overlays."""
    with _errors():
        from pandapon_async.codegen.docs.drift.comparing import compare_with_specifications  # noqa: PLC0415
        from pandapon_async.codegen.docs.drift.comparison import severity_of  # noqa: PLC0415
        from pandapon_async.codegen.docs.drift.report import as_json as to_json  # noqa: PLC0415
        from pandapon_async.codegen.docs.drift.report import as_text  # noqa: PLC0415
        from pandapon_async.codegen.docs.pulling.site import removed_pages  # noqa: PLC0415
        from pandapon_async.codegen.docs.reading.files import read_pages  # noqa: PLC0415
        from pandapon_async.codegen.docs.user.overlay_files import OverlayFiles  # noqa: PLC0415

        lowest = severity_of(fail_on)
        specifications = OverlayFiles(overlays).specifications()
        report = compare_with_specifications(specifications, read_pages(pages), removed_pages(pages), surface)
        click.echo(to_json(report, lowest) if as_json else as_text(report))
        for problem in report.problems:
            click.echo(problem, err=True)
    ctx.exit(report.status(lowest))


@docs.command()
@_pages
@_surface
@_overlays
@click.option("--name", help="Python name of the operation, such as taobao.orders.pay.")
@click.option(
    "--effect", type=click.Choice(("read", "write", "pay")), help="Effect of the operation; default: derived."
)
@click.pass_context
def add(  # noqa: PLR0913, PLR0917 - one parameter per option
    ctx: click.Context,
    pages: tuple[Path, ...],
    surface: str | None,
    overlays: Path,
    name: str | None,
    effect: str | None,
) -> None:
    """Add the operations of pages to your overlays.

    Exit status 6 if a page has lines that were not understood: the operation is added without them.
    """
    with _errors():
        from pandapon_async.codegen.docs.drift.report import NOT_UNDERSTOOD, unread_as_text  # noqa: PLC0415
        from pandapon_async.codegen.docs.reading.files import read_pages  # noqa: PLC0415
        from pandapon_async.codegen.docs.user.additions import add_page  # noqa: PLC0415
        from pandapon_async.codegen.docs.user.overlay_files import OverlayFiles  # noqa: PLC0415

        found = read_pages(pages)
        for page in found:
            if page.path is not None:
                added = add_page(OverlayFiles(overlays), page, surface=surface, name=name, effect=effect)
                click.echo(f"added: {added.name} ({added.surface}) in {added.file}")
                for note in added.notes:
                    click.echo(f"look at: {note}")
        unread = [(page.source, entry) for page in found for entry in page.unread]
        for line in unread_as_text(unread):
            click.echo(line)
    ctx.exit(NOT_UNDERSTOOD if unread else 0)


@docs.command()
@_overlays
@click.pass_context
def check(ctx: click.Context, overlays: Path) -> None:
    """Check your overlays against the installed package.

    Run it after an update. Exit status 3 if the package now ships an operation of yours.
    """
    with _errors():
        from pandapon_async.codegen.docs.user.additions import shipped_additions  # noqa: PLC0415
        from pandapon_async.codegen.docs.user.overlay_files import OverlayFiles  # noqa: PLC0415

        files = OverlayFiles(overlays)
        shipped = shipped_additions(files)
        files.specifications()
        for addition in shipped:
            click.echo(str(addition))
        if not shipped:
            click.echo("the overlays fit, and the package ships none of their operations")
    ctx.exit(_SOME_SHIPPED if shipped else 0)


@docs.command()
@click.argument("recordings", nargs=-1, required=True, type=_PLACE)
@click.option("--operation", help="Operation of a plain JSON response: NAME or SURFACE:NAME.")
@_overlays
@_as_json
def learn(recordings: tuple[Path, ...], operation: str | None, overlays: Path, as_json: bool) -> None:  # noqa: FBT001
    """Compare recorded responses with the specifications.

    RECORDINGS are cassettes of the test kit or JSON files with one response. Proposes fields, types, enum values and
    codes. Prints no value of any other field.
    """
    with _errors():
        from pandapon_async.codegen.docs.drift.report import as_table  # noqa: PLC0415
        from pandapon_async.codegen.docs.user.learning import learn as compare  # noqa: PLC0415
        from pandapon_async.codegen.docs.user.learning import read_recorded  # noqa: PLC0415
        from pandapon_async.codegen.docs.user.overlay_files import OverlayFiles  # noqa: PLC0415

        specifications = OverlayFiles(overlays).specifications()
        found = [
            drift for path in recordings for drift in compare(specifications, read_recorded(path, operation), path.name)
        ]
        if as_json:
            click.echo(json.dumps([drift.as_json() for drift in found], indent=1, ensure_ascii=False))
        else:
            click.echo(as_table(found))


@docs.command()
@click.option("--site", required=True, metavar="URL", help="Address of the documentation site.")
@click.option("--into", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder for its pages.")
@_surface
@_overlays
@_fail_on
@click.option("--pause", default=1.0, show_default=True, type=click.FloatRange(min=0), help="Seconds between requests.")
@click.option("--markdown", type=_OUTPUT, help="Write the report as Markdown.")
@click.option("--json", "json_file", type=_OUTPUT, help="Write the report as JSON.")
@click.option("--changelog", type=_OUTPUT, help="Write the drift as entries for a changelog.")
@click.pass_context
def watch(  # noqa: PLR0913, PLR0917 - one parameter per option
    ctx: click.Context,
    site: str,
    into: Path,
    surface: str | None,
    overlays: Path,
    fail_on: str,
    pause: float,
    markdown: Path | None,
    json_file: Path | None,
    changelog: Path | None,
) -> None:
    """Download a documentation site and report drift, for a scheduled job."""
    with _errors():
        from pandapon_async.codegen.docs.drift.comparison import severity_of  # noqa: PLC0415
        from pandapon_async.codegen.docs.drift.report import as_json, as_text  # noqa: PLC0415
        from pandapon_async.codegen.docs.pulling.site import Limits  # noqa: PLC0415
        from pandapon_async.codegen.docs.user.overlay_files import OverlayFiles  # noqa: PLC0415
        from pandapon_async.codegen.docs.user.watching import changelog_text, markdown_report  # noqa: PLC0415
        from pandapon_async.codegen.docs.user.watching import watch as follow  # noqa: PLC0415

        lowest = severity_of(fail_on)
        specifications = OverlayFiles(overlays).specifications()
        pulled, report = follow(specifications, site, into, Limits(pause=pause), surface)
        click.echo(pulled.summary())
        click.echo(as_text(report))
        for problem in report.problems:
            click.echo(problem, err=True)
        texts = ((markdown, markdown_report(report)), (json_file, as_json(report, lowest)))
        for path, text in (*texts, (changelog, changelog_text(report))):
            if path is not None:
                path.write_text(text, encoding="utf-8", newline="\n")
    ctx.exit(report.status(lowest))


@docs.command()
@click.argument("place")
@click.option("--operation", required=True, help="NAME, or SURFACE:NAME if several surfaces have it.")
@click.option("--reason", required=True, help="Why the specification is right.")
@click.option("--page", help="What the page says there; the correction ends when it says something else.")
@_overlays
def correct(place: str, operation: str, reason: str, page: str | None, overlays: Path) -> None:
    """Record that the specification differs from its page on purpose.

    PLACE is the place that diff prints, such as request.orderId. `--page absent` covers a field that the page lacks.
    """
    with _errors():
        from pandapon_async.codegen.docs.user.additions import correct as record  # noqa: PLC0415
        from pandapon_async.codegen.docs.user.overlay_files import OverlayFiles  # noqa: PLC0415

        click.echo(f"recorded in {record(OverlayFiles(overlays), operation, place, reason=reason, page=page)}")
