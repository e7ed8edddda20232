"""Compares orders and payments in the sandbox with the numbers that a caller submitted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


def reconcile(orders: OrderBook, references: Iterable[str], kind: Kind = Kind.TAOBAO) -> Reconciliation:
    """Compare the orders of a kind with the references that a caller submitted.

    Messages of 1688 orders may be personal: those that the caller did not submit are counted but not listed.
    """
    expected = dict.fromkeys(references)
    lost = [reference for reference in expected if not orders.has(reference, kind)]
    kept = 0
    unexpected = 0
    unexpected_numbers: list[str] = []
    for order in orders.of_kind(kind):
        kept += 1
        if order.reference not in expected:
            unexpected += 1
            if order.reference is not None and len(unexpected_numbers) < _MAX_LISTED:
                unexpected_numbers.append(order.reference)
    duplicated = list(orders.repeated(kind))
    is_personal = kind in {Kind.ALIBABA, Kind.KA}
    return Reconciliation(
        expected=len(expected),
        orders=kept,
        created=len(expected) - len(lost),
        lost=len(lost),
        duplicated=len(duplicated),
        unexpected=unexpected,
        lost_numbers=lost[:_MAX_LISTED],
        duplicated_numbers=[each for each in duplicated if not is_personal or each in expected][:_MAX_LISTED],
        unexpected_numbers=[] if is_personal else unexpected_numbers,
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
