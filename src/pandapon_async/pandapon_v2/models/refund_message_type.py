"""The values RefundMessageType of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = ["RefundMessageType"]


class RefundMessageType(IntEnum):
    """To whom a message in a refund goes.

    Other values that the server sends stay plain numbers.

    Attributes:
        STAFF_TO_BOTH: From staff to both sides.
        TO_BUYER: To the buyer.
        TO_SELLER: To the seller.
        NORMAL: A normal message.
    """

    STAFF_TO_BOTH = 3
    TO_BUYER = 4
    TO_SELLER = 5
    NORMAL = 7
