"""Made-up prices: nobody can look up what goods cost, so they cost something that depends on their ids only."""

from typing import Final
from zlib import crc32

# What the freight of one seller's goods costs inside China, in fen: that of the documented preview.
CARRIAGE: Final = 600

_CHEAPEST: Final = 100
_DEAREST: Final = 9_999


def price_of(item: str, sku: str) -> int:
    """Return the price of one piece in fen, between 1 and 100 yuan, always the same for the same goods."""
    return _CHEAPEST + crc32(f"{item}/{sku}".encode(errors="replace")) % (_DEAREST - _CHEAPEST + 1)


def number_of(item: str) -> int:
    """Return a made-up numeric id for goods whose id is text."""
    return (
        int(item) if item.isascii() and item.isdigit() and len(item) <= 18 else 700_000_000_000 + crc32(item.encode())
    )
