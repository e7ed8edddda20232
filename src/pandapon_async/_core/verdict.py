"""Verdicts: what an answer, or the lack of one, means for a call.

This is where it is decided whether a request may be repeated. Reads may be, whenever that can help. A write or payment
may be only when the server certainly never took it; where that is in doubt, the outcome is unknown.
"""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Final

import attrs
import httpx

from pandapon_async._core.errors import APIError, AuthenticationError, NotFoundError, RateLimitError, ServerError
from pandapon_async._core.errors import ValidationError as RefusedError

if TYPE_CHECKING:
    from pandapon_async._core.envelope import Envelope
    from pandapon_async._core.hooks import AttemptOutcome
    from pandapon_async._core.operation import Effect

__all__ = ["AnswerTooLargeError", "Verdict", "error_class", "judge_answer", "judge_exception"]

_TOO_MANY: Final = 429
_REQUEST_TIMEOUT: Final = 408
_CLASSES: Final = (AuthenticationError, RefusedError, NotFoundError, RateLimitError, ServerError)

#: What httpx raises before a byte of the request has left.
_NEVER_SENT: Final = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


class AnswerTooLargeError(Exception):
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


def judge_answer(effect: Effect, http_status: int, envelope: Envelope | None) -> Verdict:
    """Judge an answer by its HTTP status and its envelope."""
    code = envelope.code if envelope is not None and envelope.code is not None else http_status
    if http_status == _TOO_MANY:
        return Verdict(outcome="refused", repeatable=True, reason="too many requests", code=http_status)
    if http_status >= 500 or http_status == _REQUEST_TIMEOUT:
        return _failure(effect, f"HTTP status {http_status}", code=http_status)
    if not 200 <= http_status < 300:
        return _judge_unsuccessful(effect, http_status, envelope, code)
    if envelope is None:
        return _doubt(effect, "the answer is no envelope", "undecodable")
    if envelope.ok:
        return Verdict(outcome="ok", code=code)
    if envelope.ok is None:
        if envelope.code is None:
            return _doubt(effect, "the envelope has no code", "undecodable")
        return _doubt(effect, "the envelope's code does not tell", "refused", code=code)
    return _judge_refusal(effect, envelope.code)


def _judge_refusal(effect: Effect, code: int | str | None) -> Verdict:
    if _is_server_failure(code):
        return _failure(effect, f"the envelope's code {code}", code=code)
    # HTTP's 429 comes from a gateway that did not pass the request on. A code in the envelope comes from further
    # inside, and its meaning is not documented: not certain enough to repeat a write.
    return Verdict(outcome="refused", repeatable=code == _TOO_MANY and effect == "read", code=code)


def _judge_unsuccessful(effect: Effect, http_status: int, envelope: Envelope | None, code: int | str | None) -> Verdict:
    if http_status < 400:
        reason = f"HTTP status {http_status}; redirects are not followed, check the base URL"
        return _doubt(effect, reason, "refused", code=http_status)
    if envelope is not None and envelope.ok:
        return _doubt(effect, f"HTTP status {http_status} around a successful envelope", "refused", code=http_status)
    if _is_server_failure(code):
        return _failure(effect, f"the envelope's code {code}", code=code)
    return Verdict(outcome="refused", reason=f"HTTP status {http_status}", code=code)


def _is_server_failure(code: int | str | None) -> bool:
    return isinstance(code, int) and 500 <= code < 600


def _failure(effect: Effect, reason: str, *, code: int | str | None = None) -> Verdict:
    """Judge what ends a read in a repetition and a write in doubt."""
    if effect == "read":
        return Verdict(outcome="failed", repeatable=True, reason=reason, code=code)
    return Verdict(outcome="unknown", reason=reason, code=code)


def _doubt(effect: Effect, reason: str, of_a_read: AttemptOutcome, *, code: int | str | None = None) -> Verdict:
    """Judge what a repetition would not change."""
    return Verdict(outcome=of_a_read if effect == "read" else "unknown", reason=reason, code=code)


def judge_exception(effect: Effect, error: Exception) -> Verdict:
    """Judge what a transport raised."""
    reason = _describe(error)
    if isinstance(error, _NEVER_SENT) and not _blames_connection_in_use(error):
        hopeless = isinstance(error, httpx.UnsupportedProtocol) or _is_tls_failure(error)
        return Verdict(outcome="not_sent", repeatable=not hopeless, reason=reason)
    if isinstance(error, httpx.TransportError):
        return _failure(effect, reason)
    # Whatever else a transport raises is no failure of the network, and repeating it mends nothing.
    return _doubt(effect, reason, "undecodable" if isinstance(error, AnswerTooLargeError) else "failed")


#: What happened, by the first class that fits. The exception's own text is left out: it may quote URL or answer.
_REASONS: Final[tuple[tuple[type[Exception], str], ...]] = (
    (httpx.ConnectTimeout, "no connection in time"),
    (httpx.PoolTimeout, "no free connection in time"),
    (httpx.ReadTimeout, "no answer in time"),
    (httpx.WriteTimeout, "the request could not be written in time"),
    (httpx.ProxyError, "the proxy did not connect"),
    (httpx.ConnectError, "no connection"),
    (httpx.NetworkError, "the connection broke"),
    (httpx.RemoteProtocolError, "the server hung up, or its answer is no HTTP"),
    (AnswerTooLargeError, "the answer is longer than max_response_bytes"),
)


def _describe(error: Exception) -> str:
    if isinstance(error, httpx.ConnectError) and _is_tls_failure(error):
        return "the server's TLS certificate was not accepted"
    unforeseen = f"{type(error).__name__} from the transport"
    return next((reason for cls, reason in _REASONS if isinstance(error, cls)), unforeseen)


def _chain(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in found:
        found.append(current)
        current = current.__cause__ or current.__context__
    return found


def _is_tls_failure(error: BaseException) -> bool:
    return any(isinstance(each, ssl.SSLError) for each in _chain(error))


def _blames_connection_in_use(error: BaseException) -> bool:
    """Tell whether an error "to connect" really is about a connection that had been made.

    Adapters that put aiohttp under httpx report a connection lost after sending as a time-out of connecting. Believing
    them would send an order twice.
    """
    for each in _chain(error)[1:]:
        ancestry = type(each).__mro__
        if any(cls.__module__.partition(".")[0] == "aiohttp" for cls in ancestry):
            names = {cls.__name__ for cls in ancestry}
            return not names & {"ClientConnectorError", "ConnectionTimeoutError", "ClientHttpProxyError", "InvalidURL"}
    return False


def error_class(code: int | str | None) -> type[APIError]:
    """Return the class for a code; :class:`APIError` itself where the code has no known meaning."""
    return next((cls for cls in _CLASSES if code in cls.codes), APIError)
