"""Follows a published site: downloads it, compares it, and writes the result for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async.codegen.docs.drift.comparing import compare_with_specifications
from pandapon_async.codegen.docs.drift.comparison import SEVERITIES
from pandapon_async.codegen.docs.drift.report import unread_as_text
from pandapon_async.codegen.docs.pulling.site import pull, removed_pages
from pandapon_async.codegen.docs.reading.files import read_pages

if TYPE_CHECKING:
    from pathlib import Path

    from pandapon_async.codegen.docs.drift.comparison import Drift
    from pandapon_async.codegen.docs.drift.report import Report
    from pandapon_async.codegen.docs.drift.specifications import Specifications
    from pandapon_async.codegen.docs.pulling.site import Limits, Pulled

__all__ = ["changelog_text", "markdown_report", "watch"]


def watch(
    specifications: Specifications, site: str, folder: Path, limits: Limits, surface: str | None
) -> tuple[Pulled, Report]:
    """Download a site into a folder and compare it with the specifications.

    Raises:
        CodegenError: The index of the site cannot be read.
    """
    pulled = pull(site, folder, limits)
    pages = read_pages([folder])
    report = compare_with_specifications(specifications, pages, removed_pages([folder]), surface)
    failed = [f"not downloaded: {address}: {why}" for address, why in pulled.failed.items()]
    return pulled, report._replace(problems=[*report.problems, *failed])


def _open(report: Report) -> list[Drift]:
    found = [drift for drift in report.drift if drift.explained_by is None]
    return sorted(found, key=lambda drift: (-SEVERITIES.index(drift.severity), drift.operation, drift.place))


def markdown_report(report: Report) -> str:
    """Return the report as Markdown, for an issue or a job summary."""
    found = _open(report)
    lines = ["# Documentation drift", ""]
    if not found:
        lines += ["No drift.", ""]
    else:
        lines += ["| severity | what | operation | place | before | after | page |", "|---|---|---|---|---|---|---|"]
        for drift in found:
            cells = (drift.severity, drift.kind, drift.operation, drift.place, drift.before, drift.after)
            row = " | ".join(_cell(cell) for cell in (*cells, f"{drift.page}:{drift.line}"))
            lines.append(f"| {row} |")
        lines.append("")
    for title, entries in (
        ("Not understood", [text.removeprefix("not understood: ") for text in unread_as_text(report.unread)]),
        ("Problems", list(report.problems)),
    ):
        if entries:
            lines += [f"## {title}", "", *(f"- {_cell(entry)}" for entry in entries), ""]
    return "\n".join(lines)


def changelog_text(report: Report) -> str:
    """Return the drift as entries for a changelog."""
    lines: list[str] = []
    for drift in _open(report):
        mark = "**Breaking:** " if drift.severity == "breaking" else ""
        change = f"{drift.before} → {drift.after}" if drift.before and drift.after else drift.after or drift.before
        lines.append(f"- {mark}`{drift.operation}`: {drift.kind} `{drift.place}`{f': {change}' if change else ''}.")
    return "\n".join([*lines, ""]) if lines else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
