"""The values DisputeType of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = ["DisputeType"]


class DisputeType(IntEnum):
    """When a refund was asked for.

    Other values that the server sends stay plain numbers.

    Attributes:
        DURING_TRADE: During the trade.
        AFTER_TRADE: After the trade.
    """

    DURING_TRADE = 1
    AFTER_TRADE = 2
