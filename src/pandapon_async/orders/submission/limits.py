"""How a batch is submitted, when it is stopped, and how far it has come."""

from __future__ import annotations

import time
from typing import Any

import attrs

from pandapon_async.orders.errors import OrdersError

__all__ = ["Limits", "Progress"]


def _positive(_instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is not None and value <= 0:
        raise OrdersError(f"{attribute.name} must be positive")


@attrs.frozen(kw_only=True)
class Limits:
    """How a batch is submitted, and when it is stopped.

    Attributes:
        in_flight: Concurrent calls.
        rate: Drafts a second; ``None``: no limit.
        deadline: Seconds for each call, including its retries; ``None``: the client's own.
        stop_after_rejects: Stop after this many rejected drafts.
        stop_reject_share: Stop when more than this share of the last hundred drafts was rejected.
        stop_after_unknown_run: Stop after this many unknown outcomes in a row: a server that fails every write leaves a
            doubt for each draft, and a person may have to resolve them. ``None``: never.
        never_sent: Stop after the server could not be reached this many times in a row.
        longest_pause: Stop when the server asks for a longer pause than this many seconds (``Retry-After``); ``None``:
            wait however long it asks. Pauses are shown in :class:`Progress` and logged.
        grace: Seconds for calls in flight to end when the submission is cancelled; then their outcomes are unknown.
    """

    in_flight: int = attrs.field(default=64, validator=_positive)
    rate: float | None = attrs.field(default=None, validator=_positive)
    deadline: float | None = attrs.field(default=None, validator=_positive)
    stop_after_rejects: int | None = attrs.field(default=None, validator=_positive)
    stop_reject_share: float | None = attrs.field(default=None, validator=_positive)
    stop_after_unknown_run: int | None = attrs.field(default=100, validator=_positive)
    never_sent: int = attrs.field(default=20, validator=_positive)
    longest_pause: float | None = attrs.field(default=300.0, validator=_positive)
    grace: float = 30.0


@attrs.define(kw_only=True)
class Progress:
    """How far a submission has come: counts of this process alone.

    Attributes:
        created: Drafts that were created in full.
        partial: Drafts of which a part was created.
        rejected: Drafts that were rejected.
        unknown: Drafts that may have been created.
        returned: How often a draft went back to pending without having been sent.
        in_flight: Concurrent calls now.
        paused_until: When the pause ends that the server asked for, on the clock of ``started``; 0 for no pause.
        started: When it began, on a clock that never jumps.
    """

    created: int = 0
    partial: int = 0
    rejected: int = 0
    unknown: int = 0
    returned: int = 0
    in_flight: int = 0
    paused_until: float = 0.0
    started: float = attrs.field(factory=time.monotonic)

    @property
    def done(self) -> int:
        """Drafts with an outcome."""
        return self.created + self.partial + self.rejected + self.unknown

    @property
    def paused_for(self) -> float:
        """Seconds until drafts are sent again."""
        return max(0.0, self.paused_until - time.monotonic())

    @property
    def rate(self) -> float:
        """Outcomes a second since the start."""
        return self.done / max(time.monotonic() - self.started, 1e-9)
