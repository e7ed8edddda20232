"""Orders of all kinds, stored compactly: a million orders fit in memory."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any

import msgspec

from pandapon_async.sandbox.json_text import read_json
from pandapon_async.sandbox.state.changes import Change

if TYPE_CHECKING:
    from collections.abc import Callable

_LINES_PER_ORDER = 1000
_FIRST_LINE_ID = 300_000_000_000


class Kind(StrEnum):
    """Where an order was placed, or that it is a freight booking."""

    TAOBAO = "taobao"
    ALIBABA = "alibaba"
    KA = "ka"
    FREIGHT = "freight"


class Progress(Enum):
    """Progress of an order."""

    NEW = "new"
    PAID = "paid"
    CANCELLED = "cancelled"
    RECEIVED = "received"


# Far enough apart that an order's id identifies its kind.
_FIRST_IDS = {
    Kind.TAOBAO: 1_024_285_237_573_000_001,
    Kind.ALIBABA: 2_700_000_000_000_000_001,
    Kind.KA: 2_950_000_000_000_000_001,
    Kind.FREIGHT: 500_000_000_001,
}
_MAX_ID_DIGITS = 19


class Order(msgspec.Struct, frozen=True, gc=False, eq=False):
    """One order. Lines and receiver stay encoded to save memory.

    Attributes:
        serial: Position among all orders ever created in this sandbox.
        owner: The only account that may see it.
        batch: Serial of the first order created by the same call.
        reference: The caller's own key, None if it gave none: seller order number on Taobao, message on 1688, Tmall
            order id of a freight booking.
        remark: Remark of a freight booking.
        purchase_amount: In fen; for a freight booking in US cents.
        created_at: Seconds since the epoch, by the sandbox's clock.
    """

    serial: int
    kind: Kind
    owner: str
    batch: int
    reference: str | None
    remark: str | None
    purchase_amount: int
    created_at: float
    encoded_lines: bytes
    encoded_receiver: bytes

    @property
    def purchase_order_id(self) -> str:
        """The platform's id: 19 digits, or 12 for a freight booking."""
        return str(_FIRST_IDS[self.kind] + self.serial)

    @property
    def seller_order_number(self) -> str | None:
        """The caller's own number; Taobao orders only."""
        return self.reference if self.kind is Kind.TAOBAO else None

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The order lines as they were sent."""
        lines: list[dict[str, Any]] = read_json(self.encoded_lines)
        return lines

    @property
    def receiver(self) -> dict[str, Any]:
        """The delivery address as it was sent."""
        receiver: dict[str, Any] = read_json(self.encoded_receiver)
        return receiver

    def line_id(self, line: int) -> int:
        """Return the platform's id of a line."""
        return _FIRST_LINE_ID + self.serial * _LINES_PER_ORDER + line

    def __repr__(self) -> str:
        # Lines, receiver and references may be personal and must not reach logs.
        return f"Order({self.purchase_order_id})"


@dataclass(frozen=True, slots=True)
class Warehouse:
    """The forward warehouse of an order."""

    name: str
    address: str = field(repr=False)


@dataclass(slots=True)
class _Index:
    """Index of the orders of one kind. Most references have one order; further ones are listed separately."""

    first: dict[str, int] = field(default_factory=dict[str, int])
    further: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    by_owner: dict[str, list[int]] = field(default_factory=dict[str, list[int]])


