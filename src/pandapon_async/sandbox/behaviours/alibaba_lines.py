"""Order lines on 1688, whose fields differ from surface to surface, in one form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pandapon_async.sandbox.behaviours.call import objects, pieces, text
from pandapon_async.sandbox.behaviours.prices import CARRIAGE, number_of, price_of
from pandapon_async.sandbox.json_text import read_json, write_json
from pandapon_async.sandbox.state.carts import CartItem
from pandapon_async.sandbox.state.orders import Order


@dataclass(frozen=True, slots=True)
class Line:
    """Goods of one order line.

    Attributes:
        offer: The product id as it was sent: a number on v1 and KA, encrypted text on v2.
        price: Of one piece, in fen.
    """

    offer: str
    spec: str
    quantity: float
    seller: str
    price: int

    @property
    def amount(self) -> int:
        """Total of the line in fen."""
        return round(self.price * self.quantity)

    @property
    def sku_number(self) -> int:
        """A made-up SKU id."""
        return number_of(f"sku/{self.spec}")


def sent_lines(value: Any) -> list[Line]:
    """Read the goods of a request.

    Raises:
        RefusedError: a quantity is out of all bounds.
    """
    return [_line(entry) for entry in objects(value)]


def cart_lines(items: Iterable[CartItem]) -> list[Line]:
    """Return the goods of records of the cart."""
    return [Line(item.item, item.sku, item.quantity, item.seller, item.price) for item in items]


def by_seller(lines: Iterable[Line]) -> list[list[Line]]:
    """Return the lines seller by seller, in the order in which sellers come first."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.seller, []).append(line)
    return list(groups.values())


def total(lines: Sequence[Line]) -> int:
    """Return what an order costs with freight, in fen."""
    return sum(line.amount for line in lines) + CARRIAGE


def kept(lines: Iterable[Line]) -> bytes:
    """Encode lines for keeping."""
    return write_json([[line.offer, line.spec, line.quantity, line.seller, line.price] for line in lines])


def lines_of(order: Order) -> list[Line]:
    """Return the lines of an order that was kept so."""
    return [Line(*entry) for entry in read_json(order.encoded_lines)]


def _line(entry: Mapping[str, Any]) -> Line:
    offer = text(entry.get("offerId") if "offerId" in entry else entry.get("offerMapId"))
    spec = text(entry.get("specId"))
    quantity = pieces(entry.get("quantity"), "cargoParamList.quantity")
    return Line(offer, spec, quantity, text(entry.get("sellerOpenId")), price_of(offer, spec))
