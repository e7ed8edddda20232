"""The orders of all kinds that the sandbox keeps, small enough for a million of them."""

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
    """What kind of order it is: where it was bought, or that it is a booking of freight."""

    TAOBAO = "taobao"
    ALIBABA = "alibaba"
    KA = "ka"
    FREIGHT = "freight"


class Progress(Enum):
    """How far an order has come."""

    NEW = "new"
    PAID = "paid"
    CANCELLED = "cancelled"
    RECEIVED = "received"


# Apart enough for the id of an order to tell its kind.
_FIRST_IDS = {
    Kind.TAOBAO: 1_024_285_237_573_000_001,
    Kind.ALIBABA: 2_700_000_000_000_000_001,
    Kind.KA: 2_950_000_000_000_000_001,
    Kind.FREIGHT: 500_000_000_001,
}
_MOST_ID_DIGITS = 19


class Order(msgspec.Struct, frozen=True, gc=False, eq=False):
    """One order. Lines and receiver stay encoded, which takes a fraction of the memory of what they decode to.

    Attributes:
        serial: Position among all orders ever created by this sandbox.
        owner: Who may see it.
        batch: Serial of the first order of the call that created this one.
        reference: What the caller can tell its order by, None where the caller gave none: seller order number on
            Taobao, message on 1688, Tmall order id of a freight booking.
        remark: Of a freight booking.
        purchase_amount: In fen; of a freight booking in cents.
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
        """The platform's id of the order: 19 digits, 12 for a freight booking."""
        return str(_FIRST_IDS[self.kind] + self.serial)

    @property
    def seller_order_number(self) -> str | None:
        """The caller's own number of a Taobao order."""
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
        # Lines, receiver and references may be personal and stay out of logs.
        return f"Order({self.purchase_order_id})"


@dataclass(frozen=True, slots=True)
class Warehouse:
    """The forward warehouse of an order."""

    name: str
    address: str = field(repr=False)


@dataclass(slots=True)
class _Index:
    """Where the orders of one kind are. Most references have one order, so lists of further ones are kept apart."""

    first: dict[str, int] = field(default_factory=dict[str, int])
    further: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    by_owner: dict[str, list[int]] = field(default_factory=dict[str, list[int]])


