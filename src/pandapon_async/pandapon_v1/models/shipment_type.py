"""The values ShipmentType of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["ShipmentType"]


class ShipmentType(StrEnum):
    """How a 1688 shipment goes.

    Other values that the server sends stay plain strings.

    Attributes:
        OWN_DISPATCH: The seller called the carrier.
        ONLINE_DISPATCH: The carrier was called through 1688.
        NO_CARRIER: No carrier is needed.
    """

    OWN_DISPATCH = "0"
    ONLINE_DISPATCH = "1"
    NO_CARRIER = "2"
