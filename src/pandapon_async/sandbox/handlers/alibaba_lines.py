"""Order lines on 1688 in one form; their fields differ between surfaces."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pandapon_async.sandbox.handlers.call import objects, quantity_of, text
from pandapon_async.sandbox.handlers.prices import CARRIAGE, number_of, price_of
from pandapon_async.sandbox.json_text import read_json, write_json
from pandapon_async.sandbox.state.carts import CartItem
from pandapon_async.sandbox.state.orders import Order


@dataclass(frozen=True, slots=True)
class Line:
    """One order line.

    Attributes:
        offer: Product id as sent: a number on v1 and KA, an encrypted string on v2.
        price: Price of one item, in fen.
    """

    offer: str
    spec: str
    quantity: float
    seller: str
    price: int

    @property
    def amount(self) -> int:
        """Amount of the line, in fen."""
        return round(self.price * self.quantity)

    def to_json(self) -> dict[str, Any]:
        """Return the ids and the quantity, as 1688 names them."""
        return {"offerId": self.offer, "specId": self.spec, "quantity": self.quantity}

    @property
    def sku_number(self) -> int:
        """A made-up SKU id."""
        return number_of(f"sku/{self.spec}")


def lines_in_request(value: Any) -> list[Line]:
    """Return the order lines in a request.

    Raises:
        RefusedError: a quantity is out of range.
    """
    return [_line(entry) for entry in objects(value)]


def cart_lines(items: Iterable[CartItem]) -> list[Line]:
    """Return cart records as order lines."""
    return [Line(item.item, item.sku, item.quantity, item.seller, item.price) for item in items]


def group_by_seller(lines: Iterable[Line]) -> list[list[Line]]:
    """Group lines by seller, in order of first appearance."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.seller, []).append(line)
    return list(groups.values())


def total(lines: Sequence[Line]) -> int:
    """Return the price of an order with freight, in fen."""
    return sum(line.amount for line in lines) + CARRIAGE


def encode_lines(lines: Iterable[Line]) -> bytes:
    """Encode lines for storage."""
    return write_json([[line.offer, line.spec, line.quantity, line.seller, line.price] for line in lines])


def lines_of(order: Order) -> list[Line]:
    """Return the lines of a stored order."""
    return [Line(*entry) for entry in read_json(order.encoded_lines)]


def _line(entry: Mapping[str, Any]) -> Line:
    offer = text(entry.get("offerId") if "offerId" in entry else entry.get("offerMapId"))
    spec = text(entry.get("specId"))
    quantity = quantity_of(entry.get("quantity"), "cargoParamList.quantity")
    return Line(offer, spec, quantity, text(entry.get("sellerOpenId")), price_of(offer, spec))
