"""Compares orders and payments in the sandbox with the numbers that a caller submitted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from pandapon_async.sandbox.state.orders import Kind, OrderBook

_MAX_LISTED = 100


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Result of a reconciliation.

    Attributes:
        expected: Number of distinct numbers that the caller submitted.
        orders: Number of orders of this kind in the sandbox; for payments, of payments.
        created: Expected numbers that have an order.
        lost: Expected numbers without an order.
        duplicated: Numbers with orders from more than one call.
        in_part: Expected numbers with an order that lacks lines of its request. They count as created as well.
        unexpected: Orders with an unexpected number or none.
        lost_numbers: At most a hundred of them, as in the lists below.
    """

    expected: int
    orders: int
    created: int
    lost: int
    duplicated: int
    unexpected: int
    lost_numbers: Sequence[str]
    duplicated_numbers: Sequence[str]
    unexpected_numbers: Sequence[str]
    in_part: int = 0
    in_part_numbers: Sequence[str] = ()


def reconcile(
    orders: OrderBook, references: Iterable[str], kind: Kind = Kind.TAOBAO, owners: Iterable[str] | None = None
) -> Reconciliation:
    """Compare the orders of a kind with the references that a caller submitted.

    Messages of 1688 orders may be personal: those that the caller did not submit are counted but not listed.

    Args:
        orders: The orders.
        references: The caller's own order numbers.
        kind: The kind of orders.
        owners: Only the orders of these owners; None for all.
    """
    expected = dict.fromkeys(references)
    batches: dict[str, int] = {}
    duplicated: dict[str, None] = {}
    in_part: dict[str, None] = {}
    unexpected: list[str | None] = []
    count = 0
    chosen = orders.of_kind(kind) if owners is None else chain.from_iterable(orders.of_kind(kind, x) for x in owners)
    for order in chosen:
        count += 1
        reference = order.reference
        if reference is not None and batches.setdefault(reference, order.batch) != order.batch:
            duplicated[reference] = None
        if reference is None or reference not in expected:
            unexpected.append(reference)
        elif orders.missing_lines(order):
            in_part[reference] = None
    lost = [reference for reference in expected if reference not in batches]
    is_personal = kind in {Kind.ALIBABA, Kind.KA}
    unexpected_numbers = [] if is_personal else [each for each in unexpected if each is not None]
    return Reconciliation(
        expected=len(expected),
        orders=count,
        created=len(expected) - len(lost),
        lost=len(lost),
        duplicated=len(duplicated),
        unexpected=len(unexpected),
        lost_numbers=lost[:_MAX_LISTED],
        duplicated_numbers=[each for each in duplicated if not is_personal or each in expected][:_MAX_LISTED],
        unexpected_numbers=unexpected_numbers[:_MAX_LISTED],
        in_part=len(in_part),
        in_part_numbers=list(in_part)[:_MAX_LISTED],
    )


def reconcile_payments(orders: OrderBook, order_ids: Iterable[str]) -> Reconciliation:
    """Compare the accepted payments with the orders that a caller wanted to pay.

    None is ever duplicated, because a second payment is refused; the console shows the number of attempts.
    """
    expected = dict.fromkeys(order_ids)
    paid = [order.purchase_order_id for order in orders if orders.paid_at(order) is not None]
    known = set(paid)
    lost = [order_id for order_id in expected if order_id not in known]
    unexpected = [order_id for order_id in paid if order_id not in expected]
    return Reconciliation(
        expected=len(expected),
        orders=len(paid),
        created=len(expected) - len(lost),
        lost=len(lost),
        duplicated=0,
        unexpected=len(unexpected),
        lost_numbers=lost[:_MAX_LISTED],
        duplicated_numbers=[],
        unexpected_numbers=unexpected[:_MAX_LISTED],
    )
