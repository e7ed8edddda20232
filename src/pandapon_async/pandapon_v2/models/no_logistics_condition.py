"""The values NoLogisticsCondition of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["NoLogisticsCondition"]


class NoLogisticsCondition(StrEnum):
    """Why a shipment has no carrier.

    Other values that the server sends stay plain strings.

    Attributes:
        OTHER_CARRIER: Another carrier or fleet.
        DIFFERENCE: It settles a freight or price difference.
        SELLER_DELIVERS: The seller brings it.
        BUYER_COLLECTS: The buyer picks it up.
        OTHER: Another reason.
    """

    OTHER_CARRIER = "1"
    DIFFERENCE = "2"
    SELLER_DELIVERS = "3"
    BUYER_COLLECTS = "4"
    OTHER = "5"
