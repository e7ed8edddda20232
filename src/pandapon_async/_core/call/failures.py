"""Builds the errors that end calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pandapon_async._core.call.errors import (
    APIError,
    DeadlineError,
    DecodeError,
    OutcomeUnknownError,
    PartialSuccessError,
    ServerError,
    TransportError,
)
from pandapon_async._core.call.outcomes import error_class
from pandapon_async._core.call.redaction import scrub, scrub_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pandapon_async._core.call.errors import CallError
    from pandapon_async._core.call.outcomes import Outcome
    from pandapon_async._core.call.response import Response

__all__ = ["error_for", "late_error", "unfinished_note"]

_TOO_MANY: Final = 429


def error_for(  # noqa: PLR0913, PLR0917 - what an attempt left
    operation: str,
    attempts: int,
    outcome: Outcome,
    response: Response | None,
    cause: Exception | None,
    retry_after: float | None,
    sensitive: Iterable[str],
) -> CallError:
    """Return the error for the last attempt of a call.

    Args:
        operation: Python name of the operation.
        attempts: How often the request was sent.
        outcome: Outcome of the last attempt.
        response: Its response, if there is one.
        cause: The exception of the sender, if there is one.
        retry_after: Seconds that the server asked to wait.
        sensitive: Secrets and personal data that no text may hold.
    """
    values = list(sensitive)
    envelope = response.envelope if response is not None else None
    request_id = scrub(envelope.request_id, values) or None if envelope is not None else None
    known: dict[str, Any] = {
        "operation": operation,
        "attempts": attempts,
        "response": response,
        "request_id": request_id,
    }
    error = _error(outcome, response, retry_after, values, known)
    if cause is not None:
        from pandapon_async._core.call.exceptions import cause_of  # noqa: PLC0415 - most calls do not need it

        error.__cause__ = cause_of(cause)
    error.__suppress_context__ = True
    return error


def _error(
    outcome: Outcome, response: Response | None, retry_after: float | None, values: list[str], known: dict[str, Any]
) -> CallError:
    code = scrub_code(outcome.code, values)
    match outcome.kind:
        case "unknown":
            text = (
                f"the outcome is unknown: {outcome.reason}. "
                "It may or may not have been carried out: look it up before retrying"
            )
            return OutcomeUnknownError(text, **known)
        case "placed_in_part":
            evidence = response.evidence if response is not None else None
            missing = evidence.missing if evidence is not None else ()
            text = f"only a part was done; {len(missing) or 'some'} parts are missing. Do not send it again as a whole"
            partial = PartialSuccessError(text, **known)
            partial.missing = tuple(scrub(name, values) for name in missing)
            partial.code = code
            return partial
        case "undecodable":
            detail = f" ({_describe_body(response)})" if response is not None else ""
            return DecodeError(f"{outcome.reason}{detail}", **known)
        case "not_sent":
            return TransportError(outcome.reason, **known)
        case _ if response is None:
            return TransportError(f"no usable response: {outcome.reason}", **known)
        case _:
            return _api_error(outcome, response, retry_after, code, values, known)


def _api_error(  # noqa: PLR0913, PLR0917 - what an attempt left
    outcome: Outcome,
    response: Response,
    retry_after: float | None,
    code: int | str | None,
    values: list[str],
    known: dict[str, Any],
) -> APIError:
    evidence, envelope = response.evidence, response.envelope
    message = (evidence.message if evidence is not None else None) or (envelope.message if envelope else None)
    return _class_of(outcome, response.http_status)(
        scrub(message, values) or outcome.reason,
        code=code,
        retry_after=retry_after,
        certain=outcome.certain,
        meaning=outcome.meaning,
        **known,
    )


def _class_of(outcome: Outcome, http_status: int) -> type[APIError]:
    if http_status >= 500 or http_status == _TOO_MANY:
        return error_class(http_status)
    cls = error_class(outcome.code)
    if cls is not APIError:
        return cls
    if outcome.meaning == "in_doubt" and http_status < 300:
        return ServerError
    return error_class(http_status)


def late_error(operation: str, attempts: int, *, in_doubt: bool) -> CallError:
    """Return the error for a call whose deadline passed."""
    if in_doubt:
        text = (
            "the outcome is unknown: the deadline passed while the request was in flight. "
            "It may or may not have been carried out: look it up before retrying"
        )
        return OutcomeUnknownError(text, operation=operation, attempts=attempts)
    text = "the deadline passed"
    if not attempts:
        text += " before it was the call's turn to be sent"
    return DeadlineError(text, operation=operation, attempts=attempts)


def unfinished_note(operation: str) -> str:
    """Return the note for an exception that interrupts a write in flight, such as a cancellation."""
    return (
        f"{operation}: this write was interrupted while it was in flight. "
        "It may or may not have been carried out: look it up before retrying."
    )


def _describe_body(response: Response) -> str:
    start = response.body[:64].lstrip().lower()
    if not start:
        kind = "an empty body"
    elif start.startswith((b"<!doctype", b"<html")):
        kind = "an HTML page"
    elif start.startswith((b"{", b"[")):
        kind = "JSON that is cut short, broken or not an envelope"
    else:
        kind = "not JSON"
    return f"{kind}, {len(response.body)} bytes, HTTP status {response.http_status}"
