"""The outcome of an attempt whose sender raised an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.call.outcomes import outcome_of
from pandapon_async._core.http.errors import HttpError, ResponseTooLargeError

if TYPE_CHECKING:
    from pandapon_async._core.call.outcomes import Outcome
    from pandapon_async._core.http.request import Effect

__all__ = ["cause_of", "classify_exception"]


def classify_exception(effect: Effect, error: Exception) -> Outcome:
    """Return the outcome: what counts is how far the request got, not the class of the exception."""
    if not isinstance(error, HttpError):
        # An error in the transport, not in the network: a retry cannot help.
        return outcome_of("sender_failed", effect, f"{type(error).__name__} from the transport")
    reason = str(error)
    if error.progress == "never_sent":
        # Neither a certificate nor a URL changes by a retry.
        hopeless = error.phase in ("tls", "protocol")
        return outcome_of("cannot_be_sent" if hopeless else "never_sent", effect, reason)
    if isinstance(error, ResponseTooLargeError):
        return outcome_of("too_large", effect, reason)
    return outcome_of("lost", effect, reason)


def cause_of(error: Exception) -> Exception | None:
    """Return what may be the cause of an error that users see and log.

    An :class:`HttpError` has a text of our own. It loses its frames, whose locals hold the signed request, and its
    cause, whose text may quote the URL. Other exceptions are named in the error's text only: they may quote what was
    sent or received.
    """
    if not isinstance(error, HttpError):
        return None
    error.__traceback__ = error.__cause__ = error.__context__ = None
    return error
