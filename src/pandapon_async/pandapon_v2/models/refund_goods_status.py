"""The values RefundGoodsStatus of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = ["RefundGoodsStatus"]


class RefundGoodsStatus(IntEnum):
    """Where the goods of a refund are.

    Other values that the server sends stay plain numbers.

    Attributes:
        NOT_RECEIVED: The buyer has not received them.
        RECEIVED: The buyer has them.
        RETURNED: They were sent back.
    """

    NOT_RECEIVED = 1
    RECEIVED = 2
    RETURNED = 3
