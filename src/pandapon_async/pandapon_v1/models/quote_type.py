"""The values QuoteType of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = ["QuoteType"]


class QuoteType(IntEnum):
    """How the price of a 1688 product is found.

    Other values that the server sends stay plain numbers.

    Attributes:
        BY_QUANTITY: No SKUs; the quantity decides, see priceRangeList.
        BY_SKU: The SKU decides, see productSkuInfos.
        SKUS_BY_QUANTITY: SKUs, but the quantity decides, see priceRangeList.
    """

    BY_QUANTITY = 0
    BY_SKU = 1
    SKUS_BY_QUANTITY = 2
