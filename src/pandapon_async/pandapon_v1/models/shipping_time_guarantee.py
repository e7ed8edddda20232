"""The values ShippingTimeGuarantee of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["ShippingTimeGuarantee"]


class ShippingTimeGuarantee(StrEnum):
    """Promise of dispatch on 1688.

    Other values that the server sends stay plain strings.

    Attributes:
        SHIP_IN_24_HOURS: Within 24 hours.
        SHIP_IN_48_HOURS: Within 48 hours.
    """

    SHIP_IN_24_HOURS = "shipIn24Hours"
    SHIP_IN_48_HOURS = "shipIn48Hours"
