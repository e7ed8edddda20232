"""The values LineLogisticsStatus of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = ["LineLogisticsStatus"]


class LineLogisticsStatus(IntEnum):
    """How far a 1688 order line was shipped.

    Other values that the server sends stay plain numbers.

    Attributes:
        NOT_SHIPPED: Not shipped.
        SHIPPED: Shipped.
        RECEIVED: Received.
        RETURNED: Sent back.
        PARTLY_SHIPPED: Shipped in part.
        NO_SHIPMENT_YET: No shipment was made yet.
    """

    NOT_SHIPPED = 1
    SHIPPED = 2
    RECEIVED = 3
    RETURNED = 4
    PARTLY_SHIPPED = 5
    NO_SHIPMENT_YET = 8
