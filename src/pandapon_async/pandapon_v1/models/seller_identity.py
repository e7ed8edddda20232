"""The values SellerIdentity of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["SellerIdentity"]


class SellerIdentity(StrEnum):
    """Badge of a 1688 seller.

    Other values that the server sends stay plain strings.

    Attributes:
        SUPER_FACTORY: Super factory.
        POWERFUL_MERCHANTS: Strong merchant.
        TP_MEMBER: Paying member.
    """

    SUPER_FACTORY = "super_factory"
    POWERFUL_MERCHANTS = "powerful_merchants"
    TP_MEMBER = "tp_member"
