"""Sending one draft, and reading how the call ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pandapon_async.orders.errors import OrdersError
from pandapon_async.orders.ledger.states import Outcome
from pandapon_async.orders.submission.outcomes import CallOutcome, OutcomeReader

if TYPE_CHECKING:
    from pandapon_async._core.call.client import Client
    from pandapon_async._core.call.options import CallOptions
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
        self._reader = OutcomeReader(drafts.kind)
        # Asked immediately before each request leaves, also before a retry.
        self._client = client.guarded(self._check_lock)
        self._options: CallOptions = {} if deadline is None else {"deadline": deadline}

    def _check_lock(self) -> None:
        if not self._worker.holds_lock():
            raise LockNotSeenError("not sent: the process has not seen its lock on the ledger for some seconds")

    async def send(self, claimed: Claimed) -> CallOutcome:
        """Send a draft. Raises nothing but a cancellation, however the call ends."""
        kind = self._drafts.kind
        try:
            arguments = self._drafts.loads(claimed.payload).arguments()
            raw = await self._client.raw_response(self._client.call(kind.operation, arguments, self._options))
        except LockNotSeenError as error:
            return CallOutcome(state="pending", note=str(error))
        except Exception as error:  # noqa: BLE001 - the outcome tells what it means
            return self._reader.error(error, claimed.key)
        return self._reader.result(raw)


def outcome_of(claimed: Claimed, call: CallOutcome) -> Outcome:
    """Return what the ledger records of a call."""
    return Outcome(
        key=claimed.key,
        state=call.state,
        order_ids=call.order_ids,
        certain=call.certain,
        missing=call.missing,
        code=call.code,
        message=call.message,
        request_id=call.request_id,
        note=call.note,
        attempts=claimed.attempt,
        answer=call.response,
    )
