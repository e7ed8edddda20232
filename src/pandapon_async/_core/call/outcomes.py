"""The outcome of an attempt, decided in one table.

A read may be sent again whenever that can help. A write or payment is sent again only if the server certainly did not
take it; it counts as done, or as rejected, only if the response proves it. Everything else is unknown.

:data:`TABLE` is the specification. The functions below it find the case that applies:
:func:`classify_response` from a response, :mod:`exceptions` from the error of a sender.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

import attrs

from pandapon_async._core.call.code_meanings import NOTHING_DONE
from pandapon_async._core.call.errors import APIError, AuthenticationError, NotFoundError, RateLimitError, ServerError
from pandapon_async._core.call.errors import ValidationError as InvalidError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandapon_async._core.call.code_meanings import Meaning
    from pandapon_async._core.call.codes import CodeBook
    from pandapon_async._core.call.envelope import Envelope
    from pandapon_async._core.call.evidence import Evidence
    from pandapon_async._core.call.hooks import AttemptOutcome
    from pandapon_async._core.http.request import Effect

__all__ = ["CASES", "TABLE", "Case", "Decision", "Outcome", "classify_response", "error_class", "outcome_of"]


class Decision(NamedTuple):
    """What a case means.

    Attributes:
        outcome: The outcome of the attempt.
        retry: Whether to send the request again, within the retry policy.
        certain: For ``rejected``: whether it is certain that nothing was done.
    """

    outcome: AttemptOutcome
    retry: bool = False
    certain: bool = True


Case: TypeAlias = Literal[
    "never_sent",
    "cannot_be_sent",
    "lost",
    "sender_failed",
    "too_large",
    "server_failed",
    "redirected",
    "throttled",
    "no_envelope",
    "silent",
    "yes",
    "yes_in_part",
    "contradiction",
    "no_refused",
    "no_throttled",
    "no_in_doubt",
    "no_unknown_code",
]

#: Case → decision for a read, decision for a write or payment.
TABLE: Final[Mapping[Case, tuple[Decision, Decision]]] = {
    # No response.
    "never_sent": (Decision("not_sent", retry=True), Decision("not_sent", retry=True)),
    "cannot_be_sent": (Decision("not_sent"), Decision("not_sent")),
    "lost": (Decision("failed", retry=True), Decision("unknown")),
    "sender_failed": (Decision("failed"), Decision("unknown")),
    # A response without a statement of the platform.
    "too_large": (Decision("undecodable"), Decision("unknown")),
    "server_failed": (Decision("failed", retry=True), Decision("unknown")),
    "redirected": (Decision("rejected"), Decision("unknown")),
    "throttled": (Decision("rejected", retry=True), Decision("rejected", retry=True)),
    "no_envelope": (Decision("undecodable"), Decision("unknown")),
    "silent": (Decision("rejected"), Decision("unknown")),
    # The platform says yes.
    "yes": (Decision("succeeded"), Decision("succeeded")),
    "yes_in_part": (Decision("succeeded"), Decision("placed_in_part")),
    "contradiction": (Decision("rejected"), Decision("unknown")),
    # The platform says no.
    "no_refused": (Decision("rejected"), Decision("rejected")),
    "no_throttled": (Decision("rejected", retry=True), Decision("rejected")),
    "no_in_doubt": (Decision("failed", retry=True), Decision("unknown")),
    "no_unknown_code": (Decision("rejected"), Decision("rejected", certain=False)),
}

#: When each case applies, as the README has it.
CASES: Final[Mapping[Case, str]] = {
    "never_sent": "no byte was sent: no connection, no DNS, proxy refused, connect timeout",
    "cannot_be_sent": "no byte was sent and a retry cannot help: TLS certificate refused, no usable URL",
    "lost": "some of it was sent and no whole response came: timeout, broken connection",
    "sender_failed": "a transport of your own raised another error",
    "too_large": "the response exceeds `max_response_bytes`",
    "server_failed": "HTTP 5xx or 408",
    "redirected": "HTTP 3xx",
    "throttled": "HTTP 429 and nothing in the response contradicts it",
    "no_envelope": "HTTP 2xx without an envelope, or an envelope without code and flag",
    "silent": "code 0 without a success flag",
    "yes": "the response says yes and nothing in it contradicts that",
    "yes_in_part": "it says yes, has ids, and lists parts that failed",
    "contradiction": "it says yes and no, or no beside an order id",
    "no_refused": "it says no, with a code that means that nothing was done",
    "no_throttled": "it says no, with a code that means too many requests or try later",
    "no_in_doubt": "it says no, with a code that leaves the result open",
    "no_unknown_code": "it says no, with a code that is not in the code book",
}

_TOO_MANY: Final = 429
_REQUEST_TIMEOUT: Final = 408
_CLASSES: Final = (AuthenticationError, InvalidError, NotFoundError, RateLimitError, ServerError)


@attrs.frozen(kw_only=True)
class Outcome:
    """The outcome of one attempt.

    Attributes:
        kind: The outcome in one word.
        retry: Whether sending the request again is safe and can help.
        certain: For ``rejected``: whether it is certain that nothing was done.
        reason: For a person; holds nothing that the server or the caller wrote.
        code: Code for an :class:`APIError`.
        meaning: What the code book says about the code.
    """

    kind: AttemptOutcome
    retry: bool = False
    certain: bool = True
    reason: str = ""
    code: int | str | None = None
    meaning: Meaning | None = None


_SUCCEEDED: Final = Outcome(kind="succeeded")


def outcome_of(
    case: Case, effect: Effect, reason: str = "", *, code: int | str | None = None, meaning: Meaning | None = None
) -> Outcome:
    """Look a case up in the table."""
    decision = TABLE[case][effect != "read"]
    return Outcome(
        kind=decision.outcome,
        retry=decision.retry,
        certain=decision.certain or effect == "read",
        reason=reason,
        code=code,
        meaning=meaning,
    )


@attrs.frozen(kw_only=True)
class Statement:
    """What a response states, as far as it matters to the outcome.

    Attributes:
        effect: What the call changes.
        operation: Python name of the operation.
        http_status: HTTP status.
        envelope: The envelope, if the body is one.
        evidence: Everything that the response to a write says; ``None`` for a read.
        ids_matter: Whether an id in the response is a sign that something was created.
        codes: The code book.
    """

    effect: Effect
    operation: str
    http_status: int
    envelope: Envelope | None
    evidence: Evidence | None
    ids_matter: bool
    codes: CodeBook

    @property
    def has_ids(self) -> bool:
        """Whether something seems to have been created."""
        return self.ids_matter and self.evidence is not None and bool(self.evidence.ids)

    @property
    def says_yes(self) -> bool:
        """Whether the envelope says that the call succeeded."""
        return self.envelope is not None and self.envelope.ok is True

    @property
    def says_no(self) -> bool:
        """Whether there is a statement that the call failed."""
        denied = self.evidence is not None and self.evidence.denied
        return denied or (self.envelope is not None and self.envelope.ok is False)

    @property
    def is_contradictory(self) -> bool:
        """Whether the response says yes and no, or no beside an id."""
        if self.evidence is None:
            return False
        return self.evidence.contradicted or (self.says_no and self.has_ids)

    @property
    def error_codes(self) -> tuple[int | str, ...]:
        """Codes of failures, the outermost first."""
        found = self.evidence.codes if self.evidence is not None else ()
        if not found and self.envelope is not None and self.envelope.ok is False and self.envelope.code is not None:
            return (self.envelope.code,)
        return found

    def meaning_of(self, codes: tuple[int | str, ...]) -> Meaning | None:
        """Return what several codes mean together: the most doubtful of their meanings."""
        meanings: list[Meaning | None] = [self.codes.meaning(code, self.operation) for code in codes]
        if "in_doubt" in meanings:
            return "in_doubt"
        if None in meanings or "success" in meanings or not meanings:
            return None
        return meanings[-1]


def classify_response(said: Statement) -> Outcome:
    """Return the outcome of an attempt that has a response."""
    status = said.http_status
    if 200 <= status < 300:
        return _classify_successful_status(said)
    code: int | str = said.error_codes[-1] if said.error_codes else status
    if status >= 500 or status == _REQUEST_TIMEOUT:
        return outcome_of("server_failed", said.effect, f"HTTP status {status}", code=code, meaning="in_doubt")
    if status < 400:
        reason = f"HTTP status {status}; redirects are not followed, check the base URL"
        return outcome_of("redirected", said.effect, reason, code=status)
    if said.says_yes or said.is_contradictory:
        if status == _TOO_MANY and said.effect == "read":
            return outcome_of("throttled", said.effect, "too many requests", code=status, meaning="throttled")
        reason = f"HTTP status {status} around a response that reports success or an id"
        return outcome_of("contradiction", said.effect, reason, code=status)
    if status == _TOO_MANY and said.meaning_of(said.error_codes) != "in_doubt":
        return outcome_of("throttled", said.effect, "too many requests", code=code, meaning="throttled")
    if said.error_codes:
        return _classify_refusal(said, said.error_codes, f"HTTP status {status}")
    return _classify_refusal(said, (status,), f"HTTP status {status}")


def _classify_successful_status(said: Statement) -> Outcome:
    envelope, evidence = said.envelope, said.evidence
    if envelope is None:
        return outcome_of("no_envelope", said.effect, "the response is not an envelope")
    if said.is_contradictory:
        return outcome_of(
            "contradiction", said.effect, "the response says both yes and no", code=_last(said.error_codes)
        )
    if said.says_no:
        return _classify_refusal(said, said.error_codes, "")
    if envelope.ok is None:
        if envelope.code is None:
            return outcome_of("no_envelope", said.effect, "the envelope has no code")
        return outcome_of("silent", said.effect, "the envelope's code does not tell", code=envelope.code)
    if evidence is None:
        return _SUCCEEDED
    if evidence.unclear:
        reason = "the envelope says yes, but the content is neither an id nor a confirmation"
        return outcome_of("contradiction", said.effect, reason)
    if evidence.failures:
        if said.has_ids or not evidence.no_id:
            return outcome_of("yes_in_part", said.effect, "it was done in part only", code=_last(evidence.codes))
        reason = "the envelope says yes, but parts failed and there is no id"
        return outcome_of("contradiction", said.effect, reason, code=_last(evidence.codes))
    return _SUCCEEDED


def _classify_refusal(said: Statement, codes: tuple[int | str, ...], reason: str) -> Outcome:
    meaning = said.meaning_of(codes)
    code = _last(codes)
    if meaning == "in_doubt":
        return outcome_of("no_in_doubt", said.effect, reason or f"the code {_short(code)}", code=code, meaning=meaning)
    if meaning in ("throttled", "retry_later"):
        return outcome_of("no_throttled", said.effect, reason, code=code, meaning=meaning)
    case: Case = "no_refused" if meaning in NOTHING_DONE else "no_unknown_code"
    return outcome_of(case, said.effect, reason, code=code, meaning=meaning)


def _last(codes: tuple[int | str, ...]) -> int | str | None:
    return codes[-1] if codes else None


def _short(code: int | str | None) -> str:
    # The code of a server may be anything; numbers and plain names can be shown.
    text = str(code)
    return text if len(text) <= 40 and text.replace("_", "").replace(".", "").replace("-", "").isalnum() else "(long)"


def error_class(code: int | str | None) -> type[APIError]:
    """Return the error class for a code; :class:`APIError` itself if the code has no known meaning."""
    return next((cls for cls in _CLASSES if code in cls.codes), APIError)
