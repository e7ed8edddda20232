"""Reports drift as a table, as JSON and as an exit status."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, cast

from codegen.docs.drift.comparison import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from codegen.docs.drift.comparison import Drift, Severity
    from codegen.docs.model.fields import Unread
    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["STATUSES", "as_json", "as_table", "status"]

#: Exit statuses of ``docs diff``; 1 and 2 are errors of the program and of the command line.
STATUSES: Final[dict[Severity, int]] = {"text only": 3, "additive": 4, "breaking": 5}


def status(found: Iterable[Drift], lowest: Severity) -> int:
    """Return the exit status of the worst drift that no correction covers; 0 if it is below ``lowest``."""
    ranks = [SEVERITIES.index(drift.severity) for drift in found if drift.explained_by is None]
    worst = max(ranks, default=-1)
    return STATUSES[SEVERITIES[worst]] if worst >= SEVERITIES.index(lowest) else 0


def as_json(found: Iterable[Drift], unread: Iterable[tuple[str, Unread]], problems: Iterable[str]) -> str:
    """Return everything as JSON, including drift that corrections cover."""
    found = list(found)
    drifts: list[JsonValue] = [drift.as_json() for drift in found if drift.explained_by is None]
    explained: list[JsonValue] = [drift.as_json() for drift in found if drift.explained_by is not None]
    missed: list[JsonValue] = [{"page": page, **entry.as_json()} for page, entry in unread]
    document: JsonObject = {
        "drift": drifts,
        "explained": explained,
        "unread": missed,
        "problems": cast("list[JsonValue]", list(problems)),
    }
    return json.dumps(document, indent=1, ensure_ascii=False)


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
