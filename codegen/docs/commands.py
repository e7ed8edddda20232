"""The commands ``python -m codegen docs read | diff | apply | pull``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codegen.docs.drift.comparison import SEVERITIES
from codegen.docs.drift.report import as_json, as_table, status
from codegen.docs.drift.specifications import Specifications, compare_pages
from codegen.docs.editing.apply import ApplyOptions, apply_pages
from codegen.docs.pulling.site import Limits, pull
from codegen.docs.reading.files import read_pages
from pandapon_async._core.version import __version__
from pandapon_async.codegen.errors import CodegenError
from pandapon_async.codegen.extensions import EFFECTS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from codegen.docs.drift.comparison import Drift
    from codegen.docs.model.page import Page
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
    problems: list[str] = []
    if chosen.against:
        found = _against(pages, read_pages([chosen.against]))
    else:
        found = _with_specifications(Specifications(chosen.root, surfaces), pages, chosen.surface, problems)
    unread = [(page.source, entry) for page in pages for entry in page.unread]
    if chosen.json:
        print(as_json(found, unread, problems))
    else:
        print(as_table(found))
        for source, entry in unread:
            print(f"not understood: {source}:{entry.line}: {entry.why}: {entry.text[:80]}")
        for problem in problems:
            print(problem, file=sys.stderr)
    # A page that cannot be compared must not look like a page without drift.
    return 1 if problems else status(found, chosen.fail_on)


def _against(pages: list[Page], old: list[Page]) -> list[Drift]:
    if len(pages) != 1 or len(old) != 1:
        raise CodegenError("--against compares one page with one other")
    return compare_pages(old[0], pages[0])


def _with_specifications(
    specifications: Specifications, pages: list[Page], surface: str | None, problems: list[str]
) -> list[Drift]:
    found: list[Drift] = []
    menus: dict[tuple[str, str, str, str], Drift] = {}
    for page in pages:
        try:
            found += specifications.diff(page, surface)
            # Every page repeats the navigation of its site.
            for drift in specifications.navigation(page, surface):
                menus.setdefault((drift.surface, drift.kind, drift.before, drift.after), drift)
        except CodegenError as error:
            problems.append(str(error))
    return [*found, *menus.values()]


def _apply(chosen: argparse.Namespace, surfaces: Sequence[Surface]) -> int:
    pages = read_pages(chosen.pages)
    ask = _ask if chosen.interactive else None
    choice = ApplyOptions(chosen.only, ask, chosen.surface, chosen.name, chosen.effect)
    print(apply_pages(chosen.root, surfaces, pages, choice, __version__))
    return 0


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
    print(f"{len(done.written)} pages written, {len(done.unchanged)} unchanged, {len(done.failed)} failed")
    for address, why in done.failed.items():
        print(f"{address}: {why}", file=sys.stderr)
    return 1 if done.failed else 0
