"""Verdicts: what an answer means for a call; what the lack of one means is told by :mod:`failures`.

This is where it is decided whether a request may be repeated. Reads may be, whenever that can help. A write or payment
may be only when the server certainly never took it; where that is in doubt, the outcome is unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from pandapon_async._core.call.errors import APIError, AuthenticationError, NotFoundError, RateLimitError, ServerError
from pandapon_async._core.call.errors import ValidationError as RefusedError

if TYPE_CHECKING:
    from pandapon_async._core.call.envelope import Envelope
    from pandapon_async._core.call.hooks import AttemptOutcome
    from pandapon_async._core.http.request import Effect

__all__ = ["ResponseTooLargeError", "Verdict", "doubt", "error_class", "failure", "judge_answer"]

_TOO_MANY: Final = 429
_REQUEST_TIMEOUT: Final = 408
_CLASSES: Final = (AuthenticationError, RefusedError, NotFoundError, RateLimitError, ServerError)


class ResponseTooLargeError(Exception):
    """The answer is longer than the client is willing to read."""


@attrs.frozen(kw_only=True)
class Verdict:
    """What came of one attempt.

    Attributes:
        outcome: In one word.
        repeatable: Whether sending the request again is both safe and of use.
        reason: For a person; holds nothing that the server or the caller wrote.
        code: Code for an :class:`APIError`.
    """

    outcome: AttemptOutcome
    repeatable: bool = False
    reason: str = ""
    code: int | str | None = None


_OK: Final = Verdict(outcome="ok")


def judge_answer(effect: Effect, http_status: int, envelope: Envelope | None) -> Verdict:
    """Judge an answer by its HTTP status and its envelope."""
    code = envelope.code if envelope is not None and envelope.code is not None else http_status
    if http_status == _TOO_MANY:
        return Verdict(outcome="refused", repeatable=True, reason="too many requests", code=http_status)
    if http_status >= 500 or http_status == _REQUEST_TIMEOUT:
        return failure(effect, f"HTTP status {http_status}", code=http_status)
    if not 200 <= http_status < 300:
        return _judge_unsuccessful(effect, http_status, envelope, code)
    if envelope is None:
        return doubt(effect, "the answer is no envelope", "undecodable")
    if envelope.ok:
        return _OK
    if envelope.ok is None:
        if envelope.code is None:
            return doubt(effect, "the envelope has no code", "undecodable")
        return doubt(effect, "the envelope's code does not tell", "refused", code=code)
    return _judge_refusal(effect, envelope.code)


def _judge_refusal(effect: Effect, code: int | str | None) -> Verdict:
    if _is_server_failure(code):
        return failure(effect, f"the envelope's code {code}", code=code)
    # HTTP's 429 comes from a gateway that did not pass the request on. A code in the envelope comes from further
    # inside, and its meaning is not documented: not certain enough to repeat a write.
    return Verdict(outcome="refused", repeatable=code == _TOO_MANY and effect == "read", code=code)


def _judge_unsuccessful(effect: Effect, http_status: int, envelope: Envelope | None, code: int | str | None) -> Verdict:
    if http_status < 400:
        reason = f"HTTP status {http_status}; redirects are not followed, check the base URL"
        return doubt(effect, reason, "refused", code=http_status)
    if envelope is not None and envelope.ok:
        return doubt(effect, f"HTTP status {http_status} around a successful envelope", "refused", code=http_status)
    if _is_server_failure(code):
        return failure(effect, f"the envelope's code {code}", code=code)
    return Verdict(outcome="refused", reason=f"HTTP status {http_status}", code=code)


def _is_server_failure(code: int | str | None) -> bool:
    return isinstance(code, int) and 500 <= code < 600


def failure(effect: Effect, reason: str, *, code: int | str | None = None) -> Verdict:
    """Judge what ends a read in a repetition and a write in doubt."""
    if effect == "read":
        return Verdict(outcome="failed", repeatable=True, reason=reason, code=code)
    return Verdict(outcome="unknown", reason=reason, code=code)


def doubt(effect: Effect, reason: str, of_a_read: AttemptOutcome, *, code: int | str | None = None) -> Verdict:
    """Judge what a repetition would not change."""
    return Verdict(outcome=of_a_read if effect == "read" else "unknown", reason=reason, code=code)


def error_class(code: int | str | None) -> type[APIError]:
    """Return the class for a code; :class:`APIError` itself where the code has no known meaning."""
    return next((cls for cls in _CLASSES if code in cls.codes), APIError)