class OrderBook:
    """All orders, by time and by the caller's reference. The same reference twice makes two orders, as documented.

    An order is new, then paid or cancelled, then received. Only a new one can be paid or cancelled, only a paid one
    received, so an order is never paid twice, however often that is asked for.

    Attributes:
        on_change: Told of each change of an order, after it; ``None`` for nobody.
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

    def __len__(self) -> int:
        return len(self._orders)

    def __iter__(self) -> Iterator[Order]:
        return iter(self._orders)

    def clear(self) -> None:
        """Forget all orders. Ids are not given out again."""
        self._first_serial += len(self._orders)
        self._orders = []
        self._index = {kind: _Index() for kind in Kind}
        self._warehouses = {}
        self._progress = {}
        self._paid_at = {}
        self._payment_calls = {}

    def create(  # noqa: PLR0913 - what an order consists of
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
    ) -> Order:
        """Keep a new order.

        Args:
            kind: What kind of order it is.
            owner: Who may see it.
            reference: What the caller can tell it by.
            purchase_amount: In fen.
            lines: Order lines as JSON.
            receiver: Delivery address as JSON.
            created_at: Seconds since the epoch.
            remark: Of a freight booking.
            batch: Serial of the first order of the same call, if this is not the first.
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
        index = self._index[kind]
        index.by_owner.setdefault(owner, []).append(serial)
        if reference is not None and index.first.setdefault(reference, serial) != serial:
            index.further.setdefault(reference, []).append(serial)
        self._tell(Change.CREATED, order)
        return order

    def find(self, reference: str, kind: Kind = Kind.TAOBAO) -> list[Order]:
        """Return the orders of a kind with that reference of the caller, oldest first."""
        index = self._index[kind]
        first = index.first.get(reference)
        if first is None:
            return []
        return [self._at(serial) for serial in (first, *index.further.get(reference, ()))]

    def repeated(self, kind: Kind) -> Iterator[str]:
        """Yield the references for which more than one call created orders."""
        index = self._index[kind]
        for reference, serials in index.further.items():
            batch = index.first[reference]
            if any(self._at(serial).batch != batch for serial in serials):
                yield reference

    def has(self, reference: str, kind: Kind) -> bool:
        """Say whether an order of that kind has that reference."""
        return reference in self._index[kind].first

    def of_kind(self, kind: Kind) -> Iterator[Order]:
        """Yield the orders of a kind, owner by owner, oldest first."""
        return (self._at(serial) for serials in self._index[kind].by_owner.values() for serial in serials)

    def get(self, order_id: str, owner: str | None = None, kinds: Iterable[Kind] = Kind) -> Order | None:
        """Return the order with that id, None where there is none or it belongs to somebody else.

        Args:
            order_id: Any text.
            owner: Whose order it has to be; anybody's where nothing is given.
            kinds: What kind of order it has to be.
        """
        number = _whole_number(order_id)
        for kind in kinds:
            order = self._by_serial(number - _FIRST_IDS[kind])
            if order is not None and order.kind is kind:
                return order if owner in {None, order.owner} else None
        return None

    def get_line(self, line_id: str, owner: str, kind: Kind = Kind.TAOBAO) -> tuple[Order, int] | None:
        """Return the order that has the line with that id, and the position of the line."""
        serial, line = divmod(_whole_number(line_id) - _FIRST_LINE_ID, _LINES_PER_ORDER)
        order = self._by_serial(serial)
        if order is None or order.kind is not kind or order.owner != owner or line >= len(order.lines):
            return None
        return order, line

    def page(self, offset: int, limit: int) -> list[Order]:
        """Return orders, oldest first."""
        return self._orders[offset : offset + limit]

    def newest_first(self, kind: Kind, owner: str, offset: int, limit: int) -> tuple[int, list[Order]]:
        """Return how many orders of a kind an owner has, and some of them, newest first."""
        serials = self._index[kind].by_owner.get(owner, [])
        total = len(serials)
        chosen = serials[max(0, total - offset - limit) : max(0, total - offset)]
        return total, [self._at(serial) for serial in reversed(chosen)]

    def set_warehouse(self, purchase_order_id: str, owner: str, warehouse: Warehouse) -> bool:
        """Record the warehouse of a Taobao order; False where no such order is kept."""
        order = self.get(purchase_order_id, owner, (Kind.TAOBAO,))
        if order is None:
            return False
        self._warehouses[order.serial] = warehouse
        return True

    def warehouse(self, order: Order) -> Warehouse | None:
        """Return the warehouse recorded for an order."""
        return self._warehouses.get(order.serial)

    def progress(self, order: Order) -> Progress:
        """Say how far an order has come."""
        return self._progress.get(order.serial, Progress.NEW)

    def paid_at(self, order: Order) -> float | None:
        """Return when an order was paid, in seconds since the epoch, None where it was not."""
        return self._paid_at.get(order.serial)

    def payment_calls(self, order: Order) -> int:
        """Return how often it was asked to pay an order, whatever came of it."""
        return self._payment_calls.get(order.serial, 0)

    def pay(self, order: Order, time: float) -> bool:
        """Pay an order; False, and nothing changes, where it is paid already or cancelled."""
        self._payment_calls[order.serial] = self.payment_calls(order) + 1
        if self.progress(order) is not Progress.NEW:
            return False
        self._progress[order.serial] = Progress.PAID
        self._paid_at[order.serial] = time
        self._tell(Change.PAID, order)
        return True

    def cancel(self, order: Order) -> bool:
        """Cancel an order; False where it is paid. One that is cancelled already stays so, and that is True."""
        progress = self.progress(order)
        if progress in {Progress.PAID, Progress.RECEIVED}:
            return False
        self._progress[order.serial] = Progress.CANCELLED
        if progress is not Progress.CANCELLED:
            self._tell(Change.CANCELLED, order)
        return True

    def change_price(self, order: Order, amount: int) -> Order | None:
        """Change what an order costs, as its seller may do; None where it is paid or cancelled already.

        Args:
            order: The order as it was.
            amount: What it shall cost, in fen.
        """
        if self.progress(order) is not Progress.NEW:
            return None
        changed = msgspec.structs.replace(order, purchase_amount=amount)
        self._orders[order.serial - self._first_serial] = changed
        self._tell(Change.PRICE_CHANGED, changed)
        return changed

    def receive(self, order: Order) -> bool:
        """Record that the goods arrived; False where the order is not paid. Once more is True as well."""
        if self.progress(order) not in {Progress.PAID, Progress.RECEIVED}:
            return False
        self._progress[order.serial] = Progress.RECEIVED
        return True

    def _tell(self, change: Change, order: Order) -> None:
        if self.on_change is not None:
            self.on_change(change, order)

    def _by_serial(self, serial: int) -> Order | None:
        if not 0 <= serial - self._first_serial < len(self._orders):
            return None
        return self._at(serial)

    def _at(self, serial: int) -> Order:
        return self._orders[serial - self._first_serial]


def _whole_number(text: str) -> int:
    return int(text) if len(text) <= _MOST_ID_DIGITS and text.isascii() and text.isdigit() else -1
