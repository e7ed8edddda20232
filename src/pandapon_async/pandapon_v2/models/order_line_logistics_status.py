"""The values OrderLineLogisticsStatus of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = ["OrderLineLogisticsStatus"]


class OrderLineLogisticsStatus(IntEnum):
    """How far the goods of a 1688 order line are.

    Other values that the server sends stay plain numbers.

    Attributes:
        NOT_SHIPPED: Not shipped.
        SHIPPED: Shipped.
        RECEIVED: Received.
        RETURNED: Sent back.
        PARTLY_SHIPPED: Shipped in part.
        NO_SHIPMENT: No shipment was made out yet.
    """

    NOT_SHIPPED = 1
    SHIPPED = 2
    RECEIVED = 3
    RETURNED = 4
    PARTLY_SHIPPED = 5
    NO_SHIPMENT = 8
