"""What a transport raised, and what that means for a call."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Final

import httpx

from pandapon_async._core.call.outcomes import Verdict, doubt, failure
from pandapon_async._core.http.errors import HttpError, ResponseTooLargeError

if TYPE_CHECKING:
    from pandapon_async._core.http.request import Effect

__all__ = ["judge_exception", "presentable"]

#: What httpx raises before a byte of the request has left.
_NEVER_SENT: Final = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


def judge_exception(effect: Effect, error: Exception) -> Verdict:
    """Judge what a transport raised."""
    if isinstance(error, HttpError):
        return _judge_http_error(effect, error)
    reason = _describe(error)
    if isinstance(error, _NEVER_SENT) and not _blames_connection_in_use(error):
        hopeless = isinstance(error, httpx.UnsupportedProtocol) or _is_tls_failure(error)
        return Verdict(outcome="not_sent", repeatable=not hopeless, reason=reason)
    if isinstance(error, httpx.TransportError):
        return failure(effect, reason)
    # Whatever else a transport raises is no failure of the network, and repeating it mends nothing.
    return doubt(effect, reason, "undecodable" if isinstance(error, ResponseTooLargeError) else "failed")


def _judge_http_error(effect: Effect, error: HttpError) -> Verdict:
    reason = str(error)
    if error.progress == "never_sent":
        # Neither a certificate nor a URL is mended by a repetition.
        return Verdict(outcome="not_sent", repeatable=error.phase not in ("tls", "protocol"), reason=reason)
    if isinstance(error, ResponseTooLargeError):
        return doubt(effect, reason, "undecodable")
    return failure(effect, reason)


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
    (ResponseTooLargeError, "the answer is longer than max_response_bytes"),
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


def presentable(error: Exception) -> Exception | None:
    """Return what may stand as the cause of an error that users see and log.

    A failure to connect keeps its type and text, but neither the frames of the transport, whose locals hold the signed
    request, nor what lies behind it, whose text may quote the URL. Anything else is named in the error's text and
    otherwise dropped: it may quote what was sent, or what the server sent.
    """
    if isinstance(error, HttpError):
        error.__traceback__ = error.__cause__ = error.__context__ = None
        return error
    if not isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.ProxyError):
        return None
    error.__traceback__ = error.__cause__ = error.__context__ = None
    error._request = None  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    return error
