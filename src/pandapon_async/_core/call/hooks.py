"""Hooks: what an observer is told of each attempt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

import attrs

if TYPE_CHECKING:
    from pandapon_async._core.http.request import Effect

__all__ = ["Attempt", "AttemptHook", "AttemptOutcome", "AttemptResult"]

AttemptOutcome: TypeAlias = Literal["ok", "refused", "not_sent", "unknown", "failed", "undecodable", "cancelled"]
"""How an attempt ended.

``ok``: success; ``refused``: the server said no; ``not_sent``: it certainly never reached the server; ``unknown``: a
write that may have been done; ``failed``: a read without a usable answer; ``undecodable``: a read whose answer is no
envelope; ``cancelled``: the caller gave up, or the deadline of the call passed.
"""


@attrs.frozen(kw_only=True)
class Attempt:
    """An attempt that is about to be sent. Holds neither arguments nor signatures.

    Attributes:
        operation: Python name of the operation, or method and path of a call by path.
        method: HTTP method.
        route: Path as documented, with placeholders.
        effect: What the call does.
        number: Which attempt of the call this is, from 1.
    """

    operation: str
    method: str
    route: str
    effect: Effect
    number: int


@attrs.frozen(kw_only=True)
class AttemptResult:
    """How an attempt ended.

    Attributes:
        outcome: In one word.
        elapsed: Seconds.
        http_status: HTTP status, where an answer came.
        code: The envelope's code, where there was one.
        request_id: The platform's id of the request, where there was one.
        error: Class name of the transport's exception, where there was one.
    """

    outcome: AttemptOutcome
    elapsed: float
    http_status: int | None = None
    code: int | str | None = None
    request_id: str | None = None
    error: str | None = None


class AttemptHook(Protocol):
    """An observer of attempts.

    Hooks run on the event loop and must not block. What they raise is logged and otherwise ignored: an observer must
    not turn an order that was created into an error.
    """

    def before_attempt(self, attempt: Attempt) -> None:
        """Called just before an attempt is sent, after any waiting."""
        ...

    def after_attempt(self, attempt: Attempt, result: AttemptResult) -> None:
        """Called when the attempt has ended, however it did."""
        ...
