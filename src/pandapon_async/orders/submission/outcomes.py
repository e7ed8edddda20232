"""How the end of a call becomes the outcome of its draft, and what it means for the batch.

This module and the transitions of the ledger decide whether an order may be sent again. A draft goes back to
``pending`` only if it was certainly not carried out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

import attrs

from pandapon_async._core.call.errors import (
    APIError,
    CallError,
    DecodeError,
    OutcomeUnknownError,
    PartialSuccessError,
    RateLimitError,
    ServerError,
    TransportError,
)
from pandapon_async._core.errors import ConfigurationError, InvalidArgumentError
from pandapon_async.orders.drafts.draft import as_json
from pandapon_async.orders.errors import InvalidDraftError

if TYPE_CHECKING:
    from pandapon_async._core.call.response import RawResponse
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async.orders.drafts.draft import DraftKind
    from pandapon_async.orders.ledger.states import State

__all__ = ["CallOutcome", "OutcomeReader"]

#: So many refusals in a row end the batch, if no draft was accepted in between: of the signature or key (401), and of
#: permission (403), which may be about the goods of single drafts.
_UNAUTHORIZED: Final = 3
_FORBIDDEN: Final = 10


@attrs.frozen(kw_only=True)
class CallOutcome:
    """What the end of a call means for its draft and its batch.

    Attributes:
        state: The draft's new state.
        order_ids: All ids of the platform in the response, in its order.
        certain: For ``rejected``: whether it is certain that nothing was done. If not, the draft must not be sent again
            before somebody has declared it not created, or has added the code to the code book.
        code: Code of a refusal.
        message: The server's text of a refusal.
        request_id: The platform's id of the request.
        note: The reason in our own words.
        missing: For ``partial``: names of the parts that were not placed.
        response: What the server sent as ``data``.
        consequence: For the batch: ``wait`` a little before sending more, or ``abort`` it, because every other draft
            would meet the same.
        wait: Seconds that the server asked to wait.
    """

    state: State
    order_ids: tuple[str, ...] = ()
    certain: bool = True
    code: str | None = None
    message: str | None = None
    request_id: str | None = None
    note: str | None = None
    missing: tuple[str, ...] = ()
    response: JsonValue = attrs.field(default=None, repr=False)
    consequence: Literal["none", "wait", "abort"] = "none"
    wait: float = 0.0


class OutcomeReader:
    """Reads the ends of calls, for the lifetime of one submission.

    It remembers what came before: an account whose drafts have just been accepted is not refused, so a refusal that
    looks like one is about its draft.
    """

    def __init__(self, kind: DraftKind) -> None:
        self._kind = kind
        self._accepted = False
        self._refusals = 0

    def result(self, raw: RawResponse[object]) -> CallOutcome:
        """Read the end of a call that returned."""
        self._accept()
        response = raw.response
        envelope = response.envelope
        expects_id = self._kind.operation.evidence.expects_id
        return CallOutcome(
            state="created",
            order_ids=response.order_ids,
            request_id=envelope.request_id if envelope is not None else None,
            note="created; the response has no id" if expects_id and not response.order_ids else None,
            response=response.data if envelope is not None else as_json(raw.result),
        )

    def error(self, error: Exception, key: str = "") -> CallOutcome:
        """Read the end of a call that raised.

        Args:
            error: What it raised.
            key: Key of the draft.
        """
        match error:
            case TransportError():
                # Never sent. The client has retried it, so the network or the server is not available.
                return CallOutcome(state="pending", note=str(error.args[0]), consequence="wait")
            case RateLimitError() if error.http_status == 429 and error.certain:
                # The gateway did not pass it on.
                wait = error.retry_after or 0.0
                return CallOutcome(state="pending", note="too many requests", consequence="wait", wait=wait)
            case APIError() if error.meaning == "account":
                return self._account_refused(error)
            case PartialSuccessError():
                return self._partial(error, key)
            case OutcomeUnknownError() | ServerError():
                return CallOutcome(state="unknown", note=str(error.args[0]), **_found(error))
            case DecodeError() if error.accepted:
                self._accept()
                note = "created, but the response is not as documented"
                return CallOutcome(state="created", note=note, **_found(error))
            case APIError():
                return self._rejected(error)
            case InvalidArgumentError() | InvalidDraftError():
                # Checked when it was added; this happens only with a ledger of another version. Nothing was sent.
                return CallOutcome(state="rejected", code="invalid", message=str(error), note="never sent")
            case ConfigurationError():
                return CallOutcome(state="pending", note=str(error), consequence="abort")
            case _:
                # An unforeseen error: it is not known whether anything was sent.
                return CallOutcome(state="unknown", note=f"{type(error).__name__} during the call", **_found(error))

    def _accept(self) -> None:
        self._accepted = True
        self._refusals = 0

    def _rejected(self, error: APIError) -> CallOutcome:
        wait = error.meaning in ("throttled", "retry_later")
        return CallOutcome(
            state="rejected",
            certain=error.certain,
            code=None if error.code is None else str(error.code),
            message=error.message,
            note=None if error.certain else "rejected, but it is not certain that nothing was done",
            consequence="wait" if wait else "none",
            wait=error.retry_after or 0.0,
            **_found(error),
        )

    def _partial(self, error: PartialSuccessError, key: str) -> CallOutcome:
        missing = error.missing
        code = None if error.code is None else str(error.code)
        if not self._kind.operation.evidence.expects_id and missing and set(missing) <= {key}:
            # The call was about this one thing, and it is the one that failed.
            note = "the platform lists it as failed"
            return CallOutcome(state="rejected", certain=False, code=code, note=note, **_found(error))
        self._accept()
        note = f"placed in part; missing: {', '.join(missing) or 'not named in the response'}"
        return CallOutcome(state="partial", missing=missing, code=code, note=note, **_found(error))

    def _account_refused(self, error: APIError) -> CallOutcome:
        self._refusals += 1
        note = f"the account was refused: code {error.code}: {error.message}"
        unauthorized = _UNAUTHORIZED if self._accepted else 1
        most = unauthorized if error.code == 401 else _FORBIDDEN
        if self._refusals >= most:
            return CallOutcome(state="pending", note=note, consequence="abort", **_found(error))
        if self._accepted:
            return self._rejected(error)
        # It may be this draft alone that is refused: the next ones will tell.
        return CallOutcome(state="pending", note=note, consequence="wait", **_found(error))


def _found(error: Exception) -> dict[str, Any]:
    if not isinstance(error, CallError):
        return {}
    return {
        "order_ids": error.order_ids,
        "request_id": error.request_id,
        "response": error.response.data if error.response is not None else None,
    }
