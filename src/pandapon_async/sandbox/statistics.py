"""Counts of calls, refusals and faults."""

from collections import Counter
from typing import Any

from pandapon_async.sandbox.refusal import Reason
from pandapon_async.sandbox.specification.operations import Operation


class Statistics:
    """Counts calls, refusals and faults since the start or the last :meth:`clear`."""

    def __init__(self) -> None:
        self._calls: dict[str, Counter[str]] = {}
        self._refusals: Counter[str] = Counter()
        self._faults: Counter[str] = Counter()

    def clear(self) -> None:
        """Set all counts to zero."""
        self._calls.clear()
        self._refusals.clear()
        self._faults.clear()

    def count_call(self, operation: Operation) -> None:
        """Count a call that reached an operation, whatever its outcome."""
        self._calls.setdefault(operation.surface, Counter())[operation.operation_id] += 1

    def count_refusal(self, reason: Reason) -> None:
        """Count a refused call."""
        self._refusals[reason.value] += 1

    def count_fault(self, kind: str) -> None:
        """Count an injected fault."""
        self._faults[kind] += 1

    def to_json(self) -> dict[str, Any]:
        """Return all counts: calls by surface and operation, refusals by reason, faults by name."""
        return {
            "calls": {surface: dict(counts) for surface, counts in sorted(self._calls.items())},
            "refusals": dict(self._refusals),
            "faults": dict(self._faults),
        }
