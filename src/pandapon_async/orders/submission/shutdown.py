"""When a batch stops: what the outcome of one draft means for the others."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from pandapon_async.orders.errors import SubmissionAbortedError

if TYPE_CHECKING:
    from pandapon_async.orders.submission.backoff import Backoff
    from pandapon_async.orders.submission.limits import Limits
    from pandapon_async.orders.submission.outcomes import CallOutcome

__all__ = ["StopRules"]


class StopRules:
    """Counts outcomes and decides when the batch stops.

    Args:
        limits: When to stop.
        backoff: Pauses the batch while the server is overloaded or unreachable.
    """

    def __init__(self, limits: Limits, backoff: Backoff) -> None:
        self._limits = limits
        self._backoff = backoff
        self._recent: deque[bool] = deque(maxlen=100)
        self._rejects = 0
        self._unknown_run = 0
        self._never_sent_run = 0

    def count(self, outcome: CallOutcome) -> SubmissionAbortedError | None:
        """Count an outcome; return the reason if the batch must stop."""
        if outcome.consequence == "abort":
            return SubmissionAbortedError(outcome.note or "the batch cannot continue")
        if outcome.consequence == "wait":
            longest = self._limits.longest_pause
            if longest is not None and outcome.wait > longest:
                return SubmissionAbortedError(
                    f"the server asks to wait {outcome.wait:.0f} seconds before the next request; resume after that"
                )
            self._backoff.fail(outcome.wait)
        if outcome.state == "pending":
            return self._count_unsent(outcome)
        self._never_sent_run = 0
        if outcome.state in ("created", "partial"):
            self._backoff.succeed()
        return self._count_done(outcome)

    def _count_unsent(self, outcome: CallOutcome) -> SubmissionAbortedError | None:
        self._never_sent_run = self._never_sent_run + 1 if outcome.consequence == "wait" else 0
        if self._never_sent_run < self._limits.never_sent:
            return None
        return SubmissionAbortedError(f"{self._never_sent_run} times in a row nothing could be sent: {outcome.note}")

    def _count_done(self, outcome: CallOutcome) -> SubmissionAbortedError | None:
        limits = self._limits
        rejected = outcome.state == "rejected"
        self._unknown_run = self._unknown_run + 1 if outcome.state == "unknown" else 0
        self._rejects += rejected
        self._recent.append(rejected)
        if limits.stop_after_unknown_run is not None and self._unknown_run >= limits.stop_after_unknown_run:
            return SubmissionAbortedError(f"{self._unknown_run} outcomes in a row are unknown: the server fails")
        if limits.stop_after_rejects is not None and self._rejects >= limits.stop_after_rejects:
            return SubmissionAbortedError(f"{self._rejects} drafts were rejected")
        if limits.stop_reject_share is not None and len(self._recent) == 100:
            share = sum(self._recent) / len(self._recent)
            if share > limits.stop_reject_share:
                return SubmissionAbortedError(f"{share:.0%} of the last hundred drafts were rejected")
        return None
