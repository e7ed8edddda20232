"""Goods that lists show, besides the rows that are made up from the documentation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goods:
    """Goods of a list.

    Attributes:
        title: The title.
        price: Price of one item in fen.
    """

    title: str
    price: int
