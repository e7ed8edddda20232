"""Made-up prices. They depend only on the ids of the goods."""

from typing import Final
from zlib import crc32

# Domestic freight per seller in fen, as in the documented preview.
CARRIAGE: Final = 600

_CHEAPEST: Final = 100
_DEAREST: Final = 9_999


def price_of(item: str, sku: str) -> int:
    """Return the price of one item in fen: between 1 and 100 yuan, constant for the same ids."""
    return _CHEAPEST + crc32(f"{item}/{sku}".encode(errors="replace")) % (_DEAREST - _CHEAPEST + 1)


def number_of(item: str) -> int:
    """Return a numeric id for goods: the id itself if it is numeric, otherwise a made-up one."""
    return (
        int(item) if item.isascii() and item.isdigit() and len(item) <= 18 else 700_000_000_000 + crc32(item.encode())
    )
