"""What the end of a call means for its draft, and for the batch.

This table and the ledger's transitions are where it is decided whether an order may be sent again. Only what certainly
was not done goes back to ``pending``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import attrs

from pandapon_async._core.call.errors import (
    APIError,
    AuthenticationError,
    CallError,
    DecodeError,
    OutcomeUnknownError,
    RateLimitError,
    ServerError,
    TransportError,
)
from pandapon_async._core.errors import ConfigurationError, InvalidArgumentError
from pandapon_async.orders.drafts.draft import as_json
from pandapon_async.orders.errors import InvalidDraftError

if TYPE_CHECKING:
    from pandapon_async._core.call.response import RawResponse
    from pandapon_async.orders.drafts.draft import DraftKind
    from pandapon_async.orders.ledger.states import State

__all__ = ["Judgement", "judge_error", "judge_result"]


@attrs.frozen(kw_only=True)
class Judgement:
    """What the end of a call means.

    Attributes:
        state: What becomes of the draft.
        order_id: As in :class:`Outcome`, and likewise the next ones.
        code: See there.
        message: See there.
        request_id: See there.
        note: See there.
        answer: See there.
        consequence: For the batch: ``wait`` a little before sending more, or ``abort`` it, because every other draft
            would meet the same.
        wait: Seconds that the server asked to wait.
    """

    state: State
    order_id: str | None = None
    code: str | None = None
    message: str | None = None
    request_id: str | None = None
    note: str | None = None
    answer: object = attrs.field(default=None, repr=False)
    consequence: Literal["none", "wait", "abort"] = "none"
    wait: float = 0.0


def judge_result(kind: DraftKind, raw: RawResponse[object]) -> Judgement:
    """Judge a call that returned."""
    data = raw.answer.data if raw.answer.envelope is not None else as_json(raw.result)
    envelope = raw.answer.envelope
    order_id = kind.order_id(data)
    return Judgement(
        state="created",
        order_id=order_id,
        request_id=envelope.request_id if envelope is not None else None,
        note=None if order_id or not kind.order_id_in else "created; the answer holds no id under a known name",
        answer=data,
    )


def judge_error(kind: DraftKind, error: Exception) -> Judgement:
    """Judge a call that raised."""
    request_id = error.request_id if isinstance(error, CallError) else None
    match error:
        case TransportError():
            # Never sent. The client has tried several times, so the network or the server is away.
            return Judgement(state="pending", note=str(error.args[0]), consequence="wait")
        case RateLimitError() if error.http_status == 429:
            # From the gateway, which did not pass it on.
            wait = error.retry_after or 0.0
            return Judgement(state="pending", note="too many requests", consequence="wait", wait=wait)
        case AuthenticationError():
            # Not about this draft: each of the others would be refused as well.
            note = f"the account was refused: code {error.code}: {error.message}"
            return Judgement(state="pending", request_id=request_id, note=note, consequence="abort")
        case OutcomeUnknownError() | ServerError():
            return Judgement(state="unknown", request_id=request_id, note=str(error.args[0]))
        case DecodeError() if error.accepted:
            data = error.answer.data if error.answer is not None else None
            return Judgement(
                state="created",
                order_id=kind.order_id(data),
                request_id=request_id,
                note="created, though the answer is not as documented",
                answer=data,
            )
        case APIError():
            slow_down = isinstance(error, RateLimitError)
            return Judgement(
                state="rejected",
                code=str(error.code),
                message=error.message,
                request_id=request_id,
                consequence="wait" if slow_down else "none",
                wait=error.retry_after or 0.0,
            )
        case InvalidArgumentError() | InvalidDraftError():
            # Checked when it was added; only a ledger of another version brings one here. Nothing was sent.
            return Judgement(state="rejected", code="invalid", message=str(error), note="never sent")
        case ConfigurationError():
            return Judgement(state="pending", note=str(error), consequence="abort")
        case _:
            # Whatever it is, nobody can say that nothing was sent.
            return Judgement(state="unknown", note=f"{type(error).__name__} during the call")
