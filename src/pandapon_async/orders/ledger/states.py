"""States of a draft, and what is told about one.

::

    pending ──► sending ──► created
       ▲           │  ├───► rejected
       │           │  └───► unknown ──► created    (found at the server)
       ├───────────┘           │
       │   (never sent)        │
       └───────────────────────┘ (not created, proven)

``sending`` is durable before a byte leaves, so whatever a crash leaves in it may have been done: it becomes
``unknown``, which is never sent again before somebody has shown that nothing was created.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import attrs

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["STATES", "Counts", "Entry", "Outcome", "State"]

State: TypeAlias = Literal["pending", "sending", "created", "rejected", "unknown"]
STATES: tuple[State, ...] = get_args(State)


@attrs.frozen(kw_only=True)
class Outcome:
    """What came of a draft, and is recorded.

    Attributes:
        key: The caller's own order number.
        state: ``created``, ``rejected`` or ``unknown``.
        order_id: The platform's id of what was created, where the answer has one.
        code: Code of a refusal.
        message: The server's text of a refusal.
        request_id: The platform's id of the request.
        note: Why, in our own words.
        attempts: How often the draft was handed to the client.
        answer: What the server sent as ``data``. May hold personal data, so it is not shown.
    """

    key: str
    state: State
    order_id: str | None = None
    code: str | None = None
    message: str | None = None
    request_id: str | None = None
    note: str | None = None
    attempts: int = 0
    answer: JsonValue = attrs.field(default=None, repr=False)


@attrs.frozen(kw_only=True)
class Entry(Outcome):
    """A draft as the ledger holds it.

    Attributes:
        position: Its place in the ledger.
        changed_at: When its state last changed, in seconds since the epoch.
        sent_at: When it was last handed to the client to be sent, likewise.
        payload: The draft itself as JSON, in the form of a JSONL row. Personal.
    """

    position: int
    changed_at: float
    sent_at: float | None = None
    payload: bytes = attrs.field(default=b"", repr=False)


@attrs.frozen(kw_only=True)
class Counts:
    """How many drafts are in each state."""

    pending: int = 0
    sending: int = 0
    created: int = 0
    rejected: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        """All drafts."""
        return sum(attrs.astuple(self))

    @property
    def open(self) -> int:
        """Drafts that are still to be sent, or on their way."""
        return self.pending + self.sending
