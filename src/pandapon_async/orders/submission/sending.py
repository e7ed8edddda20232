"""Sending one draft, and judging how the call ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from pandapon_async.orders.errors import OrdersError
from pandapon_async.orders.ledger.states import Outcome
from pandapon_async.orders.submission.outcomes import Judgement, judge_error, judge_result

if TYPE_CHECKING:
    from pandapon_async._core.call.client import Client
    from pandapon_async._core.call.options import CallOptions
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._storage.workers import Worker
    from pandapon_async.orders.drafts.draft import Draft
    from pandapon_async.orders.ledger.claims import Claimed

__all__ = ["DraftSender", "call_deadline", "outcome_of"]

#: Seconds that a call without a deadline is assumed to take at most.
_NO_DEADLINE: Final = 600.0


class LockNotSeenError(OrdersError):
    """The worker has not seen its lock for too long to send anything; nothing was sent."""


def call_deadline(client: Client, deadline: float | None) -> float:
    """Return the seconds that a call takes at most."""
    return deadline or client.options.deadline or _NO_DEADLINE


class DraftSender:
    """Sends drafts, each only while the worker holds its lock.

    Args:
        drafts: The class of the drafts.
        client: Sends them.
        worker: The worker that has claimed them.
        deadline: Seconds for each call; ``None``: the client's own.
    """

    def __init__(self, drafts: type[Draft], client: Client, worker: Worker, deadline: float | None) -> None:
        self._drafts = drafts
        self._worker = worker
        # Asked immediately before each request leaves, also before a retry.
        self._client = client.guarded(self._check_lock)
        self._options: CallOptions = {} if deadline is None else {"deadline": deadline}

    def _check_lock(self) -> None:
        if not self._worker.holds_lock():
            raise LockNotSeenError("not sent: the process has not seen its lock on the ledger for some seconds")

    async def send(self, claimed: Claimed) -> Judgement:
        """Send a draft. Raises nothing but a cancellation, however the call ends."""
        kind = self._drafts.kind
        try:
            arguments = self._drafts.loads(claimed.payload).arguments()
            raw = await self._client.raw_response(self._client.call(kind.operation, arguments, self._options))
        except LockNotSeenError as error:
            return Judgement(state="pending", note=str(error))
        except Exception as error:  # noqa: BLE001 - the judgement tells what it means
            return judge_error(kind, error)
        return judge_result(kind, raw)


def outcome_of(claimed: Claimed, judgement: Judgement) -> Outcome:
    """Return what the ledger records of a call."""
    return Outcome(
        key=claimed.key,
        state=judgement.state,
        order_ids=tuple(judgement.order_id.split(",")) if judgement.order_id else (),
        code=judgement.code,
        message=judgement.message,
        request_id=judgement.request_id,
        note=judgement.note,
        attempts=claimed.attempt,
        answer=cast("JsonValue", judgement.answer),
    )
