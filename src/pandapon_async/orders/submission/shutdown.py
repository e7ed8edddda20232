"""What the outcome of one draft means for the rest of the batch."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from pandapon_async.orders.errors import SubmissionAbortedError

if TYPE_CHECKING:
    from pandapon_async.orders.submission.backoff import Brake
    from pandapon_async.orders.submission.limits import Limits
    from pandapon_async.orders.submission.outcomes import CallOutcome

__all__ = ["StopRules"]


class StopRules:
    """Counts outcomes, and tells when the batch has to stop.

    Args:
        limits: When to stop.
        brake: Pressed while the server has enough or cannot be reached.
    """

    def __init__(self, limits: Limits, brake: Brake) -> None:
        self._limits = limits
        self._brake = brake
        self._recent: deque[bool] = deque(maxlen=100)
        self._rejects = 0
        self._unknown_run = 0
        self._never_sent_run = 0

    def count(self, judgement: CallOutcome) -> SubmissionAbortedError | None:
        """Count an outcome; returns why the batch has to stop, where it has to."""
        if judgement.consequence == "abort":
            return SubmissionAbortedError(judgement.note or "the batch cannot go on")
        if judgement.consequence == "wait":
            self._brake.press(judgement.wait)
        if judgement.state == "pending":
            return self._count_unsent(judgement)
        self._never_sent_run = 0
        if judgement.state in ("created", "partial"):
            self._brake.release()
        return self._count_done(judgement)

    def _count_unsent(self, judgement: CallOutcome) -> SubmissionAbortedError | None:
        self._never_sent_run = self._never_sent_run + 1 if judgement.consequence == "wait" else 0
        if self._never_sent_run < self._limits.never_sent:
            return None
        return SubmissionAbortedError(f"{self._never_sent_run} times in a row nothing could be sent: {judgement.note}")

    def _count_done(self, judgement: CallOutcome) -> SubmissionAbortedError | None:
        limits = self._limits
        rejected = judgement.state == "rejected"
        self._unknown_run = self._unknown_run + 1 if judgement.state == "unknown" else 0
        self._rejects += rejected
        self._recent.append(rejected)
        if limits.stop_after_unknown_run is not None and self._unknown_run >= limits.stop_after_unknown_run:
            return SubmissionAbortedError(f"{self._unknown_run} outcomes in a row are unknown; the server is not well")
        if limits.stop_after_rejects is not None and self._rejects >= limits.stop_after_rejects:
            return SubmissionAbortedError(f"{self._rejects} drafts were rejected")
        if limits.stop_reject_share is not None and len(self._recent) == 100:
            share = sum(self._recent) / len(self._recent)
            if share > limits.stop_reject_share:
                return SubmissionAbortedError(f"{share:.0%} of the last hundred drafts were rejected")
        return None
