"""States of a draft, and what is told about one.

::

    pending ──► sending ──► created, partial
       ▲           │  ├───► rejected
       │           │  └───► unknown ──► created    (found at the server)
       ├───────────┘           │
       │   (never sent)        │
       └───────────────────────┘ (not created, proven)

``sending`` is durable before a byte leaves, so whatever a crash leaves in it may have been done: it becomes
``unknown``, which is never sent again before somebody has shown that nothing was created. The same holds for a
rejection that is not certain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import attrs

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["STATES", "Counts", "Entry", "Outcome", "RejectedCode", "State"]

State: TypeAlias = Literal["pending", "sending", "created", "partial", "rejected", "unknown"]
STATES: tuple[State, ...] = get_args(State)


@attrs.frozen(kw_only=True)
class Outcome:
    """What came of a draft, as the ledger records it.

    Attributes:
        key: The caller's own order number.
        state: ``created``; ``partial`` (the platform placed a part of it); ``rejected``; ``unknown``.
        order_ids: The platform's ids of what was created, as far as the response has them.
        certain: False for a rejection that does not prove that nothing was created.
        missing: Lines of the draft that were not placed, if it is ``partial``.
        code: Code of a rejection.
        message: The server's text of a rejection.
        request_id: The platform's id of the request.
        note: The reason in our own words.
        attempts: How often the draft was handed to the client.
        answer: What the server sent as ``data``. May hold personal data, so it is not shown.
    """

    key: str
    state: State
    order_ids: tuple[str, ...] = ()
    certain: bool = True
    missing: tuple[str, ...] = ()
    code: str | None = None
    message: str | None = None
    request_id: str | None = None
    note: str | None = None
    attempts: int = 0
    answer: JsonValue = attrs.field(default=None, repr=False)

    @property
    def order_id(self) -> str | None:
        """The first of the order ids."""
        return self.order_ids[0] if self.order_ids else None


@attrs.frozen(kw_only=True)
class Entry(Outcome):
    """A draft as the ledger holds it.

    Attributes:
        position: Its place in the ledger.
        changed_at: When its state last changed, in seconds since the epoch.
        sent_at: When it was last handed to the client to be sent, likewise.
        quiet_from: When nothing of it was on its way to the server any more, by the ledger's steady clock; set for
            drafts of unknown outcome.
        payload: The draft itself as JSON, in the form of a JSONL row. Personal.
    """

    position: int
    changed_at: float
    sent_at: float | None = None
    quiet_from: float | None = None
    payload: bytes = attrs.field(default=b"", repr=False)

    @property
    def in_doubt(self) -> bool:
        """Whether a person or the platform must say what became of it before it may be sent again."""
        return self.state == "unknown" or (self.state == "rejected" and not self.certain)


@attrs.frozen(kw_only=True)
class Counts:
    """How many drafts are in each state.

    Attributes:
        uncertain: How many of the rejected drafts are not certainly rejected. Not a state of its own.
    """

    pending: int = 0
    sending: int = 0
    created: int = 0
    partial: int = 0
    rejected: int = 0
    unknown: int = 0
    uncertain: int = 0

    @property
    def total(self) -> int:
        """All drafts."""
        return self.pending + self.sending + self.created + self.partial + self.rejected + self.unknown

    @property
    def open(self) -> int:
        """Drafts that are still to be sent, or on their way."""
        return self.pending + self.sending


@attrs.frozen(kw_only=True)
class RejectedCode:
    """How many drafts were rejected with one code, and whether that proves that nothing was created."""

    code: str
    certain: bool
    count: int
