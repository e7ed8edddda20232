"""The outcome of an attempt whose sender raised an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.outcomes import outcome_of
from pandapon_async._core.http.errors import HttpError, ResponseTooLargeError
from pandapon_async._core.http.httpx_errors import as_http_error

if TYPE_CHECKING:
    from pandapon_async._core.call.outcomes import Outcome
    from pandapon_async._core.http.request import Effect

__all__ = ["cause_of", "classify_exception"]


def classify_exception(effect: Effect, error: Exception) -> Outcome:
    """Return the outcome: what counts is how far the request got, not the class of the exception."""
    found = error if isinstance(error, HttpError) else as_http_error(error)
    if found is None:
        # A retry cannot help: this is an error in the transport, not in the network.
        return outcome_of("sender_failed", effect, f"{type(error).__name__} from the transport")
    reason = str(found)
    if found.progress == "never_sent":
        # Neither a certificate nor a URL changes by a retry.
        hopeless = found.phase == "protocol" or (found.phase == "tls" and "certificate" in reason)
        return outcome_of("cannot_be_sent" if hopeless else "never_sent", effect, reason)
    if isinstance(found, ResponseTooLargeError):
        return outcome_of("too_large", effect, reason)
    return outcome_of("lost", effect, reason)


def cause_of(error: Exception) -> Exception | None:
    """Return what may be the cause of an error that users see and log.

    An :class:`HttpError` has a text of our own. It loses its frames, whose locals hold the signed request, and what lies
    behind it, whose text may quote the URL. Other exceptions are named in the error's text only: they may quote what was
    sent, or what the server sent.
    """
    found = error if isinstance(error, HttpError) else as_http_error(error)
    if found is not None:
        found.__traceback__ = found.__cause__ = found.__context__ = None
    return found
