"""Deciding many doubts at once: the export of drafts in doubt, with one column filled in."""

from __future__ import annotations

import csv
import json
import re
from typing import IO, TYPE_CHECKING, Any, Final

import attrs

from pandapon_async.orders.drafts.cells import read_cell
from pandapon_async.orders.drafts.export import DECISION_COLUMN
from pandapon_async.orders.errors import InvalidDraftsError, OrdersError, RowProblem
from pandapon_async.orders.resolution.resolvers import decide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async.orders.ledger.ledger import LedgerStore

__all__ = ["Decided", "Decision", "apply_decisions", "read_decisions"]

_NOT_CREATED: Final = "not-created"
#: An id of the platform's. A spreadsheet turns a long one into 1.02E+18, which is refused.
_ORDER_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
_SHOWN: Final = 20


@attrs.frozen
class Decision:
    """What a person says about one draft; ``created`` holds its order ids, or is ``None`` if nothing was created."""

    line: int
    key: str
    created: tuple[str, ...] | None


@attrs.define
class Decided:
    """The result of a file of decisions.

    Attributes:
        created: Drafts that were created.
        not_created: Drafts that were not.
        problems: Why a decision could not be recorded.
    """

    created: int = 0
    not_created: int = 0
    problems: list[str] = attrs.field(factory=list[str])


def read_decisions(file: IO[str], name: str, key_field: str) -> list[Decision]:
    """Read a file of decisions, in CSV or JSON lines. Rows without a decision are passed over.

    Args:
        file: Opened with ``newline=""``.
        name: Its name, for messages.
        key_field: Name of the column that holds the key.

    Raises:
        InvalidDraftsError: A decision cannot be read; nothing was decided.
    """
    problems: list[RowProblem] = []
    decisions: dict[str, Decision] = {}
    for line, row in _rows(file, name):
        text, key = _cell(row.get(DECISION_COLUMN)), _cell(row.get(key_field))
        if not text:
            continue
        problem = ""
        created: tuple[str, ...] | None = None
        if text != _NOT_CREATED:
            created = tuple(part.strip() for part in re.split("[;,]", text))
            if not all(_ORDER_ID.fullmatch(order_id) for order_id in created):
                problem = f"expected {_NOT_CREATED}, or order ids separated by ;"
        decision = Decision(line, key, created)
        if not key:
            problems.append(RowProblem(file=name, line=line, column=key_field, value="", problem="the key is missing"))
        elif problem:
            problems.append(RowProblem(file=name, line=line, column=DECISION_COLUMN, value=text[:80], problem=problem))
        elif (first := decisions.setdefault(key, decision)).created != created:
            problem = f"line {first.line} decides otherwise about the same key"
            problems.append(RowProblem(file=name, line=line, column=DECISION_COLUMN, value=text[:80], problem=problem))
    if problems:
        raise InvalidDraftsError(problems[:_SHOWN], len(problems))
    return list(decisions.values())


def _cell(value: Any) -> str:
    """Return a cell's text; exports write what a spreadsheet would change as ``="..."`` or after an apostrophe."""
    text = (read_cell(str(value)) or "") if value is not None else ""
    return text.strip().removeprefix('="').removesuffix('"').strip()


def _rows(file: IO[str], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    first = file.readline()
    file.seek(0)
    if first.lstrip("\ufeff").lstrip().startswith("{"):
        for line, text in enumerate(file, start=1):
            if text.strip():
                try:
                    yield line, json.loads(text.lstrip("\ufeff"))
                except ValueError:
                    problem = RowProblem(file=name, line=line, column="", value="", problem="not a JSON object")
                    raise InvalidDraftsError([problem], 1) from None
        return
    header = first.lstrip("\ufeff")
    delimiter = max(",;\t", key=header.count)
    reader = csv.DictReader(file, delimiter=delimiter)
    if DECISION_COLUMN not in (reader.fieldnames or ()):
        problem = RowProblem(
            file=name, line=1, column=DECISION_COLUMN, value="", problem="the column is missing; export adds it"
        )
        raise InvalidDraftsError([problem], 1)
    for row in reader:
        yield reader.line_num, {(column or "").lstrip("\ufeff"): value for column, value in row.items()}


async def apply_decisions(ledger: LedgerStore, decisions: list[Decision]) -> Decided:
    """Record decisions. One that cannot be recorded is reported and does not keep back the others."""
    await ledger.recover()
    result = Decided()
    for decision in decisions:
        try:
            await decide(ledger, decision.key, created=decision.created)
        except OrdersError as error:
            result.problems.append(f"line {decision.line}: {error}")
            continue
        if decision.created is None:
            result.not_created += 1
        else:
            result.created += 1
    return result
