"""The values NoLogisticsCondition of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["NoLogisticsCondition"]


class NoLogisticsCondition(StrEnum):
    """Why a 1688 shipment has no carrier.

    Other values that the server sends stay plain strings.

    Attributes:
        OTHER_CARRIER: Another carrier or a fleet of the seller's own.
        PRICE_DIFFERENCE: It stands for freight or a price difference.
        SELLER_DELIVERS: The seller brings it.
        BUYER_COLLECTS: The buyer fetches it.
        OTHER: Another reason.
    """

    OTHER_CARRIER = "1"
    PRICE_DIFFERENCE = "2"
    SELLER_DELIVERS = "3"
    BUYER_COLLECTS = "4"
    OTHER = "5"