class OrderBook:
    """All orders, by time and by the caller's reference. As documented, using a reference twice creates two orders.

    An order is new, then paid or cancelled, then received. Only new orders can be paid or cancelled, and only paid ones
    received, so no order is ever paid twice.

    Attributes:
        on_change: Called after each change of an order; None for no observer.
        ship_when_paid: Ship an order as soon as it is paid.
    """

    def __init__(self) -> None:
        self.on_change: Callable[[Change, Order], None] | None = None
        self._orders: list[Order] = []
        self._first_serial = 0
        self._index = {kind: _Index() for kind in Kind}
        self._warehouses: dict[int, Warehouse] = {}
        self._progress: dict[int, Progress] = {}
        self._paid_at: dict[int, float] = {}
        self._payment_calls: dict[int, int] = {}
        self._missing_lines: dict[int, int] = {}
        self._shipped_at: dict[int, float] = {}
        self.ship_when_paid = True

    def __len__(self) -> int:
        return len(self._orders)

    def __iter__(self) -> Iterator[Order]:
        return iter(self._orders)

    def clear(self) -> None:
        """Delete all orders. Ids are never reused."""
        self._first_serial += len(self._orders)
        self._orders = []
        self._index = {kind: _Index() for kind in Kind}
        self._warehouses = {}
        self._progress = {}
        self._paid_at = {}
        self._payment_calls = {}
        self._missing_lines = {}
        self._shipped_at = {}

    def create(  # noqa: PLR0913 - one argument per field
        self,
        *,
        kind: Kind = Kind.TAOBAO,
        owner: str,
        reference: str | None,
        purchase_amount: int,
        lines: bytes,
        receiver: bytes,
        created_at: float,
        remark: str | None = None,
        batch: int | None = None,
        missing_lines: int = 0,
    ) -> Order:
        """Create an order.

        Args:
            kind: The kind of order.
            owner: The only account that may see it.
            reference: The caller's own key.
            purchase_amount: In fen.
            lines: Order lines as JSON.
            receiver: Delivery address as JSON.
            created_at: Seconds since the epoch.
            remark: Remark of a freight booking.
            batch: Serial of the first order of the same call, unless this is the first.
            missing_lines: Number of lines of the request that a fault left out.
        """
        serial = self._first_serial + len(self._orders)
        order = Order(
            serial,
            kind,
            owner,
            serial if batch is None else batch,
            reference,
            remark,
            purchase_amount,
            created_at,
            lines,
            receiver,
        )
        self._orders.append(order)
        if missing_lines:
            self._missing_lines[serial] = missing_lines
        index = self._index[kind]
        index.by_owner.setdefault(owner, []).append(serial)
        if reference is not None and index.first.setdefault(reference, serial) != serial:
            index.further.setdefault(reference, []).append(serial)
        self._notify(Change.CREATED, order)
        return order

    def find(self, reference: str, kind: Kind = Kind.TAOBAO) -> list[Order]:
        """Return the orders of a kind with this reference, oldest first."""
        index = self._index[kind]
        first = index.first.get(reference)
        if first is None:
            return []
        return [self._at(serial) for serial in (first, *index.further.get(reference, ()))]

    def of_kind(self, kind: Kind, owner: str | None = None) -> Iterator[Order]:
        """Yield the orders of a kind by owner, oldest first.

        Args:
            kind: The kind.
            owner: Only the orders of this owner; None for all.
        """
        by_owner = self._index[kind].by_owner
        chosen = by_owner.values() if owner is None else [by_owner.get(owner, [])]
        return (self._at(serial) for serials in chosen for serial in serials)

    def get(self, order_id: str, owner: str | None = None, kinds: Iterable[Kind] = Kind) -> Order | None:
        """Return the order with this id; None if it does not exist or belongs to another owner.

        Args:
            order_id: Any string.
            owner: Required owner; None accepts any.
            kinds: Accepted kinds.
        """
        number = _whole_number(order_id)
        for kind in kinds:
            order = self._by_serial(number - _FIRST_IDS[kind])
            if order is not None and order.kind is kind:
                return order if owner in {None, order.owner} else None
        return None

    def get_line(self, line_id: str, owner: str, kind: Kind = Kind.TAOBAO) -> tuple[Order, int] | None:
        """Return the order that contains the line with this id, and the position of the line."""
        serial, line = divmod(_whole_number(line_id) - _FIRST_LINE_ID, _LINES_PER_ORDER)
        order = self._by_serial(serial)
        if order is None or order.kind is not kind or order.owner != owner or line >= len(order.lines):
            return None
        return order, line

    def page(self, offset: int, limit: int) -> list[Order]:
        """Return orders, oldest first."""
        return self._orders[offset : offset + limit]

    def newest_first(self, kind: Kind, owner: str, offset: int, limit: int) -> tuple[int, list[Order]]:
        """Return the number of an owner's orders of a kind, and one page of them, newest first."""
        serials = self._index[kind].by_owner.get(owner, [])
        total = len(serials)
        chosen = serials[max(0, total - offset - limit) : max(0, total - offset)]
        return total, [self._at(serial) for serial in reversed(chosen)]

    def set_warehouse(self, purchase_order_id: str, owner: str, warehouse: Warehouse) -> bool:
        """Record the warehouse of a Taobao order; return False if the order does not exist."""
        order = self.get(purchase_order_id, owner, (Kind.TAOBAO,))
        if order is None:
            return False
        self._warehouses[order.serial] = warehouse
        return True

    def warehouse(self, order: Order) -> Warehouse | None:
        """Return the warehouse recorded for an order."""
        return self._warehouses.get(order.serial)

    def missing_lines(self, order: Order) -> int:
        """Return the number of lines of the request that were not placed with an order."""
        return self._missing_lines.get(order.serial, 0)

    @property
    def next_serial(self) -> int:
        """Serial of the next order."""
        return self._first_serial + len(self._orders)

    def since(self, serial: int) -> list[Order]:
        """Return the orders from a serial on, oldest first."""
        return self._orders[serial - self._first_serial :]

    def progress(self, order: Order) -> Progress:
        """Return the progress of an order."""
        return self._progress.get(order.serial, Progress.NEW)

    def paid_at(self, order: Order) -> float | None:
        """Return the payment time in seconds since the epoch; None if unpaid."""
        return self._paid_at.get(order.serial)

    def shipped_at(self, order: Order) -> float | None:
        """Return the time of shipping in seconds since the epoch; None if not shipped."""
        return self._shipped_at.get(order.serial)

    def ship(self, order: Order, time: float) -> bool:
        """Ship a paid order; return False if it is not paid. Shipping twice returns True and changes nothing."""
        if self.progress(order) not in {Progress.PAID, Progress.RECEIVED}:
            return False
        self._shipped_at.setdefault(order.serial, time)
        return True

    def payment_calls(self, order: Order) -> int:
        """Return the number of attempts to pay an order, successful or not."""
        return self._payment_calls.get(order.serial, 0)

    def pay(self, order: Order, time: float) -> bool:
        """Pay an order; return False and change nothing if it is already paid or cancelled."""
        self._payment_calls[order.serial] = self.payment_calls(order) + 1
        if self.progress(order) is not Progress.NEW:
            return False
        self._progress[order.serial] = Progress.PAID
        self._paid_at[order.serial] = time
        if self.ship_when_paid:
            self._shipped_at[order.serial] = time
        self._notify(Change.PAID, order)
        return True

    def cancel(self, order: Order) -> bool:
        """Cancel an order; return False if it is paid. Cancelling twice returns True."""
        progress = self.progress(order)
        if progress in {Progress.PAID, Progress.RECEIVED}:
            return False
        self._progress[order.serial] = Progress.CANCELLED
        if progress is not Progress.CANCELLED:
            self._notify(Change.CANCELLED, order)
        return True

    def change_price(self, order: Order, amount: int) -> Order | None:
        """Change the price of an order, as its seller may; return None if it is already paid or cancelled.

        Args:
            order: The order.
            amount: The new price in fen.
        """
        if self.progress(order) is not Progress.NEW:
            return None
        changed = msgspec.structs.replace(order, purchase_amount=amount)
        self._orders[order.serial - self._first_serial] = changed
        self._notify(Change.PRICE_CHANGED, changed)
        return changed

    def receive(self, order: Order) -> bool:
        """Record receipt of the goods; return False if the order is not shipped. Repeating it returns True."""
        if self.progress(order) not in {Progress.PAID, Progress.RECEIVED} or self.shipped_at(order) is None:
            return False
        self._progress[order.serial] = Progress.RECEIVED
        return True

    def _notify(self, change: Change, order: Order) -> None:
        if self.on_change is not None:
            self.on_change(change, order)

    def _by_serial(self, serial: int) -> Order | None:
        if not 0 <= serial - self._first_serial < len(self._orders):
            return None
        return self._at(serial)

    def _at(self, serial: int) -> Order:
        return self._orders[serial - self._first_serial]


def _whole_number(text: str) -> int:
    return int(text) if len(text) <= _MAX_ID_DIGITS and text.isascii() and text.isdigit() else -1
