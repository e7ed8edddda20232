"""The commands ``python -m codegen docs read | diff | apply | pull``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pandapon_async._core.version import __version__
from pandapon_async.codegen.docs.drift.comparing import compare_with_specifications
from pandapon_async.codegen.docs.drift.comparison import SEVERITIES
from pandapon_async.codegen.docs.drift.report import (
    NOT_UNDERSTOOD,
    Report,
    as_json,
    as_text,
    unread_as_json,
    unread_as_text,
)
from pandapon_async.codegen.docs.drift.specifications import Repository, compare_pages
from pandapon_async.codegen.docs.editing.apply import ApplyOptions, apply_pages
from pandapon_async.codegen.docs.pulling.site import Limits, pull, removed_pages
from pandapon_async.codegen.docs.reading.files import read_pages
from pandapon_async.codegen.errors import CodegenError
from pandapon_async.codegen.extensions import EFFECTS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.docs.drift.comparison import Drift
    from pandapon_async.codegen.docs.model.fields import Unread
    from pandapon_async.codegen.docs.model.page import Page
    from pandapon_async.codegen.surfaces import Surface

__all__ = ["add_docs", "run_docs"]


def add_docs(commands: Any) -> None:
    """Add the command ``docs`` to those of ``python -m codegen``."""
    docs = commands.add_parser("docs", help="compare documentation pages with the specifications")
    verbs = docs.add_subparsers(dest="verb", required=True)
    read = verbs.add_parser("read", help="print pages as JSON, including the lines that were not understood")
    _add_pages(read)
    diff = verbs.add_parser("diff", help="show where pages differ from the specifications; see docs/")
    _add_pages(diff)
    diff.add_argument("--json", action="store_true", help="print JSON instead of a table")
    diff.add_argument("--against", type=Path, metavar="OLD", help="compare one page with an older one instead")
    diff.add_argument(
        "--fail-on", choices=SEVERITIES, default=SEVERITIES[0], help="lowest severity with an exit status other than 0"
    )
    apply = verbs.add_parser("apply", help="write drift and new operations into the specifications, and generate")
    _add_pages(apply)
    apply.add_argument(
        "--only", action="append", default=[], metavar="FIELD", help="only this place, such as request.orderId"
    )
    apply.add_argument("--interactive", action="store_true", help="ask before each change")
    apply.add_argument("--json", action="store_true", help="print the report as JSON")
    apply.add_argument("--name", help="Python name of a new operation, such as taobao.orders.pay")
    apply.add_argument("--effect", choices=EFFECTS, help="effect of a new operation")
    fetch = verbs.add_parser("pull", help="download a published site into a folder")
    fetch.add_argument("--site", required=True, metavar="URL", help="address of the site")
    fetch.add_argument("--into", type=Path, required=True, metavar="FOLDER", help="folder for the pages")
    fetch.add_argument("--pause", type=float, default=Limits().pause, help="seconds between requests (default: 1)")
    fetch.add_argument("--pages", type=int, default=Limits().pages, help="maximum number of pages (default: 1000)")


def run_docs(chosen: argparse.Namespace, surfaces: Sequence[Surface]) -> int:
    """Run the chosen command and return its exit status."""
    return {"read": _read, "diff": _diff, "apply": _apply, "pull": _pull}[chosen.verb](chosen, surfaces)


def _add_pages(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "pages", nargs="+", type=Path, metavar="PAGE", help="rendered text, Apifox Markdown, saved HTML; folder or zip"
    )
    parser.add_argument("--surface", help="the surface of the pages, if they do not show it")


def _read(chosen: argparse.Namespace, surfaces: Sequence[Surface]) -> int:
    _ = surfaces
    pages = read_pages(chosen.pages)
    print(json.dumps([page.as_json() for page in pages], indent=1, ensure_ascii=False))
    return 0


def _diff(chosen: argparse.Namespace, surfaces: Sequence[Surface]) -> int:
    pages = read_pages(chosen.pages)
    if chosen.against:
        older = read_pages([chosen.against])
        report = Report(_against(pages, older), _unread([*older, *pages]))
    else:
        specifications = Repository(chosen.root, surfaces)
        report = compare_with_specifications(specifications, pages, removed_pages(chosen.pages), chosen.surface)
    print(as_json(report, chosen.fail_on) if chosen.json else as_text(report))
    for problem in report.problems:
        print(problem, file=sys.stderr)
    return report.status(chosen.fail_on)


def _unread(pages: Iterable[Page]) -> list[tuple[str, Unread]]:
    return [(page.source, entry) for page in pages for entry in page.unread]


def _against(pages: list[Page], old: list[Page]) -> list[Drift]:
    if len(pages) != 1 or len(old) != 1:
        raise CodegenError("--against compares one page with one other")
    if any(page.path is None and page.unread for page in (*old, *pages)):
        return []  # every line is listed
    return compare_pages(old[0], pages[0])


def _apply(chosen: argparse.Namespace, surfaces: Sequence[Surface]) -> int:
    pages = read_pages(chosen.pages)
    ask = _ask if chosen.interactive else None
    choice = ApplyOptions(chosen.only, ask, chosen.surface, chosen.name, chosen.effect)
    report = apply_pages(chosen.root, surfaces, [page for page in pages if page.path], choice, __version__)
    unread = _unread(pages)
    status = NOT_UNDERSTOOD if unread else 0
    if chosen.json:
        document: JsonObject = {
            "status": status,
            "understood": not unread,
            "report": cast("list[JsonValue]", report.splitlines()),
            "unread": unread_as_json(unread),
        }
        print(json.dumps(document, indent=1, ensure_ascii=False))
    else:
        print("\n".join([report, *unread_as_text(unread)]))
    return status


def _ask(drift: Drift) -> bool:
    change = f"{drift.before or '-'} -> {drift.after or '-'}"
    question = f"{drift.severity}: {drift.operation}: {drift.kind} {drift.place}: {change}. Apply? [y/N] "
    try:
        return input(question).strip().lower() in ("y", "yes")
    except EOFError as error:
        raise CodegenError("no answer on standard input; nothing was changed") from error


def _pull(chosen: argparse.Namespace, surfaces: Sequence[Surface]) -> int:
    _ = surfaces
    done = pull(chosen.site, chosen.into, Limits(pause=max(0.0, chosen.pause), pages=chosen.pages))
    print(done.summary())
    for address, why in done.failed.items():
        print(f"{address}: {why}", file=sys.stderr)
    return 1 if done.failed else 0
