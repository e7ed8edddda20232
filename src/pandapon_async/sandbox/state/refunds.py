"""Refunds. Each belongs to an order in the sandbox."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pandapon_async.sandbox.state.limits import check_room
from pandapon_async.sandbox.state.orders import Kind, Order

if TYPE_CHECKING:
    from collections.abc import Callable

_FIRST_ID: Final = 110_900_000_001


class RefundStage(StrEnum):
    """Progress of a refund."""

    APPLIED = "applied"
    RETURNED = "returned"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Refund:
    """One refund.

    Attributes:
        refund_id: Digits for Taobao, ``TQ`` and digits for 1688.
        order: The order to be refunded.
        line: Position of the order line.
        amount: In fen, freight included.
        carriage: Freight in fen.
        needs_return: Whether the goods must be returned.
        created_at: Seconds since the epoch.
        messages: Number of messages from the buyer.
    """

    refund_id: str
    order: Order
    line: int
    amount: int
    carriage: int
    reason_id: int
    needs_return: bool
    created_at: float
    stage: RefundStage = RefundStage.APPLIED
    messages: int = 0


class RefundBook:
    """Refunds by owner and id, oldest first.

    Attributes:
        on_change: Called for each new refund and each change of stage; None for no observer.
    """

    def __init__(self) -> None:
        self.on_change: Callable[[Refund], None] | None = None
        self._refunds: dict[str, dict[str, Refund]] = {}
        self._next_id = _FIRST_ID

    def __len__(self) -> int:
        return sum(map(len, self._refunds.values()))

    def clear(self) -> None:
        """Delete all refunds. Ids are never reused."""
        self._refunds = {}

    def create(  # noqa: PLR0913 - one argument per field
        self,
        order: Order,
        *,
        line: int,
        amount: int,
        carriage: int,
        reason_id: int,
        needs_return: bool,
        created_at: float,
    ) -> Refund:
        """Create a refund of an order.

        Raises:
            RefusedError: the account has too many refunds.
        """
        kept = self._refunds.setdefault(order.owner, {})
        check_room(len(kept), "refunds of an account")
        refund_id = f"{'' if order.kind is Kind.TAOBAO else 'TQ'}{self._next_id}"
        self._next_id += 1
        refund = Refund(refund_id, order, line, amount, carriage, reason_id, needs_return, created_at)
        kept[refund_id] = refund
        if self.on_change is not None:
            self.on_change(refund)
        return refund

    def get(self, owner: str, kind: Kind, refund_id: str) -> Refund | None:
        """Return the refund with this id; None if there is none of this kind."""
        refund = self._refunds.get(owner, {}).get(refund_id)
        return refund if refund is not None and refund.order.kind is kind else None

    def newest_first(self, owner: str, kind: Kind) -> Iterator[Refund]:
        """Yield all refunds of a kind, newest first."""
        refunds = self._refunds.get(owner, {})
        return (refund for refund in reversed(refunds.values()) if refund.order.kind is kind)

    def advance(self, refund: Refund, stage: RefundStage) -> Refund:
        """Set the stage of a refund."""
        advanced = self._store(replace(refund, stage=stage))
        if self.on_change is not None and refund.stage is not stage:
            self.on_change(advanced)
        return advanced

    def add_message(self, refund: Refund) -> Refund:
        """Count a message from the buyer. Its text is not stored."""
        return self._store(replace(refund, messages=refund.messages + 1))

    def _store(self, refund: Refund) -> Refund:
        self._refunds[refund.order.owner][refund.refund_id] = refund
        return refund
