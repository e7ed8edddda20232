"""The values NewStepLogisticsStatus of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = ["NewStepLogisticsStatus"]


class NewStepLogisticsStatus(IntEnum):
    """How far the goods of a stage are, trade 4.0.

    Other values that the server sends stay plain numbers.

    Attributes:
        NOT_SHIPPED: Not shipped.
        SHIPPED: Shipped.
        RECEIVED: Received.
        RETURNED: All sent back.
        CANCELLED: Cancelled before shipping.
    """

    NOT_SHIPPED = 1
    SHIPPED = 2
    RECEIVED = 3
    RETURNED = 4
    CANCELLED = 7
