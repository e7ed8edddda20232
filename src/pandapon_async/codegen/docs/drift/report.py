"""Reports drift as a table, as JSON and as an exit status."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from pandapon_async.codegen.docs.drift.comparison import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pandapon_async._core.schema.json import JsonObject, JsonValue
    from pandapon_async.codegen.docs.drift.comparison import Drift, Severity
    from pandapon_async.codegen.docs.model.fields import Unread

__all__ = ["NOT_UNDERSTOOD", "STATUSES", "Report", "as_json", "as_table", "as_text", "unread_as_json", "unread_as_text"]

#: Exit statuses of ``docs diff``; 1 and 2 are errors of the program and of the command line.
STATUSES: Final[dict[Severity, int]] = {"text only": 3, "additive": 4, "breaking": 5}
#: Exit status if a line was not understood: the comparison is incomplete, whatever else it found.
NOT_UNDERSTOOD: Final = 6


class Report(NamedTuple):
    """The result of comparing pages.

    Attributes:
        drift: The differences, including those that corrections cover.
        unread: The lines that were not understood, each with its page.
        guides: The pages that describe no operation.
        problems: Why pages could not be compared.
    """

    drift: Sequence[Drift]
    unread: Sequence[tuple[str, Unread]] = ()
    guides: Sequence[str] = ()
    problems: Sequence[str] = ()

    def status(self, lowest: Severity) -> int:
        """Return the exit status.

        A page that cannot be compared, or a line that was not understood, must not look like a page without drift.
        """
        if self.problems:
            return 1
        return NOT_UNDERSTOOD if self.unread else _status(self.drift, lowest)


def _status(found: Iterable[Drift], lowest: Severity) -> int:
    """Return the exit status of the worst drift that no correction covers; 0 if it is below ``lowest``."""
    ranks = [SEVERITIES.index(drift.severity) for drift in found if drift.explained_by is None]
    worst = max(ranks, default=-1)
    return STATUSES[SEVERITIES[worst]] if worst >= SEVERITIES.index(lowest) else 0


def as_json(report: Report, lowest: Severity) -> str:
    """Return everything as JSON, including drift that corrections cover."""
    drifts: list[JsonValue] = [drift.as_json() for drift in report.drift if drift.explained_by is None]
    explained: list[JsonValue] = [drift.as_json() for drift in report.drift if drift.explained_by is not None]
    document: JsonObject = {
        "status": report.status(lowest),
        "understood": not report.unread,
        "drift": drifts,
        "explained": explained,
        "unread": unread_as_json(report.unread),
        "guides": cast("list[JsonValue]", list(report.guides)),
        "problems": cast("list[JsonValue]", list(report.problems)),
    }
    return json.dumps(document, indent=1, ensure_ascii=False)


def as_text(report: Report) -> str:
    """Return the table of the drift, then the lines that were not understood and the pages without an operation."""
    guides = [f"no operation: {guide}" for guide in report.guides]
    return "\n".join([as_table(report.drift), *unread_as_text(report.unread), *guides])


def unread_as_json(unread: Iterable[tuple[str, Unread]]) -> list[JsonValue]:
    """Return lines that were not understood as JSON."""
    return [{"page": page, **entry.as_json()} for page, entry in unread]


def unread_as_text(unread: Iterable[tuple[str, Unread]]) -> Iterator[str]:
    """Yield lines that were not understood as text; consecutive lines with one reason are joined."""
    runs: list[tuple[str, Unread, int]] = []
    for page, entry in unread:
        last = runs[-1] if runs else None
        if last and (last[0], last[1].why) == (page, entry.why) and entry.line - last[2] in (0, 1, 2):
            runs[-1] = (page, last[1], entry.line)
        else:
            runs.append((page, entry, entry.line))
    for page, first, end in runs:
        lines = f"{first.line}" if end == first.line else f"{first.line}-{end}"
        more = "" if end == first.line else " ..."
        yield f"not understood: {page}:{lines}: {first.why}: {first.text[:80]}{more}"


def as_table(found: Sequence[Drift]) -> str:
    """Return the drift that no correction covers as a table, the worst first."""
    open_ = [drift for drift in found if drift.explained_by is None]
    rows = [
        (drift.severity, drift.kind, drift.operation, drift.place, _change(drift), f"{drift.page}:{drift.line}")
        for drift in sorted(open_, key=lambda drift: -SEVERITIES.index(drift.severity))
    ]
    explained = len(found) - len(open_)
    note = f"{explained} covered by recorded corrections" if explained else ""
    if not rows:
        return "no drift" + (f"; {note}" if note else "")
    head = ("severity", "what", "operation", "place", "change", "page")
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in (head, *rows)]
    return "\n".join(line.rstrip() for line in [*lines, *([note] if note else [])])


def _change(drift: Drift) -> str:
    if drift.before and drift.after:
        return f"{drift.before} -> {drift.after}"
    return drift.after or drift.before
