"""The values DispatchType of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["DispatchType"]


class DispatchType(StrEnum):
    """How a shipment is sent.

    Other values that the server sends stay plain strings.

    Attributes:
        OWN: The seller's own carrier.
        ONLINE: Carrier ordered on the platform.
        NO_CARRIER: Without a carrier.
    """

    OWN = "0"
    ONLINE = "1"
    NO_CARRIER = "2"
